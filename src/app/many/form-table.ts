/** The forms of one file as rows of the table that many files end with. */

import type { CheckedSource } from '../check-source.ts'
import { fileResult } from './file-result.ts'
import { type TableRow, tableOf } from './table.ts'

export function formTable(checked: CheckedSource, path: string): readonly TableRow[] {
  const { hash } = checked
  const results = new Map([[hash, fileResult(checked)]])
  return tableOf([{ path, hash }], results, { pending: 0, interrupted: false }).rows
}
