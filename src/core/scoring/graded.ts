import type { Band, Completion } from '../model/index.ts'
import type { Tier } from '../rulebook/edition.ts'
import { open, within } from './outcomes.ts'
import type { RowFacts, RuleScore, ScoringRule } from './rule.ts'
import { isOrdinary } from './subjects.ts'
import { completionWords, hull, tierBand, tierWords } from './tiers.ts'

function completionOf({ indicator, comparison }: RowFacts): Completion | null {
  if (comparison.verdict === 'met') return 'full'
  const value = indicator.actual.value?.value
  return value?.kind === 'completion' ? value.completion : null
}

function inTiers(row: RowFacts, completion: Completion): RuleScore {
  const { edition, weight, indicator, comparison } = row
  const { law } = edition.graded
  const tiers: readonly [Tier, ...Tier[]] = edition.graded.completion[completion]
  const [first, ...more] = tiers
  const bandOf = (tier: Tier): Band => tierBand(edition, tier, weight)
  const word = completionWords[completion]
  if (more.length === 0) {
    const said = comparison.sameText
      ? {
          zh: `完成值“${indicator.actual.raw}”与指标值用语一致，属${tierWords[first].zh}`,
          en: `the actual repeats the target's word: ${tierWords[first].en}`,
        }
      : {
          zh: `“${indicator.actual.raw}”属${tierWords[first].zh}`,
          en: `the actual says “${word.en}”: ${tierWords[first].en}`,
        }
    return within(row, bandOf(first), said, law)
  }
  const either = tiers.map((tier) => tierWords[tier].zh).join('或')
  const eitherEn = tiers.map((tier) => tierWords[tier].en).join(' or ')
  const said = {
    zh: `“${word.zh}”可归入${either}，规则未定`,
    en: `“${word.en}” may mean ${eitherEn}: the rules leave it open`,
  }
  const readings = tiers.map((tier) => ({ word: word.zh, tier, band: bandOf(tier) }))
  return within(row, hull([bandOf(first), ...more.map(bandOf)]), said, law, readings)
}

/** 定性指标: a word puts the row in a tier; inside its window the score is the unit's own. */
export const rule: ScoringRule = {
  id: 'graded',
  title: { zh: '定性指标', en: 'Qualitative' },
  law: (edition) => edition.graded.law,
  cases: [
    { weight: '0.89', target: '良好', actual: '良好', min: '0.71', max: '0.89' },
    { weight: '3', target: '有效提升', actual: '全部达成预期指标', min: '2.4', max: '3' },
    { weight: '2', target: '有效提升', actual: '部分达成预期指标', min: '1.2', max: '1.6' },
    { weight: '2', target: '有效提升', actual: '未达成预期指标', min: '0', max: '1.2' },
    { weight: '2', target: '有效提升', actual: '基本达成预期指标', min: '1.2', max: '2' },
    { weight: '2', target: '良好', actual: '差', min: '0', max: '1.6' },
    { weight: '2', target: '良好', actual: '先进', min: '0', max: '2' },
  ],
  claims: (row) => isOrdinary(row) && (row.comparison.kind === 'graded' || row.comparison.kind === 'completion'),
  score: (row) => {
    const completion = completionOf(row)
    if (completion !== null) return inTiers(row, completion)
    const { edition, weight, comparison } = row
    if (comparison.verdict === 'missed') {
      const band = hull([tierBand(edition, 'middle', weight), tierBand(edition, 'bottom', weight)])
      const short = {
        zh: '完成值未达到指标值的要求，不属达成档',
        en: 'the actual falls short of the target: not in the top tier',
      }
      return within(row, band, short, edition.graded.law)
    }
    const why = {
      zh: '完成值与指标值用语不同，是否达成须由人工判定',
      en: 'actual and target use different words: a person must judge',
    }
    return open(row, why, edition.graded.law)
  },
}
