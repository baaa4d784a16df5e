/** Indicators into the rows of a blank table. */

import { printedIndicator } from '../layout/printed-text.ts'
import { gather } from '../model/gather.ts'
import { type Indicator, indicatorPath } from '../model/index.ts'
import { indicatorColumns } from '../recognise/headers/headers.ts'
import type { Draft } from '../recognise/sections.ts'
import type { IndicatorField } from '../rulebook/layout.ts'
import { allot, type BlankRow } from './allocate.ts'
import { type Columns, columnsOf, holdsFigures, nameOfField } from './columns.ts'
import { type Block, blockFor, blocksOf, labelKey, nameKey } from './indicator-blocks.ts'
import { type FilledRow, placeLabels } from './label-runs.ts'
import type { PlanBuilder } from './plan-builder.ts'
import { regionBelow } from './region.ts'

const levels: ReadonlySet<string> = new Set(['level1', 'level2'])

/** Cells of one indicator, without its labels. */
function putRow(plan: PlanBuilder, columns: Columns, index: number, at: FilledRow['at'], named: boolean): void {
  const fields = new Set([...columns.keys()].map((field) => field.replace(/^\?/, '') as IndicatorField))
  const row = indicatorPath(index)
  for (const [field, column] of columns) {
    if (levels.has(field)) continue
    const own = field.replace(/^\?/, '') as IndicatorField
    const { text, path } = printedIndicator(plan.form.indicators[index]!, row, own, fields, true)
    if (named && field === 'name') plan.shown.add(path!)
    else plan.put(at, column, { text, path: path! }, nameOfField(field), holdsFigures(field))
  }
}

/** Fields that rows of the form have and the blank table has no column for. */
function tellMissing(plan: PlanBuilder, columns: Columns): void {
  const { form } = plan
  const has = (field: string) => columns.has(field) || columns.has(`?${field}`)
  const survey = form.columns.indicators.filter((field) => !['attribute', 'unit'].includes(field))
  const fields = new Set<string>([...survey, ...gather(form.indicators, ({ extra }) => Object.keys(extra))])
  const isTargetShown = has('target') || has('adjustedTarget') || has('initialTarget')
  for (const field of fields) {
    if (has(field) || (field === 'target' && isTargetShown)) continue
    // A blank form with one column of levels prints the finer one.
    if (levels.has(field) && !columns.has('level1') && !columns.has('level2')) continue
    form.indicators.forEach((indicator, index) => {
      const printed = printedIndicator(indicator, indicatorPath(index), field as IndicatorField, new Set(), true)
      plan.homeless(nameOfField(field), { text: printed.text, path: printed.path! })
    })
  }
}

/** Which block each indicator goes to, those with a printed name of their own first. */
function shareOut(
  blocks: readonly Block[],
  indicators: readonly Indicator[],
): Map<Block, { own: number[]; other: number[] }> {
  const shares = new Map(blocks.map((block) => [block, { own: [] as number[], other: [] as number[] }]))
  const open = new Map<string, Block[]>()
  for (const block of blocks) {
    for (const { name } of block.rows) if (name !== '') open.set(name, [...(open.get(name) ?? []), block])
  }
  indicators.forEach((indicator, index) => {
    const named = open.get(nameKey(indicator.name.raw)) ?? []
    const level2 = labelKey(indicator.level2.cell.raw)
    const match = named.find((block) => block.level2 === level2) ?? named[0]
    if (match !== undefined) {
      named.splice(named.indexOf(match), 1)
      shares.get(match)!.own.push(index)
      return
    }
    const found = blockFor(blocks, indicator)
    if (found !== null) shares.get(found.block)![found.fits ? 'own' : 'other'].push(index)
  })
  return shares
}

/** Points that the form prints in a label, and the blank form does not, or prints others. */
function comparePoints(plan: PlanBuilder, { rows }: Block, item: number): void {
  const [first] = rows
  const indicator = plan.form.indicators[item]!
  for (const level of ['level1', 'level2'] as const) {
    const spot = level === 'level1' ? first?.spot1 : first?.spot2
    const points = indicator[level].points.raw
    if (spot == null || labelKey(spot.text) === '' || points === '') continue
    const printed = /(\d+(?:\.\d+)?)(?:分|%)?[)\]】]?$/.exec(spot.key)?.[1]
    const path = `${indicatorPath(item)}.${level}.points`
    if (printed === undefined) plan.homeless(`${nameOfField(level)}分值`, { text: points, path })
    else if (printed !== points) plan.kept({ text: points, path }, spot)
  }
}

