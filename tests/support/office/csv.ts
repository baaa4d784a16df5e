/** A form as comma-separated text: every position of the table a field, merged ones blank but their first, a byte order mark as Excel writes it. */

import type { OfficeForm } from './forms.ts'

export function makeCsv({ grid }: OfficeForm): Uint8Array {
  const fields = Array.from({ length: grid.rowCount }, () => new Array<string>(grid.columnCount).fill(''))
  for (const { row, column, text } of grid.cells) fields[row]![column] = text
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return new TextEncoder().encode(`\ufeff${fields.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)
}
