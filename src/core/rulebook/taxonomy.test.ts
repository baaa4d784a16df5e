import { describe, expect, it } from 'vitest'
import { level1Of, level2Of } from './taxonomy.ts'

describe('level-1 labels', () => {
  it.each([
    ['产出指标(50分)', 'output', '产出指标'],
    ['产出指标\n(50)', 'output', '产出指标'],
    ['产 出 指 标', 'output', '产出指标'],
    ['产出指标(50分)(50%)', 'output', '产出指标'],
    ['一、效益指标(30)', 'benefit', '效益指标'],
    ['效果指标', 'benefit', '效果指标'],
    ['满意度指标(10%)', 'satisfaction', '满意度指标'],
    ['满意度\n指标10分', 'satisfaction', '满意度指标'],
    ['成本指标', 'cost', '成本指标'],
    ['项目产出', 'output', '项目产出'],
    ['项目决策', 'input', '项目决策'],
    ['项目管理', 'process', '项目管理'],
    ['过程', 'process', '过程'],
    ['投入', 'input', '投入'],
    ['预算执行率(10分)', 'execution', '预算执行率'],
    ['产出', 'output', '产出'],
  ])('%j is %s', (label, kind, name) => expect(level1Of(label)).toEqual({ kind, name }))

  it.each(['', '数量指标', '参训人员满意度达到95%', '产出很多', '50分'])('%j is none', (label) =>
    expect(level1Of(label)).toBeNull(),
  )
})

describe('level-2 labels', () => {
  it.each([
    ['数量指标', 'output', '数量指标'],
    ['质量\n指标', 'output', '质量指标'],
    ['1.时效指标(10分)', 'output', '时效指标'],
    ['成本指标', 'output', '成本指标'],
    ['进度指标', 'output', '进度指标'],
    ['产出数量', 'output', '产出数量'],
    ['经济成本指标', 'cost', '经济成本指标'],
    ['社会成本', 'cost', '社会成本'],
    ['生态环境成本指标', 'cost', '生态环境成本指标'],
    ['社会效益指标', 'benefit', '社会效益指标'],
    ['社会效益效益指标', 'benefit', '社会效益效益指标'],
    ['可持续影响指标', 'benefit', '可持续影响指标'],
    ['服务对象满意度指标(10分)', 'satisfaction', '服务对象满意度指标'],
    ['社会公众满意度', 'satisfaction', '社会公众满意度'],
  ])('%j is %s', (label, level1, name) => expect(level2Of(label)).toEqual({ name, level1 }))

  it.each(['', '产出指标', '参加培训数量', '指标'])('%j is none', (label) => expect(level2Of(label)).toBeNull())
})
