import { describe, expect, it } from 'vitest'
import { kindOfWords } from './words.ts'

describe('kindOfWords', () => {
  it('tells heads of columns from labels of blocks and from other texts', () => {
    expect(['三级指标', '分值', '全年执行数', '其他资金', '预期目标', '年度总体目标完成情况'].map(kindOfWords)).toEqual(
      new Array(6).fill('head'),
    )
    expect(['绩效指标', '项目资金（万元）', '年度总体目标', '资金执行情况'].map(kindOfWords)).toEqual(
      new Array(4).fill('label'),
    )
    expect(['产出指标（50分）', '社会效益指标'].map(kindOfWords)).toEqual(['label', 'label'])
    expect(['总分', '合计'].map(kindOfWords)).toEqual(['total', 'total'])
    const sentence = '产出指标按年度计划全部完成，各项任务均已落实到位，没有发现问题'
    expect(['烟花零售点抽查家数', '95%', '', sentence].map(kindOfWords)).toEqual([null, null, null, null])
  })
})
