/** Whether less or more is better, as an indicator's name tells: 成本, 经费, 投诉率 against 成本节约率, 投诉办结率. */

import { gather } from '../model/gather.ts'
import type { Unit } from '../model/index.ts'
import { bareWord, fold } from './fold.ts'
import { Lookup } from './lookup.ts'
import { NUMBER } from './units.ts'

function list(words: string): readonly string[] {
  return words.split(' ')
}

/** Words that a name may end in: looked up backwards, so that many words cost no more than one. */
function endings(words: string): Lookup<true> {
  return new Lookup(list(words).map((word) => [[...word].reverse().join(''), true]))
}

/** What may stand behind the noun that decides, without changing the direction. */
const tails = endings(
  '发生 次数 人次 件数 起数 人数 户数 总数 数量 数额 总额 金额 额度 面积 比例 比率 概率 事件 案件 行为 现象 问题 情况 控制数 控制额 控制率 控制 限额 上限 ' +
    '总量 数 率 额 量 起 件 次 值 指标 支出 预算 预算数 开支 变动率 程度 案 点 标准差 占比 比重 投入',
)

/** Things nobody wants. */
const eventWords =
  '投诉 事故 差错 失误 错误 误差 违规 违纪 违法 违约 死亡 伤亡 受伤 流失 损失 损毁 损耗 变质 超支 拖欠 逾期 延误 延期 超期 上访 信访 舆情 故障 缺陷 破损 漏报 瞒报 ' +
  '空置 闲置 返贫 失业 辍学 污染 排放 能耗 发案 犯罪 受害 泄漏 泄露 泄密 中断 欠薪 火灾 溺水 退货 退件 返工 返修 冲突 突发 坏账 偏差 浪费 耗损 停机 感染 传染 病死 ' +
  '群体性 安全事件 负面 不合格 不良 结转 结余 案发 违章 差评 流产 致死 涝灾 超标 裁量 欠缴 挂账 呆账 纠纷 缺勤 误工 超编 变动'
const events = endings(eventWords)

/** What money is spent on: less is better where the name ends so. */
const costWords = '成本 经费 费用 支出 开支 造价 单价 花费 价格 费'
const costs = endings(costWords)
const notCosts = endings('收费 消费 免费 学费 付费 减费 缴费 计费 可支配支出 财政支出')

/** Time that is better short. */
const timeWords =
  '时限 工期 用时 耗时 时延 等待时间 响应时间 办理时间 办结时间 完成时间 处理时间 到达时间 周期 办理时长 处置时长 响应时长 等待时长'
const times = endings(timeWords)

/** What is in the air and the water and should not be. */
const pollutantWords =
  'PM2.5 PM10 颗粒物 二氧化硫 二氧化氮 氮氧化物 一氧化碳 臭氧 氨氮 总磷 总氮 化学需氧量 挥发性有机物'
const pollutants = endings(
  gather(['', '浓度', '平均浓度', '年均浓度', '年平均浓度', '均值', '年均值', '含量'], (tail) =>
    list(pollutantWords).map((word) => word + tail),
  ).join(' '),
)

/** Places in an order: the first is the best. */
const orderWords = '排名 排位 名次 位次 位序'
const orders = endings(orderWords)
/** Places gained are counted upward. */
const gains = list('提升 上升 前移 进位 提高 增加')

/**
 * Every word by which a name may say that less is better. A name that holds none of them says nothing of the kind, wherever
 * the word would have to stand: for those that can look for words only (a spreadsheet).
 */
export const wordsOfLess: readonly string[] = [
  ...list(eventWords),
  ...list(costWords),
  ...list(timeWords),
  ...list(pollutantWords),
  ...list(orderWords),
  '控制率',
  '控制在',
]

/** Words that turn a bad thing into a good one when they stand in front. */
const remedies = list(
  '治理 修复 整治 减少 降低 下降 防治 化解 处置 调解 调处 查处 救助 处理 排查 整改 扑灭 防止 防范 预防 避免 压减 压缩 节约 节省 控制 打击 遏制 应对',
)

const BRACKET = /[()[\]]/

function withoutBrackets(text: string): string {
  if (!BRACKET.test(text)) return text
  let kept = ''
  let depth = 0
  for (const mark of text) {
    if (mark === '(' || mark === '[') depth++
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += mark
  }
  return kept
}

/** Words of counting are taken off the end of a name one by one: 事件发生次数 → 事件发生 → 事件. */
const MOST_TAILS = 5

/** The next shorter name, given where one ends; -1 where nothing more can be taken off. */
function shorter(name: string, end: number): number {
  const length = tails.lengthBefore(name, end)
  return length === 0 ? -1 : end - length
}
const LONGEST_NAME = 80

function headOf(name: string): string {
  return withoutBrackets(bareWord(fold(name.slice(0, LONGEST_NAME))))
}

