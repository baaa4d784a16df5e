import { describe, expect, it } from 'vitest'
import type { Edition } from '../rulebook/index.ts'
import { editionById, editions } from '../rulebook/index.ts'
import { indicatorOf } from './cases.ts'
import { scoringRules } from './index.ts'
import { scoreRow } from './row.ts'

const national = editionById('national-project-2020')!

describe.each(scoringRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.cases)('$target → $actual ($weight)', ({ min, max, with: parts, ...row }) => {
    const edition: Edition = { ...national, ...parts }
    const scored = scoreRow(indicatorOf(row), 'indicators[0]', { edition, fiscalYear: 2021, scoresPrinted: true })
    expect([scored.rule, scored.recomputed?.min.toString() ?? null, scored.recomputed?.max.toString() ?? null]).toEqual(
      [id, min, max],
    )
  })

  it.each(rule.cases)('tells how $target → $actual is scored', ({ min, max, with: parts, ...row }) => {
    const edition: Edition = { ...national, ...parts }
    const scored = scoreRow(indicatorOf(row), 'indicators[0]', { edition, fiscalYear: 2021, scoresPrinted: true })
    const said = scored.steps.flatMap(({ say }) => [say.zh, say.en])
    expect(said.length > 0).toBe(min !== null)
    for (const text of said) expect(text).not.toMatch(/undefined|null|。,|\.:/)
    // The last step ends where the score does.
    for (const border of [min, max]) if (border !== null) expect(said.at(-2)).toContain(Number(border).toFixed(2))
    expect(scored.steps).toBe(scored.steps)
  })

  it('cites its clause and tells its steps', () => {
    expect(editions.some((edition) => rule.law(edition).length > 0)).toBe(true)
  })
})
