/** Group B under rules that no built-in edition has yet, and on forms without the columns that the examples have. */

import { describe, expect, it } from 'vitest'
import { runCheck } from '../../../tests/support/run-check.ts'
import type { Citation } from '../model/index.ts'
import { editionById } from '../rulebook/index.ts'
import { check as costFarBelowTarget } from './cost-far-below-target.ts'
import { check as deductionUnexplained } from './deduction-unexplained.ts'
import { check as deviationUnexplained } from './deviation-unexplained.ts'
import { check as equalTargetNotHit } from './equal-target-not-hit.ts'
import { check as fullMarksOnExceededLimit } from './full-marks-on-exceeded-limit.ts'
import { check as metTargetMarkedDown } from './met-target-marked-down.ts'
import { check as overAchievementUndeducted } from './over-achievement-undeducted.ts'
import { check as overAchievementUnexplained } from './over-achievement-unexplained.ts'
import { check as pointsOnNotApplicable } from './points-on-not-applicable.ts'
import { check as scoreAboveExecutionCap } from './score-above-execution-cap.ts'

const law: Citation = { clause: 'platform-manual-2022/execution-caps', evidence: 'read-copy' }
const number = (value: string) => ({ value, law })
const row = (target: string, actual: string, score: string, note = '') => ({
  indicators: [{ name: '培训数量', target, actual, weight: '10', score, note }],
})

describe('a total capped by execution', () => {
  const caps = [{ below: number('60'), total: number('69') }]
  const form = (total: string) => ({ tasks: [{ row: 'total' as const, budgeted: '100', executed: '55' }], total })

  it('is a warning where the rules have the cap', () => {
    expect(runCheck(scoreAboveExecutionCap, form('70'), { edition: { caps } }).said).toEqual(['warning aboveCap@total'])
  })

  it('may reach the cap', () => {
    expect(runCheck(scoreAboveExecutionCap, form('69'), { edition: { caps } }).statuses).toEqual(['passed'])
  })
})

describe('a reason for over-achievement', () => {
  const said = (id: string) =>
    runCheck(overAchievementUnexplained, row('≥10期', '13期', '10'), { edition: editionById(id)! }).said

  it('blocks only where a text of the rules themselves asks for it from that share on', () => {
    expect(said('guangxi-project')).toEqual(['error unexplained@indicators[0].note'])
    for (const id of ['sichuan-project-2023', 'hubei-project-2020', 'shenzhen-department-2021'])
      expect(said(id)).toEqual(['warning unexplained@indicators[0].note'])
  })
})

describe('an equal target where the rules are strict', () => {
  const edition = { equal: { method: 'strict' as const, law: [law] } }

  it('warns whether more or less was reached', () => {
    for (const actual of ['9期', '7期'])
      expect(runCheck(equalTargetNotHit, row('=8期', actual, '10'), { edition }).said).toEqual([
        'warning notHit@indicators[0].actual',
      ])
  })

  it('leaves a hint where the remark gives the reason', () => {
    expect(runCheck(equalTargetNotHit, row('=8期', '9期', '10', '需求增加。'), { edition }).said).toEqual([
      'info notHit@indicators[0].actual',
    ])
  })
})

describe('a deduction for over-achievement that the rules fix', () => {
  const effect = 'deductFlat' as const
  const edition = { overAchievement: { effect, threshold: number('130'), amount: number('2'), law: [law] } }

  it('is missed where full marks stand', () => {
    expect(runCheck(overAchievementUndeducted, row('≥10期', '13期', '10'), { edition }).said).toEqual([
      'warning deductionDue@indicators[0].score',
    ])
  })

  it('is accepted where it was taken, and then no mark is missing', () => {
    const taken = row('≥10期', '13期', '8', '需求增加。')
    expect(runCheck(overAchievementUndeducted, taken, { edition }).said).toEqual([])
    expect(runCheck(metTargetMarkedDown, taken, { edition }).said).toEqual([])
  })

  it('is not due below the threshold', () => {
    expect(runCheck(overAchievementUndeducted, row('≥10期', '12期', '10'), { edition }).said).toEqual([])
  })
})

describe('a row that does not apply where the rest is rescaled', () => {
  const edition = { notApplicable: { method: 'rescale' as const, law: [law] } }

  it('keeps its weight and has no score', () => {
    expect(runCheck(pointsOnNotApplicable, row('不适用', '不适用', '10'), { edition }).said).toEqual([
      'error score@indicators[0].score',
    ])
  })
})

describe('a form without a column for remarks', () => {
  const columns = ['name', 'target', 'actual', 'weight', 'score'] as const

  it('is not asked for reasons', () => {
    const asked = [overAchievementUnexplained, deductionUnexplained, deviationUnexplained, costFarBelowTarget]
    for (const [target, actual, score] of [
      ['≥10期', '20期', '10'],
      ['≥10期', '5期', '5'],
      ['≤10万元', '5万元', '10'],
    ] as const)
      for (const check of asked) {
        expect(runCheck(check, row(target, actual, score), { columns }).statuses).toEqual(['notApplicable'])
      }
  })

  it('may give the reason for a deduction elsewhere', () => {
    expect(runCheck(metTargetMarkedDown, row('≥10期', '10期', '9'), { columns }).said).toEqual([
      'info markedDown@indicators[0].score',
    ])
  })

  it('misses no score that it has no column for', () => {
    const unscored = { indicators: [{ name: '培训成本', target: '≤10万元', actual: '12万元', weight: '10' }] }
    const without = { columns: ['name', 'target', 'actual', 'weight'] as const }
    expect(runCheck(fullMarksOnExceededLimit, unscored, without).statuses).toEqual(['notApplicable'])
    expect(runCheck(overAchievementUndeducted, row('≥10期', '20期', ''), without).statuses).toEqual(['notApplicable'])
  })
})
