/** Numbers and cases of an edition in words: what a finance officer reads, not what the program calls them. */

import type { Bilingual } from '../../../src/core/model/index.ts'
import type { Edition, EditionCase, IncompleteEdition } from '../../../src/core/rulebook/index.ts'

const kinds: Readonly<Record<string, Bilingual>> = {
  output: { zh: '产出', en: 'output' },
  benefit: { zh: '效益', en: 'benefit' },
  satisfaction: { zh: '满意度', en: 'satisfaction' },
  cost: { zh: '成本', en: 'cost' },
  management: { zh: '管理', en: 'management' },
  execution: { zh: '预算执行', en: 'execution' },
  total: { zh: '总分', en: 'total' },
}

const names: readonly (readonly [RegExp, string, string])[] = [
  [/^firstYear$/, '从哪一年起', 'from the year'],
  [/^lastYear$/, '到哪一年止', 'to the year'],
  [/^total$/, '总分', 'total'],
  [/^executionPoints$/, '预算执行率分值', 'points of execution'],
  [/^graded\.windows\.(\d+)\.from$/, '定性第$档下限（%）', 'graded step $, from (%)'],
  [/^graded\.windows\.(\d+)\.to$/, '定性第$档上限（%）', 'graded step $, to (%)'],
  [/^grades\.0\.from$/, '优，从几分起', 'excellent from'],
  [/^grades\.1\.from$/, '良，从几分起', 'good from'],
  [/^grades\.2\.from$/, '中，从几分起', 'fair from'],
  [/^rounding\.decimals$/, '得分保留几位小数', 'decimals of scores'],
  [/^reasons\.executionBelow$/, '执行率低于多少须说明（%）', 'execution below which a reason is due (%)'],
  [/^reasons\.overNotice$/, '完成率到多少须留意（%）', 'achievement to be noticed (%)'],
  [/^reasons\.overReason$/, '完成率到多少须说明（%）', 'achievement that needs a reason (%)'],
  [/^reasons\.overSerious$/, '完成率到多少属严重偏离（%）', 'achievement that is serious (%)'],
  [/^reasons\.deviation$/, '偏离目标多少须说明（%）', 'deviation that needs a reason (%)'],
  [/^reasons\.costBelow$/, '成本低于目标多少须说明（%）', 'cost below which a reason is due (%)'],
  [/^reasons\.fewAnswers$/, '有效问卷少于几份须提示', 'answers too few'],
  [/^positive\.passThreshold$/, '正向指标低于多少不得分（%）', 'below it a row scores nothing (%)'],
]

/** A number by its way in the edition; one without a word of its own keeps the way. */
export function parameterName(name: string, edition: Edition | IncompleteEdition): Bilingual {
  const block = /^blocks\.(\d+)\.points$/.exec(name)
  if (block !== null && edition.status === 'complete') {
    const own = edition.blocks[Number(block[1])]?.kinds.map((kind) => kinds[kind] ?? { zh: kind, en: kind }) ?? []
    return {
      zh: `${own.map(({ zh }) => zh).join('、')}指标分值`,
      en: `points of ${own.map(({ en }) => en).join(', ')}`,
    }
  }
  for (const [pattern, zh, en] of names) {
    const found = pattern.exec(name)
    if (found === null) continue
    const nth = found[1] === undefined ? '' : String(Number(found[1]) + 1)
    return { zh: zh.replace('$', nth), en: en.replace('$', nth) }
  }
  return { zh: name, en: name }
}

const grades: Readonly<Record<string, Bilingual>> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
}

type Plain = Readonly<Record<string, unknown>>

function both(zh: string, en: string): Bilingual {
  return { zh, en }
}

/** A case: what is given, and what must come out. */
export function caseWords(each: EditionCase, edition: Edition | IncompleteEdition): readonly [Bilingual, Bilingual] {
  const data = each as unknown as Plain
  const plain = (value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, inner]) => `${key} ${String(inner)}`)
          .join('，')
      : String(value)
  if (data.threshold !== undefined) {
    const name = parameterName(`reasons.${plain(data.threshold)}`, edition)
    return [
      name,
      both(`${plain(data.at)} 算，${plain(data.not)} 不算`, `${plain(data.at)} counts, ${plain(data.not)} does not`),
    ]
  }
  if (data.grade !== undefined) {
    const grade = grades[plain(data.grade)] ?? both(plain(data.grade), plain(data.grade))
    return [both(`总分 ${plain(data.total)}`, `total ${plain(data.total)}`), grade]
  }
  if (data.points !== undefined) {
    const kind = kinds[plain(data.points)] ?? both(plain(data.points), plain(data.points))
    return [both(`${kind.zh}的分值`, `points of ${kind.en}`), both(plain(data.is), plain(data.is))]
  }
  const row = data.row as Plain | undefined
  if (row !== undefined && typeof row === 'object') {
    const kind = kinds[plain(row.level1)] ?? both('', '')
    const [min, max] = [plain(data.min), plain(data.max)]
    const score = min === max ? min : `${min}–${max}`
    return [
      both(
        `${kind.zh}指标，分值 ${plain(row.weight)}，指标值“${plain(row.target)}”，完成值“${plain(row.actual)}”`,
        `${kind.en}, weight ${plain(row.weight)}, target “${plain(row.target)}”, actual “${plain(row.actual)}”`,
      ),
      both(`得 ${score} 分`, `scores ${score}`),
    ]
  }
  const money = data.execution as Plain | undefined
  if (money !== undefined && typeof money === 'object') {
    return [
      both(
        `预算 ${plain(money.budgeted)}，执行 ${plain(money.executed)}`,
        `budget ${plain(money.budgeted)}, executed ${plain(money.executed)}`,
      ),
      both(`执行率得 ${plain(data.score)} 分`, `execution scores ${plain(data.score)}`),
    ]
  }
  if (data.chosen !== undefined) {
    const chosen = data.chosen === true
    return [
      both(`${plain(data.place)} ${plain(data.year)} 年度的表`, `a form of ${plain(data.place)}, ${plain(data.year)}`),
      both(chosen ? '用这套规则' : '不用这套规则', chosen ? 'these rules' : 'other rules'),
    ]
  }
  return [both(plain(data), plain(data)), both('', '')]
}
