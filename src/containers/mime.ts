/** Messages of several parts (RFC 2045–2047, 2557), as browsers and old office programs save a page with all it shows. */

export interface MimePart {
  /** Lower case: 'text/html'. */
  readonly type: string
  /** The encoding that its header names, or null. */
  readonly charset: string | null
  /** Where the part stood: a path or an address; '' where its header does not say. */
  readonly location: string
  readonly bytes: Uint8Array
}

export interface MimeLimits {
  /** Parts of all levels. */
  readonly parts: number
  readonly nesting: number
}

export interface MimeMessage {
  readonly parts: readonly MimePart[]
  /** More parts, or deeper ones, than are read. */
  readonly exceeded: boolean
}

/** So many bytes a header may take. */
const HEADER = 16 * 1024
const LF = 0x0a
const CR = 0x0d

interface Headers {
  readonly fields: ReadonlyMap<string, string>
  /** Where the body begins. */
  readonly body: number
}

/** Fields up to the first blank line; a field goes on in lines that begin with a blank. */
function readHeaders(bytes: Uint8Array): Headers {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER))
  const end = /\r?\n[ \t]*\r?\n/.exec(head)
  const text = (end === null ? head : head.slice(0, end.index)).replace(/\r?\n[ \t]+/g, ' ')
  const fields = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return { fields, body: end === null ? bytes.length : end.index + end[0].length }
}

function parameter(field: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field)
  return match === null ? null : (match[1] ?? match[2] ?? null)
}

function isHex(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66))
  )
}

/** What is wrongly written stays as it is. */
function unquoted(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte !== 0x3d) {
      plain[length++] = byte
      continue
    }
    // A line that ends with the sign goes on in the next one.
    let after = at + 1
    while (bytes[after] === 0x20 || bytes[after] === 0x09) after++
    if (bytes[after] === LF) at = after
    else if (bytes[after] === CR && bytes[after + 1] === LF) at = after + 1
    else if (isHex(bytes[at + 1]) && isHex(bytes[at + 2])) {
      plain[length++] = Number.parseInt(String.fromCharCode(bytes[at + 1]!, bytes[at + 2]!), 16)
      at += 2
    } else plain[length++] = byte
  }
  return plain.subarray(0, length)
}

function unpacked(bytes: Uint8Array, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return new Uint8Array(Buffer.from(new TextDecoder('latin1').decode(bytes), 'base64'))
    case 'quoted-printable':
      return unquoted(bytes)
    default:
      return bytes
  }
}

/** Bodies between lines that begin with the boundary, one more than `most` at most. What stands before the first and after the last is no part. */
function split(bytes: Uint8Array, boundary: string, most: number): Uint8Array[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bodies: Uint8Array[] = []
  let start: number | null = null
  for (let at = buffer.indexOf(mark); at >= 0 && bodies.length <= most; at = buffer.indexOf(mark, at + mark.length)) {
    if (at > 0 && buffer[at - 1] !== LF) continue
    if (start !== null) bodies.push(bytes.subarray(start, at))
    const ends = buffer[at + mark.length] === 0x2d && buffer[at + mark.length + 1] === 0x2d
    const line = buffer.indexOf(LF, at)
    start = ends || line < 0 ? null : line + 1
  }
  // Cut short: what is left of the last part.
  if (start !== null) bodies.push(bytes.subarray(start))
  return bodies
}

class Reader {
  readonly parts: MimePart[] = []
  exceeded = false
  readonly #limits: MimeLimits

  constructor(limits: MimeLimits) {
    this.#limits = limits
  }

  read(bytes: Uint8Array, depth: number): void {
    const { fields, body } = readHeaders(bytes)
    const kind = fields.get('content-type') ?? 'text/plain'
    const boundary = /^multipart\//i.test(kind) ? parameter(kind, 'boundary') : null
    if (this.parts.length >= this.#limits.parts || depth > this.#limits.nesting) this.exceeded = true
    else if (boundary !== null && boundary !== '') {
      for (const part of split(bytes.subarray(body), boundary, this.#limits.parts)) this.read(part, depth + 1)
    } else {
      this.parts.push({
        type: kind.split(';')[0]!.trim().toLowerCase(),
        charset: parameter(kind, 'charset'),
        location: fields.get('content-location') ?? '',
        bytes: unpacked(bytes.subarray(body), fields.get('content-transfer-encoding') ?? ''),
      })
    }
  }
}

/** Whether the first bytes are the head of such a message. */
export function looksLikeMime(firstBytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(firstBytes.subarray(0, 4096)).replace(/^\s+/, '')
  if (!/^[A-Za-z][\w-]{0,60}:/.test(head)) return false
  const fields = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+/.exec(head)?.[0] ?? head
  return /^mime-version\s*:/im.test(fields) && /^content-type\s*:\s*(?:multipart\/|text\/html)/im.test(fields)
}

export function readMime(bytes: Uint8Array, limits: MimeLimits): MimeMessage {
  const reader = new Reader(limits)
  let start = 0
  while (start < bytes.length && bytes[start]! <= 0x20) start++
  reader.read(bytes.subarray(start), 0)
  return { parts: reader.parts, exceeded: reader.exceeded }
}