/** A table of the blank form: its rows under their labels, and its columns. */
interface Table {
  readonly blocks: readonly Block[]
  readonly columns: Columns
}

type Shares = ReturnType<typeof shareOut>

/** Gives the number of rows put in. */
function fillTable(plan: PlanBuilder, { blocks, columns }: Table, shares: Shares): number {
  const { form } = plan
  const filled: FilledRow[] = []
  let added = 0
  for (const block of blocks) {
    const { own, other } = shares.get(block)!
    const names = own.map((index) => nameKey(form.indicators[index]!.name.raw))
    const copyRow = (row: number, count: number) => plan.copyRow(row, count)
    const { taken, free, added: rows } = allot(block.rows, own, names, copyRow)
    added += rows + other.length
    for (const { item, at, named } of taken) putRow(plan, columns, item, at, named)
    if (own[0] !== undefined) comparePoints(plan, block, own[0])
    const column = columns.get('name') ?? 0
    for (const { row, name } of free) {
      if (name === '') plan.leftBlank(nameOfField('name'), { row, copy: 0 }, column)
      else {
        const text = plan.board.spot(row, column)!.text
        plan.note(
          'template/left-blank',
          'named',
          { text: text.trim().slice(0, 60) },
          'form',
          { row, copy: 0, column },
          text,
        )
      }
    }
    const sourceOf = (row: number) => block.rows.find((one) => one.row === row)!
    const rowOf = (at: FilledRow['at'], indicator: number | null, isOther: boolean): FilledRow => ({
      at,
      source: sourceOf(at.row),
      block,
      indicator,
      isOther,
    })
    const all = [
      ...taken.map(({ item, at }) => rowOf(at, item, false)),
      ...free.map(({ row }: BlankRow) => rowOf({ row, copy: 0 }, null, false)),
    ]
    if (other.length > 0) {
      const { row } = block.rows.at(-1)!
      const first = plan.copyRow(row, other.length)
      other.forEach((item, index) => {
        const at = { row, copy: first + index }
        putRow(plan, columns, item, at, false)
        all.push(rowOf(at, item, true))
      })
      const labels = new Set(
        other.map((item) => form.indicators[item]!.level2.cell.raw || form.indicators[item]!.level1.cell.raw),
      )
      for (const label of labels) {
        const data = { label, below: block.level2 || block.level1 }
        const index = other.find((item) =>
          [form.indicators[item]!.level2, form.indicators[item]!.level1].some(({ cell }) => cell.raw === label),
        )
        plan.note('template/label-added', 'label', data, indicatorPath(index!))
      }
    }
    filled.push(...all)
  }
  filled.sort((a, b) => a.at.row - b.at.row || a.at.copy - b.at.copy)
  placeLabels(plan, columns, filled, nameOfField)
  return added
}

/**
 * A blank form may have a table for each level-1 label, each under a header of its own: a row goes to the first that has its
 * labels. One that repeats the labels of another, for a further goal, stays blank, and that is told.
 */
export function fillIndicators(plan: PlanBuilder, draft: Draft): void {
  const tables = gather(draft.indicators, (section): Table[] => {
    const header = indicatorColumns(section.header)
    const columns = columnsOf(header)
    const region = regionBelow(plan.board, draft, section, header, columns.get('name') ?? header.leaves[0]!.column)
    const blocks = blocksOf(plan.board, region, columns)
    return blocks.length === 0 ? [] : [{ blocks, columns }]
  })
  if (tables.length === 0) {
    plan.form.indicators.forEach(({ name }, index) => {
      plan.homeless(nameOfField('name'), { text: name.raw, path: `${indicatorPath(index)}.name` })
    })
    return
  }
  const shares = shareOut(
    gather(tables, ({ blocks }) => blocks),
    plan.form.indicators,
  )
  let added = 0
  for (const table of tables) added += fillTable(plan, table, shares)
  if (added > 0) plan.note('template/rows-added', 'rows', { name: '绩效指标', count: added })
  tellMissing(plan, new Map(gather(tables, ({ columns }) => [...columns])))
}
