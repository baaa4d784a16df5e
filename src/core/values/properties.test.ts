import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Completion, type DateParts, Exact, type Operator, type Unit, type Value } from '../model/index.ts'
import { compareValues, fold, lessIsBetter, printValue, readNumber, readValue, unitOf } from './index.ts'
import { readCompletion } from './words.ts'

/** Replay a failing run with ZIPING_SEED=<seed>; ZIPING_RUNS sets how many runs. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>> }
const seed = Number(process.env.ZIPING_SEED ?? 20260101)
const numRuns = Number(process.env.ZIPING_RUNS ?? 2000)
const run = { seed, numRuns }

const operators: readonly (Operator | null)[] = [null, 'atLeast', 'moreThan', 'equal', 'atMost', 'lessThan']
const units =
  '元 万元 千元 亿元 万 % ‰ 倍 百分点 人 人次 户 个 项 场 万粒 平方米 亩 公顷 公里 吨 公斤 元/人·月 元/户 次/年 分 垄'.split(
    ' ',
  )
const lengths = '天 月 季度 年 小时 工作日 周'.split(' ')

const figure = fc
  .tuple(fc.integer({ min: -99_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => ({ number: Exact.of(digits).dividedBy(Exact.of(10n ** BigInt(decimals))), decimals }))
const counted = figure.filter(({ number }) => !number.isNegative)
const unit: fc.Arbitrary<Unit | null> = fc.constantFrom(null, ...units.map((name) => unitOf(name)))

const quantity: fc.Arbitrary<Value> = fc
  .tuple(fc.constantFrom(...operators), figure, unit)
  .map(([operator, { number, decimals }, of]) => ({ kind: 'quantity', operator, number, unit: of, decimals }))
const duration: fc.Arbitrary<Value> = fc
  .tuple(fc.constantFrom(...operators), counted, fc.constantFrom(...lengths.map((name) => unitOf(name)!)))
  .map(([operator, { number, decimals }, of]) => ({ kind: 'duration', operator, number, unit: of, decimals }))
const range: fc.Arbitrary<Value> = fc.tuple(counted, counted, unit).map(([one, other, of]) => {
  const [from, to] = one.number.lessThan(other.number) ? [one.number, other.number] : [other.number, one.number]
  return { kind: 'range', from, to, unit: of }
})

const year = fc.option(fc.integer({ min: 1900, max: 2100 }))
const monthDay = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.integer({ min: 1, max: 31 })))
const parts: fc.Arbitrary<DateParts> = fc.oneof(
  fc.tuple(year, monthDay).map(([of, [month, day]]) => ({ year: of, month, day })),
  fc.integer({ min: 1900, max: 2100 }).map((of) => ({ year: of, month: null, day: null })),
)
const date: fc.Arbitrary<Value> = fc.oneof(
  fc
    .tuple(fc.constantFrom('by' as const, 'on' as const), parts)
    .map(([relation, from]) => ({ kind: 'date' as const, relation, from, to: from })),
  fc
    .tuple(fc.constantFrom('by' as const, 'on' as const), year, monthDay, monthDay)
    .map(([relation, of, [firstMonth, firstDay], [lastMonth, lastDay]]) => ({
      kind: 'date' as const,
      relation,
      from: { year: of, month: firstMonth, day: firstDay },
      to: { year: of, month: lastMonth, day: lastDay },
    })),
  fc.constant(readValue('规定时间内').value!),
)

const graded: fc.Arbitrary<Value> = fc
  .constantFrom('有效提升', '良好', '及时', '符合', '是', '优', '效果明显', '不断提高')
  .map((word) => ({ kind: 'graded', word, sense: 'positive' }))
const completion: fc.Arbitrary<Value> = fc
  .tuple(
    fc.constantFrom<[string, Completion]>(
      ['', 'full'],
      ['全部', 'full'],
      ['基本', 'basic'],
      ['部分', 'partial'],
      ['未', 'none'],
    ),
    fc.constantFrom('达成', '完成', '实现'),
    fc.constantFrom('', '预期指标', '年度目标', '任务'),
  )
  .map(([[manner, of], verb, object]) => ({ kind: 'completion', completion: of, word: manner + verb + object }))
const none: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  { kind: 'none', word: '不适用', notApplicable: true },
  { kind: 'none', word: '-', notApplicable: false },
  { kind: 'none', word: '无', notApplicable: false },
)
const prose: fc.Arbitrary<Value> = fc
  .constantFrom('学生喜爱的校园', '国家认可的环境', '师生共建美丽家园')
  .map((word) => ({ kind: 'prose', word }))
const single = fc.oneof(quantity, duration, range, date, graded, completion, none, prose)
const measured = fc.oneof(
  quantity.filter((value) => value.kind === 'quantity' && value.unit !== null),
  duration,
  date.filter((value) => value.kind === 'date' && value.from.day !== null && value.to.day !== null),
)
const opposed = (one: Value, other: Value): boolean =>
  one.kind === 'quantity' && other.kind === 'quantity' && one.operator === 'atLeast' && other.operator === 'atMost'
const several: fc.Arbitrary<Value> = fc
  .array(measured, { minLength: 2, maxLength: 4 })
  .filter((all) => !opposed(all[0]!, all[1]!))
  .map((all) => ({ kind: 'several', parts: all }))
const conditional: fc.Arbitrary<Value> = fc
  .tuple(fc.oneof(quantity, duration, range), fc.constantFrom('以实际人数为准', '据实结算'))
  .map(([value, condition]) => ({ kind: 'conditional', value, condition }))
const value = fc.oneof({ weight: 8, arbitrary: single }, several, conditional)

/** Figures compare by what they are worth, not by how their fraction is held. */
function plain(of: Value | null): unknown {
  return JSON.parse(JSON.stringify(of))
}

