/** Words instead of figures: nothing meant, completion on its scale, quality. Texts come folded and without blanks. */

import type { Completion, CompletionValue, GradedValue, NoneValue } from '../model/index.ts'
import { Lookup } from './lookup.ts'

const noneWords = new Set(['无', '空', '一', '暂无', '无数据', 'null', '无此项', '空白'])
/** "Not applicable" in short. */
const notApplicableSigns = new Set(['N/A', 'n/a', 'NA'])
const notApplicableWords = ['不适用', '不涉及']
const LONGEST_NOT_APPLICABLE = 16
const placeholderMarks = new Set('-_/\\.…|=')

function isOnlyPlaceholders(word: string): boolean {
  for (const mark of word) if (!placeholderMarks.has(mark)) return false
  return true
}

/** 不适用, -, _, /, 无, 空; a lone 一 is a dash that OCR read as a number. */
export function readNone(word: string): NoneValue | null {
  const says = word.length <= LONGEST_NOT_APPLICABLE && notApplicableWords.some((each) => word.includes(each))
  if (says || notApplicableSigns.has(word)) return { kind: 'none', word, notApplicable: true }
  if (noneWords.has(word) || isOnlyPlaceholders(word)) return { kind: 'none', word, notApplicable: false }
  return null
}

function entries<T>(entry: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, entry])
}

const scale: readonly Completion[] = ['full', 'basic', 'partial', 'none']

/** How far something is done; the least of several holds (已部分完成 is partial). */
const manners = new Lookup<Completion>([
  ...entries(
    'full' as const,
    '已 已经 均 均已 都 都已 全部 全面 全 圆满 顺利 如期 如数 按时 按期 按质 按量 按质按量 保质保量 按时保质 按计划 按要求 按规定 按照计划 按照要求 按进度 ' +
      '及时 超额 提前 高质量 较好 较好地 很好 很好地 有效 完全 百分百',
  ),
  ...entries('basic' as const, '基本 基本上 基本已 大致 总体 总体上'),
  ...entries(
    'partial' as const,
    '部分 大部分 未完全 未全部 没有完全 没有全部 未全面 未能全部 未能完全 尚未全部 尚未完全',
  ),
  ...entries('none' as const, '未 尚未 未能 没有 没 没能 不能 未予 均未 全未 未按时 未按期 未及时 未按计划 未如期'),
])

const verbs = new Lookup<true>(entries(true as const, '达成 完成 实现 达到 完毕 做到 办结 完工 竣工'))

/** Work that was not even begun: 未开展, 尚未实施. */
const beginnings = new Lookup<true>(entries(true as const, '开展 实施 启动 进行 执行 落实'))

const objects = new Lookup<true>(
  entries(
    true as const,
    '年度 全年 年初 本年 本年度 当年 预期 预定 预计 既定 设定 规定 计划 绩效 总体 工作 全部 各项 目标 指标 任务 效果 要求 标准 值 目标值 指标值 了 ' +
      '情况 良好 进度 的 支付 拨付 发放 验收 采购 建设 改造 整改 上报 报送 招标 施工 安装 培训 编制 更新 维护 并具有一定效果 且具有一定效果 且效果较好 并取得较好效果 且效果较差 并且效果较差',
  ),
)

/** 实现目标程度较低: the scale of the older form. */
const degrees: readonly (readonly [string, Completion])[] = [
  ['程度较低', 'none'],
  ['程度低', 'none'],
  ['程度一般', 'partial'],
]

function worse(one: Completion, other: Completion): Completion {
  return scale.indexOf(one) >= scale.indexOf(other) ? one : other
}

/** Known words from `from` on; calls `take` with each, returns where they end. */
function skipWords<T>(words: Lookup<T>, text: string, from: number, take: (entry: T) => void): number {
  let at = from
  for (let match = words.longest(text, at); match !== null; match = words.longest(text, at)) {
    take(match.entry)
    at = match.end
  }
  return at
}

/** "100%" at `from` after 已完成: where it ends, and whether it is the whole. */
function readShare(text: string, from: number): { readonly end: number; readonly whole: boolean } | null {
  let end = from
  while (end < text.length && '0123456789.'.includes(text[end]!)) end++
  if (end === from || text[end] !== '%') return null
  const figure = text.slice(from, end)
  return { end: end + 1, whole: figure === '100' || figure === '100.0' || figure === '100.00' }
}

