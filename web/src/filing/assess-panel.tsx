/** The reviewer's own values beside the unit's: what is taken off, why, and how far the two lie apart. */

import { useState } from 'react'
import type { FilingView } from '../../../src/api/types.ts'
import { findRow, textAt } from '../../../src/core/draft/index.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { phrases } from '../../../src/core/review/index.ts'
import { readNumber } from '../../../src/core/values/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { useRowName } from './step-fields.tsx'

interface AssessPanelProps {
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

export function AssessPanel({ view, editor, refresh }: AssessPanelProps) {
  const say = useSay()
  const nameOf = useRowName(editor)
  useGridSnapshot(editor.grid)
  const { draft, sheet } = editor.document.snapshot()
  const entity = sheet.rows[editor.grid.selection.anchor.row]?.entity ?? null
  const row = entity?.block === 'indicators' ? (draft.indicators[entity.index]?.id ?? null) : null
  const mayAssess = view.allowed.some(({ event, allowed }) => event === 'assess' && allowed)
  const scoreOf = (id: string) => readNumber(textAt(findRow(draft, id)?.row ?? draft.head, 'score')).value
  const lines = Object.entries(view.assessments).map(([id, { value, reason }]) => {
    const own = id === 'execution' ? null : scoreOf(id)
    const theirs = value === null ? null : Exact.of(value)
    return { id, own, theirs, reason, cut: own === null || theirs === null ? null : own.minus(theirs) }
  })
  const cut = Exact.sum(lines.flatMap((line) => line.cut ?? []))
  return (
    <div className="assess">
      {mayAssess && row !== null && (
        <AssessForm key={row} id={view.summary.id} row={row} name={nameOf(row)} own={scoreOf(row)} refresh={refresh} />
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
            {lines.map(({ id, own, theirs, reason }) => (
              <tr key={id}>
                <th scope="row">
                  {nameOf(id)}
                  <p className="soft">{reason}</p>
                </th>
                <td>{own?.toFixed(2) ?? '—'}</td>
                <td>
                  <strong>{theirs?.toFixed(2) ?? '—'}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > 0 && <p className="figures">{say('assess.cut', { cut: cut.toFixed(2) })}</p>}
    </div>
  )
}

interface AssessFormProps {
  readonly id: string
  readonly row: string
  readonly name: string
  readonly own: Exact | null
  readonly refresh: () => Promise<unknown>
}

function AssessForm({ id, row, name, own, refresh }: AssessFormProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const [value, setValue] = useState(own?.toFixed(2) ?? '')
  const [reason, setReason] = useState('')
  const [phrase, setPhrase] = useState('')
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
        ask(`/api/filings/${id}/assessments`, { method: 'POST', body }).then(refresh, setError)
      }}
    >
      <h2>{name}</h2>
      <SaidRefusal error={error} />
      <p className="figures">
        {say('assess.own')} {own?.toFixed(2) ?? '—'}
      </p>
      <label className="field">
        <span className="label">{say('assess.reviewed')}</span>
        <input className="input" inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} />
      </label>
      <label className="field">
        <span className="label">{say('assess.phrase')}</span>
        <select
          className="input"
          value={phrase}
          onChange={(event) => {
            setPhrase(event.target.value)
            const chosen = phrases.find((each) => each.id === event.target.value)
            if (chosen !== undefined) setReason(chosen.text[lang])
          }}
        >
          <option value="">—</option>
          {phrases.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title[lang]}
            </option>
          ))}
        </select>
      </label>
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
