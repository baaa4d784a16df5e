/**
 * The hidden sheet by which a filled workbook comes back: what it was made from and by which rules, the form as it was, and
 * for each of its rows a formula that tells where the row stands now. Rows put in, moved or taken out do not matter then.
 */

import type { FormPath, Grid, GridCell } from '../../core/model/index.ts'
import { type BookSheet, CellExtras, columnName } from '../../writers/xlsx/index.ts'
import type { FormGrid } from './form-grid.ts'
import { completionList } from './form-validations.ts'
import { machineMark, machineName } from './own-sheets.ts'
import { lists } from './row-formulas.ts'
import { noWordSigns } from './row-result.ts'
import { doubtfulNameWords, doubtfulUnitSigns, type SheetRules } from './sheet-rules.ts'

export const machineSchema = '1'

/** So many signs of the form's JSON a cell holds. */
const CHUNK = 30_000

export interface MachineHead {
  readonly app: string
  readonly rulebook: string
  /** Null where no rules say how to score. */
  readonly edition: string | null
  readonly layout: string
  /** SHA-256 of the form's JSON, hex. */
  readonly hash: string
}

/** Columns: kind, key, value now (a formula), value when made. */
type Line = readonly [kind: string, key: string, formula: string | null, value: string]

/** Rows of the form by what they hold: any field of theirs that the layout shows. */
function rowLines(grid: FormGrid): readonly Line[] {
  const anchors: readonly (readonly [FormPath, readonly string[]])[] = [
    ...grid.form.indicators.map((_, index) => [`indicators[${index}]`, ['name', 'target', 'weight', 'score']] as const),
    ...grid.form.tasks.map((_, index) => [`tasks[${index}]`, ['name', 'budgeted.total', 'executed.total']] as const),
    ...grid.form.goals.map((_, index) => [`goals[${index}]`, ['stated', 'achieved']] as const),
  ]
  return anchors.flatMap(([path, fields]): Line[] => {
    const field = fields.map((one) => `${path}.${one}`).find((one) => grid.at(one) !== undefined)
    if (field === undefined) return []
    return [['row', path, `ROW(${grid.ref(field)})`, grid.at(field)!.replace(/\D/g, '')]]
  })
}

/** Columns of the labels, which stand over several rows: a row that holds nothing else is empty. */
function columnLines(grid: FormGrid): readonly Line[] {
  return (['level1', 'level2'] as const).flatMap((field): Line[] => {
    const path = `indicators[0].${field}`
    const cell = grid.cell(path)
    if (cell === undefined) return []
    const columns = Array.from({ length: cell.columnSpan }, (_, at) => cell.column + at + 1)
    return columns.map((column) => [
      'label',
      field,
      `COLUMN(${grid.ref(path)})+${column - cell.column - 1}`,
      `${column}`,
    ])
  })
}

function dataLines(json: string): readonly Line[] {
  const count = Math.ceil(json.length / CHUNK)
  return Array.from({ length: count }, (_, index) => [
    'data',
    String(index),
    null,
    json.slice(index * CHUNK, (index + 1) * CHUNK),
  ])
}

const FIRST_LIST = 5

function listsOf(
  rules: SheetRules,
): readonly { readonly names: readonly string[]; readonly columns: readonly (readonly string[])[] }[] {
  return [
    { names: [lists.units], columns: [doubtfulUnitSigns] },
    { names: [lists.names], columns: [doubtfulNameWords] },
    { names: [lists.plain], columns: [noWordSigns] },
    {
      names: [lists.words, completionList],
      columns: [
        rules.words.map(({ word }) => word),
        rules.words.map(({ least }) => least),
        rules.words.map(({ most }) => most),
      ],
    },
    ...(rules.named.length === 0 ? [] : [{ names: [lists.named], columns: [rules.named] }]),
  ]
}

export interface MachineSheet {
  readonly sheet: BookSheet
  readonly names: Readonly<Record<string, string>>
}

export function machineSheet(
  grid: FormGrid,
  rules: SheetRules | null,
  head: MachineHead,
  { formulas, notes }: { readonly formulas: readonly FormPath[]; readonly notes: readonly string[] },
  json: string,
): MachineSheet {
  const cells: GridCell[] = []
  const extras = new CellExtras()
  const names: Record<string, string> = {}
  const put = (row: number, column: number, text: string, extra: { formula?: string; asText?: true }) => {
    cells.push({ row, column, rowSpan: 1, columnSpan: 1, text })
    extras.set(row, column, extra)
  }
  const lines: readonly Line[] = [
    ['schema', machineMark, null, machineSchema],
    ['app', head.app, null, head.rulebook],
    ['edition', head.edition ?? '', null, ''],
    ['layout', head.layout, null, ''],
    ['sheet', grid.sheet, null, ''],
    ['hash', head.hash, null, ''],
    ...rowLines(grid),
    ...columnLines(grid),
    ...formulas.map((path): Line => ['formula', path, null, '']),
    ...notes.map((text): Line => ['note', text, null, '']),
    ...dataLines(json),
  ]
  lines.forEach(([kind, key, formula, value], row) => {
    put(row, 0, kind, { asText: true })
    put(row, 1, key, { asText: true })
    if (formula !== null) put(row, 2, value, { formula })
    put(row, 3, value, { asText: true })
  })
  let next = FIRST_LIST
  let longest = lines.length
  for (const list of rules === null ? [] : listsOf(rules)) {
    const count = list.columns[0]!.length
    longest = Math.max(longest, count)
    for (const [at, column] of list.columns.entries()) {
      for (const [row, text] of column.entries()) put(row, next + at, text, at === 0 ? { asText: true } : {})
    }
    const range = (columns: number) =>
      `${machineName}!$${columnName(next)}$1:$${columnName(next + columns - 1)}$${count}`
    list.names.forEach((name, index) => {
      names[name] = range(index === 0 ? list.columns.length : 1)
    })
    next += list.columns.length
  }
  const result: Grid = { name: machineName, cells, rowCount: longest, columnCount: next, bordered: false }
  return { sheet: { grid: result, name: machineName, hidden: true, extras }, names }
}
