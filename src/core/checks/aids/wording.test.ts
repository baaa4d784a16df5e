import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramsOf, findRepeats as findAmong, normaliseWording, similarityPercent, wordingOf } from './wording.ts'

const findRepeats = (texts: readonly string[]) => findAmong(texts.map(wordingOf))

describe('wording', () => {
  it('drops what does not tell', () => {
    expect(normaliseWording(' “阳光”助学 ( A )项目、 ')).toBe('阳光助学a项目')
  })

  it('folds every sign as Unicode does, alone and between others', () => {
    const slow = (text: string) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}\p{S}]+/gu, '')
    const wrong: number[] = []
    for (let code = 0; code < 0x10000; code++) {
      const sign = String.fromCharCode(code)
      for (const text of [sign, `指${sign}标`, `（${sign} e\u0301`])
        if (normaliseWording(text) !== slow(text)) wrong.push(code)
    }
    expect(wrong).toEqual([])
  })

  it('finds the same wording under other signs, and nothing in empty texts', () => {
    expect(findRepeats(['培训人员满意度', '', '培训人员 满意度。', '参训率'])).toEqual({ same: [[0, 2]], near: [] })
    expect(similarityPercent([], [])).toBe(0)
    expect(bigramsOf('率')).toEqual(['率'.charCodeAt(0)])
    expect(bigramsOf('')).toEqual([])
  })

  it('takes each pair of neighbouring signs once, in short texts and in long ones', () => {
    expect(bigramsOf('率率率')).toHaveLength(1)
    const long = '道路养护工程验收合格'.repeat(20)
    expect(bigramsOf(long)).toEqual(bigramsOf(long.slice(0, 11)))
  })

  it('finds near wordings', () => {
    expect(findRepeats(['农村道路养护工程验收合格率', '农村道路养护工程的验收合格率', '道路绿化'])).toEqual({
      same: [],
      near: [{ first: 0, second: 1, similarity: 84 }],
    })
  })

  it('keeps apart what a numeral or a contrast sets apart', () => {
    expect(findRepeats(['第一期培训班参加人数', '第二期培训班参加人数']).near).toEqual([])
    expect(
      findRepeats([
        '道路日常养护工程验收合格率',
        '灌溉水渠疏浚项目抽检合格率',
        '道路日常养护工程的验收合格率',
        '灌溉水渠疏浚项目的抽检合格率',
        '道路日常养护工程验收的合格率',
      ]).near.map(({ first, second }) => [first, second]),
    ).toEqual([
      [0, 2],
      [0, 4],
      [1, 3],
    ])
    expect(findRepeats(['城市居民最低生活保障人数', '农村居民最低生活保障人数']).near).toEqual([])
  })

  it('finds what comparing each with each finds, for any texts', () => {
    const signs = fc.string({ unit: fc.constantFrom('服', '务', '对', '象', '满', '意', '度', '率'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (texts) => {
        const firsts = texts
          .map((text, index) => ({ text, index }))
          .filter(({ text, index }) => text !== '' && texts.indexOf(text) === index)
        const slow = firsts.flatMap((a) =>
          firsts
            .filter((b) => b.index > a.index)
            .map((b) => ({
              first: a.index,
              second: b.index,
              similarity: similarityPercent(bigramsOf(a.text), bigramsOf(b.text)),
            }))
            .filter(({ similarity }) => similarity >= 80),
        )
        expect(findRepeats(texts).near).toEqual(slow)
      }),
    )
  })
})
