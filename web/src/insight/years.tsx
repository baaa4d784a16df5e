/** Three years side by side: the whole in words, the units that changed most as marks on one line each. */

import type { FilingSummary } from '../../../src/api/types.ts'
import { RowsChart, type Shape, ShapeSign } from '../charts/rows-chart.tsx'
import { placeOf, type ViewOf } from './insight-data.ts'
import { useInsightSay } from './insight-texts.ts'
import { unitYears } from './measures.ts'

const shapes: readonly Shape[] = ['cross', 'triangle', 'dot']
const drawn = 20

interface YearsChartProps {
  readonly filings: readonly FilingSummary[]
  readonly views: readonly ViewOf[]
  /** The latest that is shown. */
  readonly year: number
}

export function YearsChart({ filings, views, year }: YearsChartProps) {
  const say = useInsightSay()
  const years = [year - 2, year - 1, year]
  const units = unitYears(filings, years)
  const all = units.slice(0, drawn).flatMap((unit) => [...unit.years.values()].map(({ total }) => Number(total)))
  const from = Math.floor(Math.min(100, ...all) / 5) * 5
  const step = 100 - from > 25 ? 10 : from > 90 ? 2.5 : 5
  const ticks = Array.from({ length: Math.floor((100 - from) / step) + 1 }, (_, at) => from + at * step)
  const said = years.flatMap((each) => {
    const view = views.find(({ key }) => key === String(each))?.view
    return view === undefined
      ? []
      : [say('years.of', { year: each, average: view.average ?? '—', rate: view.executionRate ?? '—' })]
  })
  return (
    <RowsChart
      title={say('threeYears.title')}
      says={
        <p>
          {said.join('；')}。{units.length > drawn && ` ${say('years.drawn', { n: drawn })}`}
        </p>
      }
      legend={years.map((each, at) => (
        <span key={each}>
          <ShapeSign shape={shapes[at]!} /> {each}
        </span>
      ))}
      from={from}
      to={100}
      ticks={ticks}
      rows={units.slice(0, drawn).map(({ unit, name, years: own, spread }) => ({
        key: unit,
        name,
        href: own.has(year) ? placeOf(own.get(year)!.id) : undefined,
        label: `${name}：${years.map((each) => `${each} ${own.get(each)?.total ?? '—'}`).join('，')}`,
        marks: years.flatMap((each, at) => {
          const total = own.get(each)?.total
          return total == null ? [] : [{ shape: shapes[at]!, value: Number(total) }]
        }),
        figure: `Δ ${spread}`,
      }))}
      table={{
        columns: [{ title: say('col.unit') }, ...years.map((each) => ({ title: String(each), isNumber: true }))],
        rows: units.map(({ unit, name, years: own }) => ({
          key: unit,
          ...(own.has(year) ? { href: placeOf(own.get(year)!.id) } : {}),
          cells: [name, ...years.map((each) => own.get(each)?.total ?? '')],
        })),
      }}
    />
  )
}