describe(`values (seed ${seed})`, () => {
  it('read back what was printed', () => {
    fc.assert(
      fc.property(value, (of) => {
        expect(plain(readValue(printValue(of)).value)).toEqual(plain(of))
      }),
      run,
    )
  })

  it('meet a target that they copy', () => {
    fc.assert(
      fc.property(fc.oneof(quantity, duration, range, date, graded, completion), (of) => {
        const reading = { raw: printValue(of), value: of, reason: null, repairs: [] }
        expect(compareValues(reading, reading).verdict).toBe('met')
      }),
      run,
    )
  })
})

const fragments =
  '≥ ≤ > < = ﹦ ═ >= 不低于 以上 以内 控制在 至少 0 1 2 9 28 100 0.5 .5 1,437 2021 12 十二 两 半 百分之 % ‰ $ ↑ ^ 工 万 亿 元 人 次 个 月 年 日 天 季度 / · * ( ) ( ) - ~ 至 — _ 、 , 。 ; : 前 底 年底 上半年 每 完成 已 未 基本 达成 预期指标 良好 提升 不适用 无 一 M IO 為準 達(dá) 按实际为准 定性 正向 下降 增长 余 第'.split(
    ' ',
  )
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...fragments, ' '), { maxLength: 12 }).map((all) => all.join('')),
)

describe(`any text (seed ${seed})`, () => {
  it('is read, printed and compared without throwing, and raw is kept', () => {
    fc.assert(
      fc.property(text, text, text, (target, actual, name) => {
        const context = { name, unit: name, attribute: actual, fiscalYear: 2021 }
        for (const around of [{}, context]) {
          const readings = [readValue(target, around), readValue(actual, around)] as const
          expect(readings.map((reading) => reading.raw)).toEqual([target, actual])
          for (const { value: of, reason, repairs } of readings) {
            if (of !== null) expect(printValue(of)).toBeTypeOf('string')
            expect(of === null || reason === null).toBe(true)
            for (const repair of repairs) expect(readValue(repair.text).value).not.toBeNull()
          }
          const comparison = compareValues(...readings, around)
          expect(['met', 'missed', 'unknown']).toContain(comparison.verdict)
          if (comparison.verdict === 'unknown') expect(comparison.because.length).toBeGreaterThan(0)
        }
        lessIsBetter(name)
      }),
      run,
    )
  })

  it('folds to itself once folded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...fragments.filter((fragment) => !fragment.includes('á')), ' '), { maxLength: 12 }),
        (all) => {
          const folded = fold(all.join(''))
          expect(fold(folded)).toBe(folded)
        },
      ),
      run,
    )
  })

  it('is a number only where all of it is one', () => {
    const numeric = /^[¥+-]?\d[\d,]*(\.\d+)?(%|万元|千元|亿元|元|万|亿|分)?$/
    fc.assert(
      fc.property(text, (of) => {
        const { value: number } = readNumber(of)
        if (number !== null) expect(fold(of).replaceAll(' ', '')).toMatch(numeric)
      }),
      run,
    )
  })

  it('is a number where a number was printed', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom('', '%', '万元', '分'), ({ number, decimals }, tail) => {
        const read = readNumber(number.toFixed(decimals) + tail)
        expect([read.value?.equals(number), read.decimals]).toEqual([true, decimals])
      }),
      run,
    )
  })

  it('of 100,000 characters takes no long time', () => {
    for (const fragment of fragments) {
      const long = fragment.repeat(Math.ceil(100_000 / fragment.length))
      const almost = long.slice(0, 1000)
      expect(readValue(long).reason).toBe('too-long')
      expect(readNumber(long).value).toBeNull()
      expect(fold(long).length).toBeLessThanOrEqual(long.length)
      lessIsBetter(long)
      const reading = readValue(almost, { name: long, unit: long, attribute: long })
      expect(compareValues(reading, reading, { name: long }).verdict).toBeTypeOf('string')
      readCompletion(almost)
    }
  })
})

describe('a floor and a ceiling', () => {
  it('are monotone in the actual', () => {
    const rank = { missed: 0, unknown: 1, met: 2 }
    const judge = (target: string, actual: Exact): number =>
      rank[compareValues(readValue(target), readValue(`${actual.toFixed(2)}人`)).verdict]
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), (border, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((of) =>
          Exact.of(of).dividedBy(Exact.hundred),
        )
        expect(judge(`≥${border}人`, low!)).toBeLessThanOrEqual(judge(`≥${border}人`, high!))
        expect(judge(`≤${border}人`, low!)).toBeGreaterThanOrEqual(judge(`≤${border}人`, high!))
      }),
      run,
    )
  })

  it('are indifferent to 元 and 万元', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (target, actual) => {
        const inWan = compareValues(readValue(`≤${target}万元`), readValue(`${actual}万元`)).verdict
        expect(compareValues(readValue(`≤${target}万元`), readValue(`${actual}0000元`)).verdict).toBe(inWan)
      }),
      run,
    )
  })
})
