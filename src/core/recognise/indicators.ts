/** Indicator rows to Indicators. */

import { gather } from '../model/gather.ts'
import {
  type Cell,
  type Indicator,
  type IndicatorColumn,
  type IndicatorRole,
  indicatorPath,
  type NumberCell,
  type Reading,
  type SurveyField,
  surveyFields,
  type TextCell,
} from '../model/index.ts'
import { level2Of } from '../rulebook/index.ts'
import { readValue, type ValueContext, withFullMarks } from '../values/index.ts'
import { type Header, indicatorColumns } from './headers/headers.ts'
import { withLevelColumns } from './headers/level-columns.ts'
import { joinRows } from './joins.ts'
import type { Ledger } from './ledger.ts'
import { readLevels } from './levels/index.ts'
import { unstackLevels } from './levels/stacked-levels.ts'
import {
  isSubtotal,
  type Subtotal,
  subtotalOf,
  targetCells,
  withExecution,
  withLevel1,
  withPointsOfNames,
  withSharedNotes,
  withSign,
  withSignOf,
} from './row-parts.ts'
import type { Section } from './sections.ts'
import { cleanText, joinCells, type SourceCell, type SourceRow } from './source.ts'
import { countIn, surveyOf, withSurvey } from './survey.ts'
import { readTable, type TableRow } from './table.ts'

const core: ReadonlySet<string> = new Set<IndicatorColumn>([
  'level1',
  'level2',
  'name',
  'attribute',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
  'note',
  ...surveyFields,
])

/** Columns of the points of whole blocks: they are read with the labels. */
const pointsOfBlocks: ReadonlySet<string> = new Set(['level1Points', 'level2Points'])

/** 指标1:, 指标2, ……, 质量指标 with nothing beside it: rows of the blank form that nobody filled in. */
const TEMPLATE = /^(?:[★*]?(?:指标|三级指标)?[\d一二三四五六七八九十]{0,3}[:：.、]?|[.…·]+|指标[.…·]+)$/

const valueFields = ['target', 'initialTarget', 'adjustedTarget', 'actual', 'weight', 'score', 'note'] as const

function keyOfField(row: TableRow, field: string): string {
  const cells = row.fields.get(field)
  if (cells === undefined) return ''
  return cells.length === 1 ? cells[0]!.key : cells.map((cell) => cell.key).join('')
}

function isTemplate(row: TableRow): boolean {
  const name = keyOfField(row, 'name')
  return (
    ((TEMPLATE.test(name) || (name.endsWith('指标') && level2Of(name) !== null)) &&
      valueFields.every((field) => ['', '-', '/', '—'].includes(keyOfField(row, field)))) ||
    isDotsOnly(row)
  )
}

/** '……' alone in a row, in whichever column it came to stand. */
function isDotsOnly(row: TableRow): boolean {
  let dots = 0
  for (const [field, cells] of row.fields) {
    if (field === 'level1' || field === 'level2' || field === 'block') continue
    if (!cells.every(({ key }) => /^[.…·]{2,}$|^…$/.test(key))) return false
    dots++
  }
  return dots > 0
}

/** Nothing but labels: a block printed without any row. */
function isLabelOnly(row: TableRow): boolean {
  return [...row.fields.keys()].every(
    (field) => field === 'block' || field === 'level1' || field === 'level2' || pointsOfBlocks.has(field),
  )
}

/** What the texts of a row say by themselves: 不适用 or 其中…, by the key of its name and its target. */
export function roleTold(name: string, target: Cell<Reading>): IndicatorRole {
  const value = target.value?.value ?? null
  if (/^(?:不适用|无此项)/.test(name) || (value?.kind === 'none' && value.notApplicable)) return 'notApplicable'
  return /^其中/.test(name) ? 'part' : 'scored'
}

function roleOf(row: TableRow, target: Cell<Reading>, before: TableRow | undefined): IndicatorRole {
  const name = keyOfField(row, 'name')
  const told = roleTold(name, target)
  if (told !== 'scored') return told
  const child = /^(?:\d+|[(]\d+[)])[、.)]/.test(name) && !row.fields.has('weight')
  return child && before?.fields.has('weight') === true ? 'part' : 'scored'
}

