/** Zip packages spoiled from within: parts changed, lost, doubled, and packed again with right checksums. */

import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Random } from '../../support/random.ts'
import { changeBytes } from './change-bytes.ts'
import { changeMarkup } from './change-markup.ts'

export interface Part {
  readonly name: string
  readonly bytes: Uint8Array
}

export function unpacked(bytes: Uint8Array): Part[] {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, bytes: part }))
}

/** In the order of the parts, so that the one that names the kind of document stays first. */
export function repacked(parts: readonly Part[]): Uint8Array {
  const files: Zippable = {}
  for (const { name, bytes } of parts) {
    files[name] = [bytes, { level: name === 'mimetype' ? 0 : 1, mtime: new Date(Date.UTC(2021, 3, 5)) }]
  }
  return zipSync(files)
}

/** Parts that hold what is read are changed more often than the rest. */
const telling = /sheet\d*\.xml$|document\.xml$|content\.xml$|sharedStrings\.xml$|styles\.xml$|workbook\.xml(?:\.rels)?$/

function changeParts(random: Random, parts: readonly Part[], other: Uint8Array): Part[] {
  const main = parts.filter(({ name }) => telling.test(name))
  const chosen = main.length > 0 && random.chance(85) ? random.pick(main) : random.pick(parts)
  const replaced = (bytes: Uint8Array) => parts.map((part) => (part === chosen ? { name: part.name, bytes } : part))
  switch (random.int(1, 12)) {
    case 1:
      return parts.filter((part) => part !== chosen)
    case 2:
      return replaced(changeBytes(random, chosen.bytes, other))
    case 3: {
      const donor = random.pick(parts)
      return replaced(donor.bytes)
    }
    case 4:
      return parts.map((part) =>
        part === chosen
          ? { ...part, name: random.pick(['x.xml', `../${part.name}`, part.name.toUpperCase(), `/${part.name}`]) }
          : part,
      )
    default:
      return replaced(Buffer.from(changeMarkup(random, strFromU8(chosen.bytes))))
  }
}

export function changePackage(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  let parts = unpacked(bytes)
  for (let steps = random.int(1, 3); steps > 0 && parts.length > 0; steps--) parts = changeParts(random, parts, other)
  return repacked(parts)
}
