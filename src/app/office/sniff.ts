/** What a file is, by its first bytes: papers, tables, pictures and archives; nothing that a browser would run. */

const signs: readonly { readonly type: string; readonly at: number; readonly bytes: readonly number[] }[] = [
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'application/x-ole-storage', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
]

const insideZip: readonly (readonly [string, string])[] = [
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
]

/** Text without control characters, and no page or script. */
function isPlainText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false
  return !/^\s*(?:\ufeff)?\s*(?:<|#!|%!)/.test(Buffer.from(head).toString('utf8'))
}

/** Null for what is not taken: programs, pages, unknown bytes. */
export function sniffedType(bytes: Uint8Array): string | null {
  const known = signs.find(({ at, bytes: sign }) => sign.every((byte, index) => bytes[at + index] === byte))
  if (known !== undefined) return known.type
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    return insideZip.find(([sign]) => text.includes(sign))?.[1] ?? 'application/zip'
  }
  return isPlainText(bytes) ? 'text/plain; charset=utf-8' : null
}
