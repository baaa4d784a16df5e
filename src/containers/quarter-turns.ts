/** Pages that lie down or stand on their head: where a place of the page set upright is on the page as displayed. */

import type { Box } from './ruled-table.ts'

export type QuarterTurns = 0 | 1 | 2 | 3

/** A page set upright: its size, and by how many quarters, clockwise, it was turned from how it is displayed. */
export interface UprightPage {
  readonly width: number
  readonly height: number
  readonly turned?: QuarterTurns
}

/** Points from the upper left, both ways. */
export function asDisplayed([x, y, wide, high]: Box, { width, height, turned = 0 }: UprightPage): Box {
  switch (turned) {
    case 0:
      return [x, y, wide, high]
    case 1:
      return [y, width - x - wide, high, wide]
    case 2:
      return [width - x - wide, height - y - high, wide, high]
    case 3:
      return [height - y - high, x, high, wide]
  }
}
