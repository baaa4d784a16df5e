/** A filing of the server in the editor: filled in by the unit, looked at by everybody after it, each with the steps open to him. */

import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { FilingView, Me } from '../../../src/api/types.ts'
import { cellAtPath, pathOf } from '../../../src/core/draft/index.ts'
import { serverSource } from '../desk/server-source.ts'
import { Editor } from '../editor/editor.ts'
import { FormDocument } from '../editor/form-document.ts'
import { FormEditor } from '../editor/form-editor.tsx'
import type { FindingView } from '../editor/judgement.ts'
import type { SideTab } from '../editor/side-panel.tsx'
import '../pages/pages.css'
import { StageTag, titleOf } from '../pages/filing-list.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { MenuButton } from '../shell/menu.tsx'
import { useSay } from '../texts/index.ts'
import { preferences, usePreferences } from '../theme/preferences.ts'
import { AssessPanel } from './assess-panel.tsx'
import { Comments } from './comments.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { RecordList } from './record-list.tsx'
import { ReturnedNotice } from './returned-notice.tsx'
import { MainStep, StepsPanel } from './steps.tsx'

export function FilingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const me = useMe()
  const say = useSay()
  if (me === undefined) return <p className="page soft">{say('page.loading')}</p>
  if (me === null) {
    return (
      <p className="page">
        {say('filing.signIn')} <a href="/">{say('login.title')}</a>
      </p>
    )
  }
  return <Filing key={id} id={id} me={me} />
}

function Filing({ id, me }: { id: string; me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const [editor, setEditor] = useState<Editor | null>(null)
  const [view, setView] = useState<FilingView | null>(null)
  const [error, setError] = useState<unknown>(null)
  const source = useMemo(() => serverSource(id, setView), [id])

  useEffect(() => {
    let opened: Editor | null = null
    let stop = () => {}
    let isCurrent = true
    FormDocument.open(source).then(
      (document) => {
        if (!isCurrent) return
        opened = new Editor(document, preferences().lang)
        const asked = new URLSearchParams(window.location.search).get('at')
        if (asked !== null) opened.goTo(placeAsked(asked))
        setEditor(opened)
        void opened.start()
        stop = source.follow(() => void document.refresh().catch(() => {}))
      },
      (problem: unknown) => setError(problem),
    )
    return () => {
      isCurrent = false
      stop()
      opened?.stop()
      // What was done here changes the lists of the first page.
      void client.invalidateQueries({ queryKey: ['filings'] })
      void client.invalidateQueries({ queryKey: ['campaigns'] })
    }
  }, [source, client])

  const refresh = useCallback(async () => {
    const { isEditable } = await source.load()
    await editor?.document.refresh()
    void client.invalidateQueries({ queryKey: ['record', id] })
    return isEditable
  }, [source, editor, client, id])

  if (error !== null) {
    return (
      <div className="page">
        <SaidRefusal error={error} />
      </div>
    )
  }
  if (editor === null || view === null) return <p className="page soft">{say('page.loading')}</p>
  return <Opened me={me} editor={editor} view={view} refresh={refresh} />
}

/** The place that a link asks for, as `indicators[3]` or `indicators/3`. */
function placeAsked(text: string): string {
  return text.replace(/^(\w+)\/(\d+)/, '$1[$2]').replaceAll('/', '.')
}

interface OpenedProps {
  readonly me: Me
  readonly editor: Editor
  readonly view: FilingView
  readonly refresh: () => Promise<unknown>
}

function Opened({ me, editor, view, refresh }: OpenedProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const { summary, draft, comments } = view
  const [explaining, setExplaining] = useState<FindingView | null>(null)
  const [isImporting, setImporting] = useState(false)

  useEffect(() => {
    const paths = comments.flatMap(({ place, resolvedAt }) => {
      const [row = '', column = 'name'] = place.split(' ')
      const path = resolvedAt === null ? pathOf(draft, { row, column }) : null
      return path === null ? [] : [path]
    })
    editor.point(new Set(paths), new Set())
  }, [editor, comments, draft])

  const explanations = useMemo(
    () => ({
      of: (finding: FindingView) => {
        const cell = cellAtPath(editor.document.snapshot().draft, finding.path)
        const places = [`rule:${finding.rule}`, ...(cell === null ? [] : [`${cell.row} ${cell.column}`, cell.row])]
        return comments.find(({ place }) => places.includes(place))?.text ?? null
      },
      onExplain: setExplaining,
    }),
    [comments, editor],
  )

  const tabs: SideTab[] = [
    {
      id: 'steps',
      label: say('panel.steps'),
      content: <StepsPanel me={me} view={view} editor={editor} refresh={refresh} />,
    },
    {
      id: 'comments',
      label: comments.length === 0 ? say('panel.comments') : `${say('panel.comments')} ${comments.length}`,
      content: <Comments view={view} editor={editor} refresh={refresh} />,
    },
    ...(view.allowed.some(({ event }) => event === 'assess') || Object.keys(view.assessments).length > 0
      ? [
          {
            id: 'assess',
            label: say('panel.assess'),
            content: <AssessPanel view={view} editor={editor} refresh={refresh} />,
          },
        ]
      : []),
    { id: 'record', label: say('panel.record'), content: <RecordList id={summary.id} editor={editor} /> },
  ]

  const print = (format: string) => () => {
    // The browser shows html and saves the rest.
    window.open(`/api/filings/${summary.id}/print?format=${format}&lang=${lang}`, '_blank', 'noopener')
  }

  return (
    <>
      <FormEditor
        editor={editor}
        title={titleOf(summary, say)}
        tabs={tabs}
        explanations={explanations}
        notice={<ReturnedNotice view={view} />}
        acts={
          <>
            <StageTag stage={summary.stage} />
            <MenuButton
              label={say('export.menu')}
              shown={say('export.menu')}
              quiet={false}
              atEnd
              items={[
                ...(view.editable ? [{ label: say('import.menu'), onChoose: () => setImporting(true) }] : []),
                { label: say('export.html'), onChoose: print('html'), begins: view.editable },
                { label: say('export.pdf'), onChoose: print('pdf') },
                { label: say('export.xlsx'), onChoose: print('xlsx') },
                { label: say('export.docx'), onChoose: print('docx') },
              ]}
            />
            <MainStep me={me} view={view} editor={editor} refresh={refresh} />
          </>
        }
      />
      {explaining !== null && (
        <ExplainDialog
          finding={explaining}
          editor={editor}
          id={summary.id}
          refresh={refresh}
          onClose={() => setExplaining(null)}
        />
      )}
      {isImporting && (
        <ImportDialog id={summary.id} editor={editor} refresh={refresh} onClose={() => setImporting(false)} />
      )}
    </>
  )
}
