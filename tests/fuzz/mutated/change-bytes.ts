/** Bytes as a failing disk, a broken download or a careless program leaves them. */

import type { Random } from '../../support/random.ts'

const edges = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
]

function place(random: Random, bytes: Uint8Array): number {
  return random.int(0, Math.max(0, bytes.length - 1))
}

/** A stretch of up to a quarter of the file. */
function stretch(random: Random, bytes: Uint8Array): readonly [from: number, to: number] {
  const from = place(random, bytes)
  return [from, Math.min(bytes.length, from + random.int(1, Math.max(1, bytes.length >> 2)))]
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** A number of one, two or four bytes, either way round, replaced by one at an edge, or by one beside it. */
export function changeNumber(random: Random, bytes: Uint8Array, at = place(random, bytes)): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  const little = random.chance(70)
  const by = random.int(-3, 3)
  const edge = random.pick(edges)
  const beside = random.chance(30)
  switch (random.pick([1, 2, 4])) {
    case 1:
      if (at < changed.length) changed[at] = beside ? changed[at]! + by : edge
      break
    case 2:
      if (at + 2 <= changed.length) view.setUint16(at, beside ? view.getUint16(at, little) + by : edge, little)
      break
    default:
      if (at + 4 <= changed.length) view.setUint32(at, beside ? view.getUint32(at, little) + by : edge, little)
  }
  return changed
}

function change(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes
  const [from, to] = stretch(random, bytes)
  switch (random.int(1, 9)) {
    case 1: {
      const changed = bytes.slice()
      for (let flips = random.int(1, 30); flips > 0; flips--) {
        const at = place(random, changed)
        changed[at] = changed[at]! ^ (1 << random.int(0, 7))
      }
      return changed
    }
    case 2:
      return bytes.slice(0, from)
    case 3: {
      const cut = place(random, other)
      return join(bytes.subarray(0, from), other.subarray(cut))
    }
    case 4:
      return join(bytes.subarray(0, from), bytes.subarray(to))
    case 5:
      return join(bytes.subarray(0, to), bytes.subarray(from))
    case 6: {
      const changed = bytes.slice()
      changed.fill(random.pick([0, 0xff, 0x20, random.int(0, 255)]), from, to)
      return changed
    }
    case 7: {
      const put = other.subarray(...stretch(random, other))
      return join(bytes.subarray(0, from), put, bytes.subarray(from))
    }
    case 8: {
      const changed = bytes.slice()
      for (let at = from; at < Math.min(to, from + 64); at++) changed[at] = random.int(0, 255)
      return changed
    }
    default:
      return changeNumber(random, bytes)
  }
}

/** One to a few changes; `other` is what pieces are taken from. */
export function changeBytes(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  let changed = bytes
  for (let steps = random.chance(60) ? 1 : random.int(2, 6); steps > 0; steps--)
    changed = change(random, changed, other)
  return changed
}
