/** What must hold for any form: seeds are printed on failure and replay with `seed` and `path`. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact, type Form, type Indicator, type Level1 } from '../model/index.ts'
import { formFromSketch, type IndicatorSketch } from '../recognise/sketch.ts'
import { type Edition, editions } from '../rulebook/index.ts'
import { compareValues } from '../values/index.ts'
import { indicatorOf, scoreForm, scoringRules } from './index.ts'
import { factsOf, scoreRow } from './row.ts'

const values = readFileSync(new URL('../../../tests/corpus/values/values.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t'))

/** Texts that real forms hold. */
const texts = [...new Set(values.flatMap(([, , target = '', actual = '']) => [target, actual]))]
const names = [...new Set(values.map(([, name = '']) => name))]

const level1s: readonly Level1[] = [
  'execution',
  'cost',
  'output',
  'benefit',
  'satisfaction',
  'process',
  'input',
  'other',
]
const operators = ['', '≥', '>', '=', '≤', '<']
const units = ['', '%', '人', '万元', '元', '个月', '天']

const decimal = fc.tuple(fc.bigInt(-999999n, 99999999n), fc.integer({ min: 0, max: 4 })).map(([digits, places]) => {
  const scale = 10n ** BigInt(places)
  return Exact.of(`${digits}/${scale}`).toString()
})
const quantity = fc
  .tuple(fc.constantFrom(...operators), decimal, fc.constantFrom(...units))
  .map(([operator, number, unit]) => `${operator}${number}${unit}`)
const text = fc.oneof(fc.constantFrom(...texts), quantity, fc.string())
const weight = fc.integer({ min: 0, max: 10000 }).map((cents) => Exact.of(`${cents}/100`).toString())
const row: fc.Arbitrary<IndicatorSketch> = fc.record({
  level1: fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标', '预算执行率', ''),
  name: fc.constantFrom(...names, '投诉率', '成本'),
  target: text,
  actual: text,
  weight,
  score: weight,
})

/** Editions with every method of the rulebook, as published and bent. */
const methods: readonly Partial<Edition>[] = [
  {},
  { reverse: { method: 'allOrNothing', law: [] }, equal: { method: 'strict', law: [] } },
  { reverse: { method: 'linear', law: [] }, equal: { method: 'symmetric', law: [] } },
  { notApplicable: { method: 'rescale', law: [] } },
]
const edition = fc
  .tuple(fc.constantFrom(...editions), fc.constantFrom(...methods))
  .map(([base, parts]): Edition => ({ ...base, ...parts }))

const seed = Number(process.env.ZIPING_SEED ?? 20260101)

function check(property: fc.IRawProperty<unknown>, numRuns = Number(process.env.ZIPING_RUNS ?? 500)): void {
  fc.assert(property, { numRuns, seed })
}

function bare(indicator: Indicator, rules: Edition, path = 'row') {
  return scoreRow(indicator, path, { edition: rules, fiscalYear: 2021, scoresPrinted: true })
}

function claimsOn(indicator: Indicator, rules: Edition): readonly string[] {
  const comparison = compareValues(indicator.target.value!, indicator.actual.value!, {
    name: indicator.name.raw,
    fiscalYear: 2021,
  })
  const facts = factsOf(indicator, 'row', indicator.weight.value!, comparison, rules)
  return scoringRules.filter((rule) => rule.claims(facts)).map(({ id }) => id)
}

