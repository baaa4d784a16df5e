/** What was spent against what was reached. */

import { QuadrantChart } from '../charts/quadrant-chart.tsx'
import { ShapeSign } from '../charts/rows-chart.tsx'
import { placeOf } from './insight-data.ts'
import { useInsightSay } from './insight-texts.ts'
import { rateOf, spanOf } from './measures.ts'
import type { SeenProps } from './totals.tsx'

/** Whole numbers around the figures, with a little room. */
function around({ from, to }: ReturnType<typeof spanOf>, cut: number, most: number) {
  const least = Math.floor(Math.min(cut, from) - 1)
  const highest = Math.ceil(Math.max(cut, to) + 0.5)
  return { from: Math.max(0, least), to: Math.min(most, highest), cut }
}

export function SpendingChart({ filings, view }: SeenProps) {
  const say = useInsightSay()
  const cut = { rate: view.executionRate, average: view.average }
  const known = filings.flatMap((filing) => {
    const rate = rateOf(filing)
    return rate === null || filing.total === null ? [] : [{ ...filing, rate, total: filing.total }]
  })
  const [x, y] = [Number(cut.rate ?? 0), Number(cut.average ?? 0)]
  const acrossX = around(spanOf(known.map(({ rate }) => Number(rate))), x, 200)
  const acrossY = around(spanOf(known.map(({ total }) => Number(total))), y, 101)
  const far = known.filter(
    ({ rate, total }) =>
      Number(rate) < acrossX.from ||
      Number(rate) > acrossX.to ||
      Number(total) < acrossY.from ||
      Number(total) > acrossY.to,
  ).length
  const isMarked = ({ rate, total }: { rate: string; total: string }) => Number(rate) < x && Number(total) >= y
  return (
    <QuadrantChart
      title={say('quadrant.title')}
      says={
        <p>
          {say('quadrant.says', {
            rate: cut.rate ?? '—',
            average: cut.average ?? '—',
            n: known.filter(isMarked).length,
          })}
          {far > 0 && ` ${say('quadrant.far', { n: far })}`}
        </p>
      }
      legend={
        <>
          <span>
            <ShapeSign shape="square" /> {say('quadrant.marked')}
          </span>
          <span>
            <ShapeSign shape="ring" /> {say('quadrant.other')}
          </span>
        </>
      }
      x={{
        name: say('quadrant.x'),
        ...acrossX,
      }}
      y={{
        name: say('quadrant.y'),
        ...acrossY,
      }}
      parts={[
        say('quadrant.upperLeft'),
        say('quadrant.upperRight'),
        say('quadrant.lowerLeft'),
        say('quadrant.lowerRight'),
      ]}
      points={known.map((filing) => ({
        key: filing.id,
        x: Number(filing.rate),
        y: Number(filing.total),
        label: `${filing.title}：${say('col.rate')} ${filing.rate}，${say('col.total')} ${filing.total}`,
        href: placeOf(filing.id),
        isMarked: isMarked(filing),
      }))}
      table={{
        columns: [
          { title: say('col.unit') },
          { title: say('col.rate'), isNumber: true },
          { title: say('col.total'), isNumber: true },
          { title: say('col.budgeted'), isNumber: true },
          { title: say('col.executed'), isNumber: true },
        ],
        rows: [...known]
          .sort(
            (one, other) => Number(isMarked(other)) - Number(isMarked(one)) || Number(one.rate) - Number(other.rate),
          )
          .map(({ id, title, rate, total, budgeted, executed }) => ({
            key: id,
            href: placeOf(id),
            cells: [title, rate, total, budgeted ?? '', executed ?? ''],
          })),
      }}
    />
  )
}
