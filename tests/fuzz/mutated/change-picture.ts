/** Pictures spoiled in their headers and chunks, with right checksums where the format has them. */

import { crc32 } from 'node:zlib'
import type { Random } from '../../support/random.ts'
import { changeBytes, changeNumber } from './change-bytes.ts'

const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** The pieces of a file: what comes before the first, then each. */
type Pieces = readonly Uint8Array[]

function pngChunks(bytes: Uint8Array): Pieces {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces = [bytes.slice(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const to = Math.min(bytes.length, at + 12 + view.getUint32(at))
    pieces.push(bytes.slice(at, to))
    at = to
  }
  return pieces
}

function withChecksum(chunk: Uint8Array): Uint8Array {
  if (chunk.length < 12) return chunk
  const mended = chunk.slice()
  const view = new DataView(mended.buffer)
  view.setUint32(mended.length - 4, crc32(mended.subarray(4, mended.length - 4)))
  return mended
}

function jpegSegments(bytes: Uint8Array): Pieces {
  const pieces = [bytes.slice(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const to = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
    pieces.push(bytes.slice(at, to))
    at = to
  }
  return [...pieces, bytes.slice(at)]
}

function changePieces(random: Random, pieces: Pieces, mend: (piece: Uint8Array) => Uint8Array): Uint8Array {
  const at = random.int(1, Math.max(1, pieces.length - 1))
  const piece = pieces[at]
  if (piece === undefined) return join(pieces)
  switch (random.int(1, 6)) {
    case 1:
      return join(pieces.filter((_, index) => index !== at))
    case 2:
      return join([...pieces.slice(0, at), piece, ...pieces.slice(at)])
    case 3:
      return join([pieces[0]!, ...random.shuffled(pieces.slice(1))])
    default: {
      // The first numbers of a piece are its sizes.
      const most = Math.max(0, Math.min(24, piece.length - 4))
      return join(pieces.with(at, mend(changeNumber(random, piece, random.int(Math.min(8, most), most)))))
    }
  }
}

/** Entries of the directories of a tiff: twelve bytes each, in the order of the machine that wrote it. */
function changeTag(random: Random, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  const directory = view.getUint32(4, little)
  if (directory + 2 > bytes.length) return bytes
  const count = view.getUint16(directory, little)
  const entry = directory + 2 + random.int(0, Math.max(0, count - 1)) * 12
  return changeNumber(random, bytes, entry + random.pick([0, 2, 4, 8, 8, 8]))
}

export function changePicture(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  if (random.chance(35)) return changeBytes(random, bytes, other)
  switch (bytes[0]) {
    case 0x89:
      return changePieces(random, pngChunks(bytes), random.chance(80) ? withChecksum : (piece) => piece)
    case 0xff:
      return changePieces(random, jpegSegments(bytes), (piece) => piece)
    case 0x49:
    case 0x4d:
      return changeTag(random, bytes)
    default:
      return changeNumber(random, bytes, random.int(0, Math.min(40, bytes.length - 1)))
  }
}
