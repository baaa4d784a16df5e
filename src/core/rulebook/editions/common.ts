/** Pieces that editions share. Every number still carries the clause it comes from. */

import type { Citation } from '../../model/index.ts'
import { cite } from '../documents/index.ts'
import type { Edition, EditionCase, Parameter, Tier, TierWindow } from '../edition.ts'

/** A number of the law with its clause. */
export function number(value: string, law: Citation): Parameter {
  return { value, law }
}

/** The three windows of a qualitative indicator, by the borders between them. */
export function windows(
  borders: readonly [top: string, middle: string],
  law: Citation,
): [TierWindow, TierWindow, TierWindow] {
  const window = (tier: Tier, from: string, to: string): TierWindow => ({
    tier,
    from: number(from, law),
    to: number(to, law),
  })
  const [top, middle] = borders
  return [window('top', top, '100'), window('middle', middle, top), window('bottom', '0', middle)]
}

/** 优 90, 良 80, 中 60. */
export function nationalGrades(law: Citation): Edition['grades'] {
  return [
    { grade: 'excellent', from: number('90', law) },
    { grade: 'good', from: number('80', law) },
    { grade: 'fair', from: number('60', law) },
    { grade: 'poor', from: null },
  ]
}

/** When a reason is called for. No national text gives these numbers: they are taken from the places that do. */
export const commonReasons: Edition['reasons'] = {
  executionBelow: number('90', cite('sichuan-2023/explanations')),
  overNotice: number('120', cite('integrated-platform/over-notice')),
  overReason: number('130', cite('guangxi-self-evaluation/over-reason')),
  overSerious: number('200', cite('ziping-proposal/limits')),
  deviation: number('20', cite('review-practice/deviation')),
  costBelow: number('80', cite('review-practice/cost-below')),
  fewAnswers: number('30', cite('ziping-proposal/survey-figures')),
}

export const commonRounding: Edition['rounding'] = {
  decimals: number('2', cite('integrated-platform/rounding')),
  mode: 'halfUp',
  law: [cite('integrated-platform/rounding')],
}

/** Cases of the tiers 80 and 60, 基本达成 left open. */
export const tierCases: readonly EditionCase[] = [
  { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '达成预期指标' }, min: '8', max: '10' },
  { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '部分达成预期指标' }, min: '6', max: '8' },
  { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '未达成预期指标' }, min: '0', max: '6' },
  { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '基本达成预期指标' }, min: '6', max: '10' },
]

/** Cases of the pieces above. */
export const commonCases: readonly EditionCase[] = [
  { threshold: 'executionBelow', at: '89', not: '90' },
  { threshold: 'overNotice', at: '121', not: '120' },
  { threshold: 'overReason', at: '130', not: '129' },
  { threshold: 'overSerious', at: '200', not: '199' },
  { threshold: 'deviation', at: '21', not: '20' },
  { threshold: 'costBelow', at: '79', not: '80' },
  { threshold: 'fewAnswers', at: '29', not: '30' },
  { total: '90', grade: 'excellent' },
  { total: '89.99', grade: 'good' },
  { total: '80', grade: 'good' },
  { total: '79.99', grade: 'fair' },
  { total: '60', grade: 'fair' },
  { total: '59.99', grade: 'poor' },
  { points: 'total', is: '100' },
  // 64 of 65 people: 5.06 × 64 ÷ 65 = 4.9821…, two decimals
  { row: { level1: 'output', weight: '5.06', target: '65人', actual: '64人' }, min: '4.98', max: '4.98' },
  { row: { level1: 'output', weight: '10', target: '≥100人', actual: '100人' }, min: '10', max: '10' },
  { row: { level1: 'output', weight: '10', target: '≥100人', actual: '50人' }, min: '5', max: '5' },
  { row: { level1: 'output', weight: '10', target: '=8个', actual: '6个' }, min: '7.5', max: '7.5' },
  { row: { level1: 'satisfaction', weight: '10', target: '≥95%', actual: '95%' }, min: '10', max: '10' },
  { row: { level1: 'satisfaction', weight: '10', target: '≥95%', actual: '90.25%' }, min: '9.5', max: '9.5' },
]

/** Cases of the national split 10/50/30/10 with linear reverse indicators and the tiers 80 and 60. */
export const nationalProjectCases: readonly EditionCase[] = [
  { points: 'execution', is: '10' },
  { points: 'output', is: '50' },
  { points: 'benefit', is: '30' },
  { points: 'satisfaction', is: '10' },
  { execution: { budgeted: '200', executed: '189' }, score: '9.45' },
  { execution: { budgeted: '200', executed: '210' }, score: '10' },
  { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '50万元' }, min: '10', max: '10' },
  { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '60万元' }, min: '8', max: '8' },
  { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '100万元' }, min: '0', max: '0' },
  ...tierCases,
]
