/** Grid → csv (RFC 4180), as spreadsheets open it: with a mark that it is UTF-8, and no text that is taken for a formula. */

import { type Grid, rowsOf } from '../../core/model/index.ts'

const MARK = '\ufeff'
const NUMBER = /^[+-]?\d+(\.\d+)?%?$/
/** What spreadsheets take for the beginning of a formula, full-width signs and leading blanks included. */
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/

/** A figure stays a figure; any other text that could be a formula is marked as text, as spreadsheets themselves do. */
function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

function field(text: string): string {
  const safe = harmless(text)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Merged cells give their text at their upper left corner. */
export function writeCsv(grid: Grid): string {
  const lines = rowsOf(grid).map((row) => {
    const fields = Array.from({ length: grid.columnCount }, () => '')
    for (const cell of row) fields[cell.column] = field(cell.text)
    return fields.join(',')
  })
  return `${MARK}${lines.map((line) => `${line}\r\n`).join('')}`
}
