import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../../recognise/index.ts'
import { sameIndicators } from './same-indicator.ts'

function rows(...names: readonly string[]) {
  return formFromSketch({
    indicators: names.map((text) => {
      const [level2 = '', name = ''] = text.includes('/') ? text.split('/') : ['', text]
      return { level2, name }
    }),
  }).indicators
}

function pairs(first: readonly string[], second: readonly string[]): readonly string[] {
  return sameIndicators(rows(...first), rows(...second)).map(
    ({ first: a, second: b, by }) => `${first[a]} = ${second[b]} (${by})`,
  )
}

describe('the same indicator in two forms', () => {
  it('is found under its own label first', () => {
    expect(pairs(['数量指标/培训人数', '质量指标/培训人数'], ['质量指标/培训人数', '数量指标/培训 人数'])).toEqual([
      '数量指标/培训人数 = 数量指标/培训 人数 (label)',
      '质量指标/培训人数 = 质量指标/培训人数 (label)',
    ])
  })

  it('then by its name, whatever year stands in it', () => {
    expect(pairs(['2021年新建公里数', '乙'], ['数量指标/2022年度新建公里数'])).toEqual([
      '2021年新建公里数 = 数量指标/2022年度新建公里数 (name)',
    ])
  })

  it('then by nearly the same words, the nearest first, each once', () => {
    expect(pairs(['农村公路日常养护合格率', '农村公路日常养护合格比率'], ['农村公路的日常养护合格率'])).toEqual([
      '农村公路日常养护合格率 = 农村公路的日常养护合格率 (wording)',
    ])
    expect(pairs(['农村公路日常养护合格率'], ['农村公路的日常养护合格率', '农村公路日常养护的合格率'])).toHaveLength(1)
  })

  it('namesakes are paired in their order, each with one', () => {
    expect(pairs(['甲类合格率', '甲类合格率', '甲类合格率'], ['甲类合格率', '甲类合格率'])).toHaveLength(2)
  })

  it('is not found where a sign sets two things apart, where the words differ, or where nothing is said', () => {
    expect(pairs(['一期管网建设长度合格'], ['二期管网建设长度合格'])).toEqual([])
    expect(pairs(['培训人数'], ['慰问户数'])).toEqual([])
    expect(pairs(['', '-'], ['', '-'])).toEqual([])
  })

  it('by words is looked for in forms of a usual size alone', () => {
    const many = Array.from({ length: 401 }, (_, index) => `第${index}号农村公路日常养护合格率`)
    expect(pairs(many, ['农村公路的日常养护合格率'])).toEqual([])
    expect(pairs(['农村公路的日常养护合格率'], many)).toEqual([])
    expect(pairs(many, many)).toHaveLength(401)
  })

  it('is looked for anew when a row of the first form was renamed, moved, put in or taken out, and only then', () => {
    const other = rows('数量指标/培训人数', '慰问户数')
    const now = rows('数量指标/培训人数', '慰问户数')
    const found = sameIndicators(now, other)
    expect(sameIndicators([...now], other)).toBe(found)
    expect(sameIndicators(rows('质量指标/培训人数', '慰问户数'), other)).toMatchObject([
      { by: 'name' },
      { by: 'label' },
    ])
    expect(sameIndicators(rows('数量指标/培训人数', '走访次数'), other)).toHaveLength(1)
    expect(sameIndicators(rows('慰问户数'), other)).toMatchObject([{ first: 0, second: 1 }])
    expect(sameIndicators(now, other)).toEqual(found)
  })
})
