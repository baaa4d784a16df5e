/**
 * Reads html pages: each table is a grid, and so is the text between tables. Ignored on purpose: scripts, styles,
 * navigation, frames, pictures (said; see `picturesOfHtml`), links, what a page says stands beside its form. Knows nothing
 * of forms.
 */

import { decodeText, hasBinarySignature, looksBinary } from '../../containers/encoding.ts'
import { finding, megabytes } from '../../containers/findings.ts'
import { gridsOf } from '../../containers/flow.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { limits } from './limits.ts'
import { readPage } from './page-reader.ts'

export { limits } from './limits.ts'
export { htmlReaderRules } from './messages.ts'

const SNIFFED = 8 * 1024

/** Characters as they come, for looking only: bytes of UTF-16 lose their zeros. */
function glance(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED)).replaceAll('\u0000', '')
}

/** The encoding that a page, or an XML declaration before it, names; null where none does. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = glance(bytes)
  const named =
    /<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ??
    /^[^<]{0,10}<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w-]+)/i.exec(head)
  return named?.[1] ?? null
}

/** 0 to 1, from the first bytes or all of them: text that begins as a page does, or holds table rows. */
export function recognisesHtml(firstBytes: Uint8Array): number {
  if (hasBinarySignature(firstBytes)) return 0
  const head = glance(firstBytes)
  if (/urn:schemas-microsoft-com:office:spreadsheet["']/.test(head) && !/<table\b/.test(head)) return 0.1
  if (/^[^<]{0,10}(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<(?:!doctype\s+html|html)\b/i.test(head)) return 0.97
  if (/<table\b/i.test(head) && /<t[rdh]\b/i.test(head)) return /^\s*</.test(head) ? 0.9 : 0.6
  if (/<(?:html|head|body|meta)\b[^>]*>/i.test(head)) return 0.8
  return /^\s*<(?:div|p|h[1-6]|span|center|font)\b[^>]*>/i.test(head) ? 0.5 : 0
}

/** Grids of tables and of the text between them, in the order of the page. */
export function readHtml(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  if (bytes.length > limits.bytes) {
    const sizes = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
    return refuse(finding('html/too-large', 'bytes', 'error', sizes))
  }
  if (hasBinarySignature(bytes)) return refuse(finding('html/unreadable', 'binary', 'error', { name }))
  const decoded = decodeText(bytes, declaredEncoding(bytes))
  if (looksBinary(decoded)) return refuse(finding('html/unreadable', 'binary', 'error', { name }))
  const page = readPage(decoded.text)
  const findings: Finding[] = []
  if (decoded.damaged > 0) {
    findings.push(finding('html/damaged', 'characters', 'warning', { name, count: decoded.damaged }))
  }
  if (page.hidden > 0) findings.push(finding('html/hidden', 'hidden', 'info', { name, count: page.hidden }))
  if (page.beside > 0) findings.push(finding('html/hidden', 'beside', 'info', { name, count: page.beside }))
  if (page.exceeded !== null) {
    findings.push(finding('html/too-large', page.exceeded, 'error', { name, limit: limits[page.exceeded] }))
  }
  const pictures = [
    ['pictures', page.pictures.length],
    ['linked', page.linked],
  ] as const
  for (const [message, count] of pictures) {
    if (count > 0) findings.push(finding('html/not-read', message, 'info', { name, count }))
  }
  const grids = gridsOf(page.blocks, name)
  if (grids.length === 0 && page.exceeded === null)
    findings.push(finding('html/unreadable', 'empty', 'error', { name }))
  return { value: grids, findings }
}

/** A picture in the page itself, in base64; spaces may stand in it. */
const EMBEDDED = /^\s*data:image\/(?:png|jpe?g|pjpeg|x-png|tiff?|webp|bmp)[^,]{0,100};\s*base64\s*,/i

/** Files of the pictures that a page holds in itself (png, jpeg, tiff, webp, bmp), in their order. */
export function picturesOfHtml(bytes: Uint8Array): readonly Uint8Array[] {
  const { pictures } = readPage(decodeText(bytes, declaredEncoding(bytes)).text)
  return pictures.flatMap((address) => {
    const start = EMBEDDED.exec(address)?.[0].length
    if (start === undefined) return []
    const packed = address
      .slice(start)
      .replace(/%(2B|2F|3D)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    return [new Uint8Array(Buffer.from(packed, 'base64'))]
  })
}
