/** The spoiled file number so-and-so: the same number and seed, the same bytes. */

import { mutateText } from '../../support/mutate-text.ts'
import { Random } from '../../support/random.ts'
import { changeBytes } from './change-bytes.ts'
import { changeCompound } from './change-compound.ts'
import { changeMarkup } from './change-markup.ts'
import { changePackage } from './change-package.ts'
import { changePdf } from './change-pdf.ts'
import { changePicture } from './change-picture.ts'
import type { Seed } from './seeds.ts'

/** Of what kind a spoiled file is: they take unlike time, and are counted apart. */
export type Share = 'other' | 'pdf' | 'picture'

/** Of a thousand files: PDF, and pictures. */
const PDF = 20
const PICTURES = 5

export interface Mutant {
  readonly number: number
  readonly share: Share
  /** The file it was made from. */
  readonly from: string
  readonly bytes: Uint8Array
}

/** Shares are spread evenly, so that any stretch of numbers takes about as long as any other. */
export function shareOf(number: number): Share {
  const place = (number * 379) % 1000
  return place < PDF ? 'pdf' : place < PDF + PICTURES ? 'picture' : 'other'
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

function changed(random: Random, seed: Seed, other: Uint8Array): Uint8Array {
  const plain = () => changeBytes(random, seed.bytes, other)
  switch (seed.build) {
    case 'package':
      return random.chance(70) ? changePackage(random, seed.bytes, other) : plain()
    case 'markup':
      return random.chance(70) ? Buffer.from(changeMarkup(random, text(seed.bytes))) : plain()
    case 'lines':
      return random.chance(60) ? Buffer.from(mutateText(random, text(seed.bytes), random.int(1, 20))) : plain()
    case 'compound':
      return random.chance(70) ? changeCompound(random, seed.bytes, other) : plain()
    case 'pdf':
      return random.chance(75) ? changePdf(random, seed.bytes, other) : plain()
    case 'picture':
      return changePicture(random, seed.bytes, other)
  }
}

export function mutantOf(seeds: readonly Seed[], base: number, number: number): Mutant {
  const random = new Random((base + number * 7919) % 2 ** 31)
  const share = shareOf(number)
  const mine = seeds.filter(({ build }) => (build === 'pdf' || build === 'picture' ? build : 'other') === share)
  const seed = random.pick(mine)
  const bytes = changed(random, seed, random.pick(seeds).bytes)
  return { number, share, from: seed.name, bytes }
}
