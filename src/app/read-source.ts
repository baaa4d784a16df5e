/** Which reader takes a file: its content decides, never its name alone. */

import type { Finding, Grid, Outcome, Recognition } from '../core/model/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import { readText, textReaderRules } from '../readers/text/index.ts'
import { invisibleSignRules, invisibleSigns } from './invisible-signs.ts'
import { isPageBundle, readPageBundle } from './page-bundle.ts'

interface Reader {
  /** 0 to 1. */
  readonly recognises: (bytes: Uint8Array) => number
  readonly read: (bytes: Uint8Array, name: string) => Outcome<Grid[]> | Promise<Outcome<Grid[]>>
  readonly rules: Readonly<Record<string, RuleTexts>>
  /** Data that hold forms as such: nothing is to be recognised. In place of `read`. */
  readonly forms?: (bytes: Uint8Array, name: string) => Outcome<readonly Recognition[]>
}

/** A reader is loaded only where a glance does not rule it out: starting up costs more than checking a form. */
interface Format {
  readonly id: string
  readonly possible: (bytes: Uint8Array) => boolean
  readonly load: () => Promise<Reader>
}

const GLANCE = 4096

function holds(bytes: Uint8Array, ...signs: readonly string[]): boolean {
  const head = bytes.subarray(0, GLANCE)
  return signs.some((sign) => head.includes(sign.charCodeAt(0)))
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** The old office formats, and the file that wraps an encrypted new one. */
function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf
}

function isXml(bytes: Uint8Array): boolean {
  return /^\s*<(?:\?xml|[\w:]*Workbook\b)/.test(glance(bytes))
}

/** The first characters, whatever their width: bytes of UTF-16 lose their zeros. */
function glance(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, GLANCE))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

/** First bytes of png, jpg, tiff, webp and bmp. */
const pictureStarts = ['\x89PNG', '\xff\xd8\xff', 'II*\0', 'II+\0', 'MM\0*', 'MM\0+', 'RIFF', 'BM']

function isPicture(bytes: Uint8Array): boolean {
  return pictureStarts.some((start) => [...start].every((sign, at) => bytes[at] === sign.charCodeAt(0)))
}

