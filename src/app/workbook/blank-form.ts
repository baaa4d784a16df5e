/** An empty form of a layout, by the rules of a year: its blocks with their points, rows to be written. */

import type { Form, FormKind, Level1 } from '../../core/model/index.ts'
import { type FormSketch, formFromSketch, type IndicatorSketch, type TaskSketch } from '../../core/recognise/index.ts'
import { type Edition, figureOf, type Layout } from '../../core/rulebook/index.ts'
import { level1Words } from '../../core/texts/index.ts'

/** Level-2 labels under each level-1 label, with rows to be written for each. */
const level2: Readonly<Partial<Record<Level1, readonly (readonly [string, number])[]>>> = {
  cost: [
    ['经济成本指标', 2],
    ['社会成本指标', 1],
    ['生态环境成本指标', 1],
  ],
  output: [
    ['数量指标', 3],
    ['质量指标', 2],
    ['时效指标', 2],
    ['成本指标', 2],
  ],
  benefit: [
    ['经济效益指标', 2],
    ['社会效益指标', 2],
    ['生态效益指标', 1],
    ['可持续影响指标', 2],
  ],
  satisfaction: [['服务对象满意度指标', 2]],
}

const ownKinds: readonly Level1[] = ['output', 'benefit', 'satisfaction']

export interface BlankOptions {
  readonly layout: Layout
  readonly kind: FormKind
  readonly year: number
  readonly edition: Edition
}

function rowsOf({ edition }: BlankOptions): readonly IndicatorSketch[] {
  const blocks = edition.blocks.flatMap(({ kinds, points }) =>
    kinds.map((kind) => ({ kind, points: kinds.length === 1 ? figureOf(points).toString() : null })),
  )
  const all = blocks.length === 0 ? ownKinds.map((kind) => ({ kind, points: null })) : blocks
  const hasCost = all.some(({ kind }) => kind === 'cost')
  return all.flatMap(({ kind, points }) => {
    const word = level1Words[kind].zh
    const label = points === null ? word : `${word}(${points}分)`
    const labels = level2[kind] ?? [['', 2] as const]
    return labels
      .filter(([name]) => !(hasCost && kind === 'output' && name === '成本指标'))
      .flatMap(([name, count]) => Array.from({ length: count }, () => ({ level1: label, level2: name })))
  })
}

/** The rows of the money table: tasks to be written, or the sources of funds. */
function moneyOf({ layout }: BlankOptions): readonly TaskSketch[] {
  const block = layout.blocks.find((one) => one.block === 'tasks')
  if (block === undefined) return []
  const total: TaskSketch = { row: 'total', name: block.totalLabel }
  const others: readonly TaskSketch[] =
    block.rows === 'tasks'
      ? Array.from({ length: 4 }, (): TaskSketch => ({ row: 'task' }))
      : [
          { row: 'source', name: '其中:财政拨款' },
          { row: 'source', name: '上年结转资金' },
          { row: 'source', name: '其他资金' },
        ]
  return block.total === 'first' ? [total, ...others] : [...others, total]
}

export function blankForm(options: BlankOptions): Form {
  const { layout, kind, year, edition } = options
  const title = layout.blocks.find((one) => one.block === 'title')
  const printsPoints = layout.blocks.some(
    (one) => one.block === 'tasks' && one.columns.some(({ field }) => field === 'weight'),
  )
  const points = figureOf(edition.executionPoints)
  const money = moneyOf(options).map((task) =>
    task.row === 'total' && printsPoints && points.isPositive ? { ...task, weight: points.toString() } : task,
  )
  const sketch: FormSketch = {
    kind,
    title: title?.text ?? layout.title.zh,
    fiscalYear: `${year}年`,
    moneyUnit: '万元',
    tasks: money,
    goals: Array.from({ length: 3 }, () => ({})),
    indicators: rowsOf(options),
  }
  return { ...formFromSketch(sketch), layout: layout.id }
}
