import { Exact } from '../model/index.ts'
import type { ShareStep } from '../rulebook/edition.ts'
import { scoreNumbers } from './formulas.ts'
import { nothing, worked } from './outcomes.ts'
import type { Measured, RowFacts, RuleScore, ScoringRule } from './rule.ts'
import { shareByStep } from './share-steps.ts'
import { isSatisfaction, numberClaim } from './subjects.ts'

/** Percent of people satisfied: a share written as 95% or 0.95, or the bare number 95. */
function inPercent(actual: Exact): Exact {
  return actual.atMost(Exact.one) ? actual.times(Exact.hundred) : actual
}

function scoreByStep(row: RowFacts, { actual }: Measured, steps: readonly ShareStep[]): RuleScore {
  const { law } = row.edition.satisfaction
  const percent = inPercent(actual)
  const share = shareByStep(percent, steps)
  if (share === null) return nothing(row, { zh: '满意度低于最低一档', en: 'below the lowest band' }, law)
  const formula = {
    zh: `分值 × ${share}%(满意度 ${percent}% 所在档)`,
    en: `weight × ${share} % (the band of ${percent} %)`,
  }
  return worked(row, formula, () => `${row.weight} × ${share}%`, row.weight.times(share).dividedBy(Exact.hundred), law)
}

/** 满意度指标: as a positive indicator, or by bands where the edition has them. */
export const rule: ScoringRule = {
  id: 'satisfaction',
  title: { zh: '满意度指标', en: 'Satisfaction' },
  law: (edition) => edition.satisfaction.law,
  cases: [
    { level1: 'satisfaction', weight: '10', target: '≥95%', actual: '96%', min: '10', max: '10' },
    { level1: 'satisfaction', weight: '10', target: '≥95%', actual: '90.25%', min: '9.5', max: '9.5' },
    { level1: 'satisfaction', weight: '10', target: '≥95%', actual: '85%', with: bands(), min: '8', max: '8' },
    { level1: 'satisfaction', weight: '10', target: '95', actual: '85', with: bands(), min: '8', max: '8' },
    { level1: 'satisfaction', weight: '10', target: '≥95%', actual: '59%', with: bands(), min: '0', max: '0' },
  ],
  claims: (row) => numberClaim(row) === 'positive' && isSatisfaction(row),
  score: (row) => {
    const { measured } = row
    const { method, steps = [] } = row.edition.satisfaction
    // Met, but the figure itself is in doubt: no band can be named, and none is needed.
    return method === 'steps' && measured !== null ? scoreByStep(row, measured, steps) : scoreNumbers(row, 'positive')
  },
}

/** The example of the 2021 guide. */
function bands(): ScoringRule['cases'][number]['with'] & object {
  const law = { clause: 'caiyu-2021-101/satisfaction-bands', evidence: 'general-knowledge' } as const
  const step = (from: string, share: string): ShareStep => ({
    from: { value: from, law },
    share: { value: share, law },
  })
  return {
    satisfaction: { method: 'steps', steps: [step('90', '100'), step('80', '80'), step('60', '50')], law: [law] },
  }
}
