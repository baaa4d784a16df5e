import { describe, expect, it } from 'vitest'
import { asDisplayed, type QuarterTurns } from './quarter-turns.ts'

/** A page of 400 × 600 as displayed, and a box on it: seen after so many quarters, clockwise. */
const seen: readonly (readonly [QuarterTurns, number, number, readonly [number, number, number, number]])[] = [
  [0, 400, 600, [10, 20, 30, 40]],
  [1, 600, 400, [540, 10, 40, 30]],
  [2, 400, 600, [360, 540, 30, 40]],
  [3, 600, 400, [20, 360, 40, 30]],
]

describe('a place on a page set upright', () => {
  it.each(seen)('is put back where it is displayed, turned by %i quarters', (turned, width, height, box) => {
    expect(asDisplayed(box, { width, height, turned })).toEqual([10, 20, 30, 40])
  })

  it('stays on a page that is displayed upright', () => {
    expect(asDisplayed([1, 2, 3, 4], { width: 10, height: 10 })).toEqual([1, 2, 3, 4])
  })
})
