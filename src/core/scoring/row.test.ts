import { describe, expect, it } from 'vitest'
import type { Indicator } from '../model/index.ts'
import { editionById } from '../rulebook/index.ts'
import { indicatorOf } from './index.ts'
import { scoreRow } from './row.ts'

const edition = editionById('national-project-2020')!
const row = indicatorOf({ name: '培训', weight: '10', target: '10', actual: '8' })

function points(parts: Partial<Indicator>, fiscalYear: number | null = 2021): string | undefined {
  const scored = scoreRow({ ...row, ...parts }, 'row', { edition, fiscalYear, scoresPrinted: true })
  return scored.recomputed?.min.toString()
}

const cell = (raw: string) => ({ raw, value: raw })

describe('a row compared once', () => {
  it('is compared anew where a cell beside target and actual changes', () => {
    expect(points({})).toBe('8')
    expect(points({ name: cell('投诉次数') })).toBe('10')
    expect(points({ attribute: cell('≤') })).toBe('10')
    expect(points({})).toBe('8')
    expect(points({ unit: cell('场') })).toBe('8')
    expect(points({}, null)).toBe('8')
    expect(points({ actual: indicatorOf({ weight: '10', target: '10', actual: '5' }).actual })).toBe('5')
    expect(points({})).toBe('8')
  })
})
