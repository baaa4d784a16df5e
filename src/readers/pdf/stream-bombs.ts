/**
 * Streams that unpack to far more than they are: found before pdf.js, which unpacks what it reads without end. Pictures
 * are left out, since they are never decoded here.
 */

import { inflateSync } from 'node:zlib'
import { limits } from './limits.ts'

/** Smaller streams cannot unpack to more than some dozen megabytes. */
const SMALL = 48 * 1024
/** So many bytes before a stream its dictionary is looked for in. */
const DICTIONARY = 2048

const EXPANDING = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g
/** Names may be written with their characters as hexadecimal numbers. */
const HIDDEN_NAME = /\/[^\s/<>[\]()]*#[\da-f]{2}/i

function unpacksTooFar(bytes: Uint8Array): boolean {
  try {
    return inflateSync(bytes, { maxOutputLength: limits.unpackedStream, finishFlush: 2 }).length > limits.unpackedStream
  } catch (error) {
    // Damaged data is for pdf.js to make the best of: it unpacks no further than the damage.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
  }
}

/** Whether any stream but a picture unpacks to more than is read. */
export function holdsBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = file.indexOf('stream')
  while (at >= 0) {
    const after = file[at + 6]
    const isStart = (after === 0x0a || after === 0x0d) && file.toString('latin1', Math.max(0, at - 3), at) !== 'end'
    if (!isStart) {
      at = file.indexOf('stream', at + 6)
      continue
    }
    const start = at + (after === 0x0d && file[at + 7] === 0x0a ? 8 : 7)
    const next = file.indexOf('endstream', start)
    const end = next < 0 ? file.length : next
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (isBomb(dictionary, file.subarray(start, end))) return true
    at = file.indexOf('stream', end)
    if (next >= 0 && at === next + 3) at = file.indexOf('stream', at + 6)
  }
  return false
}

function isBomb(dictionary: string, packed: Uint8Array): boolean {
  const filters = HIDDEN_NAME.test(dictionary) ? [] : (dictionary.match(EXPANDING) ?? [])
  if (filters.length > 1) return true
  if (packed.length < SMALL || /\/Subtype\s*\/Image\b/.test(dictionary)) return false
  const [filter] = filters
  if (filter === undefined)
    return HIDDEN_NAME.test(dictionary) && /Decode|\/F/.test(dictionary) && unpacksTooFar(packed)
  if (/Fl/.test(filter)) return unpacksTooFar(packed)
  return packed.length > limits.unpackedStream / MOST_RATIO
}

/** LZW packs no better. */
const MOST_RATIO = 1400
