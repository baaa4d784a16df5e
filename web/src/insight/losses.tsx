/** Where points are lost, where results lie far above their targets, where satisfaction heaps. */

import type { IndicatorFound } from '../../../src/api/types.ts'
import type { RollUpView } from '../../../src/core/insight/index.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { ColumnsChart } from '../charts/columns-chart.tsx'
import { RowsChart, ShapeSign } from '../charts/rows-chart.tsx'
import { percentOf, placeOf } from './insight-data.ts'
import { useInsightSay } from './insight-texts.ts'
import { runningShares } from './measures.ts'

/** Kinds of indicators that lost points, the costliest first. */
export function lossesOf(
  view: RollUpView,
): readonly { readonly name: string; readonly lost: Exact; readonly rows: number }[] {
  return view.blocks
    .filter(({ level, name }) => level === 2 && name !== '')
    .map(({ name, lost, rows }) => ({ name, lost: Exact.of(lost), rows }))
    .filter(({ lost }) => lost.isPositive)
    .sort((one, other) => other.lost.compare(one.lost))
}

export function LossesChart({ view, campaign }: { view: RollUpView; campaign: string }) {
  const say = useInsightSay()
  const losses = lossesOf(view)
  const running = runningShares(losses.map(({ lost }) => lost.toString()))
  const [first] = losses
  const hrefOf = (name: string) => `/insight/rows?campaign=${campaign}&level2=${encodeURIComponent(name)}`
  return (
    <ColumnsChart
      title={say('pareto.title')}
      says={
        <p>
          {first === undefined
            ? say('pareto.nothing')
            : say('pareto.says', {
                lost: Exact.sum(losses.map(({ lost }) => lost)).toFixed(2),
                name: first.name,
                first: first.lost.toFixed(2),
                share: running[0] ?? '',
              })}
        </p>
      }
      legend={
        <span>
          <ShapeSign shape="line" /> {say('pareto.line')}
        </span>
      }
      columns={losses.map(({ name, lost }, at) => ({
        key: name,
        name: name.replace(/指标$/, ''),
        value: Number(lost.toString()),
        figure: lost.toFixed(1),
        label: `${name}：${say('col.lost')} ${lost.toFixed(2)}，${say('col.running')} ${running[at]}`,
        href: hrefOf(name),
        running: Number(running[at]),
      }))}
      table={{
        columns: [
          { title: say('col.kind') },
          { title: say('col.lost'), isNumber: true },
          { title: say('col.running'), isNumber: true },
          { title: say('col.rows'), isNumber: true },
        ],
        rows: losses.map(({ name, lost, rows }, at) => ({
          key: name,
          href: hrefOf(name),
          cells: [name, lost.toString(), running[at]!, String(rows)],
        })),
      }}
    />
  )
}

/** Rows that are drawn, and where their axis ends: what lies beyond is drawn at its end and told by its figure. */
const drawn = 15
const widest = 500

export function OverChart({ view, rows }: { view: RollUpView; rows: readonly IndicatorFound[] }) {
  const say = useInsightSay()
  const known = rows.flatMap((row) => {
    const percent = percentOf(row.achievement)
    return percent === null || percent <= 100 ? [] : [{ ...row, percent }]
  })
  return (
    <RowsChart
      title={say('over.title')}
      says={
        <p>
          {say('over.says', view.over)}{' '}
          {known.length > 0 && say('over.drawn', { n: Math.min(drawn, known.length), most: widest })}
        </p>
      }
      from={0}
      to={widest}
      ticks={[0, 100, 200, 300, 400, 500]}
      unit="%"
      rows={known.slice(0, drawn).map(({ filing, path, name, organisation, percent, target, actual }) => ({
        key: `${filing} ${path}`,
        name,
        href: placeOf(filing, `${path}/actual`),
        label: `${organisation.name} ${name}：${say('col.target')} ${target}，${say('col.actual')} ${actual}，${percent}%`,
        marks: [{ shape: 'bar', value: percent }],
        figure: `${percent}%`,
      }))}
      table={{
        columns: [
          { title: say('col.name') },
          { title: say('col.unit') },
          { title: say('col.target') },
          { title: say('col.actual') },
          { title: say('col.achievement'), isNumber: true },
        ],
        rows: known.map(({ filing, path, name, organisation, percent, target, actual }) => ({
          key: `${filing} ${path}`,
          href: placeOf(filing, `${path}/actual`),
          cells: [name, organisation.name, target, actual, String(percent)],
        })),
      }}
    />
  )
}

export function SatisfactionChart({ view }: { view: RollUpView }) {
  const say = useInsightSay()
  const { rows, onTargetShare, percents, peak } = view.satisfaction
  const share = (count: number) =>
    rows === 0 ? '' : Exact.of(count).times(Exact.hundred).dividedBy(Exact.of(rows)).toFixed(1)
  return (
    <ColumnsChart
      title={say('satisfaction.title')}
      says={
        <p>
          {peak === null
            ? say('satisfaction.few', { rows })
            : say('satisfaction.says', {
                rows,
                share: onTargetShare ?? '—',
                percent: peak.percent,
                peak: peak.share,
              })}
        </p>
      }
      columns={percents.map(([percent, count]) => ({
        key: String(percent),
        name: String(percent),
        value: count,
        figure: String(count),
        label: `${percent}%：${count}`,
        isMarked: percent === peak?.percent,
      }))}
      table={{
        columns: [
          { title: say('col.percent'), isNumber: true },
          { title: say('col.rows'), isNumber: true },
          { title: say('col.share'), isNumber: true },
        ],
        rows: percents.map(([percent, count]) => ({
          key: String(percent),
          cells: [String(percent), String(count), share(count)],
        })),
      }}
    />
  )
}
