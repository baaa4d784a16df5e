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

describe('an exact figure under 成本指标', () => {
  const edition2020 = editionById('national-project-2020')!
  const score = (target: string, actual: string, level2: string) => {
    const indicator: Indicator = {
      ...indicatorOf({ name: '项目总投资', weight: '10', target, actual }),
      level2: { cell: cell(level2), points: { raw: '', value: null } },
    }
    const scored = scoreRow(indicator, 'row', { edition: edition2020, fiscalYear: 2023, scoresPrinted: true })
    return [scored.rule, scored.recomputed?.min.toString()]
  }
  it('is a limit where it is money', () => {
    expect(score('=120万元', '118万元', '成本指标')).toEqual(['reverse', '10'])
    expect(score('=120万元', '126万元', '经济成本指标')).toEqual(['reverse', '9.5'])
    expect(score('=120万元', '108万元', '数量指标')).toEqual(['equal', '9'])
    expect(score('=8个', '6个', '成本指标')).toEqual(['equal', '7.5'])
    expect(score('=1O万元', '9万元', '成本指标')).toEqual(['undecided', '0'])
    expect(score('=1O万元', '10万元', '成本指标')).toEqual(['reverse', '10'])
  })
})
