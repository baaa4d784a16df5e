/** A rectification: what the bureau asked for and until when, what the unit answered, and the file that proves it. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FilingView, Me } from '../../../src/api/types.ts'
import { eventNames } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { StepDialog } from './step-dialog.tsx'
import { type OpenStep, openSteps } from './step-needs.ts'
import { NextSteps } from './steps.tsx'

interface RectificationProps {
  readonly me: Me
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

const kinds = ['notifyRectification', 'answerRectification', 'returnRectification', 'closeRectification'] as const
type Kind = (typeof kinds)[number]

function isKind(kind: unknown): kind is Kind {
  return kinds.some((each) => each === kind)
}

/** Whether there is, or was, anything to rectify. */
export function hasRectification({ summary, state }: FilingView): boolean {
  return state.rectifyUntil !== null || summary.stage === 'rectifying'
}

export function RectificationPanel({ me, view, editor, refresh }: RectificationProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const [chosen, setChosen] = useState<OpenStep | null>(null)
  const { summary, state, circumstances } = view
  const { data } = useQuery({
    queryKey: ['record', summary.id, 'rectification', summary.stage],
    queryFn: () => ask('GET /api/filings/:id/record', { params: { id: summary.id }, query: { limit: 500 } }),
  })
  const entries = (data?.items ?? []).filter(({ event }) => isKind(event.kind)).reverse()
  const open = openSteps(view).filter(({ event, isAllowed }) => isAllowed && isKind(event))
  const isLate = state.rectifyUntil !== null && state.rectifyUntil < circumstances.today
  return (
    <div className="rectification">
      {state.rectifyUntil !== null && (
        <p className={isLate ? 'notice error' : 'notice warning'}>
          {say('rectify.until', { day: state.rectifyUntil })}
        </p>
      )}
      <ol className="plain">
        {entries.map(({ seq, at, by, event }) => (
          <li key={seq} className="comment">
            <p>
              <strong>{isKind(event.kind) ? eventNames[event.kind][lang] : ''}</strong> {by?.name}{' '}
              <time className="soft figures" dateTime={at}>
                {at.slice(0, 10)}
              </time>
            </p>
            {typeof event.reason === 'string' && <p>{event.reason}</p>}
          </li>
        ))}
      </ol>
      <p className="soft">{say('rectify.evidence', { n: view.evidence.length })}</p>
      {open.length === 0 && <NextSteps stage={summary.stage} />}
      <p className="acts">
        {open.map((step) => (
          <button key={step.event} type="button" className="button" onClick={() => setChosen(step)}>
            {eventNames[step.event][lang]}
          </button>
        ))}
      </p>
      {chosen !== null && (
        <StepDialog
          me={me}
          view={view}
          editor={editor}
          refresh={refresh}
          step={chosen}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  )
}
