/** The units that forms are written in, their spellings, and the algebra of scales (万元) and rates (元/人·月). */

import { Exact, type Unit } from '../model/index.ts'
import { isHan } from './fold.ts'
import { Lookup } from './lookup.ts'

/** Which part of a date a unit can also be: 2021年, 12月, 15日, 三季度. */
export type DatePart = 'year' | 'month' | 'day' | 'quarter'

interface BaseUnit {
  readonly unit: Unit
  readonly datePart: DatePart | null
}

/** Dimension, factor, then the spellings of each unit; the first spelling is the canonical name. */
const table: readonly (readonly [dimension: string, factor: string, ...spellings: string[]])[] = [
  ['share', '1/100', '%', '百分比', '%%', '百分率'],
  ['share', '1/1000', '‰', '千分比'],
  ['share', '1/10000', '‱'],
  ['share', '1/100000', '/10万', '/十万', '人/10万', '例/10万', '人/十万', '例/十万'],
  ['share', '1', '倍'],
  ['share', '1/10', '成'],
  ['points', '1/100', '百分点', '个百分点', '个百分比'],
  ['money', '1', '元', '元人民币', '块钱', '圆', '人民币', '人民币元'],
  ['money', '1/10', '角'],
  ['people', '1', '人'],
  ['people', '1', '名'],
  ['people', '1', '位'],
  ['visits', '1', '人次', '人·次', '人/次', '人(次)'],
  ['area', '1', '平方米', '㎡', 'm²', 'm2', 'M2', 'm^2', '平米', '平方', '平'],
  ['area', '2000/3', '亩'],
  ['area', '10000', '公顷', 'hm²', 'hm2', 'ha'],
  ['area', '1000000', '平方公里', '平方千米', 'km²', 'km2', 'k㎡'],
  ['length', '1', '米', 'm', '延米', '延长米'],
  ['length', '1000', '公里', '千米', 'km', 'KM', 'Km'],
  ['length', '1/100', '厘米', '公分', 'cm'],
  ['length', '1/1000', '毫米', 'mm'],
  ['volume', '1', '立方米', '立方', 'm³', 'm3', '立米'],
  ['volume', '1/1000', '升', 'L'],
  ['volume', '1/1000000', '毫升', 'ml', 'mL'],
  ['mass', '1000', '吨', 't'],
  ['mass', '1', '公斤', '千克', 'kg', 'KG', 'Kg'],
  ['mass', '1/2', '斤'],
  ['mass', '1/1000', '克', 'g'],
  ['mass', '1/1000000', 'mg', '毫克'],
  ['mass', '1/1000000000', 'μg', 'µg', 'ug', '微克'],
  ['voltage', '1000', '千伏', 'kV', 'KV', 'kv'],
  ['voltage', '1', '伏', '伏特', 'V'],
  ['pressure', '1', '帕', 'Pa'],
  ['pressure', '1000', '千帕', 'kPa', 'KPa'],
  ['pressure', '1000000', '兆帕', 'MPa', 'Mpa'],
  ['apparent power', '1', '千伏安', 'kVA', 'KVA'],
  ['rate of data', '1', 'Mbps', 'Mb/s'],
  ['rate of data', '1000', 'Gbps', 'Gb/s'],
  ['energy', '1', '千瓦时', 'kWh', 'kwh', 'KWH', '千瓦·时'],
  ['power', '1/1000', '瓦', 'W'],
  ['power', '1', '千瓦', 'kW', 'KW', 'kw'],
  ['power', '1000', '兆瓦', 'MW'],
  ['data', '1', 'MB'],
  ['data', '1024', 'GB'],
  ['data', '1048576', 'TB'],
  ['temperature', '1', '℃', '摄氏度', '°C'],
  ['sound', '1', '分贝', 'dB', 'db'],
  ['days', '1', '天', '日', '号', '日历天', 'd'],
  ['days', '7', '周', '个星期', '星期'],
  ['days', '1/24', '小时', '个小时', 'h', 'H'],
  ['days', '1/1440', '分钟', 'min'],
  ['days', '1/86400', '秒', '秒钟', 's'],
  ['workdays', '1', '工作日', '个工作日'],
  ['months', '1', '月', '个月'],
  ['months', '3', '季度', '个季度', '季'],
  ['months', '6', '半年'],
  ['months', '12', '年', '周年', '年度', '个年度'],
]

