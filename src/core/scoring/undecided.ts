import { cite } from '../rulebook/index.ts'
import { open } from './outcomes.ts'
import type { RowFacts, ScoringRule } from './rule.ts'
import { isDecidable, isOrdinary } from './subjects.ts'

const law = [cite('ziping-proposal/unreadable')]

/** Neither side can be measured against the other: words against numbers, nothing filled in, units that do not convert. */
function isBeyondRules(row: RowFacts): boolean {
  const { kind } = row.comparison
  if (kind === 'unlike' || kind === 'none') return true
  return (kind === 'quantity' || kind === 'range' || kind === 'duration') && !isDecidable(row)
}

/** 须由人工判定的行: any score from nothing to the weight, and the reason. */
export const rule: ScoringRule = {
  id: 'undecided',
  title: { zh: '须由人工判定', en: 'For a person to judge' },
  law: () => law,
  cases: [
    { weight: '3.76', target: '及时', actual: '100%', min: '0', max: '3.76' },
    { weight: '0.23', target: '2021年12月31日前', actual: '已完成', min: '0', max: '0.23' },
    { weight: '10', target: '≥100人', actual: '', min: '0', max: '10' },
    { weight: '10', target: '≥100人', actual: '60-80人', min: '0', max: '10' },
    { weight: '10', target: '≥100人', actual: '100万元', min: '0', max: '10' },
    // May be a misread ≥8 or ≥100: both are missed, by different shares.
    { weight: '10', target: '28人', actual: '4人', min: '0', max: '10' },
  ],
  claims: (row) => isOrdinary(row) && isBeyondRules(row),
  score: (row) => {
    const why = row.comparison.because[0] ?? {
      zh: '指标值与实际完成值不能比较',
      en: 'target and actual cannot be compared',
    }
    const said = { zh: why.zh.replace(/。$/, ''), en: why.en.replace(/\.$/, '') }
    return open(row, { zh: `${said.zh}，须由人工判定`, en: `${said.en}: a person must judge` }, law)
  },
}
