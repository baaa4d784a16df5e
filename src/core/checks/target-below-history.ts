import { type DurationValue, Exact, type QuantityValue, type Value } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { lessIsWanted } from '../scoring/index.ts'
import { readValue } from '../values/index.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** Percent of last year's result below which a target is loose, as the catalogue has it. */
const LEAST = Exact.of('90')

/** Days open, months of care: lengths of time are compared as heads are. */
function figureIn(value: Value | null | undefined): QuantityValue | DurationValue | null {
  return value?.kind === 'duration' ? value : quantityOf(value)
}

const row = (target: string, lastYearActual: string, name = '疫苗冷链验证套数') => ({
  name,
  target,
  extra: { lastYearActual },
})

export const check: IndicatorCheck = {
  id: 'target-below-history',
  code: 'C15',
  over: 'indicator',
  title: {
    passed: { zh: '指标值不低于上年完成值', en: 'The target is not below last year’s result' },
    failed: { zh: '指标值明显低于上年完成值', en: 'A target well below last year’s result' },
  },
  why: {
    zh: '上年已经做到的，今年的指标值反而低，容易超额完成，体现不出绩效。表上印有上年完成值的才能比较。',
    en: 'A target below what was reached last year is easily passed and tells nothing. Compared where the form prints last year’s result.',
  },
  severity: 'warning',
  law: [cite('review-practice/history')],
  messages: {
    below: {
      text: {
        zh: '“{name}”指标值{target}只有上年完成值{last}的{share}',
        en: 'the target {target} of “{name}” is {share} of last year’s {last}',
      },
      advice: { zh: '说明调低的原因，或按上年水平设定', en: 'say why it was lowered, or set it by last year’s level' },
    },
    above: {
      text: {
        zh: '“{name}”越少越好，指标值{target}却为上年完成值{last}的{share}',
        en: 'for “{name}” less is better, and its target {target} is {share} of last year’s {last}',
      },
      advice: { zh: '说明放宽的原因，或按上年水平设定', en: 'say why it was raised, or set it by last year’s level' },
    },
  },
  examples: [
    { from: 'made', form: { indicators: [row('≥30套', '52套')] }, flagged: ['below@indicators[0].target'] },
    {
      from: 'made',
      form: {
        indicators: [row('≥100天', '200天', '文化馆免费开放天数'), row('≥190天', '200天', '文化馆免费开放天数')],
      },
      flagged: ['below@indicators[0].target'],
    },
    {
      from: 'made',
      form: { indicators: [row('≤20件', '12件', '有责投诉件数')] },
      flagged: ['above@indicators[0].target'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          row('≥50套', '52'),
          row('≤12件', '12件', '有责投诉件数'),
          row('12件', '12件', '有责投诉件数'),
          row('<12.5件', '12件', '有责投诉件数'),
          row('52套', '52套'),
          row('52', '52', '应急演练次数'),
          row('有效提升', '52套'),
          row('≥30套', '较好'),
          row('≥30套', '0套'),
          row('≥30套', '52万元'),
          { name: '培训人数', target: '≥30人' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const printed = indicator.extra.lastYearActual
    if (printed === undefined || printed.raw === '') return 'skip'
    const [target, last] = [figureIn(indicator.target.value?.value), figureIn(readValue(printed.raw, {}).value)]
    if (target === null || last === null || !last.number.isPositive) return 'skip'
    const factor = (value: typeof target) => value.unit?.factor ?? target.unit?.factor ?? Exact.one
    if (last.unit !== null && last.unit.dimension !== target.unit?.dimension) return 'skip'
    const share = target.number
      .times(factor(target))
      .times(Exact.hundred)
      .dividedBy(last.number.times(factor(last)))
    const { operator } = target
    const isReverse = operator === 'atMost' || operator === 'lessThan' || (operator === null && lessIsWanted(indicator))
    const slack = Exact.hundred.minus(LEAST)
    const isLoose = isReverse ? share.greaterThan(Exact.hundred.plus(slack)) : share.lessThan(LEAST)
    if (!isLoose) return 'pass'
    return {
      message: isReverse ? 'above' : 'below',
      data: { name: indicator.name.raw, target: indicator.target.raw, last: printed.raw, share: sayPercent(share) },
      at: [`${path}.target`, `${path}.extra.lastYearActual`],
      certainty: 'review',
    }
  },
}