/** Units that count things: each is its own dimension. */
const counters =
  '个 项 次 场 件 套 篇 份 期 家 户 所 批 批次 场次 届 处 座 栋 幢 间 台 台次 部 辆 辆次 艘 架 架次 条 根 棵 株 头 只 匹 羽 尾 ' +
  '粒 颗 块 片 张 本 册 卷 卷册 幅 首 段 节 课时 学时 门 类 种 样 组 队 支 班 班次 车次 航次 站 点 村 镇 乡 街道 社区 县 市 区 校 ' +
  '床 床位 张床 起 宗 例 笔 单 票 则 页 字 条次 项次 件次 户次 家次 人天 人日 人月 趟 轮 回 遍 口 眼 孔 盏 盘 箱 袋 瓶 桶 ' +
  '包 盒 捆 标段 部门 单位 企业 学期 学年 分 步 层 级别 频次 点位 学科 专业 课题 岗位 岗 案 孔 组次 队次 样本 批件 美元 港元 欧元 勘 生 师 ' +
  '床日 人份 人年 头次 只次 公斤级 网点 站点 基地 车 船 井 渠 坝 塘 库 宿舍 席 桌 餐 顿 杯 把 双 顶 床被 面 块板 道 扇 副 对 ' +
  'M G T 度 万字 集 册次 艘次 座次 台套 台件 台份 套件 部次 平台 栏目 系统 模块 科次 科目 科 剂次 剂 针次 支次 例次 颗次 羽次 尾次'

const dateParts = new Map<string, DatePart>([
  ['年', 'year'],
  ['年度', 'year'],
  ['月', 'month'],
  ['日', 'day'],
  ['号', 'day'],
  ['季度', 'quarter'],
])

function baseEntries(): [string, BaseUnit][] {
  const entries: [string, BaseUnit][] = []
  for (const [dimension, factor, ...spellings] of table) {
    const unit: Unit = Object.freeze({ name: spellings[0]!, dimension, factor: Exact.of(factor) })
    for (const spelling of spellings) entries.push([spelling, { unit, datePart: dateParts.get(spelling) ?? null }])
  }
  for (const name of counters.split(' ')) {
    entries.push([name, { unit: Object.freeze({ name, dimension: name, factor: Exact.one }), datePart: null }])
  }
  return entries
}

const bases = new Lookup<BaseUnit>(baseEntries())

const scales = new Map<string, Exact>([
  ['十', Exact.of(10)],
  ['百', Exact.of(100)],
  ['千', Exact.of(1000)],
  ['万', Exact.of(10_000)],
  ['亿', Exact.of(100_000_000)],
])

/** Units with this dimension count nothing in particular: 455万. */
export const NUMBER = 'number'
export const TIME_DIMENSIONS: ReadonlySet<string> = new Set(['days', 'workdays', 'months'])

export interface UnitMatch {
  readonly unit: Unit
  readonly end: number
  readonly datePart: DatePart | null
}

/** An unknown unit is its own dimension. */
export function unknownUnit(name: string): Unit {
  return { name, dimension: name, factor: Exact.one }
}

/** Counting words that stand behind another one: 台套, 台件, 座次. No things that are counted: 座井 is a number of wells. */
const secondCounters = new Set('次套件份册卷台架部辆只支张组处幅')

/**
 * The unit that `unit` and the word right behind it make: 座 and 套 make 座套 (its own dimension), 万 and an unknown 路
 * make 万路 (ten thousand of 路). Null where the word is no part of a unit: 个 and any noun, 张 and 桌.
 */
