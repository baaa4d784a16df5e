/** The reviewer's own values beside the unit's: what is taken off, why, and how far the two lie apart. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Assessment, FilingView } from '../../../src/api/types.ts'
import { Exact, type Grade } from '../../../src/core/model/index.ts'
import { EXECUTION, standing } from '../../../src/core/review/index.ts'
import { gradeWords } from '../../../src/core/texts/index.ts'
import { type AnswerOf, ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { PhraseChoice } from './phrase-choice.tsx'
import { goToRow, useRowName } from './step-fields.tsx'

interface AssessPanelProps {
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

type ReviewSheet = AnswerOf<'GET /api/filings/:id/review-sheet'>

function points(text: string | null): string {
  return text === null ? '—' : Exact.of(text).toFixed(2)
}

function percent(ratio: string | null): string {
  return ratio === null ? '' : `${Exact.of(ratio).times(Exact.hundred).toFixed(2)}%`
}

/** What the cursor stands on: an indicator by its id; a task stands for the points of execution. */
function useChosenRow(editor: Editor): string | null {
  useGridSnapshot(editor.grid)
  const { draft, sheet } = editor.document.snapshot()
  const entity = sheet.rows[editor.grid.selection.anchor.row]?.entity ?? null
  if (entity?.block === 'tasks') return EXECUTION
  return entity?.block === 'indicators' ? (draft.indicators[entity.index]?.id ?? null) : null
}

export function AssessPanel({ view, editor, refresh }: AssessPanelProps) {
  const say = useSay()
  const { summary, assessments, state } = view
  const { data: sheet } = useQuery({
    queryKey: ['review-sheet', summary.id, assessments, state.points],
    queryFn: () => ask('GET /api/filings/:id/review-sheet', { params: { id: summary.id } }),
    placeholderData: (before) => before,
  })
  const row = useChosenRow(editor)
  const mayAssess = view.allowed.some(({ event, allowed }) => event === 'assess' && allowed)
  const own = sheet?.rows.find((each) => each.row === row)
  return (
    <div className="assess">
      {mayAssess && row !== null && own !== undefined && (
        <AssessForm key={row} id={summary.id} own={own} known={assessments[row]} refresh={refresh} />
      )}
      {mayAssess && row === null && <p className="soft">{say('assess.choose')}</p>}
      {sheet !== undefined && Object.keys(assessments).length > 0 && (
        <Reviewed view={view} editor={editor} sheet={sheet} />
      )}
    </div>
  )
}

function Reviewed({
  view: { assessments, state },
  editor,
  sheet,
}: Omit<AssessPanelProps, 'refresh'> & { sheet: ReviewSheet }) {
  const say = useSay()
  const { lang } = usePreferences()
  const nameOf = useRowName(editor)
  const { total, grade } = sheet
  const rows = new Map(sheet.rows.map((each) => [each.row, each]))
  const stands = standing(assessments, state.points)
  return (
    <>
      <table>
        <caption className="unseen">{say('panel.assess')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('assess.row')}</th>
            <th scope="col">{say('assess.own')}</th>
            <th scope="col">{say('assess.reviewed')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(assessments).map(([id, { reason }]) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className="jump" onClick={() => goToRow(editor, id)}>
                  {nameOf(id)}
                </button>
                <p className="soft">{reason}</p>
                {!Object.hasOwn(stands, id) && <p className="soft">{say('appeal.upheld')}</p>}
              </th>
              <td>{points(rows.get(id)?.own ?? null)}</td>
              <td>
                <strong>{points(rows.get(id)?.reviewed ?? null)}</strong>
                <p className="soft">{percent(rows.get(id)?.deviation ?? null)}</p>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('assess.rows')}</th>
            <td>{points(total.own)}</td>
            <td>
              <strong>{points(total.reviewed)}</strong>
              <p className="soft">{percent(total.deviation)}</p>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="figures">
        {say('assess.cut', { cut: points(total.deducted) })}
        {grade.reviewed !== null && ` · ${say('assess.grade', { grade: gradeWords[grade.reviewed as Grade][lang] })}`}
      </p>
    </>
  )
}

interface AssessFormProps {
  readonly id: string
  readonly own: ReviewSheet['rows'][number]
  readonly known: Assessment | undefined
  readonly refresh: () => Promise<unknown>
}

function AssessForm({ id, own: { row, name, weight, own }, known, refresh }: AssessFormProps) {
  const say = useSay()
  const [value, setValue] = useState(known?.value ?? (own === null ? '' : points(own)))
  const [reason, setReason] = useState(known?.reason ?? '')
  const [phrase, setPhrase] = useState(known?.phrase ?? '')
  const [error, setError] = useState<unknown>(null)
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        setError(null)
        const body = {
          row,
          value: value.trim() === '' ? null : value.trim(),
          reason,
          ...(phrase === '' ? {} : { phrase }),
        }
        ask('POST /api/filings/:id/assessments', { params: { id }, body }).then(refresh, setError)
      }}
    >
      <h2>{row === EXECUTION ? say('assess.execution') : name}</h2>
      <SaidRefusal error={error} />
      <p className="figures">
        {say('assess.own')} {points(own)} · {say('assess.weight')} {points(weight)}
      </p>
      <label className="field">
        <span className="label">{say('assess.reviewed')}</span>
        <input className="input" inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} />
      </label>
      <PhraseChoice
        value={phrase}
        typed={reason}
        onChoose={(text, chosen) => {
          setPhrase(chosen?.id ?? '')
          setReason(text)
        }}
      />
      <label className="field">
        <span className="label">{say('steps.reason')}</span>
        <textarea className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <button type="submit" className="button main" disabled={reason.trim() === ''}>
        {say('assess.save')}
      </button>
    </form>
  )
}