/** An unwanted event by its noun: 事故, 投诉事件, 安全事故发生数. */
export function namesEvent(word: string): boolean {
  for (let end = word.length, steps = 0; end >= 0 && steps < MOST_TAILS; end = shorter(word, end), steps++) {
    if (events.lengthBefore(word, end) > 0) return true
  }
  return false
}

/** True where less is better by the name alone: a cost, an unwanted event, a time to be kept, a pollutant, a place, 控制在…内. False says "more, or not known". */
export function lessIsBetter(name: string): boolean {
  const whole = headOf(name)
  for (let end = whole.length, steps = 0; end >= 0 && steps < MOST_TAILS; end = shorter(whole, end), steps++) {
    const event = events.lengthBefore(whole, end)
    if (event > 0) return !includesAny(whole.slice(0, end - event), remedies)
    if (times.lengthBefore(whole, end) > 0) return true
    if (steps === 0 && pollutants.lengthBefore(whole, end) > 0) return true
    if (orders.lengthBefore(whole, end) > 0) return !includesAny(whole, gains)
    if (costs.lengthBefore(whole, end) > 0) {
      return notCosts.lengthBefore(whole, end) === 0 && !savings.some((word) => whole.startsWith(word))
    }
  }
  return whole.endsWith('控制率') || whole.startsWith('控制在')
}

function includesAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word))
}

const savings = list('节约 节省 降低 压缩 压减 减少')

const moneyWords = endings(
  '成本 经费 费用 支出 资金 金额 款 收入 产值 投资 造价 补贴 补助 工资 预算 增收 奖金 租金 税 费',
)

/** Whether a bare 万 beside this name is money. */
export function namesMoney(name: string): boolean {
  const head = headOf(name)
  return moneyWords.lengthBefore(head, head.length) > 0 || lessIsBetter(name)
}

export type Change = 'more' | 'less'

const moreWords = list('增长 提高 提升 增加 上升 增幅 新增 增收')
const lessWords = list('下降 减少 降低 降幅 压减 压缩 减排 缩减 缩短 节约')

/** 降低至5%, 下降到3件: the figure is what is left, not what went. */
const LEFT = /(?:下降|减少|降低|压减|压缩|缩减|缩短|降|减)(?:至|到|为)/u

/** The figure of the text is what is to be left, or was: 压缩至3天. */
export function saysLeft(text: string): boolean {
  return LEFT.test(text)
}

/** 提高到90%, 增至50家: the figure is what is reached, not what was gained. */
const REACHED = /(?:增长|提高|提升|增加|上升|扩大|增|升)(?:至|到|为)/u

/** One text tells a level (缩短至10分钟, 提高到90%), the other by how much (提高10个百分点): no figures to compare. */
export function levelBesideChange(one: string, other: string): boolean {
  const [change, otherChange] = [changeOf(one), changeOf(other)]
  return change !== null && otherChange !== null && saysLevel(one) !== saysLevel(other)
}

function saysLevel(text: string): boolean {
  return LEFT.test(text) || REACHED.test(text)
}

/** The figure of the text says by how much there is to be less: 下降5%, 减少3起. More of it is better, whatever it is a part of. */
export function saysReduction(text: string): boolean {
  return changeOf(text) === 'less' && !saysLeft(text)
}

/** Whether a text or a name speaks of more (增长5%) or less (下降5%); null for neither or both. */
export function changeOf(text: string): Change | null {
  const more = includesAny(text, moreWords)
  const less = includesAny(text, lessWords)
  if (more === less) return null
  return more ? 'more' : 'less'
}

/** Support, pay and earnings are no cost to be kept low, whatever block they stand in; nor is what was saved. */
const NO_LIMIT = /标准|补助|补贴|津贴|救助|奖励|待遇|工资|收入|增收|节约|节省|降低|减少|下降|压减|压缩/u

/** Less is better of a figure of money, or of one without a unit, that stands under 成本指标. */
export function limitsCost(name: string, target: string, unit: Unit | null): boolean {
  const isMoney = unit === null || unit.dimension === NUMBER || unit.dimension.startsWith('money')
  return isMoney && !NO_LIMIT.test(name) && !saysReduction(target)
}

/** 上升2位, 前进1名: places gained or lost, which are no place. */
const MOVED = /上升|前进|前移|提升|提高|进位|下降|后退|退后/u

/** A name under which a figure is a place: 全省排名, 考核名次. */
export function namesOrder(name: string): boolean {
  const head = headOf(name)
  return orders.lengthBefore(head, head.length) > 0 && !includesAny(head, gains)
}

export function saysMoved(text: string): boolean {
  return MOVED.test(text)
}

/**
 * Less is better of a row: its name says so, and its target (folded or not) is neither a reduction nor a number of places
 * gained, of which more is better.
 */
export function wantsLess(name: string, target: string): boolean {
  return lessIsBetter(name) && !saysReduction(target) && !(saysMoved(target) && namesOrder(name))
}
