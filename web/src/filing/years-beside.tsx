/** The years before, beside the cell one stands in: in short above the form, in full beside it. */

import { Exact } from '../../../src/core/model/index.ts'
import type { Editor } from '../editor/editor.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import type { RowYears, Years } from './years.ts'

interface YearsProps {
  readonly years: Years
  readonly editor: Editor
}

function useRow({ years, editor }: YearsProps): RowYears | null {
  useGridSnapshot(editor.grid)
  const entity = editor.grid.sheet.rows[editor.grid.selection.anchor.row]?.entity ?? null
  const row = entity?.block === 'indicators' ? years.get(entity.index) : undefined
  return row === undefined || row.history.points.length < 2 ? null : row
}

function short(text: string): string {
  return Exact.of(text)
    .toFixed(2)
    .replace(/\.?0+$/, '')
}

/** Last year's target and actual, and between what the results lay. */
export function LastYear(props: YearsProps) {
  const say = useSay()
  const row = useRow(props)
  if (row === null) return null
  const { points, limits, outside, unit } = row.history
  const last = points.at(-2)!
  return (
    <span className="last-year">
      <span className="soft">{last.year}</span> {last.target === '' ? '—' : last.target} →{' '}
      <strong>{last.actual === '' ? '—' : last.actual}</strong>
      {limits !== null && (
        <span className={outside === true ? 'tag warning' : 'soft'}>
          {say(outside === true ? 'years.outside' : 'years.usual', {
            least: short(limits.least),
            most: short(limits.most),
            unit,
          })}
        </span>
      )}
    </span>
  )
}

/** All years of the row one stands in, its limits, and a range for next year's target with its reasons. */
export function RowHistory(props: YearsProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const row = useRow(props)
  if (row === null) return null
  const { history, suggestion } = row
  return (
    <section className="years" aria-label={say('years.title')}>
      <h2>{say('years.title')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('years.year')}</th>
            <th scope="col">{say('column.target')}</th>
            <th scope="col">{say('column.actual')}</th>
            <th scope="col">{say('years.share')}</th>
          </tr>
        </thead>
        <tbody>
          {history.points.map(({ year, target, actual, share }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{target}</td>
              <td>{actual}</td>
              <td>{share === null ? '' : `${share}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {history.limits !== null && (
        <p className="figures">
          {say(history.outside === true ? 'years.outside' : 'years.usual', {
            least: short(history.limits.least),
            most: short(history.limits.most),
            unit: history.unit,
          })}
        </p>
      )}
      {suggestion !== null && suggestion.least !== null && (
        <details>
          <summary>
            {say('years.next', { least: short(suggestion.least), most: short(suggestion.most), unit: history.unit })}
          </summary>
          {suggestion.reasons.map((reason) => (
            <p key={reason.zh}>{reason[lang]}</p>
          ))}
          <p className="soft">{say('years.never')}</p>
        </details>
      )}
    </section>
  )
}
