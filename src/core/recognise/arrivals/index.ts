/** Flowing text back to rows and columns: what lost its row borders is given them again, the rest passes unchanged. */

import { gather } from '../../model/gather.ts'
import { kindOf } from '../kinds.ts'
import { joinCells, keyOf, pieceOf, type SourceCell, type SourceRow } from '../source.ts'
import { completeRows } from './complete-rows.ts'
import { doubtOf } from './doubt.ts'
import { type FlowItem, type FlowOptions, readFlow } from './flow.ts'
import { flowingItems, wordsWithin } from './items.ts'
import { labelledRows } from './labelled-rows.ts'
import { needsBorders, type Part, partsOf } from './parts.ts'
import { type ProsePiece, proseMoney, proseRows } from './prose.ts'
import { isTorn } from './torn-header.ts'

export { tornHeader } from './torn-header.ts'

const optionsOf = {
  cells: { lined: false, parted: 220, partedName: 220, strayBlank: 60 },
  spaced: { lined: true, parted: 60, partedName: 60, strayBlank: 5 },
  line: { lined: false, parted: 60, partedName: 60, strayBlank: 5 },
  glued: { lined: true, parted: 60, partedName: 60, strayBlank: 5 },
} as const satisfies Readonly<Record<string, FlowOptions>>

/** A row with cells at given columns; `width` columns wide. */
function makeRow(
  cells: readonly (readonly [column: number, cell: SourceCell])[],
  width: number,
  grid: number,
): SourceRow {
  return {
    index: cells[0]?.[1].row ?? 0,
    grid,
    cells: cells.map(([column, cell]) => ({ ...cell, column, rowSpan: 1, columnSpan: 1 })),
    width,
    blanks: [],
  }
}

const measured: ReadonlySet<string> = new Set(['number', 'percent', 'measure'])
const worded = /^定[性量]$/

/** '≥ 94 个' was one cell before blanks parted everything: sign, figure and unit go together where they have no columns of their own. */
function closeUp(items: readonly FlowItem[], fields: readonly string[], lined: boolean): FlowItem[] {
  const made: FlowItem[] = []
  const signs = fields.includes('attribute') || !fields.includes('target')
  const units = fields.includes('unit')
  for (const item of items) {
    const last = made.at(-1)
    if (last?.cell != null && item.cell !== null && !(lined && item.lineStart)) {
      const [before, now] = [kindOf(last.cell.key), kindOf(item.cell.key)]
      const sign =
        !signs && before === 'operator' && (measured.has(now) || (worded.test(last.cell.key) && now !== 'number'))
      const unit = !units && now === 'unit' && ['number', 'measure'].includes(before)
      if (sign || unit) {
        made[made.length - 1] = { ...last, cell: joinCells([last.cell, item.cell]) }
        continue
      }
    }
    made.push(item)
  }
  return made
}

const lettering: ReadonlySet<string> = new Set(['label', 'text', 'prose'])
const lettered: ReadonlySet<string> = new Set(['level1', 'level2', 'name'])
const NAMES_WHOLE = 220

/** Where no line has more texts than labels and a name, no blank parts a name: what stands before it is a label, known or not. */
function withNames(items: readonly FlowItem[], fields: readonly string[], options: FlowOptions): FlowOptions {
  if (!options.lined || fields.includes('executed.total')) return options
  const room = fields.filter((field) => lettered.has(field)).length
  let [texts, most, open] = [0, 0, true]
  for (const { cell, lineStart } of items) {
    // A line that begins with a figure is no row.
    if (lineStart && cell !== null && measured.has(kindOf(cell.key))) return options
    if (lineStart) [texts, open] = [0, true]
    if (cell === null || !lettering.has(kindOf(cell.key))) open = false
    else if (open) most = Math.max(most, ++texts)
  }
  return most <= room ? { ...options, partedName: NAMES_WHOLE } : options
}

