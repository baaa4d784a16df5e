import { describe, expect, it } from 'vitest'
import { lessIsBetter } from './index.ts'

describe('less is better', () => {
  it.each([
    '办公所需成本',
    '成本控制数(万元)',
    '春节困难群众慰问经费',
    '团建项目总成本',
    '会议费',
    '三公经费控制率',
    '投诉率',
    '安全事故发生次数',
    '重大森林火灾',
    '县级储备粮库存粮食明显变质比例',
    '人员伤亡事故',
    '采购单价[元]',
    '任务完成时限(月)',
    '预算控制率',
    '项目投诉事件发生数',
    '采购成本]',
  ])('%s', (name) => {
    expect(lessIsBetter(name)).toBe(true)
  })
  it.each([
    '成本节约率',
    '节约成本',
    '成本控制有效性',
    '利息费用保障率',
    '投诉办结率',
    '减少投诉次数',
    '违法行为责停率',
    '婚姻家庭纠纷调解服务完成情况',
    '促进消费',
    '行政事业性收费',
    '服务时长',
    '受益人口数量',
    '',
    '(成本',
  ])('not %s', (name) => {
    expect(lessIsBetter(name)).toBe(false)
  })
})
