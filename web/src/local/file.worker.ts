/**
 * Opens files and writes them without a server: the same readers, recogniser and writers as everywhere, in a thread of their
 * own. What needs native libraries (PDF, scans, old office files) is left to the program and the server, and said so.
 */

import { draftOf, formOf, readDraft, writeDraft } from '../../../src/core/draft/index.ts'
import { sayPureFinding } from '../../../src/core/evaluate/index.ts'
import { layOutForm, layoutOf } from '../../../src/core/layout/index.ts'
import type { Finding, Form, Grid, Lang, Outcome } from '../../../src/core/model/index.ts'
import { recognise } from '../../../src/core/recognise/index.ts'
import { type RuleTexts, renderFinding } from '../../../src/core/texts/index.ts'
import { newId } from '../desk/ids.ts'
import type { CellRows, FileAnswer, FileQuestion, OpenedForm, SaidFinding } from './file-work.ts'

interface Reader {
  readonly sure: (bytes: Uint8Array) => number
  readonly read: (bytes: Uint8Array, name: string) => Outcome<Grid[]> | Promise<Outcome<Grid[]>>
  readonly rules: Readonly<Record<string, RuleTexts>>
}

const readers: readonly (() => Promise<Reader>)[] = [
  async () => {
    const { readXlsx, recognisesXlsx, xlsxReaderRules } = await import('../../../src/readers/xlsx/index.ts')
    return { sure: recognisesXlsx, read: readXlsx, rules: xlsxReaderRules }
  },
  async () => {
    const { readDocx, recognisesDocx, docxReaderRules } = await import('../../../src/readers/docx/index.ts')
    return { sure: recognisesDocx, read: readDocx, rules: docxReaderRules }
  },
  async () => {
    const { odsReaderRules, readOds, recognisesOds } = await import('../../../src/readers/ods/index.ts')
    return { sure: recognisesOds, read: readOds, rules: odsReaderRules }
  },
  async () => {
    const { htmlReaderRules, readHtml, recognisesHtml } = await import('../../../src/readers/html/index.ts')
    return { sure: recognisesHtml, read: readHtml, rules: htmlReaderRules }
  },
  async () => {
    const { csvReaderRules, readCsv, recognisesCsv } = await import('../../../src/readers/csv/index.ts')
    return { sure: recognisesCsv, read: readCsv, rules: csvReaderRules }
  },
]

/** First bytes of what is read by the program and the server alone: PDF, old office files, pictures. */
const beyond: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
]

const beyondText = {
  zh: 'PDF、扫描件和老版本 Office 文件须由程序或服务器读取；可先在 Excel 或 WPS 中另存为 xlsx、docx。',
  en: 'PDF, scans and files of older Office are read by the program or a server; or save as xlsx or docx first.',
} as const

async function readerOf(bytes: Uint8Array): Promise<Reader> {
  let best: Reader | null = null
  let most = 0.5
  for (const load of readers) {
    const reader = await load()
    const sure = reader.sure(bytes)
    if (sure >= most) {
      best = reader
      most = sure
    }
  }
  if (best !== null) return best
  const { readText, textReaderRules } = await import('../../../src/readers/text/index.ts')
  return { sure: () => 0, read: readText, rules: textReaderRules }
}

function titleOf(form: Form): string {
  const who = form.department.raw || form.implementer.raw || form.project.raw
  return [who, form.fiscalYear.raw].filter((text) => text !== '').join(' · ') || form.title.raw
}

function said(
  findings: readonly Finding[],
  lang: Lang,
  rules: Readonly<Record<string, RuleTexts>>,
): readonly SaidFinding[] {
  return findings.map((finding) => {
    const own = rules[finding.rule]
    const { text, advice } =
      own === undefined ? sayPureFinding(finding, lang) : renderFinding(finding, lang, new Map([[finding.rule, own]]))
    return { severity: finding.severity, text, advice }
  })
}

/** A draft that this page (or a server) has written before. */
function ownDraft(bytes: Uint8Array): OpenedForm | null {
  if (bytes[0] !== 0x7b) return null
  const read = readDraft(new TextDecoder().decode(bytes))
  return 'draft' in read ? { title: titleOf(formOf(read.draft)), draft: read.draft } : null
}

async function open(bytes: Uint8Array, name: string, lang: Lang): Promise<FileAnswer> {
  const own = ownDraft(bytes)
  if (own !== null) return { kind: 'opened', forms: [own], findings: [] }
  if (beyond.some((start) => start.every((byte, at) => bytes[at] === byte))) {
    return { kind: 'opened', forms: [], findings: [{ severity: 'error', text: beyondText[lang], advice: null }] }
  }
  const reader = await readerOf(bytes)
  const { value: grids, findings } = await reader.read(bytes, name)
  const recognised = recognise(grids)
  return {
    kind: 'opened',
    forms: recognised.forms.map(({ form }) => ({ title: titleOf(form), draft: draftOf(form, newId) })),
    findings: said([...findings, ...recognised.findings], lang, reader.rules),
  }
}

/** A file as nothing but its texts: for lists that are no forms. */
async function cellsOf(bytes: Uint8Array, name: string): Promise<CellRows> {
  const reader = await readerOf(bytes)
  const { value: grids } = await reader.read(bytes, name)
  return grids.flatMap(({ cells, rowCount }) => {
    const rows: string[][] = Array.from({ length: rowCount }, () => [])
    for (const { row, column, text } of cells) rows[row]![column] = text
    return rows.map((row) => Array.from(row, (text) => text ?? ''))
  })
}

async function write({ draft, format }: Extract<FileQuestion, { kind: 'write' }>): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(writeDraft(draft))
  const form = formOf(draft)
  const grid = layOutForm(form, layoutOf(form))
  if (format === 'xlsx') {
    const { writeXlsx } = await import('../../../src/writers/xlsx/index.ts')
    return writeXlsx(grid)
  }
  const { writeDocx } = await import('../../../src/writers/docx/index.ts')
  return writeDocx(grid)
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; question: FileQuestion }>) => {
  const { id, question } = data
  const work: Promise<FileAnswer> =
    question.kind === 'open'
      ? open(question.bytes, question.name, question.lang)
      : question.kind === 'cells'
        ? cellsOf(question.bytes, question.name).then((rows) => ({ kind: 'cells', rows }))
        : write(question).then((bytes) => ({ kind: 'written', bytes }))
  work.then(
    (answer) => postMessage({ id, answer }),
    (error: unknown) => postMessage({ id, error: String(error) }),
  )
})