describe('exactly one rule claims a row', () => {
  it('over all published pairs', () => {
    const wrong = values.flatMap(([, name = '', target = '', actual = '']) =>
      level1s.flatMap((level1) => {
        const claims = claimsOn(indicatorOf({ level1, name, weight: '10', target, actual }), editions[0]!)
        return claims.length === 1 ? [] : [`${name}: ${target} → ${actual}: ${claims.join(' ')}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('over generated rows', () => {
    check(
      fc.property(
        text,
        text,
        fc.constantFrom(...names),
        fc.constantFrom(...level1s),
        edition,
        (target, actual, name, level1, rules) => {
          expect(claimsOn(indicatorOf({ level1, name, weight: '10', target, actual }), rules).length).toBe(1)
        },
      ),
      3000,
    )
  })
})

describe('a score', () => {
  it('lies between nothing and the weight', () => {
    check(
      fc.property(text, text, fc.constantFrom(...names), weight, edition, (target, actual, name, points, rules) => {
        const { recomputed } = bare(indicatorOf({ name, weight: points, target, actual }), rules)
        if (recomputed === null) return
        expect(recomputed.min.isNegative).toBe(false)
        expect(recomputed.max.atLeast(recomputed.min)).toBe(true)
        expect(recomputed.max.atMost(Exact.of(points))).toBe(true)
      }),
      3000,
    )
  })

  const natural = fc.integer({ min: 0, max: 100000 })
  const goal = fc.integer({ min: 1, max: 10000 })
  // Going too far costs points under some editions.
  const takers: readonly string[] = ['byHand', 'deductFlat', 'deductPercent']
  const lenient = editions.filter(({ overAchievement }) => !takers.includes(overAchievement.effect))

  it.each([
    ['≥', 1],
    ['>', 1],
    ['', 1],
    ['≤', -1],
    ['<', -1],
  ] as const)('with the sign %j never falls as the actual gets better', (sign, way) => {
    check(
      fc.property(goal, natural, natural, weight, fc.constantFrom(...lenient), (target, one, other, points, rules) => {
        const score = (actual: number) =>
          bare(indicatorOf({ weight: points, target: `${sign}${target}人`, actual: `${actual}人` }), rules).recomputed!
            .min
        const [worse, better] =
          way > 0 ? [Math.min(one, other), Math.max(one, other)] : [Math.max(one, other), Math.min(one, other)]
        expect(score(better).atLeast(score(worse))).toBe(true)
      }),
    )
  })

  it('is the same in 元 and in 万元', () => {
    const ways = fc.constantFrom('≥', '≤', '=', '')
    check(
      fc.property(ways, goal, natural, weight, fc.constantFrom(...editions), (sign, target, actual, points, rules) => {
        const inYuan = indicatorOf({
          name: '支出金额',
          weight: points,
          target: `${sign}${target}0000元`,
          actual: `${actual}0000元`,
        })
        const inTenThousand = indicatorOf({
          name: '支出金额',
          weight: points,
          target: `${sign}${target}万元`,
          actual: `${actual}万元`,
        })
        const mixed = indicatorOf({
          name: '支出金额',
          weight: points,
          target: `${sign}${target}万元`,
          actual: `${actual}0000元`,
        })
        const expected = bare(inYuan, rules).recomputed
        expect(bare(inTenThousand, rules).recomputed).toEqual(expected)
        expect(bare(mixed, rules).recomputed).toEqual(expected)
      }),
    )
  })
})

describe('a form', () => {
  const money = { row: 'total', budgeted: '2726.98', executed: '2672.05', weight: '10', score: '9.80' } as const

  function figures(form: Form, rules: Edition) {
    const { total, grade, choices, lost, execution } = scoreForm(form, rules)
    return {
      total: { ...total, steps: [] },
      grade,
      options: choices.map(({ word, options }) => ({ word, options })).sort((a, b) => (a.word < b.word ? -1 : 1)),
      lost: lost?.weight.toString(),
      gaps: lost?.gaps.map(({ gap }) => gap.toString()),
      execution: execution.recomputed,
    }
  }

  it('scores the same in any order of its rows', () => {
    const shuffled = fc
      .array(row, { maxLength: 12 })
      .chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
      )
    check(
      fc.property(shuffled, edition, ([rows, others], rules) => {
        const form = (indicators: readonly IndicatorSketch[]) =>
          formFromSketch({ tasks: [money], indicators, total: '90' })
        expect(figures(form(others), rules)).toEqual(figures(form(rows), rules))
      }),
      200,
    )
  })

  it('scores the same whether its money is in 元 or in 万元', () => {
    check(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 0, max: 99999 })), { minLength: 1 }),
        fc.constantFrom(...editions),
        (rows, rules) => {
          const form = (zeros: string) =>
            formFromSketch({
              tasks: rows.map(([budgeted, executed]) => ({
                budgeted: `${budgeted}${zeros}`,
                executed: `${executed}${zeros}`,
              })),
            })
          const [wan, yuan] = [scoreForm(form(''), rules), scoreForm(form('0000'), rules)]
          expect(yuan.execution.recomputed).toEqual(wan.execution.recomputed)
          expect(
            yuan.tasks.map(({ weight, rate, score }) => [weight.exact, rate.recomputed, score.exact].join()),
          ).toEqual(wan.tasks.map(({ weight, rate, score }) => [weight.exact, rate.recomputed, score.exact].join()))
        },
      ),
      200,
    )
  })

  it('never throws, and its total holds what its rows and execution can be', () => {
    check(
      fc.property(fc.array(row, { maxLength: 8 }), edition, (indicators, rules) => {
        const scored = scoreForm(formFromSketch({ indicators, total: '88' }), rules)
        expect(scored.total.recomputed.max.atLeast(scored.total.recomputed.min)).toBe(true)
        expect(scored.grade.range.length).toBeGreaterThan(0)
        expect(scored.rows.length).toBe(indicators.length)
      }),
    )
  })
})
