import { gather } from '../model/gather.ts'
import { Exact, type Indicator } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayList } from './aids/figures.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { lastYearOf } from './aids/last-year.ts'
import type { FormCheck } from './check.ts'

/** Fewer rows are alike by chance. */
const LEAST_ROWS = 5
/** Percent of the comparable rows: our own proposal. */
const MOST = Exact.of(90)
/** 合格率 ≥ 95 % and 满意度 ≥ 90 % are asked for year by year. */
const STANDING = new Set(['share', 'points'])

/** A target that is counted anew each year. */
function counted({ target, role, level1Kind }: Indicator): string | null {
  const quantity = quantityOf(target.value?.value)
  if (quantity === null || role === 'notApplicable' || level1Kind === 'satisfaction') return null
  if (STANDING.has(quantity.unit?.dimension ?? '') || quantity.number.isZero) return null
  return quantity.number.times(quantity.unit?.factor ?? Exact.one).toString()
}

const names = ['送戏下乡场次', '修缮活动室处数', '购置图书册数', '培训文化骨干人数', '走访慰问户数']
const rows = (targets: readonly string[]) => names.map((name, index) => ({ name, target: targets[index]! }))
const targets = ['≥36场', '4处', '≥1200', '≥80人', '≥45户']

export const check: FormCheck = {
  id: 'targets-unchanged',
  code: 'C28',
  over: 'form',
  title: {
    passed: { zh: '指标值不是全部沿用上年', en: 'Targets were not all taken over from last year' },
    failed: { zh: '指标值几乎全部沿用上年', en: 'Nearly all targets are last year’s' },
  },
  why: {
    zh: '指标值应按当年的任务和预算测算。比率类、满意度指标可以年年相同；数量、金额几乎全部与上年相同的，多为照抄。有上年表的才能比较。',
    en: 'Targets follow from the year’s work and budget. Rates may stay; where nearly all counts and sums are last year’s they were mostly copied. Compared where last year’s form is at hand.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/other-years')],
  messages: {
    same: {
      text: {
        zh: '{all}项可比的指标中{count}项指标值与上年完全相同：{names}',
        en: '{count} of {all} comparable targets are exactly last year’s: {names}',
      },
      advice: { zh: '按当年工作量和预算重新核定指标值', en: 'set them by the work and the budget of the year' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { fiscalYear: '2022', indicators: rows(targets) },
      beside: { years: [{ year: 2021, form: { indicators: rows(targets) } }] },
      flagged: ['same@indicators[0].target'],
    },
    {
      from: 'made',
      form: { fiscalYear: '2022', indicators: rows(targets) },
      beside: { years: [{ year: 2021, form: { indicators: rows(['≥36场', '6处', '≥1200', '≥80人', '≥50户']) } }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        fiscalYear: '2022',
        indicators: [
          ...rows(targets).slice(0, 4),
          { name: '验收合格率', target: '≥95%' },
          { name: '安全事故起数', target: '0起' },
          { name: '新增床位', target: '≥12', role: 'notApplicable' as const },
          { name: '群众满意程度', target: '≥80人', level1: '满意度指标' },
        ],
      },
      beside: {
        years: [
          {
            year: 2021,
            form: {
              indicators: [
                ...rows(targets).slice(0, 4),
                { name: '验收合格率', target: '≥95%' },
                { name: '安全事故起数', target: '0起' },
                { name: '新增床位', target: '≥12' },
                { name: '群众满意程度', target: '≥80人', level1: '满意度指标' },
              ],
            },
          },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { fiscalYear: '2022', indicators: rows(targets) }, flagged: [] },
  ],
  test({ form, beside }) {
    const last = lastYearOf(form, beside)
    if (last === null) return 'skip'
    const comparable = gather(last.rows, ({ index, before }) => {
      const [now, then] = [counted(form.indicators[index]!), counted(before)]
      return now === null || then === null ? [] : [{ index, same: now === then }]
    })
    if (comparable.length < LEAST_ROWS) return 'skip'
    const same = comparable.filter((one) => one.same)
    const share = Exact.of(same.length).times(Exact.hundred).dividedBy(Exact.of(comparable.length))
    if (!share.atLeast(MOST)) return 'pass'
    const [first, ...others] = same.map(({ index }) => `indicators[${index}].target` as const)
    return {
      message: 'same',
      data: {
        count: same.length,
        all: comparable.length,
        names: sayList(same.map(({ index }) => `“${form.indicators[index]!.name.raw}”`)),
      },
      at: [first!, ...others],
      certainty: 'review',
    }
  },
}
