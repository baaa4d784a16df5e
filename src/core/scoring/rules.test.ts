import { describe, expect, it } from 'vitest'
import type { Edition } from '../rulebook/index.ts'
import { editionById } from '../rulebook/index.ts'
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

  it('cites its clause and tells its steps', () => {
    expect(rule.law(national).length).toBeGreaterThan(0)
  })
})
