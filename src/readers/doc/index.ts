/**
 * Reads documents of Word 97 to 2003 (doc) and of WPS (wps): each table is a grid, its cells merged as the rows' edges say,
 * and so are the paragraphs between tables, then footnotes and text boxes. Ignored on purpose: headers and footers (said),
 * field codes, deletions that are tracked (said), macros, links. Knows nothing of forms.
 */

import { CompoundFile, compoundKind, isCompoundFile } from '../../containers/compound-file.ts'
import { finding, megabytes } from '../../containers/findings.ts'
import { type Block, gridsOf } from '../../containers/flow.ts'
import { quoteFindings } from '../../containers/quote.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { type Counts, DocumentReader } from './document-reader.ts'
import { limits } from './limits.ts'
import { documentStreams, type PartName, parts, readPieces } from './pieces.ts'

export { limits } from './limits.ts'
export { docReaderRules } from './messages.ts'
export { picturesOfDoc } from './pictures.ts'

const FORMAT = 'doc'

/** 0 to 1, from all of the bytes: what it is may stand at its end. */
export function recognisesDoc(firstBytes: Uint8Array): number {
  return isCompoundFile(firstBytes) && compoundKind(firstBytes) === 'document' ? 0.99 : 0
}

const countRules: Readonly<Record<keyof Counts, { readonly rule: string; readonly severity: Finding['severity'] }>> = {
  pictures: { rule: 'not-read', severity: 'info' },
  hidden: { rule: 'hidden', severity: 'info' },
  deleted: { rule: 'hidden', severity: 'info' },
  covered: { rule: 'hidden', severity: 'warning' },
  shapeless: { rule: 'merges-lost', severity: 'warning' },
  unknown: { rule: 'symbol', severity: 'warning' },
}

/** Grids of tables and of the paragraphs between them, in the order of the document. */
export function readDoc(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (message: string): Outcome<Grid[]> => ({
    value: [],
    findings: [finding(`${FORMAT}/unreadable`, message, 'error', { name })],
  })
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > limits.bytes) {
    const data = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
    return { value: [], findings: [finding(`${FORMAT}/too-large`, 'bytes', 'error', data)] }
  }
  if (!isCompoundFile(bytes)) return refuse('notPackage')
  const file = CompoundFile.open(bytes, limits)
  const kind = compoundKind(bytes)
  if (kind === 'encrypted') return refuse('protected')
  if (file === null) return refuse('damaged')
  const streams = documentStreams(file)
  if (streams === 'noDocument') return refuse(kind === 'document' ? 'damaged' : 'notPackage')
  if (typeof streams === 'string') return refuse(streams)
  const pieces = readPieces(streams)
  if (pieces === null) return refuse('damaged')
  const tooLarge = (): Outcome<Grid[]> => ({
    value: [],
    findings: [finding(`${FORMAT}/too-large`, 'cells', 'error', { name, limit: limits.cells })],
  })
  // Counted before any is read: a hundred thousand pieces may lie over one text.
  const stated = parts.reduce((sum, { lengthAt }) => sum + streams.view.getUint32(lengthAt, true), 0)
  const held = pieces.reduce((sum, { start, length }) => sum + Math.max(0, Math.min(start + length, stated) - start), 0)
  if (held > limits.characters) return tooLarge()
  const reader = new DocumentReader(streams, pieces)
  const read = new Map<PartName, readonly Block[]>()
  let at = 0
  for (const part of parts) {
    const length = streams.view.getUint32(part.lengthAt, true)
    read.set(part.name, reader.read(at, at + length))
    at += length
  }
  const findings: Finding[] = []
  if (reader.exceeded) return tooLarge()
  const last = pieces.at(-1)
  if (last === undefined || last.start + last.length < at || file.statedSize('WordDocument') > streams.main.length) {
    findings.push(finding(`${FORMAT}/damaged-part`, 'damaged', 'error', { name, part: 'WordDocument' }))
  }
  for (const count of Object.keys(countRules) as (keyof Counts)[]) {
    const { rule, severity } = countRules[count]
    if (reader.counts[count] > 0) {
      findings.push(finding(`${FORMAT}/${rule}`, count, severity, { name, count: reader.counts[count] }))
    }
  }
  findings.push(
    ...quoteFindings('doc/furniture', 'headers', [...read.get('headers')!, ...read.get('headerBoxes')!], name),
    ...quoteFindings('doc/comment', 'comments', read.get('comments')!, name),
  )
  if (file.names.includes('macros')) findings.push(finding(`${FORMAT}/not-run`, 'macros', 'info', { name }))
  const grids = [...read.get('body')!, ...read.get('boxes')!, ...read.get('footnotes')!, ...read.get('endnotes')!]
  const value = gridsOf(grids, name)
  if (value.length === 0 && findings.every(({ severity }) => severity !== 'error')) return refuse('noContent')
  return { value, findings }
}
