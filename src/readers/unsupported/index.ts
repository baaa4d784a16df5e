/**
 * Files that are known and not read: each is refused by its name, with the format to save it in. Without this they would
 * be taken for damaged text.
 */

import { finding } from '../../containers/findings.ts'
import { holds, startsWith } from '../../containers/office-package.ts'
import { xmlHead } from '../../containers/xml-file.ts'
import type { Grid, Outcome } from '../../core/model/index.ts'
import type { UnsupportedKind } from './messages.ts'

export { unsupportedReaderRules } from './messages.ts'

const ascii = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0))

const starts: readonly (readonly [start: readonly number[], kind: UnsupportedKind])[] = [
  [ascii('{\\rtf'), 'rtf'],
  [ascii('Rar!\x1a\x07'), 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive'],
  [[0x1f, 0x8b, 8], 'archive'],
  [ascii('GIF8'), 'picture'],
]

/** Brands of pictures that telephones take (ISO 14496-12, 4.3). */
const brands: readonly string[] = ['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif']

/** What an entry of a package, or the kind it names, tells. */
const packages: readonly (readonly [sign: string, kind: UnsupportedKind])[] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.presentation', 'presentation'],
  ['ppt/presentation.xml', 'presentation'],
  ['ppt/slides/', 'presentation'],
  ['OFD.xml', 'ofd'],
]

/** Languages of XML files, by their names. */
const languages: readonly (readonly [sign: RegExp, kind: UnsupportedKind])[] = [
  [/<office:document\b[^>]*\burn:oasis:names:tc:opendocument/, 'flatOdf'],
  [/<(?:uof|UOF):UOF\b|\bschemas\.uof\.org\b/, 'uof'],
]

const HEAD = 4096

function kindOf(bytes: Uint8Array): UnsupportedKind | null {
  const begun = starts.find(([start]) => startsWith(bytes, start))
  if (begun !== undefined) return begun[1]
  if (startsWith(bytes.subarray(4), ascii('ftyp'))) {
    const brand = String.fromCharCode(...bytes.subarray(8, 12))
    return brands.includes(brand) ? 'picture' : null
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const ends = [bytes.subarray(0, HEAD), bytes.subarray(Math.max(0, bytes.length - HEAD))]
    return packages.find(([sign]) => ends.some((end) => holds(end, sign)))?.[1] ?? null
  }
  const head = xmlHead(bytes.subarray(0, HEAD))
  return languages.find(([sign]) => sign.test(head))?.[1] ?? null
}

/** 0 to 1, from the first bytes or all of them: less than readers that know the same file are. */
export function recognisesUnsupported(firstBytes: Uint8Array): number {
  return kindOf(firstBytes) === null ? 0 : 0.6
}

/** No grid; a finding that names the format and what to save it as. */
export function readUnsupported(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  return { value: [], findings: [finding('unsupported/format', kindOf(bytes) ?? 'other', 'error', { name })] }
}
