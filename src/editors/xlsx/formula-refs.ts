/** References in formulas: moved with rows that are put in, or carried over to another cell as a copied formula is. */

import { columnName, readCellName } from '../../containers/sheets/cell-names.ts'

/** `$B$7`, or the row of `5:7` where `column` is null. Rows and columns count from 0. */
export interface Reference {
  readonly column: number | null
  readonly columnFixed: boolean
  readonly row: number
  readonly rowFixed: boolean
}

/** A reference or a range; `sheet` is the name before it, without quotes, null where none stands there. */
export type MapReference = (
  sheet: string | null,
  first: Reference,
  second: Reference | null,
) => readonly [Reference, Reference | null]

const CELL = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\d_.(!])/uy
const ROWS = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\d_.(!])/uy
const NAME = /[\p{L}_\\][\p{L}\d_.\\]*/uy
const LONGEST = 20_000

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place
  return pattern.exec(text)
}

function cellOf([, columnFixed, column, rowFixed, row]: RegExpExecArray): Reference | null {
  const address = readCellName(`${column}${row}`)
  if (address === null) return null
  return { ...address, columnFixed: columnFixed === '$', rowFixed: rowFixed === '$' }
}

function written({ column, columnFixed, row, rowFixed }: Reference): string {
  const letters = column === null ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`
  return `${letters}${rowFixed ? '$' : ''}${row + 1}`
}

/** The formula with each reference mapped; texts, names of functions and what stands in brackets stay as they are. */
export function mapReferences(formula: string, map: MapReference): string {
  if (formula.length > LONGEST) return formula
  let made = ''
  let sheet: string | null = null
  for (let place = 0; place < formula.length; ) {
    const sign = formula[place]!
    if (sign === '"' || sign === "'" || sign === '[') {
      const close = sign === '[' ? ']' : sign
      let end = formula.indexOf(close, place + 1)
      while (end >= 0 && sign !== '[' && formula[end + 1] === close) end = formula.indexOf(close, end + 2)
      if (end < 0) end = formula.length - 1
      const text = formula.slice(place, end + 1)
      if (sign === "'" && formula[end + 1] === '!') sheet = text.slice(1, -1).replaceAll("''", "'")
      made += text
      place = end + 1
      continue
    }
    const cell = at(CELL, formula, place)
    const rows = cell === null ? at(ROWS, formula, place) : null
    const first = cell === null ? null : cellOf(cell)
    if (cell !== null && first !== null) {
      const colon = formula[place + cell[0].length] === ':'
      const other = colon ? at(CELL, formula, place + cell[0].length + 1) : null
      const second = other === null ? null : cellOf(other)
      const [one, two] = map(sheet, first, second)
      made += two === null ? written(one) : `${written(one)}:${written(two)}`
      place += cell[0].length + (second === null ? 0 : 1 + other![0].length)
      sheet = null
      continue
    }
    if (rows !== null) {
      const row = (fixed: string, number: string): Reference => ({
        column: null,
        columnFixed: false,
        row: Number(number) - 1,
        rowFixed: fixed === '$',
      })
      const [one, two] = map(sheet, row(rows[1]!, rows[2]!), row(rows[3]!, rows[4]!))
      made += `${written(one)}:${written(two ?? one)}`
      place += rows[0].length
      sheet = null
      continue
    }
    const name = at(NAME, formula, place) ?? at(/[\d.]+/y, formula, place)
    const text = name?.[0] ?? sign
    if (formula[place + text.length] === '!' && name !== null) sheet = text
    else if (sign !== '!') sheet = null
    made += text
    place += text.length
  }
  return made
}

/** How rows of one sheet move: rows put in below others push those further down. */
export interface RowMoves {
  /** Where a row stands now. */
  readonly row: (row: number) => number
  /** Where a range that ends at a row ends now: rows put in right below its end belong to it. */
  readonly end: (row: number) => number
}

export function movesOf(inserts: readonly { readonly row: number; readonly count: number }[]): RowMoves {
  const moved = (row: number, isEnd: boolean) =>
    inserts.reduce((sum, insert) => (insert.row < row || (isEnd && insert.row === row) ? sum + insert.count : sum), row)
  return { row: (row) => moved(row, false), end: (row) => moved(row, true) }
}

/** `own`: the formula stands in that sheet itself, so that references without a name mean it. */
export function moveFormula(formula: string, sheet: string, own: boolean, moves: RowMoves): string {
  return mapReferences(formula, (named, first, second) => {
    const isMeant = named === null ? own : named.toLowerCase() === sheet.toLowerCase()
    if (!isMeant) return [first, second]
    const from = { ...first, row: moves.row(first.row) }
    return [from, second === null ? null : { ...second, row: moves.end(second.row) }]
  })
}

/** As a formula is copied into another cell: what is not fixed goes along. */
export function carryFormula(formula: string, rows: number, columns: number): string {
  const carried = (one: Reference): Reference => ({
    ...one,
    row: one.rowFixed ? one.row : Math.max(0, one.row + rows),
    column: one.column === null || one.columnFixed ? one.column : Math.max(0, one.column + columns),
  })
  return mapReferences(formula, (_, first, second) => [carried(first), second === null ? null : carried(second)])
}

/** B7:C9 D3 — ranges parted by blanks, as attributes hold them. */
export function moveRanges(ranges: string, moves: RowMoves, grows = true): string {
  return ranges
    .split(/(\s+)/)
    .map((range) => {
      if (range.trim() === '') return range
      const isRange = range.includes(':')
      const moved = moveFormula(range, '', true, moves)
      if (isRange || !grows) return moved
      // One cell whose row is copied: the copies are meant too.
      const address = readCellName(range.replaceAll('$', ''))
      if (address === null) return moved
      const last = moves.end(address.row)
      return last === moves.row(address.row) ? moved : `${moved}:${columnName(address.column)}${last + 1}`
    })
    .join('')
}
