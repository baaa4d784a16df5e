/** What every chart is drawn from, and what its table and its csv show: the same rows. */

export interface ChartColumn {
  readonly title: string
  readonly isNumber?: boolean
}

export interface ChartRow {
  readonly key: string
  /** As they are shown; '' where nothing is known. One for each column. */
  readonly cells: readonly string[]
  /** An address within the pages, to the form or the cell behind the row. */
  readonly href?: string
}

export interface ChartTable {
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly ChartRow[]
}

/** A cell that a spreadsheet would take for a formula is kept a text. */
function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With the mark by which Excel and WPS know UTF-8. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ title }) => title), ...rows.map(({ cells }) => cells)]
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}