export function unitWith(unit: Unit, word: string): Unit | null {
  if (word.length !== 1 || unit.name.endsWith('个')) return null
  if (unit.dimension === NUMBER) {
    return isHan(word.charCodeAt(0)) ? { name: unit.name + word, dimension: word, factor: unit.factor } : null
  }
  const counts = unit.dimension.length === 1 && unit.name.endsWith(unit.dimension)
  if (!counts || !secondCounters.has(word)) return null
  return { name: unit.name + word, dimension: unit.dimension + word, factor: unit.factor }
}

/** Whether the unit is in no table. */
export function isUnknown(unit: Unit): boolean {
  return unit.dimension === unit.name && bases.longest(unit.name, 0)?.end !== unit.name.length
}

/** `per` names what one of `unit` is spread over: 元 per [人, 月] is 元/人·月. */
export function unitPer(unit: Unit, per: readonly Unit[]): Unit {
  const names = per.map((each) => each.name).join('·')
  const dimensions = per.map((each) => each.dimension).join('·')
  const divisor = per.reduce((product, each) => product.times(each.factor), Exact.one)
  return {
    name: `${unit.name}/${names}`,
    dimension: `${unit.dimension}/${dimensions}`,
    factor: unit.factor.dividedBy(divisor),
  }
}

/** A unit with its scale, without rates: 万元, 千万元, 人次, 万. */
export function readScaled(text: string, from: number): UnitMatch | null {
  const plain = bases.longest(text, from)
  if (plain !== null) return { unit: plain.entry.unit, end: plain.end, datePart: plain.entry.datePart }
  let at = from
  let factor = Exact.one
  for (let scale = scales.get(text[at] ?? ''); scale !== undefined; scale = scales.get(text[++at] ?? '')) {
    factor = factor.times(scale)
  }
  if (at === from) return null
  const scaleName = text.slice(from, at)
  const base = bases.longest(text, at)
  if (base === null) return { unit: { name: scaleName, dimension: NUMBER, factor }, end: at, datePart: null }
  const { name, dimension } = base.entry.unit
  return {
    unit: { name: scaleName + name, dimension, factor: factor.times(base.entry.unit.factor) },
    end: base.end,
    datePart: null,
  }
}

const LONGEST_UNKNOWN = 4

function readDivisor(text: string, from: number): UnitMatch | null {
  const known = readScaled(text, from)
  if (known !== null) return known
  let end = from
  while (end - from < LONGEST_UNKNOWN && isHan(text.charCodeAt(end))) end++
  return end === from ? null : { unit: unknownUnit(text.slice(from, end)), end, datePart: null }
}

const over = new Set(['/', '每'])
const between = new Set(['·', '*', '、', '/', '.', '每'])

/** The unit that starts at `from`: a base unit, scaled (万元), as a rate (元/人·月, 元/人、天, 元每人每月), or null. */
export function readUnit(text: string, from: number): UnitMatch | null {
  const first = readScaled(text, from)
  if (first === null) return null
  if (!over.has(text[first.end] ?? '')) return first
  const per: Unit[] = []
  let end = first.end
  for (let separators = over; separators.has(text[end] ?? ''); separators = between) {
    const divisor = readDivisor(text, end + 1)
    if (divisor === null) break
    per.push(divisor.unit)
    end = divisor.end
  }
  return per.length === 0 ? first : { unit: unitPer(first.unit, per), end, datePart: null }
}

/** A unit cell or a bracket: the whole text names one unit. Unknown words are units of their own; marks are none. */
export function unitOf(folded: string): Unit | null {
  const text = folded.replaceAll(' ', '')
  const match = readUnit(text, 0)
  if (match !== null && match.end === text.length) return match.unit
  const bracket = text.indexOf('(')
  if (match !== null && match.end === bracket) return match.unit
  const joined = match === null ? null : unitWith(match.unit, text.slice(match.end))
  if (joined !== null) return joined
  return text !== '' && text !== '无' && isHan(text.charCodeAt(0)) ? unknownUnit(text) : null
}
