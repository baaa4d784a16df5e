/** The parts of steps that name rows and persons: points of an appeal, the answer to one, who reviews. */

import { useQuery } from '@tanstack/react-query'
import type { FilingView, Me } from '../../../src/api/types.ts'
import { findRow, textAt } from '../../../src/core/draft/index.ts'
import { EXECUTION } from '../../../src/core/review/index.ts'
import { type Asked, ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useSay } from '../texts/index.ts'

/** What a step asks for, as far as it was told. */
export type Filled = Omit<Asked<'POST /api/filings/:id/events'>['body'], 'event'>

interface FieldsProps {
  readonly filled: Filled
  readonly fill: (more: Filled) => void
}

interface RowFieldsProps extends FieldsProps {
  readonly view: FilingView
  readonly editor: Editor
}

/** The name of a row of the draft; of the execution score its word. */
export function useRowName(editor: Editor): (row: string) => string {
  const say = useSay()
  return (row) => {
    const found = findRow(editor.document.snapshot().draft, row)?.row
    return row === EXECUTION ? say('assess.execution') : found === undefined ? row : textAt(found, 'name')
  }
}

/** Goes to the row of the form that an id of the draft names. */
export function goToRow(editor: Editor, row: string): void {
  const { draft } = editor.document.snapshot()
  const found = findRow(draft, row)
  if (found !== undefined && found.block !== null) editor.goTo(`${found.block}[${found.index}]`)
}

export function AppealFields({ view, editor, filled, fill }: RowFieldsProps) {
  const say = useSay()
  const nameOf = useRowName(editor)
  const points = filled.points ?? []
  return (
    <fieldset className="choices">
      <legend>{say('appeal.points')}</legend>
      {Object.entries(view.assessments).map(([row, { value, reason }]) => {
        const own = points.find((point) => point.row === row)
        return (
          <label key={row} className="field">
            <span>
              {nameOf(row)} → {value ?? '—'} <span className="soft">{reason}</span>
            </span>
            <input
              className="input"
              placeholder={say('appeal.reason')}
              value={own?.reason ?? ''}
              onChange={(event) => {
                const others = points.filter((point) => point.row !== row)
                const text = event.target.value
                fill({ points: text === '' ? others : [...others, { row, reason: text }] })
              }}
            />
          </label>
        )
      })}
    </fieldset>
  )
}

export function AnswerFields({ view, editor, filled, fill }: RowFieldsProps) {
  const say = useSay()
  const nameOf = useRowName(editor)
  const open = view.state.points.filter(({ answer }) => answer === null)
  return (
    <>
      <fieldset className="choices">
        <legend>{say('appeal.answer')}</legend>
        {open.map(({ row, reason }) => (
          <label key={row}>
            <input type="radio" name="point" checked={filled.row === row} onChange={() => fill({ row })} />{' '}
            {nameOf(row)} <span className="soft">{reason}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{say('appeal.decision')}</legend>
        {(['upheld', 'dismissed'] as const).map((answer) => (
          <label key={answer}>
            <input type="radio" name="answer" checked={filled.answer === answer} onChange={() => fill({ answer })} />{' '}
            {say(`appeal.${answer}`)}
          </label>
        ))}
      </fieldset>
    </>
  )
}

const reviewing = new Set(['thirdPartyReviewer', 'performanceOfficer'])

export function ReviewerFields({ me, filled, fill }: FieldsProps & { me: Me }) {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['people', 'reviewers'],
    queryFn: () => ask('GET /api/people', { query: { limit: 200 } }),
    retry: false,
  })
  const self = { id: me.person.id, name: me.person.name }
  const others = (data?.items ?? []).filter(
    ({ id, roles, active }) => active && id !== self.id && roles.some(({ role }) => reviewing.has(role)),
  )
  const chosen = filled.reviewers ?? []
  return (
    <fieldset className="choices">
      <legend>{say('sample.reviewers')}</legend>
      {[...others, self].map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              fill({ reviewers: event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id) })
            }
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  )
}
