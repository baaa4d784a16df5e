import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import type { NamedScoring } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'
import { earns, open, within } from './outcomes.ts'
import type { RowFacts, RuleScore, ScoringRule } from './rule.ts'
import { isApplicable } from './subjects.ts'

/**
 * The rate as printed; null where the cell holds anything but one percentage. Above 100 % a leading digit may be a misread
 * sign (290% for ≥90%): doubtful ones are for a person, as everywhere in actuals.
 */
function percentOf({ indicator }: RowFacts): Exact | null {
  const reading = indicator.actual.value
  const value = reading?.value
  if (value?.kind !== 'quantity' || value.unit?.name !== '%') return null
  return value.number.greaterThan(Exact.hundred) && reading!.repairs.length > 0 ? null : value.number
}

type Bands = Extract<NamedScoring, { method: 'bands' }>
type Deduct = Extract<NamedScoring, { method: 'deduct' }>

function byBand(row: RowFacts, percent: Exact, { side, bands, beyond, from }: Bands): RuleScore {
  const { law } = row.named!
  if (from !== undefined && percent.lessThan(figureOf(from))) {
    return open(row, { zh: `${percent}%不在评分表所列范围内`, en: `the sheet says nothing of ${percent} %` }, law)
  }
  const keeps = (border: Exact) => (side === 'atLeast' ? percent.atLeast(border) : percent.atMost(border))
  const points = bands.find(({ border }) => keeps(figureOf(border)))?.points ?? beyond
  return earns(row, { zh: `完成值 ${percent}% 所在档`, en: `the band of ${percent} %` }, figureOf(points), law)
}

/** Whole steps and begun ones: where the sheet does not say which count, the score lies between them. */
function bySteps(row: RowFacts, percent: Exact, { side, limit, every, minus }: Deduct): RuleScore {
  const { law } = row.named!
  const border = figureOf(limit)
  const past = side === 'above' ? percent.minus(border) : border.minus(percent)
  if (!past.isPositive) {
    return earns(row, { zh: `完成值 ${percent}% 符合标准`, en: `${percent} % keeps the standard` }, row.weight, law)
  }
  const steps = past.dividedBy(figureOf(every))
  const left = (taken: Exact) => Exact.max(Exact.zero, row.weight.minus(taken.times(figureOf(minus))))
  const [min, max] = [left(steps.round(0, 'up')), left(steps.round(0, 'down'))]
  const said = {
    zh: `完成值 ${percent}%，标准 ${limit.value}%，每差 ${every.value} 个百分点扣 ${minus.value} 分`,
    en: `${percent} % against ${limit.value} %: minus ${minus.value} for every ${every.value} points`,
  }
  return min.equals(max) ? earns(row, said, min, law) : within(row, { min, max }, said, law)
}

const law = { clause: 'hunan-yueyang/steps', evidence: 'read-copy' } as const
const number = (value: string) => ({ value, law })

/** 评分表按指标名称给出标准的指标: bands or steps by its figure, whatever the target says. */
export const rule: ScoringRule = {
  id: 'named',
  title: { zh: '按名称计分的指标', en: 'Scored by its name' },
  law: ({ named = [] }) => gather(named, (one) => one.law),
  cases: [
    { ...stepped('above', '100'), weight: '5', target: '≤100%', actual: '100%', min: '5', max: '5' },
    { ...stepped('above', '100'), weight: '5', target: '≤100%', actual: '103%', min: '3.5', max: '3.5' },
    { ...stepped('above', '100'), weight: '5', target: '≤100%', actual: '103.2%', min: '3', max: '3.5' },
    { ...stepped('above', '100'), weight: '5', target: '100%', actual: '150%', min: '0', max: '0' },
    { ...stepped('below', '100'), weight: '5', target: '100%', actual: '98%', min: '4', max: '4' },
    // Another weight than the sheet's, no percentage, a doubtful one: for a person.
    { ...stepped('above', '100'), weight: '6', target: '≤100%', actual: '100%', min: '0', max: '6' },
    { ...stepped('above', '100'), weight: '5', target: '≤100%', actual: '达标', min: '0', max: '5' },
    { ...stepped('above', '100'), weight: '5', target: '≤100%', actual: '50人', min: '0', max: '5' },
    { ...stepped('above', '100'), weight: '5', target: '≤100%', actual: '290%', min: '0', max: '5' },
    { ...banded('atLeast'), weight: '5', target: '', actual: '95%', min: '5', max: '5' },
    { ...banded('atLeast'), weight: '5', target: '', actual: '85%', min: '0', max: '0' },
    { ...banded('atMost'), weight: '5', target: '', actual: '85%', min: '5', max: '5' },
    { ...banded('atMost'), weight: '5', target: '', actual: '-1%', min: '0', max: '5' },
  ],
  claims: (row) => isApplicable(row) && row.named !== null,
  score: (row) => {
    const { law, points, scoring } = row.named!
    if (!row.weight.equals(figureOf(points))) {
      const why = {
        zh: `评分表给本指标 ${points.value} 分，本表分值为 ${row.weight} 分，须由人工判定`,
        en: `the sheet gives it ${points.value} points, this form ${row.weight}: a person must judge`,
      }
      return open(row, why, law)
    }
    const percent = percentOf(row)
    if (percent === null) {
      const why = {
        zh: '完成值不是确定的百分数，须由人工判定',
        en: 'the actual is no certain percentage: a person must judge',
      }
      return open(row, why, law)
    }
    return scoring.method === 'bands' ? byBand(row, percent, scoring) : bySteps(row, percent, scoring)
  },
}

/** Half a point less for each percentage point. */
function stepped(side: Deduct['side'], limit: string) {
  return withRule({ method: 'deduct', side, limit: number(limit), every: number('1'), minus: number('0.5') })
}

function banded(side: Bands['side']) {
  const bands = [{ border: number('90'), points: number('5') }]
  return withRule({ method: 'bands', side, bands, beyond: number('0'), from: number('0') })
}

function withRule(scoring: NamedScoring) {
  const named = [{ names: ['控制率'], points: number('5'), scoring, law: [law] }]
  return { name: '“控制率”(%)', with: { named } }
}
