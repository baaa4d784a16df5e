/**
 * All readers, under one roof for the contract. A new reader joins by one entry: how it reads, files of its format that
 * another library or program made, and how much of a table such a file gives back.
 */

import type { Grid, Outcome } from '../../../src/core/model/index.ts'
import type { RuleTexts } from '../../../src/core/texts/index.ts'
import { compoundReaderRules, readCompound, recognisesCompound } from '../../../src/readers/compound/index.ts'
import { csvReaderRules, readCsv, recognisesCsv } from '../../../src/readers/csv/index.ts'
import { docReaderRules, readDoc, recognisesDoc } from '../../../src/readers/doc/index.ts'
import { docxReaderRules, readDocx, recognisesDocx } from '../../../src/readers/docx/index.ts'
import { htmlReaderRules, readHtml, recognisesHtml } from '../../../src/readers/html/index.ts'
import { odsReaderRules, readOds, recognisesOds } from '../../../src/readers/ods/index.ts'
import { pdfReaderRules, readPdf, recognisesPdf } from '../../../src/readers/pdf/index.ts'
import { readSheetXml, recognisesSheetXml, sheetXmlReaderRules } from '../../../src/readers/sheet-xml/index.ts'
import { readText, textReaderRules } from '../../../src/readers/text/index.ts'
import {
  readUnsupported,
  recognisesUnsupported,
  unsupportedReaderRules,
} from '../../../src/readers/unsupported/index.ts'
import { readXls, recognisesXls, xlsReaderRules } from '../../../src/readers/xls/index.ts'
import { readXlsx, recognisesXlsx, xlsxReaderRules } from '../../../src/readers/xlsx/index.ts'
import { keptTables } from './kept-files.ts'
import { type SourceTable, withoutLineBreaks } from './tables.ts'

export interface Reader {
  readonly read: (bytes: Uint8Array, name: string) => Outcome<Grid[]> | Promise<Outcome<Grid[]>>
  /** The text reader takes what no other recognises. */
  readonly recognises: ((firstBytes: Uint8Array) => number) | null
  readonly rules: Readonly<Record<string, RuleTexts>>
  /** A file that holds any table; or, where no library writes the format, files made beforehand by a program. */
  readonly files:
    | { readonly make: (table: SourceTable) => Promise<Uint8Array> }
    | { readonly kept: () => readonly { readonly table: SourceTable; readonly bytes: Uint8Array }[] }
  /** Its first bytes may not tell it from others: its table of contents stands at the end. */
  readonly needsWhole?: true
  /** The table as far as the format can hold it. */
  readonly holds?: (table: SourceTable) => SourceTable
  /**
   * What comes back of a table: all cells with their spans; all cells, each alone; or nothing that can be promised (only
   * that every file is answered).
   */
  readonly gives: 'spans' | 'cells' | 'answers'
  readonly signs: Grid['signs']
}

const made = () => import('./made-files.ts')

export const readers = {
  text: {
    read: readText,
    recognises: null,
    rules: textReaderRules,
    files: { make: async (table) => (await made()).asText(table) },
    holds: withoutLineBreaks,
    gives: 'cells',
    signs: undefined,
  },
  csv: {
    read: readCsv,
    recognises: recognisesCsv,
    rules: csvReaderRules,
    files: { make: async (table) => (await made()).asCsv(table) },
    gives: 'cells',
    signs: 'typed',
  },
  html: {
    read: readHtml,
    recognises: recognisesHtml,
    rules: htmlReaderRules,
    files: { make: async (table) => (await made()).asHtml(table) },
    gives: 'spans',
    signs: 'typed',
  },
  xlsx: {
    read: readXlsx,
    recognises: recognisesXlsx,
    rules: xlsxReaderRules,
    files: { make: async (table) => (await made()).asXlsx(table) },
    gives: 'spans',
    signs: 'typed',
  },
  xls: {
    read: readXls,
    recognises: recognisesXls,
    rules: xlsReaderRules,
    files: { make: async (table) => (await made()).asSheet(table, 'biff8') },
    gives: 'spans',
    signs: 'typed',
  },
  'sheet-xml': {
    read: readSheetXml,
    recognises: recognisesSheetXml,
    rules: sheetXmlReaderRules,
    files: { make: async (table) => (await made()).asXmlSheet(table) },
    gives: 'spans',
    signs: 'typed',
  },
  ods: {
    read: readOds,
    recognises: recognisesOds,
    rules: odsReaderRules,
    files: { make: async (table) => (await made()).asSheet(table, 'ods') },
    gives: 'spans',
    signs: 'typed',
  },
  docx: {
    read: readDocx,
    recognises: recognisesDocx,
    rules: docxReaderRules,
    files: { make: async (table) => (await made()).asDocx(table) },
    gives: 'spans',
    signs: 'typed',
  },
  doc: {
    read: readDoc,
    recognises: recognisesDoc,
    rules: docReaderRules,
    files: { kept: () => keptTables('doc') },
    needsWhole: true,
    gives: 'spans',
    signs: 'typed',
  },
  pdf: {
    read: readPdf,
    recognises: recognisesPdf,
    rules: pdfReaderRules,
    files: { kept: () => keptTables('pdf') },
    gives: 'spans',
    signs: 'typed',
  },
  compound: {
    read: readCompound,
    recognises: recognisesCompound,
    rules: compoundReaderRules,
    files: { make: async () => (await made()).lockedOfficeFile() },
    gives: 'answers',
    signs: undefined,
  },
  unsupported: {
    read: readUnsupported,
    recognises: recognisesUnsupported,
    rules: unsupportedReaderRules,
    files: { make: async () => new TextEncoder().encode('{\\rtf1\\ansi 自评表}') },
    gives: 'answers',
    signs: undefined,
  },
} as const satisfies Readonly<Record<string, Reader>>

export type ReaderId = keyof typeof readers

export const readerIds = Object.keys(readers) as ReaderId[]

export function readerOf(id: ReaderId): Reader {
  return readers[id]
}
