/** Bytes to characters: UTF-8, UTF-16 with a mark or without, GB18030. */

import { markedEncoding, wideWithoutMark } from '../../containers/encoding.ts'

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly damaged: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary'; readonly looksLike: string | null }

const signatures: readonly [bytes: readonly number[], name: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP / XLSX / DOCX'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'XLS / DOC'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x1f, 0x8b], 'GZIP'],
]

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Decodes as `encoding`, or null where the bytes are no such text. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function countOf(text: string, wanted: (code: number) => boolean): number {
  let count = 0
  for (let index = 0; index < text.length; index++) if (wanted(text.charCodeAt(index))) count++
  return count
}

/** Control characters other than tab, line feed, vertical tab, form feed and carriage return. */
function isControl(code: number): boolean {
  return (code < 0x20 && (code < 9 || code > 13)) || code === 0x7f
}

export function decode(bytes: Uint8Array): Decoded {
  const signature = signatures.find(([start]) => startsWith(bytes, start))
  if (signature !== undefined) return { kind: 'binary', looksLike: signature[1] }
  const marked = markedEncoding(bytes)
  const wide = marked === null || marked === 'utf-8' ? wideWithoutMark(bytes) : marked
  if (wide === null && bytes.includes(0)) return { kind: 'binary', looksLike: null }
  const text =
    wide === null
      ? (tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030') ?? new TextDecoder('utf-8').decode(bytes))
      : new TextDecoder(wide).decode(bytes)
  if (text.trim() === '') return { kind: 'empty' }
  const damaged = countOf(text, (code) => code === 0xfffd)
  // A stray control character is noise of a scan; many of them, or many undecodable bytes, are no text.
  if ((countOf(text, isControl) + damaged) * 50 > text.length) return { kind: 'binary', looksLike: null }
  return { kind: 'text', text, damaged }
}
