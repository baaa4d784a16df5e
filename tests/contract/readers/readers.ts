/** All readers, under one roof for the contract. */

import type { Grid, Outcome } from '../../../src/core/model/index.ts'
import type { RuleTexts } from '../../../src/core/texts/index.ts'
import { csvReaderRules, readCsv, recognisesCsv } from '../../../src/readers/csv/index.ts'
import { docxReaderRules, readDocx, recognisesDocx } from '../../../src/readers/docx/index.ts'
import { htmlReaderRules, readHtml, recognisesHtml } from '../../../src/readers/html/index.ts'
import { readText, textReaderRules } from '../../../src/readers/text/index.ts'
import { readXlsx, recognisesXlsx, xlsxReaderRules } from '../../../src/readers/xlsx/index.ts'

export type ReaderId = 'text' | 'csv' | 'html' | 'xlsx' | 'docx'

export interface Reader {
  readonly read: (bytes: Uint8Array, name: string) => Outcome<Grid[]>
  /** The text reader takes what no other recognises. */
  readonly recognises: ((firstBytes: Uint8Array) => number) | null
  readonly rules: Readonly<Record<string, RuleTexts>>
}

export const readers: Readonly<Record<ReaderId, Reader>> = {
  text: { read: readText, recognises: null, rules: textReaderRules },
  csv: { read: readCsv, recognises: recognisesCsv, rules: csvReaderRules },
  html: { read: readHtml, recognises: recognisesHtml, rules: htmlReaderRules },
  xlsx: { read: readXlsx, recognises: recognisesXlsx, rules: xlsxReaderRules },
  docx: { read: readDocx, recognises: recognisesDocx, rules: docxReaderRules },
}

export const readerIds = Object.keys(readers) as ReaderId[]
