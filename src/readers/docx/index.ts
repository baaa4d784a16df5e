/**
 * Reads docx and docm documents, and those that are one XML file: each table is a grid, and so are the paragraphs between tables, then footnotes. Ignored
 * on purpose: headers and footers of the page, comments (both quoted), what only says what to type, field codes,
 * deletions that are tracked, macros (all said), links. A place outside tables is told by the number of its paragraph.
 * Knows nothing of forms.
 */

import { finding, packageFinding, partFinding } from '../../containers/findings.ts'
import { type Block, gridsOf } from '../../containers/flow.ts'
import { looksLikePackage, OfficePackage } from '../../containers/office-package.ts'
import { quoteFindings } from '../../containers/quote.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { type Counts, noCounts } from './counts.ts'
import { DocumentReader } from './document-reader.ts'
import { limits } from './limits.ts'
import { looksLikeSingleFile, readSingleFile } from './single-file.ts'

export { limits } from './limits.ts'
export { docxReaderRules } from './messages.ts'

const FORMAT = 'docx'

/** 0 to 1, from the first bytes or all of them: a docx names its parts 'word/…', an XML file its language. */
export function recognisesDocx(firstBytes: Uint8Array): number {
  const packaged = looksLikePackage(firstBytes, 'word/')
  return packaged === 0 && looksLikeSingleFile(firstBytes) ? 0.98 : packaged
}

const countRules: Readonly<Record<keyof Counts, { readonly rule: string; readonly severity: Finding['severity'] }>> = {
  pictures: { rule: 'not-read', severity: 'info' },
  numbering: { rule: 'not-read', severity: 'info' },
  embedded: { rule: 'not-read', severity: 'warning' },
  placeholders: { rule: 'hidden', severity: 'info' },
  hidden: { rule: 'hidden', severity: 'info' },
  deleted: { rule: 'hidden', severity: 'info' },
  covered: { rule: 'hidden', severity: 'warning' },
  unknown: { rule: 'symbol', severity: 'warning' },
}

class PackageReader {
  readonly findings: Finding[] = []
  readonly #office: OfficePackage
  readonly #name: string
  readonly #counts: Counts = { ...noCounts }
  #paragraphs = 0
  exceeded = false

  constructor(office: OfficePackage, name: string) {
    this.#office = office
    this.#name = name
  }

  /** Paragraphs and tables of one part. */
  read(part: string): readonly Block[] {
    const reader = new DocumentReader(this.#paragraphs)
    const problem = this.#office.parse(part, {
      open: (element, attributes) => reader.open(element, attributes),
      text: (text) => reader.text(text),
      close: (element) => reader.close(element),
      isFull: () => reader.exceeded,
    })
    reader.finish()
    this.#paragraphs = reader.paragraphs
    this.exceeded ||= reader.exceeded
    for (const kind of Object.keys(this.#counts) as (keyof Counts)[]) this.#counts[kind] += reader.counts[kind]
    if (problem !== null) this.findings.push(partFinding(FORMAT, problem, limits, part, this.#name))
    return reader.blocks
  }

  /** Parts that the main one refers to by these kinds, each once. */
  readAll(main: string, ...kinds: readonly string[]): readonly Block[] {
    const links = this.#office.relationships(main).filter(({ type }) => kinds.includes(type))
    const targets = new Set(links.map(({ target }) => target))
    return [...targets].slice(0, limits.parts).flatMap((target) => this.read(target))
  }

  tellCounts(): void {
    this.findings.push(...countFindings(this.#counts, this.#name))
  }
}

function countFindings(counts: Counts, name: string): Finding[] {
  return (Object.keys(countRules) as (keyof Counts)[]).flatMap((kind) => {
    const count = counts[kind]
    const { rule, severity } = countRules[kind]
    return count > 0 ? [finding(`${FORMAT}/${rule}`, kind, severity, { name, count })] : []
  })
}

function readOneFile(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  if (bytes.length > limits.bytes) {
    return { value: [], findings: [packageFinding(FORMAT, 'bytes', limits, bytes, name)] }
  }
  const { body, notes, furniture, comments, problem, damaged } = readSingleFile(bytes)
  if (body.exceeded || notes.exceeded) {
    return { value: [], findings: [finding(`${FORMAT}/too-large`, 'cells', 'error', { name, limit: limits.cells })] }
  }
  const findings: Finding[] = []
  if (problem !== null) findings.push(partFinding(FORMAT, problem, limits, 'document', name))
  if (damaged > 0) findings.push(finding(`${FORMAT}/damaged-text`, 'characters', 'warning', { name, count: damaged }))
  findings.push(
    ...quoteFindings('docx/furniture', 'headers', furniture.blocks, name),
    ...quoteFindings('docx/comment', 'comments', comments.blocks, name),
  )
  const counts = { ...body.counts }
  for (const kind of Object.keys(countRules) as (keyof Counts)[]) counts[kind] += notes.counts[kind]
  findings.push(...countFindings(counts, name))
  const grids = gridsOf([...body.blocks, ...notes.blocks], name)
  if (grids.length === 0 && problem === null) {
    findings.push(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  }
  return { value: grids, findings }
}

/** Grids of tables and of the paragraphs between them, in the order of the document; footnotes and endnotes after them. */
export function readDocx(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  if (looksLikeSingleFile(bytes)) return readOneFile(bytes, name)
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  const office = OfficePackage.open(bytes, limits)
  if (!(office instanceof OfficePackage)) return refuse(packageFinding(FORMAT, office, limits, bytes, name))
  const main = office.mainPart('word/document.xml')
  if (main === null) return refuse(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  const reader = new PackageReader(office, name)
  const { findings } = reader
  const body = reader.read(main)
  const damaged = findings.length > 0
  const blocks = [...body, ...reader.readAll(main, 'footnotes', 'endnotes')]
  if (reader.exceeded) {
    return refuse(finding(`${FORMAT}/too-large`, 'cells', 'error', { name, limit: limits.cells }))
  }
  findings.push(
    ...quoteFindings('docx/furniture', 'headers', reader.readAll(main, 'header', 'footer'), name),
    ...quoteFindings('docx/comment', 'comments', reader.readAll(main, 'comments'), name),
  )
  reader.tellCounts()
  if (office.has('word/vbaProject.bin')) findings.push(finding(`${FORMAT}/not-run`, 'macros', 'info', { name }))
  const grids = gridsOf(blocks, name)
  if (grids.length === 0 && !damaged) findings.push(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  return { value: grids, findings }
}
