import { gather } from '../model/gather.ts'
import { Exact, type Form, type Indicator, indicatorPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { sayFigure } from './aids/figures.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { lastYearOf } from './aids/last-year.ts'
import { inUnitOf, limitsOf, unitOfIndicator } from './aids/limits.ts'
import { sameIndicators } from './aids/same-indicator.ts'
import type { FormCheck, Problem } from './check.ts'

/** Ten times as much or as little within a year is mostly another unit: our own proposal. */
const JUMP = Exact.of(10)
/** A target that was moved so many times the same way explains it. */
const MOVED = Exact.of(5)

/** So many times as much, or as little; null where either is none. */
function times(now: Exact | null, then: Exact | null): { readonly by: Exact; readonly up: boolean } | null {
  if (now === null || then === null || !now.isPositive || !then.isPositive) return null
  const up = now.greaterThan(then)
  return { by: up ? now.dividedBy(then) : then.dividedBy(now), up }
}

function figures(row: Indicator, like: Indicator): { readonly actual: Exact | null; readonly target: Exact | null } {
  const unit = unitOfIndicator(like)
  const of = (cell: Indicator['target']) => {
    const quantity = quantityOf(cell.value?.value)
    return quantity === null ? null : inUnitOf(quantity, unit)
  }
  return { actual: of(row.actual), target: of(row.target) }
}

function jumpOf(now: Indicator, before: Indicator, index: number): Problem | null {
  const [one, other] = [figures(now, now), figures(before, now)]
  const result = times(one.actual, other.actual)
  if (result === null || result.by.lessThan(JUMP)) return null
  const target = times(one.target, other.target)
  if (target !== null && target.up === result.up && target.by.atLeast(MOVED)) return null
  const path = indicatorPath(index)
  return {
    message: result.up ? 'jump' : 'fall',
    data: { name: now.name.raw, now: now.actual.raw, before: before.actual.raw, times: sayFigure(result.by, 1) },
    at: [`${path}.actual`],
    certainty: 'review',
  }
}

/** Results of the years before, by row of the form. */
function resultsOf(form: Form, years: readonly Form[]): ReadonlyMap<number, readonly Exact[]> {
  const found = new Map<number, Exact[]>()
  for (const year of years) {
    for (const { first, second } of sameIndicators(form.indicators, year.indicators)) {
      const { actual } = figures(year.indicators[second]!, form.indicators[first]!)
      if (actual !== null) found.set(first, [...(found.get(first) ?? []), actual])
    }
  }
  return found
}

function outsideOf(now: Indicator, before: readonly Exact[], index: number): Problem | null {
  const limits = limitsOf(before)
  const { actual } = figures(now, now)
  if (limits === null || actual === null) return null
  if (actual.atLeast(Exact.of(limits.least)) && actual.atMost(Exact.of(limits.most))) return null
  const range = `${sayFigure(Exact.of(limits.least))}–${sayFigure(Exact.of(limits.most))}`
  return {
    message: 'outside',
    data: { name: now.name.raw, now: now.actual.raw, years: limits.years, range },
    at: [`${indicatorPath(index)}.actual`],
    certainty: 'review',
    severity: 'info',
  }
}

const row = (actual: string, target = '≥100人次', name = '服务群众人次') => ({ name, target, actual })
const year = (at: number, actual: string) => ({ year: at, form: { indicators: [row(actual)] } })

export const check: FormCheck = {
  id: 'result-outside-history',
  code: 'C29',
  over: 'form',
  title: {
    passed: { zh: '完成值与历年相称', en: 'Results fit those of earlier years' },
    failed: { zh: '完成值与历年相差悬殊', en: 'Results far from those of earlier years' },
  },
  why: {
    zh: '同一指标一年之间相差十倍以上的，多为单位写错或多写、少写一位；三年以上有数的，超出历年波动范围的也应核对。有往年表的才能比较。',
    en: 'Ten times as much or as little within a year is mostly a wrong unit or a digit too many or too few; with three years behind it, what lies outside their spread is worth a look. Compared where earlier forms are at hand.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/other-years')],
  messages: {
    jump: {
      text: {
        zh: '“{name}”完成值{now}是上年{before}的{times}倍',
        en: 'the result {now} of “{name}” is {times} times last year’s {before}',
      },
      advice: { zh: '核对单位和位数；确属实情的，说明原因', en: 'check unit and digits; say why, if it is so' },
    },
    fall: {
      text: {
        zh: '“{name}”完成值{now}，上年{before}是它的{times}倍',
        en: 'the result {now} of “{name}”: last year’s {before} was {times} times as much',
      },
      advice: { zh: '核对单位和位数；确属实情的，说明原因', en: 'check unit and digits; say why, if it is so' },
    },
    outside: {
      text: {
        zh: '“{name}”完成值{now}不在前{years}年的波动范围{range}之内',
        en: 'the result {now} of “{name}” lies outside the {range} of the {years} years before',
      },
      advice: { zh: '核对数据来源；确属实情的，说明原因', en: 'check where it comes from; say why, if it is so' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { fiscalYear: '2022', indicators: [row('12800人次'), row('3户', '≥3户', '救助户数')] },
      beside: {
        years: [
          { year: 2021, form: { indicators: [row('1280人次'), row('60户', '≥4户', '救助户数')] } },
          { year: 2020, form: { indicators: [row('办理完毕')] } },
        ],
      },
      flagged: ['jump@indicators[0].actual', 'fall@indicators[1].actual'],
    },
    {
      from: 'made',
      form: { fiscalYear: '2022', indicators: [row('180人次')] },
      beside: { years: [year(2021, '120人次'), year(2020, '118人次'), year(2019, '121人次')] },
      flagged: ['outside@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        fiscalYear: '2022',
        indicators: [
          row('119人次'),
          row('5000米', '≥5000米', '新建管网长度'),
          row('12000元', '≤12000元', '户均补贴'),
          row('0起', '0起', '安全事故起数'),
          row('较好', '较好', '环境改善'),
          row('300棵', '≥300棵', '补植树木'),
        ],
      },
      beside: {
        years: [
          {
            year: 2021,
            form: {
              indicators: [
                row('120人次'),
                row('300米', '≥300米', '新建管网长度'),
                row('1.2万元', '≤1.2万元', '户均补贴'),
                row('2起', '0起', '安全事故起数'),
                row('较好', '较好', '环境改善'),
                row('2亩', '≥2亩', '补植树木'),
              ],
            },
          },
          year(2020, '118人次'),
          year(2019, '121人次'),
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { fiscalYear: '2022', indicators: [row('12800人次')] },
      beside: { years: [year(2020, '1280人次')] },
      flagged: [],
    },
    { from: 'made', form: { fiscalYear: '2022', indicators: [row('12800人次')] }, flagged: [] },
  ],
  test({ form, beside }) {
    const present = form.fiscalYear.value
    const earlier = (beside.years ?? []).filter(({ year: at }) => present !== null && at < present)
    if (earlier.length === 0) return 'skip'
    const before = resultsOf(
      form,
      earlier.map((one) => one.form),
    )
    const last = new Map(lastYearOf(form, beside)?.rows.map((one) => [one.index, one.before]))
    return answerOf(
      gather(form.indicators, (now, index) => {
        const lastRow = last.get(index)
        const jump = lastRow === undefined ? null : jumpOf(now, lastRow, index)
        return jump ?? outsideOf(now, before.get(index) ?? [], index) ?? []
      }),
    )
  },
}
