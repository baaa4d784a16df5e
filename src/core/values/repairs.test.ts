import { describe, expect, it } from 'vitest'
import { readValue } from './index.ts'

describe('completion words', () => {
  const cases = [
    ['完成', 'full'],
    ['已完成', 'full'],
    ['按时完成', 'full'],
    ['按质按量完成', 'full'],
    ['达成年度指标', 'full'],
    ['全部达成预期指标', 'full'],
    ['已完成100%', 'full'],
    ['已完成100.00%', 'full'],
    ['已完成80%', 'partial'],
    ['基本达成预期指标', 'basic'],
    ['基本完成', 'basic'],
    ['基本达到', 'basic'],
    ['部分达成预期指标并具有一定效果', 'partial'],
    ['部分实现', 'partial'],
    ['已部分完成', 'partial'],
    ['实现目标程度一般', 'partial'],
    ['未达成', 'none'],
    ['未完成预期指标且效果较差', 'none'],
    ['实现目标程度较低', 'none'],
  ] as const
  it.each(cases)('%s is %s', (text, completion) => {
    expect(readValue(text).value).toEqual({ kind: 'completion', completion, word: text })
  })
  it.each(['完成100%', '已完成100', '已完成约一半', '达标', '已'])('%s is none', (text) => {
    expect(readValue(text).value?.kind).not.toBe('completion')
  })
})

describe('repairs', () => {
  const cases = [
    ['290%', ['≥90%']],
    ['250', ['≥50']],
    ['28', ['≥8']],
    ['2200篇', ['≥200篇']],
    ['20', []],
    ['2,370', []],
    ['2.5', []],
    ['≥28', []],
    ['良好', []],
    ['>90%', ['≥90%']],
    ['超过90%', []],
    ['290$', ['290%', '≥90%']],
    ['≥4↑', ['≥4个']],
    ['↑5%', []],
    ['增长↑5%', []],
    ['IO', ['10']],
    ['l00%', ['100%']],
    ['98。5%', ['98.5%']],
    ['98. 5%', ['98.5%']],
    ['[90,95]', []],
    ['.8万元', ['0.8万元']],
    ['工5%', ['≥5%', '15%']],
    ['V90%', ['≥90%', '≤90%']],
    ['Vx', []],
    ['^80%', ['≥80%', '≤80%']],
    ['5=50%', ['≥50%']],
    ['二90%', ['≥90%', '=90%']],
    ['W10万元', ['≤10万元']],
    ['M.8万元', []],
    [`${'好'.repeat(41)}IO`, []],
  ] as const
  it.each(cases)('of %s', (text, expected) => {
    expect(readValue(text).repairs.map((repair) => repair.text)).toEqual(expected)
  })
  it('are not sought in typed text', () => {
    expect(readValue('290%', { typed: true }).repairs).toEqual([])
  })
  it('know the operator that another cell gives', () => {
    expect(readValue('28', { attribute: '≥' }).repairs).toEqual([])
  })
})
