import { describe, expect, it } from 'vitest'
import { editionById } from '../rulebook/index.ts'
import { indicatorOf, reviewRow } from './index.ts'
import { scoreRow } from './row.ts'

const rules = editionById('pidu-review-2025')!

function reviewed(named: readonly string[], actual = '10场', edition = rules, weight = '10') {
  const indicator = indicatorOf({ level1: 'output', weight, target: '≥10场', actual })
  const scored = scoreRow(indicator, 'row', { edition, fiscalYear: 2025, scoresPrinted: true })
  return reviewRow(scored, indicator, named, edition)
}

function said({ band }: ReturnType<typeof reviewed>): string {
  return `${band?.min}–${band?.max}`
}

describe('a review', () => {
  it('leaves the score where nothing is named', () => {
    expect(reviewed([])).toMatchObject({ steps: [], refused: [] })
    expect(said(reviewed([]))).toBe('10–10')
  })

  it('takes a share of the weight, tells the step and cites the criterion', () => {
    const { steps } = reviewed(['hollow-medium'])
    expect(said(reviewed(['hollow-medium']))).toBe('4–4')
    expect(steps[0]?.say.zh).toContain('−60%')
    expect(steps[0]?.law).toEqual([{ clause: 'pidu-review-2025/hollow', evidence: 'read-copy' }])
  })

  it('ranges from the share of the weight to the share of the score where the row had lost points before', () => {
    expect(said(reviewed(['hollow-light'], '5场'))).toBe('2–3.5')
  })

  it('never goes below nothing, and counts a deduction once', () => {
    expect(said(reviewed(['hollow-medium', 'hollow-light', 'no-evidence']))).toBe('0–0')
    expect(said(reviewed(['hollow-light', 'hollow-light']))).toBe('7–7')
  })

  it('refuses what the rules do not know, and what is not for such a row', () => {
    expect(reviewed(['none', 'satisfaction-data', 'multi-part']).refused.map(({ id }) => id)).toEqual([
      'none',
      'satisfaction-data',
      'multi-part',
    ])
    expect(reviewed(['no-evidence'], '10场', editionById('national-project-2020')!).refused).toHaveLength(1)
  })

  it('has nothing to take from a row without a weight', () => {
    expect(reviewed(['no-evidence'], '10场', rules, '')).toEqual({ band: null, steps: [], refused: [] })
  })
})
