/** Which cell of the ruled tables of a page a word stands in. */

import type { Box } from '../../containers/ruled-table.ts'
import { areaOf, type Extent, isInside } from './matrix.ts'
import type { Word } from './words.ts'

/** A cell of a ruled table, and the words in it. */
export interface Slot {
  readonly extent: Extent
  readonly words: Word[]
}

export function extentOfBox([x, y, width, height]: Box): Extent {
  return [x, y, x + width, y + height]
}

/** Finds the smallest of many boxes around a point; boxes by bands of the page, so that time is in proportion. */
export class SlotIndex {
  readonly #bands = new Map<number, Slot[]>()

  constructor(slots: readonly Slot[]) {
    for (const slot of slots) {
      for (let band = Math.floor(slot.extent[1] / BAND); band <= Math.floor(slot.extent[3] / BAND); band++) {
        const known = this.#bands.get(band)
        if (known === undefined) this.#bands.set(band, [slot])
        else known.push(slot)
      }
    }
  }

  around(x: number, y: number): Slot | null {
    let best: Slot | null = null
    for (const slot of this.#bands.get(Math.floor(y / BAND)) ?? []) {
      if (isInside(x, y, slot.extent) && (best === null || areaOf(slot.extent) < areaOf(best.extent))) best = slot
    }
    return best
  }
}

const BAND = 40

/** The cell that holds most of a word's characters; null where most lie in none. */
export function slotOf(word: Word, index: SlotIndex): Slot | null {
  const votes = new Map<Slot | null, number>()
  for (const [x, y] of word.middles) {
    const slot = index.around(x, y)
    votes.set(slot, (votes.get(slot) ?? 0) + 1)
  }
  let best: Slot | null = null
  let most = 0
  for (const [slot, count] of votes) if (count > most) [best, most] = [slot, count]
  return best
}
