/**
 * A zip package with some members changed and some added: every other member is copied as it stands, packed bytes, times,
 * extra fields and all, in the same order.
 */

import { deflateSync } from 'fflate'
import { checksumOf } from '../../containers/zip.ts'

export interface AddedMember {
  readonly name: string
  readonly data: Uint8Array
}

const END = 0x06054b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff
const UTF8_NAME = 0x800
/** 1 January 1980: a member added has no time of its own. */
const FIRST_DAY = 0x21
const VERSION = 20
const DEFLATED = 8

interface Member {
  readonly name: Uint8Array
  readonly flags: number
  readonly time: number
  readonly day: number
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - FULL_16); at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  return -1
}

/** Header and packed bytes of a member. */
function packed(
  member: Member,
  data: Uint8Array,
): { readonly record: Uint8Array; readonly size: number; readonly checksum: number } {
  const body = deflateSync(data, { level: 6 })
  const record = new Uint8Array(30 + member.name.length + body.length)
  const view = viewOf(record)
  const checksum = checksumOf(data)
  view.setUint32(0, LOCAL, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, member.flags, true)
  view.setUint16(8, DEFLATED, true)
  view.setUint16(10, member.time, true)
  view.setUint16(12, member.day, true)
  view.setUint32(14, checksum, true)
  view.setUint32(18, body.length, true)
  view.setUint32(22, data.length, true)
  view.setUint16(26, member.name.length, true)
  record.set(member.name, 30)
  record.set(body, 30 + member.name.length)
  return { record, size: body.length, checksum }
}

/** Sizes of a changed member in its line of the table of contents. */
function describe(line: Uint8Array, member: Member, size: number, checksum: number, length: number): Uint8Array {
  const view = viewOf(line)
  const comment = view.getUint16(32, true)
  const named = 46 + view.getUint16(28, true)
  const described = new Uint8Array(named + comment)
  described.set(line.subarray(0, named))
  // What an extra field says of sizes or times of another writer no longer holds.
  described.set(line.subarray(named + view.getUint16(30, true)), named)
  const own = viewOf(described)
  own.setUint16(6, VERSION, true)
  own.setUint16(8, member.flags, true)
  own.setUint16(10, DEFLATED, true)
  own.setUint32(16, checksum, true)
  own.setUint32(20, size, true)
  own.setUint32(24, length, true)
  own.setUint16(30, 0, true)
  return described
}

function newLine(member: Member): Uint8Array {
  const line = new Uint8Array(46 + member.name.length)
  const view = viewOf(line)
  view.setUint32(0, ENTRY, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(12, member.time, true)
  view.setUint16(14, member.day, true)
  view.setUint16(28, member.name.length, true)
  line.set(member.name, 46)
  return line
}

interface Line {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** Lines of the table of contents; null for packages written in the 64-bit way. */
function linesOf(bytes: Uint8Array, end: number): Line[] | null {
  const view = viewOf(bytes)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === FULL_16 || at === FULL_32 || (end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64)) return null
  const lines: Line[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const offset = view.getUint32(at + 42, true)
    if (next > bytes.length || offset === FULL_32) return null
    lines.push({ offset, bytes: bytes.subarray(at, next) })
    at = next
  }
  return lines
}

/**
 * `changed`: new content by the place of the member's own header, as the table of contents gives it. Null where the package
 * cannot be copied member by member.
 */
export function patchZip(
  bytes: Uint8Array,
  changed: ReadonlyMap<number, Uint8Array>,
  added: readonly AddedMember[],
): Uint8Array | null {
  const end = bytes.length < 22 ? -1 : findEnd(viewOf(bytes))
  const lines = end < 0 ? null : linesOf(bytes, end)
  if (lines === null) return null
  const contents = viewOf(bytes).getUint32(end + 16, true)
  // A member reaches up to the next one, with whatever its writer put behind it.
  const starts = [...new Set(lines.map(({ offset }) => offset))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? contents]))
  const pieces: Uint8Array[] = [bytes.subarray(0, starts[0] ?? 0)]
  const table: Uint8Array[] = []
  const placed = new Map<number, number>()
  let at = pieces[0]!.length
  const put = (piece: Uint8Array): number => {
    pieces.push(piece)
    at += piece.length
    return at - piece.length
  }
  const described = new Map<number, (line: Uint8Array) => Uint8Array>()
  for (const start of starts) {
    const data = changed.get(start)
    if (data === undefined) {
      placed.set(start, put(bytes.subarray(start, ends.get(start)!)))
      continue
    }
    const view = viewOf(lines.find(({ offset }) => offset === start)!.bytes)
    const line = lines.find(({ offset }) => offset === start)!.bytes
    const member: Member = {
      name: line.subarray(46, 46 + view.getUint16(28, true)),
      flags: view.getUint16(8, true) & UTF8_NAME,
      time: view.getUint16(12, true),
      day: view.getUint16(14, true),
    }
    const { record, size, checksum } = packed(member, data)
    placed.set(start, put(record))
    described.set(start, (own) => describe(own, member, size, checksum, data.length))
  }
  for (const { offset, bytes: line } of lines) {
    const own = described.get(offset)?.(line) ?? line.slice()
    viewOf(own).setUint32(42, placed.get(offset)!, true)
    table.push(own)
  }
  for (const { name, data } of added) {
    const member: Member = { name: new TextEncoder().encode(name), flags: UTF8_NAME, time: 0, day: FIRST_DAY }
    const { record, size, checksum } = packed(member, data)
    const line = describe(newLine(member), member, size, checksum, data.length)
    viewOf(line).setUint32(42, put(record), true)
    table.push(line)
  }
  const start = at
  for (const line of table) put(line)
  const tail = bytes.slice(end)
  const view = viewOf(tail)
  view.setUint16(8, table.length, true)
  view.setUint16(10, table.length, true)
  view.setUint32(12, at - start, true)
  view.setUint32(16, start, true)
  pieces.push(tail)
  const whole = new Uint8Array(at + tail.length)
  let place = 0
  for (const piece of pieces) {
    whole.set(piece, place)
    place += piece.length
  }
  return whole
}
