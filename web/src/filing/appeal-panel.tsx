/** An appeal point by point: what the unit gave itself, what the review gave, why each of them, and the decision on it. */

import { useState } from 'react'
import type { FilingView } from '../../../src/api/types.ts'
import { findRow, textAt } from '../../../src/core/draft/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useSay } from '../texts/index.ts'
import { PhraseChoice } from './phrase-choice.tsx'
import { goToRow, useRowName } from './step-fields.tsx'

interface AppealPanelProps {
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

export function AppealPanel({ view, editor, refresh }: AppealPanelProps) {
  const say = useSay()
  const nameOf = useRowName(editor)
  const { draft } = editor.document.snapshot()
  const mayAnswer = view.allowed.some(({ event, allowed }) => event === 'answerAppeal' && allowed)
  return (
    <ul className="plain appeal">
      {view.state.points.map((point) => {
        const found = findRow(draft, point.row)?.row
        const reviewed = view.assessments[point.row]
        return (
          <li key={point.row}>
            <h2>
              <button type="button" className="jump" onClick={() => goToRow(editor, point.row)}>
                {nameOf(point.row)}
              </button>
            </h2>
            <dl className="score-facts">
              <div>
                <dt>{say('assess.own')}</dt>
                <dd>{found === undefined ? '—' : textAt(found, 'score')}</dd>
              </div>
              <div>
                <dt>{say('assess.reviewed')}</dt>
                <dd>
                  <strong>{reviewed?.value ?? '—'}</strong>
                </dd>
              </div>
            </dl>
            <p>
              <span className="soft">{say('appeal.ofReview')}</span> {reviewed?.reason}
            </p>
            <p>
              <span className="soft">{say('appeal.ofUnit')}</span> {point.reason}
            </p>
            {point.answer !== null && (
              <div className="notice">
                <p>{say(`appeal.${point.answer}`)}</p>
                {point.said !== undefined && <p className="soft">{point.said}</p>}
              </div>
            )}
            {point.answer === null && !mayAnswer && <p className="soft">{say('appeal.open')}</p>}
            {point.answer === null && mayAnswer && <Decision id={view.summary.id} row={point.row} refresh={refresh} />}
          </li>
        )
      })}
    </ul>
  )
}

function Decision({ id, row, refresh }: { id: string; row: string; refresh: () => Promise<unknown> }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const decide = (answer: 'upheld' | 'dismissed') => {
    setError(null)
    const body = { event: 'answerAppeal', row, answer, reason }
    ask('POST /api/filings/:id/events', { params: { id }, body }).then(refresh, setError)
  }
  return (
    <div className="field">
      <SaidRefusal error={error} />
      <PhraseChoice typed={reason} onChoose={setReason} />
      <label className="field">
        <span className="label">{say('steps.reason')}</span>
        <textarea className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="acts">
        {(['upheld', 'dismissed'] as const).map((answer) => (
          <button
            key={answer}
            type="button"
            className="button"
            disabled={reason.trim() === ''}
            onClick={() => decide(answer)}
          >
            {say(`appeal.${answer}`)}
          </button>
        ))}
      </p>
    </div>
  )
}
