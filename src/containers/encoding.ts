/** Bytes to characters: marks, declarations, and what the bytes themselves tell. */

/** The encoding a byte order mark names, or null. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: every other byte of its ASCII characters is zero; of 一 (U+4E00) it is the other one. */
export function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if (odd * 20 > length && even * 4 < odd) return 'utf-16le'
  if (even * 20 > length && odd * 4 < even) return 'utf-16be'
  return null
}

/** The canonical name of an encoding, or null where it is unknown. 'gb2312' and 'gbk' are read as the GB18030 they are part of. */
export function knownEncoding(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim())
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
  }
}

/** Decodes as `encoding`; null where the bytes are no such text. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export interface DecodedText {
  readonly text: string
  readonly encoding: string
  /** Places that could not be decoded, shown as U+FFFD. */
  readonly damaged: number
}

function countDamaged(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

function loose(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, damaged: countDamaged(text) }
}

/**
 * Decodes a text. A mark decides; then UTF-8 where the bytes are that and Chinese; then what the text declares of itself,
 * where it fits; then GB18030; else whichever leaves less undecoded.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const sure = markedEncoding(bytes) ?? wideWithoutMark(bytes)
  if (sure !== null) return loose(bytes, sure)
  const known = declared === null ? null : knownEncoding(declared)
  // A declared UTF-16 that is none by its bytes was written by a program that re-encoded the text and not its words.
  const named = known?.startsWith('utf-16') ? null : known
  // Chinese text that is wholly valid UTF-8 is UTF-8, whatever the page says: no GBK text of any length is both.
  const plain = tryDecode(bytes, 'utf-8')
  if (plain !== null && (named === null || /[\u4e00-\u9fff]/.test(plain))) {
    return { text: plain, encoding: 'utf-8', damaged: countDamaged(plain) }
  }
  for (const encoding of named === null ? ['gb18030'] : [named, 'gb18030']) {
    const text = tryDecode(bytes, encoding)
    if (text !== null) return { text, encoding, damaged: countDamaged(text) }
  }
  const utf8 = loose(bytes, 'utf-8')
  const chinese = loose(bytes, named ?? 'gb18030')
  return chinese.damaged < utf8.damaged ? chinese : utf8
}

const binarySignatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
]

export function hasBinarySignature(bytes: Uint8Array): boolean {
  return binarySignatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))
}

/** Whether a decoded text is none: more than a stray control character, or undecoded place, in fifty. */
export function looksBinary({ text, damaged }: DecodedText): boolean {
  let strange = damaged
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && (code < 9 || code > 13)) || code === 0x7f) strange++
  }
  return strange * 50 > text.length
}
