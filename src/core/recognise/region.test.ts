import { describe, expect, it } from 'vitest'
import { regionOf } from './region.ts'

describe('the place a name begins with', () => {
  it.each([
    ['深圳市光明区群团工作部', '深圳市光明区'],
    ['云南省榕江州教育体育局', '云南省榕江州'],
    ['内蒙古自治区乌兰察布市集宁区财政局', '内蒙古自治区乌兰察布市集宁区'],
    ['北京市海淀区教育委员会', '北京市海淀区'],
    ['重庆市南溪区档案馆', '重庆市南溪区'],
    ['昌河州住房和城乡建设局', '昌河州'],
    ['洞庭县水利局', '洞庭县'],
    ['中共青石县委组织部', '青石县'],
    ['教育局', ''],
    ['城市管理和综合执法局', ''],
    ['市场监督管理局', ''],
    ['区总工会', ''],
    ['', ''],
  ])('%s → %s', (name, region) => {
    expect(regionOf(name)).toBe(region)
  })
})
