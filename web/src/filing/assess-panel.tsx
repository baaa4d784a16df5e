/** The reviewer's own values beside the unit's: what is taken off, why, and how far the two lie apart. */

import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Assessment, FilingView } from '../../../src/api/types.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { type OwnRow, type ReviewSheet, reviewSheet } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useSay } from '../texts/index.ts'
import { PhraseChoice } from './phrase-choice.tsx'
import { goToRow, useRowName } from './step-fields.tsx'

interface AssessPanelProps {
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

/** The unit's rows with the reviewer's values beside them, added up. */
function useReviewSheet({ assessments }: FilingView, editor: Editor): ReviewSheet {
  const { form, draft } = useSyncExternalStore(editor.document.subscribe, editor.document.snapshot)
  return useMemo(() => {
    const rows = draft.indicators.map(({ id }, index): OwnRow => {
      const { name, weight, score } = form.indicators[index]!
      return { row: id, name: name.raw, weight: weight.value?.toString() ?? null, own: score.value?.toString() ?? null }
    })
    const values = Object.entries(assessments).map(
      ([row, { value, reason }]) => [row, { score: value, reason }] as const,
    )
    return reviewSheet(rows, Object.fromEntries(values))
  }, [form, draft, assessments])
}

function points(text: string | null): string {
  return text === null ? '—' : Exact.of(text).toFixed(2)
}

function percent(ratio: string | null): string {
  return ratio === null ? '' : `${Exact.of(ratio).times(Exact.hundred).toFixed(2)}%`
}

export function AssessPanel({ view, editor, refresh }: AssessPanelProps) {
  const say = useSay()
  const nameOf = useRowName(editor)
  useGridSnapshot(editor.grid)
  const { draft, sheet } = editor.document.snapshot()
  const entity = sheet.rows[editor.grid.selection.anchor.row]?.entity ?? null
  const row = entity?.block === 'indicators' ? (draft.indicators[entity.index]?.id ?? null) : null
  const mayAssess = view.allowed.some(({ event, allowed }) => event === 'assess' && allowed)
  const { rows, total } = useReviewSheet(view, editor)
  const own = new Map(rows.map((each) => [each.row, each]))
  const lines = Object.entries(view.assessments).map(([id, { value, reason }]) => ({
    ...{ id, reason, own: own.get(id)?.own ?? null },
    ...{ reviewed: value, deviation: own.get(id)?.deviation ?? null },
  }))
  const known = row === null ? undefined : view.assessments[row]
  return (
    <div className="assess">
      {mayAssess && row !== null && (
        <AssessForm
          key={row}
          id={view.summary.id}
          row={row}
          name={nameOf(row)}
          own={own.get(row)?.own ?? null}
          known={known}
          refresh={refresh}
        />
      )}
      {mayAssess && row === null && <p className="soft">{say('assess.choose')}</p>}
      {lines.length > 0 && (
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
            {lines.map(({ id, own: before, reviewed, reason, deviation }) => (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="jump" onClick={() => goToRow(editor, id)}>
                    {nameOf(id)}
                  </button>
                  <p className="soft">{reason}</p>
                </th>
                <td>{points(before)}</td>
                <td>
                  <strong>{points(reviewed)}</strong>
                  <p className="soft">{percent(deviation)}</p>
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
      )}
      {lines.length > 0 && <p className="figures">{say('assess.cut', { cut: points(total.deducted) })}</p>}
    </div>
  )
}

interface AssessFormProps {
  readonly id: string
  readonly row: string
  readonly name: string
  readonly own: string | null
  readonly known: Assessment | undefined
  readonly refresh: () => Promise<unknown>
}

function AssessForm({ id, row, name, own, known, refresh }: AssessFormProps) {
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
      <h2>{name}</h2>
      <SaidRefusal error={error} />
      <p className="figures">
        {say('assess.own')} {points(own)}
      </p>
      <label className="field">
        <span className="label">{say('assess.reviewed')}</span>
        <input className="input" inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} />
      </label>
      <PhraseChoice
        value={phrase}
        onChoose={(chosen, text) => {
          setPhrase(chosen?.id ?? '')
          if (chosen !== null) setReason(text)
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
