/** The forms of a source: by their own map where the file carries one, else by their header words. */

import type { Finding } from '../core/model/index.ts'
import { type Recognised, recognise } from '../core/recognise/index.ts'
import type { SourceTables } from './read-source.ts'
import { readWorkbook } from './workbook/read-workbook.ts'

/** `recognised`: the forms; `findings`: about the file, those of reading it among them. */
export interface RecognisedSource {
  readonly recognised: Recognised
  readonly findings: readonly Finding[]
}

/** Null where the file gave no table and no form at all. */
export function recogniseSource(source: SourceTables): RecognisedSource | null {
  const { forms } = source
  if (forms !== undefined) {
    if (forms.length === 0) return null
    return { recognised: { forms, findings: [], outside: { tables: [], cells: 0 } }, findings: source.findings }
  }
  if (source.grids.length === 0) return null
  const workbook = readWorkbook(source)
  if (workbook !== null) return workbook
  return { recognised: recognise(source.grids), findings: source.findings }
}