/** 指标性质 + 指标值 + 度量单位 as one printed target; the value is read with its parts told apart. */
function targetCell(row: TableRow, split: boolean, context: ValueContext, ledger: Ledger): Cell<Reading> {
  const own = targetCells(row)
  const read = (cells: readonly SourceCell[] | undefined): Cell<Reading> =>
    ledger.as(cells, (text) => readValue(cleanText(text), context))
  if (!split) return read(own)
  const parts = gather([row.fields.get('attribute'), own, row.fields.get('unit')], (cells) =>
    cells === undefined || cells.length === 0 ? [] : [joinCells(cells as [SourceCell, ...SourceCell[]])],
  )
  const cell = read(own)
  const raw = parts.map((part) => part.text).join(' ')
  const reading = cell.value ?? readValue('', context)
  return { ...cell, raw, value: raw === '' ? null : { ...reading, raw } }
}

function extras(row: TableRow, ledger: Ledger): Record<string, TextCell> {
  const extra: Record<string, TextCell> = {}
  for (const [field, cells] of row.fields) {
    if (core.has(field) || field === 'block' || pointsOfBlocks.has(field)) continue
    extra[field.startsWith('?') ? field.slice(1) : field] = ledger.text(cells)
  }
  return extra
}

const survey: ReadonlySet<string> = new Set<SurveyField>(surveyFields)

/** The cells of the columns that print facts of a survey. */
function surveyCells(row: TableRow, printed: ReadonlySet<string>, ledger: Ledger): Parameters<typeof surveyOf>[0] {
  const own: { -readonly [F in SurveyField]?: NumberCell | TextCell } = {}
  for (const field of surveyFields) {
    if (!printed.has(field)) continue
    const cells = row.fields.get(field)
    own[field] = field === 'surveyMethod' ? ledger.text(cells) : ledger.as(cells, countIn)
  }
  return own as Parameters<typeof surveyOf>[0]
}

/** Latin words in a Chinese form are noise of the scanner, unless a unit or an acronym. */
export function isNoise(text: string): boolean {
  return /[A-Za-z]{2,}[ .]+[A-Za-z]/.test(text) && /[A-Za-z]{3,}/.test(text)
}

/** Where in its row the cell of a field ends up. */
function placeIn(field: string): string {
  if (field === 'block') return ''
  if (survey.has(field)) return `.survey.${field}`
  return core.has(field) ? `.${field}` : `.extra.${field}`
}

function noteEvents(row: TableRow, index: number, ledger: Ledger): void {
  ledger.locateRow(row.fields, (field) => `${indicatorPath(index)}${placeIn(field)}`)
  const named = row.fields.get('name') ?? row.row.cells
  if (row.row.doubt !== undefined && named.length > 0) ledger.event('cells-ambiguous', named, { ...row.row.doubt })
  for (const cell of row.shifted) ledger.event('column-shifted', [cell], { text: cell.text.slice(0, 40) })
  for (const cell of row.fields.get('name') ?? []) {
    if (isNoise(cell.text)) ledger.event('noise', [cell], { text: cell.text })
  }
}

export interface IndicatorTable {
  readonly indicators: readonly Indicator[]
  readonly header: Header
  readonly columns: readonly IndicatorColumn[]
  readonly subtotals: readonly Subtotal[]
}

/** How many columns a row fills, blanks at its end left aside. */
function reachOf({ cells }: SourceRow): number {
  const last = cells.at(-1)
  return last === undefined ? 0 : last.column + last.columnSpan
}

/** The width of the rows changes inside the table: columns were lost. */
function widthEvents(headerWidth: number, rows: readonly TableRow[], ledger: Ledger): void {
  // Rows shortened at the left are rows under a merged cell, not rows that lost a column.
  if (rows.some(({ offset }) => offset > 0)) return
  // Where no row of the full width ends in a blank, blanks at the end are left out: a shorter row has lost nothing.
  const keepsBlanks = rows.some(({ row }) => row.width === headerWidth && reachOf(row) < headerWidth)
  let width = headerWidth
  for (const { row, fields } of rows) {
    if (row.cells.length < 2 || !fields.has('name') || (!keepsBlanks && row.width < headerWidth)) continue
    if (width > 0 && row.width !== width && row.cells.every((cell) => cell.source?.kind === 'text')) {
      ledger.event('columns-changed', [fields.get('name')![0]!], { from: width, to: row.width })
    }
    width = row.width
  }
}

/** Settles what stands left of the columns: the label of the block, numbers of pages. */
function settleBlocks(rows: readonly TableRow[], ledger: Ledger): void {
  for (const row of rows) {
    for (const cell of row.fields.get('block') ?? []) {
      if (/^\d{1,3}$/.test(cell.key)) ledger.ignore('pageNumber', [cell])
      else if (cell.key.length <= 12) ledger.ignore('label', [cell])
    }
  }
}

