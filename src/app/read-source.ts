/** Which reader takes a file: its content decides, never its name alone. */

import type { Finding, Grid, Outcome } from '../core/model/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import { csvReaderRules, readCsv, recognisesCsv } from '../readers/csv/index.ts'
import { htmlReaderRules, readHtml, recognisesHtml } from '../readers/html/index.ts'
import { readText, textReaderRules } from '../readers/text/index.ts'
import { readXlsx, recognisesXlsx, xlsxReaderRules } from '../readers/xlsx/index.ts'

interface Reader {
  readonly id: string
  /** 0 to 1. */
  readonly recognises: (bytes: Uint8Array) => number
  readonly read: (bytes: Uint8Array, name: string) => Outcome<Grid[]>
  readonly rules: Readonly<Record<string, RuleTexts>>
}

/** Plain text comes last and takes what no other reader claims. */
const plainText: Reader = { id: 'text', recognises: () => 0, read: readText, rules: textReaderRules }

const readers: readonly Reader[] = [
  { id: 'xlsx', recognises: recognisesXlsx, read: readXlsx, rules: xlsxReaderRules },
  { id: 'html', recognises: recognisesHtml, read: readHtml, rules: htmlReaderRules },
  { id: 'csv', recognises: recognisesCsv, read: readCsv, rules: csvReaderRules },
  plainText,
]

/** A reader is chosen only when it is more sure than not. */
const SURE = 50

export const readerRules: Readonly<Record<string, RuleTexts>> = Object.assign({}, ...readers.map(({ rules }) => rules))

export interface SourceTables {
  readonly format: string
  readonly grids: readonly Grid[]
  readonly findings: readonly Finding[]
}

/** The tables of a file. */
export function readSource(bytes: Uint8Array, name: string): SourceTables {
  const [best] = readers
    .map((reader) => ({ reader, confidence: Math.round(reader.recognises(bytes) * 100) }))
    .filter(({ confidence }) => confidence >= SURE)
    .sort((a, b) => b.confidence - a.confidence)
  const reader = best?.reader ?? plainText
  const { value, findings } = reader.read(bytes, name)
  return { format: reader.id, grids: value, findings }
}
