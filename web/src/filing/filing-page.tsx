/** A filing of the server in the editor: filled in by the unit, looked at by everybody after it, each with the steps open to him. */

import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FilingView, Me } from '../../../src/api/types.ts'
import { pathOf } from '../../../src/core/draft/index.ts'
import { standing } from '../../../src/core/review/index.ts'
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
import { useSay } from '../texts/index.ts'
import { preferences } from '../theme/preferences.ts'
import { AppealPanel } from './appeal-panel.tsx'
import { AssessPanel } from './assess-panel.tsx'
import { useChanges } from './changes.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { Comments } from './comments.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import { explanationOf } from './explained.ts'
import { ExportMenu } from './export-menu.tsx'
import './filing.css'
import { ImportButton, WaitingImportNotice } from './import-button.tsx'
import { RecordList } from './record-list.tsx'
import { hasRectification, RectificationPanel } from './rectification-panel.tsx'
import { ReturnedNotice } from './returned-notice.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { MainStep, StepsPanel } from './steps.tsx'
import { useYears } from './years.ts'
import { LastYear, RowHistory } from './years-beside.tsx'

export function FilingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const now = useMe()
  const say = useSay()
  // A session that ends takes nobody out of the form: one signs in again there.
  const known = useRef<Me | null>(null)
  if (now != null) known.current = now
  const me = now ?? known.current ?? now
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
        const asked = placeAsked()
        if (asked !== null) opened.goTo(asked)
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
        <p>
          <a href="/">{say('notFound.home')}</a>
        </p>
      </div>
    )
  }
  if (editor === null || view === null) return <p className="page soft">{say('page.loading')}</p>
  return <Opened me={me} editor={editor} view={view} refresh={refresh} />
}

/** The place of the form that the page's address asks for, as `indicators[3]` or `indicators/3/score`; null where it asks for none. */
function placeAsked(): string | null {
  const asked = new URLSearchParams(window.location.search).get('at')
  return asked === null ? null : asked.replace(/^(\w+)\/(\d+)/, '$1[$2]').replaceAll('/', '.')
}

interface OpenedProps {
  readonly me: Me
  readonly editor: Editor
  readonly view: FilingView
  readonly refresh: () => Promise<unknown>
}

function Opened({ me, editor, view, refresh }: OpenedProps) {
  const say = useSay()
  const { summary, draft, comments, assessments, state } = view
  const [explaining, setExplaining] = useState<FindingView | null>(null)

  const changes = useChanges(view)
  const years = useYears(view, editor)

  useEffect(() => {
    const paths = comments.flatMap(({ place, resolvedAt }) => {
      const [row = '', column = 'name'] = place.split(' ')
      const path = resolvedAt === null ? pathOf(draft, { row, column }) : null
      return path === null ? [] : [path]
    })
    const values = Object.entries(standing(assessments, state.points)).flatMap(([row, { value }]) => {
      const path = pathOf(draft, { row, column: 'score' })
      return path === null || value === null ? [] : [[path, say('assess.beside', { value })] as const]
    })
    editor.point(new Set(paths), new Set(changes.cells.map(({ path }) => path)), new Map(values))
    // A reviewer's points make their row higher: the frame around the active cell goes with it once that is drawn.
    const drawn = requestAnimationFrame(() => editor.grid.measureAgain())
    return () => cancelAnimationFrame(drawn)
  }, [editor, comments, draft, changes, assessments, state.points, say])

  const explanations = useMemo(
    () => ({
      of: (finding: FindingView) => explanationOf(finding, editor.document.snapshot().draft, comments),
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
    ...(view.state.points.length > 0
      ? [
          {
            id: 'appeal',
            label: `${say('appeal.tab')} ${view.state.points.length}`,
            content: <AppealPanel view={view} editor={editor} refresh={refresh} />,
          },
        ]
      : []),
    ...(hasRectification(view)
      ? [
          {
            id: 'rectification',
            label: say('rectify.tab'),
            content: <RectificationPanel me={me} view={view} editor={editor} refresh={refresh} />,
          },
        ]
      : []),
    ...(changes.since === null
      ? []
      : [
          {
            id: 'changes',
            label: `${say('changes.tab')} ${changes.cells.length}`,
            content: <ChangesPanel changes={changes} editor={editor} />,
          },
        ]),
    {
      id: 'evidence',
      label: view.evidence.length === 0 ? say('evidence.tab') : `${say('evidence.tab')} ${view.evidence.length}`,
      content: <EvidencePanel view={view} editor={editor} refresh={refresh} />,
    },
    { id: 'record', label: say('panel.record'), content: <RecordList id={summary.id} editor={editor} /> },
  ]

  return (
    <>
      <FormEditor
        editor={editor}
        title={titleOf(summary, say)}
        tabs={tabs}
        explanations={explanations}
        notice={
          <>
            <SignInAgain me={me} editor={editor} />
            <ReturnedNotice view={view} />
            {view.editable && <WaitingImportNotice id={summary.id} editor={editor} refresh={refresh} />}
          </>
        }
        beside={<LastYear years={years} editor={editor} />}
        ofRow={<RowHistory years={years} editor={editor} />}
        // Whoever comes from a figure to its cell asks how it came about.
        {...(placeAsked() === null ? {} : { firstTab: 'why' })}
        acts={
          <>
            <StageTag stage={summary.stage} />
            {view.editable && <ImportButton id={summary.id} editor={editor} refresh={refresh} />}
            <ExportMenu id={summary.id} editor={editor} />
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
    </>
  )
}
