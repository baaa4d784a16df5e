/** Names of cells and ranges: B7, A1:H1, A:C. Rows and columns count from 0. */

export const LAST_ROW = 1_048_575
export const LAST_COLUMN = 16_383

export interface CellAddress {
  readonly row: number
  readonly column: number
}

export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Reads B7; null for anything else, or outside what a sheet can hold. */
export function readCellName(name: string): CellAddress | null {
  let column = 0
  let at = 0
  for (; at < name.length; at++) {
    const letter = (name.charCodeAt(at) | 32) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > LAST_COLUMN + 1) return null
  }
  if (at === 0 || at === name.length) return null
  let row = 0
  for (; at < name.length; at++) {
    const digit = name.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return null
    row = row * 10 + digit
    if (row > LAST_ROW + 1) return null
  }
  return row === 0 ? null : { row: row - 1, column: column - 1 }
}

export function readRange(text: string): Range | null {
  const plain = text.includes('$') ? text.replaceAll('$', '') : text
  const colon = plain.indexOf(':')
  const start = readCellName(colon < 0 ? plain : plain.slice(0, colon))
  const end = colon < 0 ? start : readCellName(plain.slice(colon + 1))
  if (start === null || end === null) return null
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  }
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

export function cellName({ row, column }: CellAddress): string {
  return `${columnName(column)}${row + 1}`
}
