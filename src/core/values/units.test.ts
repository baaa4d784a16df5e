import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareValues, printValue, readValue, unitOf } from './index.ts'
import { operatorWords } from './operators.ts'
import { readUnit } from './units.ts'
import { readGraded } from './words.ts'

/** Replay a failing run with ZIPING_SEED=<seed>; ZIPING_RUNS sets how many runs. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>> }
const seed = Number(process.env.ZIPING_SEED ?? 20260101)
const run = { seed, numRuns: Number(process.env.ZIPING_RUNS ?? 2000) }

/** Characters of the language of values: operators, filler words, numerals, calendar, negation, scales. */
const spoken = new Set(
  [...operatorWords.map(([word]) => word), '零一二三四五六七八九〇两十百千万亿半数几上下全年月日底末初前后旬终季度']
    .concat('达到约大共累计合总完成实现为于在已经需应当要求目标划预左右时间率是至第每未不没无次年翌明有')
    .flatMap((word) => [...word]),
)
const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code))
const common = fc.constantFrom(...'路枚舱盅轴柜桩锭篓坛钵帧丛垄亭廊闸泵桥墩灯椅树苗猪牛')
const unknown = fc
  .array(fc.oneof(han, common), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''))
  // what folds to another character has that character for its unit
  .filter((unit) => readValue(`5${unit}`).value !== null && unitOf(unit)?.name === unit)
  .filter((unit) => ![...unit].some((mark) => spoken.has(mark)) && readUnit(unit, 0) === null)
  .filter((unit) => readGraded(unit) === null && printValue(readValue(`${unit}丐`).value!).startsWith(unit))
const pairs = fc
  .tuple(fc.constantFrom(...'座台艘套辆架间栋幢栏幅栋棵株盏箱'), fc.constantFrom(...'次套件份册卷'))
  .map(([first, second]) => first + second)
const unit = fc.oneof(
  unknown,
  pairs.filter((name) => name[0] !== name[1]),
)
const spelling = fc.constantFrom(...operatorWords.filter(([word, { place }]) => place === 'before' || word.length > 1))

describe(`a unit that is in no table (seed ${seed})`, () => {
  it('comes out with its number and its operator, in every spelling', () => {
    fc.assert(
      fc.property(unit, spelling, fc.nat(99_999), fc.constantFrom('', ' '), (name, [word, of], number, gap) => {
        const text = of.place === 'before' ? [word, number, name] : [number, name, word]
        const reading = readValue(text.join(gap === ' ' && !name.includes('次') ? ' ' : ''))
        expect(reading.value).toMatchObject({ kind: 'quantity', operator: of.operator, unit: { name } })
        expect(printValue(reading.value!)).toContain(`${number}${name}`)
        const bare = readValue(`${number}${name}左右`)
        expect(printValue(bare.value!)).toBe(`${number}${name}`)
        expect(compareValues(reading, reading).verdict).toBe('met')
      }),
      run,
    )
  })

  it('keeps 不等 by staying words', () => {
    fc.assert(
      fc.property(unit, (name) => {
        expect(printValue(readValue(`7${name}不等`).value!)).toBe(`7${name}不等`)
      }),
      run,
    )
  })

  it('is the same in a cell of its own', () => {
    for (const name of ['路', '台套', '座次', '万路', '万座次', '栋套']) {
      expect(unitOf(name)).toEqual((readValue(`5${name}`).value as { unit: unknown }).unit)
    }
    expect(unitOf('万')?.dimension).toBe('number')
    expect(unitOf('万A')?.dimension).toBe('万A')
    expect(unitOf('万座井')?.dimension).toBe('万座井')
  })

  it('leaves what is counted beside the counting word', () => {
    expect(
      ['12个镇', '3座井', '12台套设备', '5个套', '2人件', '100 %件', '3万,'].map((text) => readValue(text).value),
    ).toMatchObject(['个', '座', '台套', '个', '人', '%', '万'].map((name) => ({ unit: { name } })))
    expect(readValue('2000元校内').value).toMatchObject({ operator: null })
    expect(readValue('3次校内以上培训').value).toMatchObject({ operator: null })
    expect(readValue('≥3次活动以上').value).toMatchObject({ operator: 'atLeast' })
    expect(readValue('3~5次活动以上').value).toMatchObject({ kind: 'range' })
  })
})
