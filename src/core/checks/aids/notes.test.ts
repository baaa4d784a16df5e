import { describe, expect, it } from 'vitest'
import {
  admitsLowTarget,
  breakdownIn,
  completionAsSaid,
  overAsSaid,
  saidIn,
  tellsRemedy,
  tellsShortfall,
} from './notes.ts'

const cell = (raw: string) => ({ raw, value: raw })

describe('what a remark says', () => {
  it('nothing, where only a placeholder stands', () => {
    for (const raw of ['', ' ', '无', '/', '——', '_', '-', '暂 无', 'null', '无偏差'])
      expect(saidIn(cell(raw))).toBe('')
    expect(saidIn(cell('无 人报名'))).toBe('无人报名')
  })

  it('a remedy', () => {
    const plans = ['征地滞后,计划2023年6月完工', '流动性大,继续扩面征缴', '2024年一季度上线', '已列入2024年补建计划']
    const taken = [
      '建立主创备选机制',
      '已接入省级核对平台',
      '按季比对',
      '继续实行县管乡用',
      '2024年1月招聘补充人员',
      '安排专人值守',
    ]
    const past = ['未按计划完成', '原计划10月开工,因征地推迟', '2022年受疫情影响未完成']
    for (const note of [
      '改进措施:加大宣传',
      '下一步将加大宣传力度',
      '将参照实际重设',
      '明年提前启动',
      ...plans,
      ...taken,
    ])
      expect(tellsRemedy(note)).toBe(true)
    for (const note of [
      '根据实际工作调整,建有3家',
      '存在不可控因素',
      '受疫情影响,将近一半取消',
      '超额完成',
      '人口继续减少',
      '制度建立较早',
      ...past,
    ])
      expect(tellsRemedy(note)).toBe(false)
  })

  it('a shortfall', () => {
    for (const note of ['未按期完成', '受疫情影响,人数较少', '存在偏差', '进度滞后'])
      expect(tellsShortfall(note)).toBe(true)
    for (const note of ['已按期完成', '无偏差', '未发现明显问题', '没有出现偏差'])
      expect(tellsShortfall(note)).toBe(false)
  })

  it('that the target was low', () => {
    for (const note of ['年初目标值设置过低', '指标值偏低', '重新设置合理目标值', '设置更合理指标值', '预计不足'])
      expect(admitsLowTarget(note)).toBe(true)
    for (const note of ['目标任务已完成', '指标完成率较高', '需求增加']) expect(admitsLowTarget(note)).toBe(false)
  })

  it('by how much the target was passed', () => {
    for (const note of ['致超过目标值50%完成', '超出年初计划50%', '超额完成50%', '超额约50%'])
      expect(overAsSaid(note)?.toString()).toBe('50')
    for (const note of ['较上年超过50%', '完成率50%', '增长50%', '超过50人']) expect(overAsSaid(note)).toBeNull()
  })

  it('how much was completed', () => {
    for (const note of ['完成率为95.5%', '完成率仅95.5%,', '完成比例达到95.5%'])
      expect(completionAsSaid(note)?.toString()).toBe('95.5')
    expect(completionAsSaid('完成95.5%')).toBeNull()
  })

  it('the parts of a sum', () => {
    expect(breakdownIn('报告会4+座谈会3场+讲座13场。').map(String)).toEqual(['4', '3', '13'])
    for (const note of ['报告会4', '构建"1+6+31+N"网点', '区级3家,街道6家', '甲4+乙', '甲4%+乙5%'])
      expect(breakdownIn(note)).toEqual([])
  })
})
