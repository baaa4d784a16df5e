/** Grid → csv (RFC 4180), as spreadsheets open it: with a mark that it is UTF-8, and no text that is taken for a formula. */

import { guardFormula } from '../../containers/formula-guard.ts'
import { type Grid, rowsOf } from '../../core/model/index.ts'

const MARK = '\ufeff'

function field(text: string): string {
  const safe = guardFormula(text)
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
