/** An empty form of a layout, with the blocks and points that an edition gives. */

import { gather } from '../model/gather.ts'
import type { IndicatorColumn, Level1, TaskColumn } from '../model/index.ts'
import {
  chooseEdition,
  type Edition,
  editionById,
  type Layout,
  type LayoutBlock,
  layoutById,
  taskExtraFields,
} from '../rulebook/index.ts'
import { columnsOf, type HeadColumn } from './columns.ts'
import { type Draft, type DraftRow, draftSchema, headRow, type RowId } from './draft.ts'

export interface BlankForm {
  /** Layout id. */
  readonly layout: string
  /** Edition id; null: the one for the place, the kind and the year. */
  readonly edition: string | null
  readonly fiscalYear: number
  /** Names that are known: region, department, supervisor, project, implementer. */
  readonly head?: Readonly<Partial<Record<HeadColumn, string>>>
}

/** Labels of the official forms (部门自评表, 项目自评表): level 1 with its levels 2. */
const labels: Readonly<Partial<Record<Level1, { readonly level1: string; readonly level2: readonly string[] }>>> = {
  cost: { level1: '成本指标', level2: ['经济成本指标', '社会成本指标', '生态环境成本指标'] },
  output: { level1: '产出指标', level2: ['数量指标', '质量指标', '时效指标'] },
  benefit: { level1: '效益指标', level2: ['经济效益指标', '社会效益指标', '生态效益指标'] },
  satisfaction: { level1: '满意度指标', level2: ['服务对象满意度指标'] },
  process: { level1: '过程', level2: [''] },
  input: { level1: '投入', level2: [''] },
}

/** In the older frame cost stands under output, and lasting influence is a benefit of its own. */
const olderFrame: Readonly<Partial<Record<Level1, readonly string[]>>> = {
  output: ['成本指标'],
  benefit: ['可持续影响指标'],
}

const sourceNames: readonly string[] = ['其中:当年财政拨款', '上年结转资金', '其他资金']
const taskNames: readonly string[] = ['基本支出', '项目支出', '其他支出']

type BlockOf<B extends LayoutBlock['block']> = Extract<LayoutBlock, { block: B }>

export function blockOf<B extends LayoutBlock['block']>(layout: Layout, block: B): BlockOf<B> | undefined {
  return layout.blocks.find((one): one is BlockOf<B> => one.block === block)
}

function rowOf(id: RowId, cells: Readonly<Record<string, string>>): DraftRow {
  return { id, cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')) }
}

function indicatorRows(layout: Layout, edition: Edition, newId: () => RowId): DraftRow[] {
  const block = blockOf(layout, 'indicators')
  if (block === undefined) return []
  const kinds = new Set(gather(edition.blocks, (one) => one.kinds))
  return gather(edition.blocks, ({ kinds: own, points }) =>
    gather(own, (kind) => {
      const label = labels[kind]
      if (label === undefined) return []
      const level2 = kinds.has('cost') ? label.level2 : [...label.level2, ...(olderFrame[kind] ?? [])]
      // Kinds that share their points: which has how many is for the unit to say.
      const level1Points = block.pointsInLabels && own.length === 1 ? points.value : ''
      return level2.map((name) => rowOf(newId(), { level1: label.level1, level1Points, level2: name }))
    }),
  )
}

function taskRows(layout: Layout, edition: Edition, newId: () => RowId): DraftRow[] {
  const block = blockOf(layout, 'tasks')
  if (block === undefined) return []
  const weight = block.columns.some(({ field }) => field === 'weight') ? edition.executionPoints.value : ''
  const total = { name: block.totalLabel, weight }
  const others = (block.rows === 'sources' ? sourceNames : taskNames).map((name) => ({ name, weight: '' }))
  const rows = block.total === 'first' ? [total, ...others] : [...others, total]
  return rows.map((cells) => rowOf(newId(), cells))
}

/** Labels of the texts that a layout asks for beyond the names. */
export function factLabelsOf(layout: Layout): readonly string[] {
  return gather(layout.blocks, (block) => {
    if (block.block === 'notes') return block.labels
    if (block.block !== 'facts') return []
    return gather(block.rows.flat(), ({ field, label }) => (field === 'fact' ? [label] : []))
  })
}

function factRows(layout: Layout, newId: () => RowId): DraftRow[] {
  return factLabelsOf(layout).map((label) => rowOf(newId(), { label }))
}

const extraFields: ReadonlySet<string> = new Set(taskExtraFields)

/** Columns that a layout prints, as the form tells them. */
export function printedColumns(layout: Layout): Draft['columns'] {
  const indicators = new Set(columnsOf('indicators').map((column) => column.replace('survey.', '')))
  const tasks = new Set<TaskColumn>()
  for (const { field } of blockOf(layout, 'tasks')?.columns ?? []) {
    if (!extraFields.has(field)) tasks.add(field.split('.')[0] as TaskColumn)
  }
  const shown = (blockOf(layout, 'indicators')?.columns ?? []).map(({ field }) => field)
  return {
    indicators: shown.filter((field): field is IndicatorColumn => indicators.has(field)),
    tasks: [...tasks],
  }
}

function namesMoneyUnit(layout: Layout): boolean {
  const block = blockOf(layout, 'tasks')
  return (
    block !== undefined &&
    [block.label, ...block.columns.map(({ group = '' }) => group)].some((text) => text.includes('万元'))
  )
}

/** A blank form. Throws where no such layout or edition is on file: whoever issues a campaign chose from the lists. */
export function blankDraft(
  { layout: layoutId, edition: asked, fiscalYear, head = {} }: BlankForm,
  newId: () => RowId,
): Draft {
  const layout = layoutById(layoutId)
  if (layout === undefined) throw new RangeError(`no layout '${layoutId}'`)
  const place = head.region ?? head.department ?? ''
  const edition =
    asked === null
      ? chooseEdition({ place, kind: layout.kind, year: fiscalYear, level1: new Set() }).edition
      : editionById(asked)
  if (edition === undefined) throw new RangeError(`no edition '${asked}'`)
  const points = blockOf(layout, 'tasks') === undefined ? '' : edition.executionPoints.value
  const goals = blockOf(layout, 'goals') === undefined ? [] : [rowOf(newId(), {})]
  return {
    schema: draftSchema,
    kind: layout.kind,
    ...(layout.stage === undefined ? {} : { stage: layout.stage }),
    layout: layout.id,
    edition: asked,
    head: rowOf(headRow, {
      title: blockOf(layout, 'title')?.text ?? '',
      fiscalYear: `${fiscalYear}年度`,
      moneyUnit: namesMoneyUnit(layout) ? '万元' : '',
      executionPoints: points,
      ...head,
    }),
    tasks: taskRows(layout, edition, newId),
    goals,
    indicators: indicatorRows(layout, edition, newId),
    facts: factRows(layout, newId),
    columns: printedColumns(layout),
  }
}