function rowsOfPart(part: Part, options: FlowOptions, grid: number): SourceRow[] {
  if (part.kind === 'rows') {
    return part.rows.map((cells) =>
      makeRow(
        cells.map((cell, column) => [column, cell] as const),
        cells.length,
        grid,
      ),
    )
  }
  const width = part.fields.length
  const header = part.header.map((cells) =>
    makeRow(
      cells.map(({ column, cell }) => [column, cell] as const),
      width,
      grid,
    ),
  )
  const paired = labelledRows(part.items, part.fields)
  if (paired !== null) {
    const rows = paired.map((cells) => {
      const placed = cells.map((cell, column) => [column + 1, cell] as const)
      return makeRow(placed, Math.max(width, cells.length + 1), grid)
    })
    return [...header, ...rows]
  }
  const items = closeUp(part.items, part.fields, options.parted < 100)
  const headers = part.fields.map(
    (_, column) => part.header.flat().findLast((head) => head.column === column)?.cell.text ?? '',
  )
  // Where blanks are kept every cell has its place; where they are gone it may be told in more than one way.
  const gone = !part.items.some(({ cell }) => cell === null)
  const whole = options.lined ? null : completeRows(items, part.fields)
  const read = whole ?? readFlow(items, part.fields, withNames(items, part.fields, options))
  const rows = read.map((row): SourceRow => {
    const made = makeRow(
      [
        ...[...row.cells].sort(([a], [b]) => a - b),
        ...row.leftOver.map((cell, index) => [width + index, cell] as const),
      ],
      width,
      grid,
    )
    const doubt = gone ? doubtOf(row, part.fields, headers) : null
    return doubt === null ? { ...made, placed: true } : { ...made, placed: true, doubt }
  })
  return [...header, ...rows]
}

const indicatorWords = ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分']
const indicatorFields = ['level1', 'level2', 'name', 'target', 'actual', 'weight', 'score']
const moneyWords = ['资金来源', '预算数', '执行数', '执行率', '得分']
const moneyFields = ['name', 'budgeted.total', 'executed.total', 'rate', 'score']

/** A header that prose has in words only; columns that no sentence fills are left out. */
function madeHeader(
  words: readonly string[],
  fields: readonly string[],
  pieces: readonly (readonly ProsePiece[])[],
  row: number,
  grid: number,
): { readonly row: SourceRow; readonly fields: readonly string[] } {
  const filled = new Set(pieces.flat().map(({ field }) => field))
  const kept = fields.filter((field) => filled.has(field))
  const cells = kept.map((field, column): SourceCell => {
    const text = words[fields.indexOf(field)]!
    return { text, key: keyOf(text), row, column, rowSpan: 1, columnSpan: 1 }
  })
  return { row: { index: row, grid, cells, width: kept.length, blanks: [], made: true }, fields: kept }
}

function pieceRow(pieces: readonly ProsePiece[], fields: readonly string[], grid: number): SourceRow {
  const cells = pieces.map((piece) => [fields.indexOf(piece.field), pieceOf(piece.line, piece.text, piece.at)] as const)
  return makeRow(cells, fields.length, grid)
}

/** Sentences to rows; lines that are none stay where they are. */
function proseToRows(rows: readonly SourceRow[], found: readonly (readonly ProsePiece[])[]): SourceRow[] {
  const grid = rows[0]!.grid
  const byRow = new Map<number, (readonly ProsePiece[])[]>()
  for (const pieces of found) {
    const { row } = pieces[0]!.line
    byRow.set(row, [...(byRow.get(row) ?? []), pieces])
  }
  const header = madeHeader(indicatorWords, indicatorFields, found, found[0]![0]!.line.row, grid)
  let begun = false
  return gather(rows, (row): SourceRow[] => {
    const sentences = byRow.get(row.index)
    const line = row.cells[0]
    if (sentences !== undefined) {
      const made = sentences.map((pieces) => pieceRow(pieces, header.fields, grid))
      if (begun) return made
      begun = true
      return [header.row, ...made]
    }
    const money = line === undefined || begun ? null : proseMoney(line)
    if (money === null) return [row]
    const words = moneyWords.map((word) => (word === '预算数' && money.unit !== null ? `${word}(${money.unit})` : word))
    const head = madeHeader(words, moneyFields, [money.pieces], row.index, grid)
    return [head.row, pieceRow(money.pieces, head.fields, grid)]
  })
}

/** The rows of one grid, with borders where the source has lost them. `prose`: sentences may be rows too. */
export function restoreRows(rows: readonly SourceRow[], prose: boolean): readonly SourceRow[] {
  const { arrival, items } = flowingItems(rows, prose)
  if (arrival === 'none') return rows
  if (arrival === 'prose') return proseToRows(rows, proseRows(rows.filter((row) => row.cells.length === 1))!)
  if (needsBorders(items) || isTorn(arrival === 'glued' ? wordsWithin(rows) : items)) return rows
  const grid = rows[0]?.grid ?? 0
  return gather(partsOf(items, arrival), (part) => rowsOfPart(part, optionsOf[arrival], grid))
}

/** Text of a table that cannot be restored without its borders: `restoreRows` leaves it as it is. */
export function hasLostItsBorders(rows: readonly SourceRow[]): boolean {
  const { arrival, items } = flowingItems(rows, false)
  return arrival !== 'none' && needsBorders(items)
}