const formats: readonly Format[] = [
  {
    id: 'data-json',
    possible: (bytes) => /^\s*\{[\s\S]*"data"\s*:\s*"ziping-form-data"/.test(glance(bytes)),
    load: async () => {
      const { asRecognised, formsOfJson } = await import('./open-data/read-data.ts')
      const { dataRules } = await import('./open-data/data-rules.ts')
      return {
        recognises: () => 1,
        read: () => ({ value: [], findings: [] }),
        rules: dataRules,
        forms: (bytes, name) => {
          const { value, findings } = formsOfJson(bytes, name)
          return { value: asRecognised(value), findings }
        },
      }
    },
  },
  {
    id: 'data-package',
    // The first part of a package is its descriptor, unless somebody packed it again.
    possible: (bytes) =>
      isArchive(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('datapackage.json'),
    load: async () => {
      const { asRecognised, formsOfPackage, isDataPackage } = await import('./open-data/read-data.ts')
      const { dataRules } = await import('./open-data/data-rules.ts')
      return {
        recognises: (bytes) => Number(isDataPackage(bytes)),
        read: () => ({ value: [], findings: [] }),
        rules: dataRules,
        forms: (bytes, name) => {
          const { value, findings } = formsOfPackage(bytes, name)
          return { value: asRecognised(value), findings }
        },
      }
    },
  },
  {
    id: 'xlsx',
    possible: isArchive,
    load: async () => {
      const { readXlsx, recognisesXlsx, xlsxReaderRules } = await import('../readers/xlsx/index.ts')
      return { recognises: recognisesXlsx, read: readXlsx, rules: xlsxReaderRules }
    },
  },
  {
    id: 'docx',
    // A package, or one XML file.
    possible: (bytes) => isArchive(bytes) || isXml(bytes),
    load: async () => {
      const { readDocx, recognisesDocx, docxReaderRules } = await import('../readers/docx/index.ts')
      return { recognises: recognisesDocx, read: readDocx, rules: docxReaderRules }
    },
  },
  {
    id: 'ods',
    possible: isArchive,
    load: async () => {
      const { odsReaderRules, readOds, recognisesOds } = await import('../readers/ods/index.ts')
      return { recognises: recognisesOds, read: readOds, rules: odsReaderRules }
    },
  },
  {
    id: 'xls',
    // A workbook of its own, or in a compound file.
    possible: (bytes) => bytes[0] === 0x09 || isCompound(bytes),
    load: async () => {
      const { readXls, recognisesXls, xlsReaderRules } = await import('../readers/xls/index.ts')
      return { recognises: recognisesXls, read: readXls, rules: xlsReaderRules }
    },
  },
  {
    id: 'doc',
    possible: isCompound,
    load: async () => {
      const { docReaderRules, readDoc, recognisesDoc } = await import('../readers/doc/index.ts')
      return { recognises: recognisesDoc, read: readDoc, rules: docReaderRules }
    },
  },
  {
    id: 'compound',
    possible: isCompound,
    load: async () => {
      const { compoundReaderRules, readCompound, recognisesCompound } = await import('../readers/compound/index.ts')
      return { recognises: recognisesCompound, read: readCompound, rules: compoundReaderRules }
    },
  },
  {
    id: 'scan',
    possible: isPicture,
    load: async () => {
      const { readScan, recognisesScan, scanReaderRules } = await import('../readers/scan/index.ts')
      return { recognises: recognisesScan, read: readScan, rules: scanReaderRules }
    },
  },
  {
    id: 'pages',
    possible: isPageBundle,
    load: async () => {
      const { scanReaderRules } = await import('../readers/scan/index.ts')
      return { recognises: (bytes) => Number(isPageBundle(bytes)), read: readPageBundle, rules: scanReaderRules }
    },
  },
  {
    id: 'pdf',
    // The mark may stand behind other bytes.
    possible: (bytes) => Buffer.from(bytes.subarray(0, GLANCE)).includes('%PDF-'),
    load: async () => {
      const { pdfReaderRules, recognisesPdf } = await import('../readers/pdf/index.ts')
      const { scanReaderRules } = await import('../readers/scan/index.ts')
      const { readPdfSource } = await import('./read-pdf.ts')
      return { recognises: recognisesPdf, read: readPdfSource, rules: { ...pdfReaderRules, ...scanReaderRules } }
    },
  },
  {
    id: 'sheet-xml',
    possible: isXml,
    load: async () => {
      const { readSheetXml, recognisesSheetXml, sheetXmlReaderRules } = await import('../readers/sheet-xml/index.ts')
      return { recognises: recognisesSheetXml, read: readSheetXml, rules: sheetXmlReaderRules }
    },
  },
  {
    id: 'web-archive',
    possible: (bytes) => /^mime-version\s*:/im.test(glance(bytes)),
    load: async () => {
      const { readWebArchive, recognisesWebArchive, webArchiveRules } = await import('./web-archive.ts')
      const { htmlReaderRules } = await import('../readers/html/index.ts')
      return {
        recognises: recognisesWebArchive,
        read: readWebArchive,
        rules: { ...webArchiveRules, ...htmlReaderRules },
      }
    },
  },
  {
    id: 'unsupported',
    possible: (bytes) =>
      isArchive(bytes) || isXml(bytes) || /^(?:\{\\rtf|Rar!|7z|\x1f\x8b|GIF8|.{0,4}ftyp)/s.test(glance(bytes)),
    load: async () => {
      const { readUnsupported, recognisesUnsupported, unsupportedReaderRules } = await import(
        '../readers/unsupported/index.ts'
      )
      return { recognises: recognisesUnsupported, read: readUnsupported, rules: unsupportedReaderRules }
    },
  },
  {
    id: 'html',
    possible: (bytes) => holds(bytes, '<'),
    load: async () => {
      const { readHtml, recognisesHtml, htmlReaderRules } = await import('../readers/html/index.ts')
      return { recognises: recognisesHtml, read: readHtml, rules: htmlReaderRules }
    },
  },
  {
    id: 'csv',
    possible: (bytes) => holds(bytes, ',', ';', '"'),
    load: async () => {
      const { readCsv, recognisesCsv, csvReaderRules } = await import('../readers/csv/index.ts')
      return { recognises: recognisesCsv, read: readCsv, rules: csvReaderRules }
    },
  },
]

/** Plain text takes what no other reader claims. */
const plainText: Reader = { recognises: () => 0, read: readText, rules: textReaderRules }

/** In percent: a reader is chosen only when it is more sure than not. */
const SURE = 50

export interface SourceTables {
  /** Id of the reader that took the file. */
  readonly format: string
  readonly grids: readonly Grid[]
  readonly findings: readonly Finding[]
  /** Texts of what that reader can say. */
  readonly rules: Readonly<Record<string, RuleTexts>>
  /** Forms that the file holds as such; absent where its tables are to be recognised. */
  readonly forms?: readonly Recognition[]
}

/** Runs work that does not wait for anything; one that has a time limit throws when it is over. */
export type Run = <T>(work: () => T) => T

/** The tables of a file. `run` carries out all work on its bytes, as far as it does not wait. */
export async function readSource(bytes: Uint8Array, name: string, run: Run = (work) => work()): Promise<SourceTables> {
  let best: { id: string; reader: Reader; confidence: number } = {
    id: 'text',
    reader: plainText,
    confidence: SURE - 1,
  }
  for (const { id, possible, load } of formats) {
    if (!possible(bytes)) continue
    const reader = await load()
    const confidence = Math.round(run(() => reader.recognises(bytes)) * 100)
    if (confidence > best.confidence) best = { id, reader, confidence }
  }
  const { forms } = best.reader
  if (forms !== undefined) {
    const { value, findings } = run(() => forms(bytes, name))
    return { format: best.id, grids: [], findings, rules: best.reader.rules, forms: value }
  }
  const { value, findings } = await run(() => best.reader.read(bytes, name))
  const source: SourceTables = {
    format: best.id,
    grids: value,
    findings: [...findings, ...invisibleSigns(value)],
    rules: { ...best.reader.rules, ...invisibleSignRules },
  }
  if (!findings.some(({ message }) => message === 'pictures')) return source
  const { withPictures } = await import('./pictures-within.ts')
  return withPictures(source, bytes, name)
}
