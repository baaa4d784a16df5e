/** Rows as people type them into a workbook: figures, units, words, slips; every row by every rule. One seed, one form. */

import type { Form } from '../../src/core/model/index.ts'
import { formFromSketch, type IndicatorSketch } from '../../src/core/recognise/index.ts'
import { readValue } from '../../src/core/values/index.ts'
import { Random } from './random.ts'

const units = [
  '人',
  '次',
  '场',
  '个',
  '%',
  '万元',
  '元',
  '平方米',
  '公里',
  '台',
  '套',
  '家',
  '户',
  '份',
  '项',
  '人次',
  '吨',
  '亩',
  '处',
  '件',
  '级',
  '',
]
const names = [
  '培训场次',
  '服务群众人数',
  '设备验收合格率',
  '采购成本',
  '投诉件数',
  '建设面积',
  '项目完成率',
  '公众满意度',
  '"三公经费"控制率',
  '单位面积造价(元)',
  '完成时间',
  '宣传活动数量',
]
const words = ['有效提升', '良好', '显著改善', '达到规范', '持续推进', '及时', '不适用', '100%完成', '优', '是']
const completions = [
  '达成预期指标',
  '基本达成预期指标',
  '部分达成预期指标',
  '未达成预期指标',
  '有效提升',
  '良好',
  '差',
  '先进',
  '',
]

function figure(random: Random, most: number): string {
  const whole = random.int(0, most)
  return random.chance(35) ? `${whole}.${random.int(0, 99)}` : String(whole)
}

/** An actual near the target, on it, far above, or at the very half of a cent. */
function reached(random: Random, target: string): string {
  const wanted = Number(target)
  const way = random.int(0, 9)
  if (way <= 1) return target
  if (way === 2) return String(wanted * 2)
  if (way === 3) return String(Math.ceil(wanted * 1.3))
  if (way === 4) return '0'
  if (way === 5) return String(Math.ceil(wanted / 2))
  return figure(random, Math.max(2, Math.ceil(wanted * 1.5)))
}

export function typedRow(random: Random): IndicatorSketch {
  const weight = random.chance(30) ? String(random.int(1, 20)) : `${random.int(0, 9)}.${random.int(0, 99)}`
  const satisfaction = random.chance(15)
  const base = {
    weight,
    level1: satisfaction ? '满意度指标' : '产出指标',
    level2: satisfaction ? '服务对象满意度指标' : random.pick(['数量指标', '数量指标', '成本指标']),
    name: satisfaction ? '服务对象满意度' : random.pick(names),
  }
  if (random.chance(12)) return { ...base, target: random.pick(words), actual: random.pick(completions) }
  const unit = satisfaction ? random.pick(['%', '%', '']) : random.pick(units)
  const target = random.chance(5) ? '0' : unit === '%' ? String(random.int(1, 100)) : figure(random, 500)
  const actual = unit === '%' && random.chance(80) ? figure(random, 100) : reached(random, target)
  const sign = random.pick(['≥', '≥', '≥', '>', '=', '≤', '≤', '<', '', '', '＞', '>='])
  const tail = random.pick([unit, unit, unit, unit, '', '左右', '/年'])
  const own = random.pick([unit, unit, unit, unit, unit, '', '次'])
  const blank = random.chance(6) ? ' ' : ''
  return { ...base, target: `${sign}${blank}${target}${tail}`, actual: `${actual}${blank}${own}` }
}

/** A form of `rows` such rows, understood as typed. */
export function typedForm(seed: number, rows: number, kind: Form['kind'], layout: string): Form {
  const random = new Random(seed)
  const [budgeted, executed] = [random.int(1, 9000), random.int(0, 9500)]
  const form = formFromSketch({
    kind,
    title: '自评表',
    fiscalYear: '2023年',
    moneyUnit: '万元',
    tasks: [
      { row: 'total', name: '年度资金总额', budgeted: `${budgeted}`, executed: `${executed}.5`, weight: '10' },
      { row: 'source', name: '其中:财政拨款', budgeted: `${budgeted}`, executed: `${executed}.5` },
    ],
    indicators: Array.from({ length: rows }, () => typedRow(random)),
  })
  const indicators = form.indicators.map((row) => {
    const context = { name: row.name.raw, fiscalYear: 2023, typed: true }
    return {
      ...row,
      target: { raw: row.target.raw, value: readValue(row.target.raw, context) },
      actual: { raw: row.actual.raw, value: readValue(row.actual.raw, context) },
    }
  })
  return { ...form, layout, indicators }
}
