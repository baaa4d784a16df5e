/** The editor: bars above, the form, what was found beside it. Serves every desk; what else a desk can do stands in `extras`. */

import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import './editor.css'
import type { FormPath, Severity } from '../../../src/core/model/index.ts'
import { FormGrid, type GridActions } from '../grid/form-grid.tsx'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { areaOf } from '../grid/selection.ts'
import { MenuList } from '../shell/menu.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { CellBar } from './cell-bar.tsx'
import { cellItems } from './cell-items.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { columnNameOf, rowNameOf } from './describe.ts'
import type { Editor } from './editor.ts'
import { fillEdits, pasteEdits, rowEdits, rowsAfter, textEdits } from './edits.ts'
import { FindBar } from './find-bar.tsx'
import { type Explanations, FindingsList } from './findings-list.tsx'
import { SidePanel, type SideTab } from './side-panel.tsx'
import { rowItems, Toolbar } from './toolbar.tsx'
import { TotalsBar } from './totals-bar.tsx'
import { useKeysAround } from './use-keys-around.ts'
import { WeightsDialog } from './weights-dialog.tsx'
import { WhyPanel } from './why-panel.tsx'

interface FormEditorProps {
  readonly editor: Editor
  readonly title: string
  /** Buttons of the desk: hand in, export … */
  readonly acts: ReactNode
  /** Further tabs of the side panel. */
  readonly tabs?: readonly SideTab[]
  readonly explanations?: Explanations
  /** A line above the form: why it came back, what it waits for. */
  readonly notice?: ReactNode
  /** What the desk knows of the row one stands in: in short above the form, in full beside it. */
  readonly beside?: ReactNode
  readonly ofRow?: ReactNode
  /** The tab that is open at first; the findings where none is named. */
  readonly firstTab?: string
}

const zooms = [0.75, 0.9, 1, 1.15, 1.3, 1.5, 2] as const

