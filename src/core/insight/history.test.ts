import { describe, expect, it } from 'vitest'
import { Exact } from '../model/index.ts'
import { formFromSketch, type IndicatorSketch } from '../recognise/index.ts'
import { historyOf, limitsOf, medianOf, suggestTarget, suggestTargets, type YearForm } from './index.ts'

function year(of: number, ...indicators: readonly IndicatorSketch[]): YearForm {
  return { year: of, form: formFromSketch({ fiscalYear: String(of), indicators }) }
}

const figures = (...texts: readonly string[]) => texts.map((text) => Exact.of(text))

describe('the same indicator over years', () => {
  const latest = year(
    2023,
    { name: '慰问困难职工人数', target: '≥60人', actual: '200人', weight: '5', score: '5' },
    { name: '新指标', target: '≥1', actual: '1' },
  )
  const earlier = [
    year(2022, { name: '慰问困难职工的人数', target: '≥60人', actual: '64人', weight: '5', score: '4' }),
    year(2020, { name: '慰问困难职工人数', target: '≥60人', actual: '62人' }),
    year(2021, { name: '慰问困难职工人数', target: '≥60人', actual: '60人' }),
    year(2024, { name: '慰问困难职工人数', target: '≥60人', actual: '70人' }),
  ]
  const [row, other] = historyOf(latest, earlier)

  it('is found by name and wording, oldest first, later years left out', () => {
    expect(row!.points.map(({ year: of, value, share }) => [of, value, share])).toEqual([
      [2020, '62', null],
      [2021, '60', null],
      [2022, '64', '80.00'],
      [2023, '200', '100.00'],
    ])
    expect(other!.points).toHaveLength(1)
  })

  it('has limits from three years on, and says what lies outside', () => {
    expect(row!.limits).toEqual({ least: '56', most: '68', middle: '62', years: 3 })
    expect(row!.outside).toBe(true)
    expect(other).toMatchObject({ limits: null, outside: null })
    expect(historyOf(latest, earlier.slice(0, 2))[0]!.limits).toBeNull()
  })

  it('counts in the unit of the latest form; what is of another kind is no value', () => {
    const money = historyOf(year(2023, { name: '补贴资金', target: '≤5万元', actual: '4.5万元' }), [
      year(2020, { name: '补贴资金', target: '≤5万元', actual: '40000元' }),
      year(2021, { name: '补贴资金', target: '≤5万元', actual: '30人' }),
      year(2022, { name: '补贴资金', target: '≤5万元', actual: '已完成' }),
      year(2019, { name: '补贴资金', target: '5', actual: '3' }),
    ])[0]!
    expect(money.points.map(({ value }) => value)).toEqual(['3', '4', null, null, '4.5'])
    expect(money.unit).toBe('万元')
  })

  it('a latest result that is no figure lies nowhere', () => {
    const rows = historyOf(year(2023, { name: '慰问困难职工人数', target: '≥60人', actual: '' }), earlier)
    expect(rows[0]).toMatchObject({ outside: null, limits: { years: 3 } })
  })
})

describe('limits', () => {
  it.each([
    [['10', '10', '10'], { least: '9.5', most: '10.5' }],
    [['1', '2', '30'], { least: '0', most: '5' }],
    [['-1', '-2', '-3'], { least: '-5', most: '1' }],
    [['10', '12', '14', '100'], { least: '7', most: '19' }],
  ])('of %j are %j', (values, limits) => {
    expect(limitsOf(figures(...values))).toMatchObject(limits)
  })

  it('need three years; a median needs one', () => {
    expect(limitsOf(figures('1', '2'))).toBeNull()
    expect(medianOf([])).toBeNull()
    expect(medianOf(figures('3', '1'))!.toString()).toBe('2')
  })
})

describe("next year's target", () => {
  const base = { lessIsBetter: false, decimals: 0 }
  const years = (...values: readonly string[]) => values.map((value, index) => ({ year: 2021 + index, value }))

  it.each([
    ['one year', { ...base, actuals: years('60') }, ['60', '60']],
    ['steady', { ...base, actuals: years('60', '64', '62') }, ['62', '64']],
    ['better each year', { ...base, actuals: years('60', '64', '70') }, ['64', '75']],
    ['the last three count', { ...base, actuals: years('500', '60', '64', '62') }, ['62', '64']],
    ['less is better', { ...base, lessIsBetter: true, actuals: years('9', '12', '10') }, ['9', '10']],
    ['less each year, never below nothing', { ...base, lessIsBetter: true, actuals: years('9', '5', '1') }, ['0', '5']],
    ['peers ask for more', { ...base, actuals: years('60'), peers: ['80', '90', '70'] }, ['80', '80']],
    ['peers ask for less', { ...base, actuals: years('60'), peers: ['20', '10', '30'] }, ['60', '60']],
    ['too few peers', { ...base, actuals: years('60'), peers: ['80', '90'] }, ['60', '60']],
    ['capacity', { ...base, decimals: 1, actuals: years('97', '98', '99.5'), capacity: '100' }, ['98.0', '100.0']],
    ['capacity below all', { ...base, actuals: years('60', '64'), capacity: '50' }, ['50', '50']],
    ['a capacity that is far', { ...base, actuals: years('60', '64'), capacity: '500' }, ['62', '64']],
  ])('%s', (_, facts, [least, most]) => {
    const suggestion = suggestTarget(facts)
    expect([suggestion.least, suggestion.most]).toEqual([least, most])
    expect(suggestion.reasons.length).toBeGreaterThan(0)
    for (const { zh, en } of suggestion.reasons) expect(`${zh}${en}`).not.toMatch(/undefined|NaN/)
  })

  it('says where the present one is easier than what was reached', () => {
    const said = (target: string, less = false) =>
      suggestTarget({ ...base, lessIsBetter: less, actuals: years('60', '64', '62'), target }).reasons.some(({ zh }) =>
        zh.includes('低于往年'),
      )
    expect([said('30'), said('62'), said('90'), said('30', true), said('90', true)]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })

  it('is not suggested from nothing', () => {
    expect(suggestTarget({ ...base, actuals: [] })).toMatchObject({ least: null, most: null })
  })

  it('of each row with figures, by its operator or its name, a share never above 100', () => {
    const latest = year(
      2023,
      { name: '合格率', target: '≥95%', actual: '99%' },
      { name: '投诉次数', target: '3次', actual: '2次' },
      { name: '单位成本', target: '≤5万元', actual: '4.5万元' },
      { name: '居民获得感', target: '有效提升', actual: '有效提升' },
      { name: '培训人数', target: '', actual: '20人' },
    )
    const peers = ['97%', '98%', '99.5%'].map((actual) => year(2023, { name: '合格率', target: '≥95%', actual }).form)
    const rows = suggestTargets(
      latest,
      [
        year(2022, { name: '合格率', target: '≥95%', actual: '97%' }),
        year(2021, { name: '合格率', target: '≥95%', actual: '96%' }),
      ],
      [...peers, year(2023, { name: '别的' }).form],
    )
    expect(rows.map(({ name, unit, suggestion }) => [name, unit, suggestion.least, suggestion.most])).toEqual([
      ['合格率', '%', '98', '100'],
      ['投诉次数', '次', '2', '2'],
      ['单位成本', '万元', '4.5', '4.5'],
      ['培训人数', '人', '20', '20'],
    ])
  })
})
