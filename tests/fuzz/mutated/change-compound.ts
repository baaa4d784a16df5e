/** Compound files (xls, doc) spoiled from within: records and tables of their streams, in a container that is whole. */

import { CFB } from '@e965/xlsx'
import type { Random } from '../../support/random.ts'
import { changeBytes, changeNumber } from './change-bytes.ts'

/** As the library gives a stream of the file: 2 is its type. */
interface Entry {
  readonly name: string
  readonly type: number
  readonly content: Uint8Array
}

interface BiffRecord {
  readonly from: number
  readonly to: number
}

function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const records: BiffRecord[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const to = at + 4 + view.getUint16(at + 2, true)
    if (to > stream.length) break
    records.push({ from: at, to })
    at = to
  }
  return records
}

/** A record lost, doubled, moved, cut, or with another kind or length; places of sheets are not mended. */
function changeRecords(random: Random, stream: Uint8Array): Uint8Array {
  const records = recordsOf(stream)
  if (records.length === 0) return stream
  const { from, to } = random.pick(records)
  const [before, record, after] = [stream.subarray(0, from), stream.slice(from, to), stream.subarray(to)]
  switch (random.int(1, 7)) {
    case 1:
      return Buffer.concat([before, after])
    case 2:
      return Buffer.concat([before, ...Array.from({ length: random.pick([2, 3, 50]) }, () => record), after])
    case 3: {
      const there = random.pick(records).from
      return Buffer.concat([stream.subarray(0, there), record, stream.subarray(there)])
    }
    case 4:
      return Buffer.concat([before, changeNumber(random, record, 2), after])
    case 5:
      return Buffer.concat([before, changeNumber(random, record, 0), after])
    default:
      return Buffer.concat([before, record.subarray(0, 4), changeBytes(random, record.subarray(4), stream), after])
  }
}

/** Numbers of four bytes, of which the tables of a document are made. */
function changeTables(random: Random, stream: Uint8Array): Uint8Array {
  let changed = stream
  for (let steps = random.int(1, 8); steps > 0; steps--) {
    // The header of a document lies in its first bytes, and names where everything else stands.
    const most = random.chance(50) ? Math.min(0x600, stream.length) : stream.length
    changed = changeNumber(random, changed, random.int(0, Math.max(0, most - 4)))
  }
  return changed
}

export function changeCompound(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const file = CFB.read(bytes, { type: 'buffer' })
  const entries: readonly Entry[] = file.FileIndex
  const streams = entries.filter(({ type, content }) => type === 2 && content.length > 0)
  const main = streams.filter(({ name }) => /^(?:Workbook|Book|WordDocument|[01]Table)$/.test(name))
  if (main.length === 0) return changeBytes(random, bytes, other)
  const changed = CFB.utils.cfb_new()
  const chosen = random.pick(main)
  for (const { name, content } of streams) {
    const stream = Uint8Array.from(content)
    const put = (change: (random: Random, stream: Uint8Array) => Uint8Array) =>
      name === chosen.name ? change(random, stream) : stream
    CFB.utils.cfb_add(changed, `/${name}`, put(/book$/i.test(chosen.name) ? changeRecords : changeTables))
  }
  return new Uint8Array(CFB.write(changed, { type: 'buffer' }) as Uint8Array)
}
