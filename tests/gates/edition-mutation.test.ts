import { describe, expect, it } from 'vitest'
import { editions, incompleteEditions } from '../../src/core/rulebook/index.ts'
import { runCases } from '../../src/core/scoring/index.ts'
import { changed, isNoticed, numbersOf } from '../support/numbers-of-edition.ts'

const all = [...editions, ...incompleteEditions].map((edition) => [edition.id, edition] as const)

describe.each(all)('%s', (_, edition) => {
  it('has cases that hold', () => {
    expect(runCases(edition)).toEqual([])
    expect(edition.cases.length).toBeGreaterThan(edition.status === 'complete' ? 10 : 0)
  })

  const numbers = numbersOf(edition).flatMap((place) => [
    { name: `${place.path.join('.')} ${place.parameter.value} + 1 unit`, place, sign: 1 as const },
    { name: `${place.path.join('.')} ${place.parameter.value} − 1 unit`, place, sign: -1 as const },
  ])

  it.each(numbers)('fails a case for $name', ({ place, sign }) => {
    expect(isNoticed(changed(edition, place, sign))).toBe(true)
  })

  it('cites a clause of the rulebook with every number', () => {
    for (const { parameter } of numbersOf(edition)) expect(parameter.law.clause).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  })
})