/** 达成年度指标, 全部达成预期指标, 已完成100%, 基本达到, 部分实现, 未完成, 实现目标程度较低. Null for anything else. */
export function readCompletion(word: string): CompletionValue | null {
  let completion = 'full' as Completion
  const afterManner = skipWords(manners, word, 0, (manner) => {
    completion = worse(completion, manner)
  })
  const verb =
    verbs.longest(word, afterManner) ?? (completion === 'none' ? beginnings.longest(word, afterManner) : null)
  if (verb === null) return null
  let at = verb.end
  // 完成100% is a figure; 已完成100% and 全部完成100% speak of completion
  const share = afterManner > 0 ? readShare(word, at) : null
  if (share !== null) {
    at = share.end
    if (!share.whole) completion = worse(completion, 'partial')
  }
  at = skipWords(objects, word, at, () => {})
  const degree = degrees.find(([text]) => word.startsWith(text, at))
  if (degree !== undefined) {
    at += degree[0].length
    completion = worse(completion, degree[1])
  }
  return at === word.length ? { kind: 'completion', completion, word } : null
}

const wholeGraded = new Set(
  (
    '优 良 中 差 好 高 低 强 弱 快 慢 大 小 是 否 有 优良 较高 较低 较强 较好 较差 一般 很好 达标 可控 正常 稳定 全部 优良中差 优良中低差 好坏 高中低 是否 齐全 到位 通过 ' +
    '不通过 已发放 已支付 已验收 已落实 已建成'
  ).split(' '),
)

const stems = new Lookup<true>(
  entries(
    true as const,
    '提升 提高 增强 增加 增长 改善 改进 优化 完善 健全 规范 良好 优秀 优良 显著 明显 有效 无效 及时 符合 合格 合规 合法 合理 达标 满意 较好 较高 较强 较差 ' +
      '一般 稳定 保障 持续 长期 逐步 逐年 不断 充分 安全 全面 促进 加强 正常 准确 完整 真实 科学 满足 到位 严格 积极 降低 减少 下降 推动 推进 可控 巩固 增收 中长期 ' +
      '常态 按时 按期 如期 稳步 无差错 匹配 齐全 扎实 有力 有序 高效 节约 控制 通过 缓解 带动 扩大 发挥 落实 维护 保护 确保 保证 维持 保持',
  ),
)

const LONGEST_GRADED = 14

function containsStem(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (stems.longest(word, at) !== null) return true
  return false
}

const negativeStarts = ['否', '未', '不', '没', '无', '差', '较差', '低', '较低', '弱']
const positiveStarts = ['不断', '无差错', '不低']

/** A word on a scale of quality: 良好, 有效提升, 及时, 符合, 是. Null where the text is a sentence or says no quality. */
export function readGraded(word: string): GradedValue | null {
  if (word.length > LONGEST_GRADED || !(wholeGraded.has(word) || containsStem(word))) return null
  const negative =
    negativeStarts.some((start) => word.startsWith(start)) && !positiveStarts.some((start) => word.startsWith(start))
  return { kind: 'graded', word, sense: negative ? 'negative' : 'positive' }
}

/** Steps of the usual scale of quality, best first; both words of a pair must stand on it to be compared. */
const ranks = new Map<string, number>([
  ...entries(4, '优 优秀 很好 非常满意'),
  ...entries(3, '良 良好 较好 优良 满意'),
  ...entries(2, '中 合格 一般 及格 基本满意'),
  ...entries(1, '差 不合格 较差 不及格 不满意'),
])

/** Scales that forms print where the word chosen from them belongs, best word first. */
const scales = new Set('优良中低差 优良中差 优良差 优中差 好中差 好坏 好差 是否'.split(' '))

export function isScale(word: string): boolean {
  return scales.has(word)
}

/** Whether `word` is the best of a scale: 优 and 优秀 of 优良中低差. */
export function isBestOf(scale: string, word: string): boolean {
  const best = scale[0]!
  return word === best || (rankOf(best) !== null && rankOf(word) === rankOf(best))
}

/** 评为优秀等次, ≥合格, 良好及以上: what stands around the word of the scale. */
const AROUND =
  /^(?:≥|(?:被|获)?评(?:定|价|选)?为|获评|考核(?:结果)?为|(?:评价)?结果为|达到|为|均为?|全部|都)|(?:等次|等级|档次|档)?(?:及?以上)?$/gu

/** Place on the scale 优 4, 良 3, 中 2, 差 1; of "良好以上" that of 良好. Null off the scale. */
export function rankOf(word: string): number | null {
  return ranks.get(word) ?? ranks.get(word.replaceAll(AROUND, '')) ?? null
}