/** One indicator table. `first`: how many indicators stand before it in the form. */
export function readIndicators(
  section: Section,
  fiscalYear: number | null,
  first: number,
  ledger: Ledger,
): IndicatorTable {
  const header = withLevelColumns(indicatorColumns(section.header), section.rows)
  ledger.ignore(
    'headerWord',
    gather(section.header, (row) => row.cells),
  )
  const printed = new Set(header.leaves.map((leaf) => leaf.field))
  for (const { field, cells } of header.leaves) {
    // A header read from a picture that no word explains was misread: its column would go unseen.
    const cell = cells.at(-1)
    if (field.startsWith('?') && cell?.confidence !== undefined && cell.rowSpan <= header.rows.length) {
      ledger.event('header-damaged', [cell], { text: cell.text })
    }
  }
  for (const { cell, field } of header.byPlace) {
    ledger.event('word-mended', [cell], { text: cell.text, takenFor: field === 'target' ? '指标值' : '实际完成值' })
  }
  // Words of a typed header whose signs were mixed up; those of pictures are told with all the others.
  for (const cell of gather(section.header, ({ cells }) => cells)) {
    if (cell.mended !== undefined && cell.confidence === undefined)
      ledger.event('word-mended', [cell], { text: cell.text, takenFor: cell.mended })
  }
  const read = readTable(header, section.rows)
  const isFlat = !printed.has('level1') && !printed.has('level2')
  const { rows: all, sums } = isFlat ? unstackLevels(read) : { rows: read, sums: [] }
  const own1 = printed.has('level1') ? withExecution(all) : all.map(withLevel1)
  const signed = own1.filter((row) => !isSubtotal(row)).map(withSignOf(header.leaves))
  const table = signed.map(withSign)
  const subtotals = [...sums, ...all.filter(isSubtotal).map(subtotalOf)]
  widthEvents(section.header[0]!.width, table, ledger)
  settleBlocks(table, ledger)
  const joined = joinRows(table, printed, ledger)
  const kept = joined.filter((row) => {
    if (!isTemplate(row)) return true
    for (const [field, cells] of row.fields)
      if (field !== 'level1' && field !== 'level2') ledger.ignore('templateRow', cells)
    return false
  })
  const own = kept.filter((row) => !isLabelOnly(row))
  const pointed = withPointsOfNames(own, header.leaves)
  const rows = withSharedNotes(pointed)
  // Labels of rows that drop out still head their block: they are read with the rows they stand in.
  const levels = readLevels(joined, ledger)
  const places = new Map(joined.map((row, index) => [row, index]))
  const split = printed.has('attribute') || printed.has('unit')
  const indicators = rows.map((row, index) => {
    const name = ledger.text(row.fields.get('name'))
    const attribute = ledger.text(row.fields.get('attribute'))
    const unit = ledger.text(row.fields.get('unit'))
    const context: { -readonly [field in keyof ValueContext]: ValueContext[field] } = {}
    if (fiscalYear !== null) context.fiscalYear = fiscalYear
    if (name.raw !== '') context.name = name.raw
    if (attribute.raw !== '') context.attribute = attribute.raw
    if (unit.raw !== '') context.unit = unit.raw
    if (row.row.typed) context.typed = true
    const target = targetCell(row, split || attribute.raw !== '', context, ledger)
    noteEvents(row, first + index, ledger)
    const weight = ledger.number(row.fields.get('weight'))
    const { level1, level1Kind, level2 } = levels[places.get(own[index]!)!]!
    const indicator = {
      role: roleOf(row, target, rows[index - 1]),
      level1,
      level1Kind,
      level2,
      name,
      attribute,
      unit,
      target,
      actual: ledger.as(row.fields.get('actual'), (text) => readValue(cleanText(text), context)),
      weight,
      score: withFullMarks(ledger.number(row.fields.get('score')), weight),
      note: ledger.text(row.fields.get('note')),
      extra: extras(row, ledger),
    } satisfies Indicator
    return withSurvey(indicator, surveyOf(surveyCells(row, printed, ledger), indicator))
  })
  const columns = [...printed].filter((field): field is IndicatorColumn => core.has(field))
  if (!printed.has('target') && (printed.has('adjustedTarget') || printed.has('initialTarget'))) columns.push('target')
  if (pointed !== own) columns.push('weight')
  return { indicators, header, columns, subtotals }
}
