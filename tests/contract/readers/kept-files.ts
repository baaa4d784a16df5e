/** Files of formats that no library writes: made once by a program (scripts/make-reader-files.ts), with the tables in them. */

import { readFileSync } from 'node:fs'
import { keptSamples, type SourceTable } from './tables.ts'

export const keptFolder = new URL('../../files/tables/', import.meta.url).pathname

export function keptTables(extension: string): { readonly table: SourceTable; readonly bytes: Uint8Array }[] {
  return keptSamples().map((table, index) => ({
    table,
    bytes: new Uint8Array(readFileSync(`${keptFolder}${index + 1}.${extension}`)),
  }))
}
