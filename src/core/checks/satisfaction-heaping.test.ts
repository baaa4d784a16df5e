/** The chances that the pages of the two checks on heaped satisfaction figures state, worked out anew. */

import { describe, expect, it } from 'vitest'
import { check as allAlike } from './satisfaction-all-alike.ts'
import { check as onTarget } from './satisfaction-exactly-on-target.ts'

/** At least `least` of `rows`, each with chance `chance`, in percent to one decimal. */
function atLeast(least: number, rows: number, chance: number): string {
  const ways = (taken: number): number => (taken === 0 ? 1 : (ways(taken - 1) * (rows - taken + 1)) / taken)
  let sum = 0
  for (let taken = least; taken <= rows; taken++) sum += ways(taken) * chance ** taken * (1 - chance) ** (rows - taken)
  return (100 * sum).toFixed(1)
}

describe.each([
  ['all alike', allAlike, 0.98 ** 100, '13.3'],
  ['on target', onTarget, 0.1, '10'],
] as const)('the page of %s', (_, check, chance, one) => {
  it('states the chance of a false alarm', () => {
    expect((100 * chance).toFixed(1)).toBe(Number(one).toFixed(1))
    const [three, five, twelve] = [atLeast(3, 3, chance), atLeast(3, 5, chance), atLeast(3, 12, chance)]
    expect(check.why.zh).toContain(`概率为${one}%，`)
    expect(check.why.zh).toMatch(new RegExp(`${three}%，五项中至少三项为${five}%，十二项中至少三项为${twelve}%`))
    expect(check.why.en).toContain(
      `${three} %, at least three of five with ${five} %, at least three of twelve with ${twelve} %`,
    )
  })
})
