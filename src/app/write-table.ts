/** The table of many files in a format. */

import type { Lang } from '../core/model/index.ts'
import type { Table } from './many/table.ts'

export const tableFormats = ['csv', 'xlsx', 'json', 'html'] as const
export type TableFormat = (typeof tableFormats)[number]

export function isTableFormat(text: string): text is TableFormat {
  return tableFormats.some((format) => format === text)
}

/** The same table gives the same bytes. */
export async function writeTable(table: Table, format: TableFormat, lang: Lang): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(table, null, 2)}\n`
  if (format === 'html') {
    const { leaguePage } = await import('./many/league.ts')
    return leaguePage(table, lang)
  }
  const { tableGrid } = await import('./many/table-grid.ts')
  const grid = tableGrid(table, lang)
  if (format === 'xlsx') {
    const { writeXlsx } = await import('../writers/xlsx/index.ts')
    return writeXlsx(grid)
  }
  const { writeCsv } = await import('../writers/csv/index.ts')
  return writeCsv(grid)
}