export function FormEditor({
  editor,
  title,
  acts,
  tabs = [],
  explanations,
  notice,
  beside,
  ofRow,
  firstTab,
}: FormEditorProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const snapshot = useSyncExternalStore(editor.document.subscribe, editor.document.snapshot)
  const [zoom, setZoom] = useState(1)
  const [isFinding, setFinding] = useState(false)
  const [isSharing, setSharing] = useState(false)
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  const [tab, setTab] = useState(firstTab ?? 'findings')
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(['error', 'warning']))
  const [said, setSaid] = useState('')
  usePageTitle(title)

  useEffect(() => editor.speak(lang), [editor, lang])

  const change = useCallback(
    (edits: Parameters<Editor['change']>[0]) => {
      const against = editor.change(edits)
      setSaid(against ?? '')
    },
    [editor],
  )

  // The button that was pressed is gone with what it mended: one goes on in the form.
  const mend = useCallback(
    (edits: Parameters<Editor['change']>[0]) => {
      change(edits)
      document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
    },
    [change],
  )

  const jump = useCallback(
    (path: FormPath) => {
      editor.goTo(path)
      document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
    },
    [editor],
  )

  const actions = useMemo((): GridActions => {
    const now = () => editor.document.snapshot()
    const isEditable: GridActions['isEditable'] = (cell) =>
      now().isEditable && cell.path !== null && cell.style.role !== 'header' && editor.trialsOf(cell, '').length > 0
    return {
      isEditable,
      onTry: (cell, text) => editor.try(cell, text),
      onCancel: () => editor.stopTrying(),
      onType: (cells, text) => change(textEdits(now().draft, cells, text)),
      onPaste: (cell, block, area) => {
        const { draft, sheet } = now()
        const { edits, cut } = pasteEdits(draft, sheet, cell, block, area, isEditable)
        change(edits)
        if (cut > 0) setSaid(say('paste.cut', { n: cut }))
        else if (edits.length > 0) setSaid(say('paste.done', { n: edits.length }))
      },
      onFillDown: (area) => change(fillEdits(now().draft, now().sheet, area)),
      onRows: (act, area) => {
        const { draft, sheet } = now()
        const after = rowsAfter(draft, sheet, area, act)
        change(rowEdits(draft, sheet, area, act))
        if (after !== null && now().draft !== draft) editor.goOn(after, act)
      },
      onUndo: () => setSaid(editor.document.undo()?.text[lang] ?? ''),
      onRedo: () => setSaid(editor.document.redo()?.text[lang] ?? ''),
      onFind: () => setFinding(true),
      onFinding: (back) => {
        const { findings } = editor.judged()
        const listed = findings.filter(({ severity, path }) => severity !== 'info' && path !== 'form')
        const places = [...new Set(listed.map(({ path }) => editor.cellOf(path)))].filter((cell) => cell !== null)
        places.sort((a, b) => a.row - b.row || a.column - b.column)
        const here = editor.grid.selection.anchor
        const isAfter = (cell: (typeof places)[number]) =>
          cell.row > here.row || (cell.row === here.row && cell.column > here.column)
        const isBefore = (cell: (typeof places)[number]) =>
          cell.row < here.row || (cell.row === here.row && cell.column < here.column)
        const next = back ? (places.findLast(isBefore) ?? places.at(-1)) : (places.find(isAfter) ?? places[0])
        if (next?.path != null) {
          editor.goTo(next.path)
          setTab('why')
        }
      },
      onLeave: () => document.querySelector<HTMLElement>('.side-panel [role="tab"][aria-selected="true"]')?.focus(),
      onMenu: setMenuAt,
    }
  }, [editor, change, say, lang])

  // What was found is where one goes on.
  const closeFind = useCallback(() => {
    setFinding(false)
    document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
  }, [])

  // Whoever opens a form can type at once.
  useEffect(() => {
    document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
  }, [])

  useKeysAround(actions)

  const describe = useCallback(
    (path: string | null) => {
      const cell = path === null ? editor.grid.active : editor.document.snapshot().sheet.ofPath(path)
      if (cell === null) return ''
      const { sheet } = editor.document.snapshot()
      return [rowNameOf(sheet, cell), columnNameOf(sheet, cell)].filter((text) => text !== '').join(' · ')
    },
    [editor],
  )

  const showOnly = useCallback((severity: Severity) => {
    setTab('findings')
    setShown(new Set([severity]))
  }, [])

  const items = rowItems(say, (act) => {
    const { sheet } = editor.document.snapshot()
    actions.onRows(act, areaOf(sheet, editor.grid.selection))
    document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
  })

  const allTabs: readonly SideTab[] = [
    {
      id: 'findings',
      label: say('panel.findings'),
      content: (
        <FindingsList
          editor={editor}
          shown={shown}
          onShown={setShown}
          onJump={jump}
          onFix={mend}
          isEditable={snapshot.isEditable}
          explanations={explanations ?? null}
        />
      ),
    },
    { id: 'why', label: say('panel.why'), content: <WhyPanel editor={editor} more={ofRow} /> },
    ...tabs,
  ]

  return (
    <div className="editor">
      <Toolbar
        title={title}
        snapshot={snapshot}
        acts={acts}
        items={items}
        zoom={zoom}
        onZoom={(step) => {
          const at = zooms.findIndex((each) => each >= zoom)
          setZoom(step === 0 ? 1 : zooms[Math.min(Math.max(at + step, 0), zooms.length - 1)]!)
        }}
        onUndo={actions.onUndo}
        onRedo={actions.onRedo}
        onFind={() => setFinding(!isFinding)}
        onShare={() => setSharing(true)}
      />
      <TotalsBar editor={editor} onShow={showOnly} />
      {notice}
      {snapshot.conflicts.length > 0 && <ConflictNotice editor={editor} conflicts={snapshot.conflicts} />}
      <div className="desk">
        <section className="sheet-side" aria-label={say('grid.label')}>
          <CellBar editor={editor} snapshot={snapshot} describe={describe} beside={beside} />
          {isFinding && <FindBar editor={editor} sheet={snapshot.sheet} onClose={closeFind} />}
          <FormGrid
            state={editor.grid}
            sheet={snapshot.sheet}
            marks={editor.marks}
            label={title}
            zoom={zoom}
            actions={actions}
            describe={(cell) => `${describe(cell.path)}: ${cell.text === '' ? say('cell.empty') : cell.text}`}
          />
        </section>
        <SidePanel tabs={allTabs} chosen={tab} onChoose={setTab} />
      </div>
      <Spoken editor={editor} describe={describe} said={said} />
      {menuAt !== null && (
        <MenuList
          label={say('cell.menu')}
          items={[
            ...cellItems(editor, actions, say, setSaid),
            ...(snapshot.isEditable ? items.map((item, at) => (at === 0 ? { ...item, begins: true } : item)) : []),
          ]}
          at={menuAt}
          onClose={() => setMenuAt(null)}
        />
      )}
      {isSharing && <WeightsDialog editor={editor} onApply={change} onClose={() => setSharing(false)} />}
    </div>
  )
}

/** For ears: the cell one has come to; for all: what could not be done, or was done at once. */
function Spoken({
  editor,
  describe,
  said,
}: {
  editor: Editor
  describe: (path: string | null) => string
  said: string
}) {
  const say = useSay()
  useGridSnapshot(editor.grid)
  const cell = editor.grid.active
  const text = cell === null ? '' : `${describe(cell.path)}: ${cell.text === '' ? say('cell.empty') : cell.text}`
  return (
    <>
      <p className="unseen" aria-live="polite">
        {text}
      </p>
      <p className={said === '' ? 'unseen' : 'said'} role="status">
        {said}
      </p>
    </>
  )
}
