/** Matching of printed labels against the rulebook's words: exact first, then the longest synonym contained. */

import { remember } from '../model/remember.ts'
import { holdsMark, signTable } from '../model/sign-table.ts'
import type { FactField, IndicatorField, TaskField } from '../rulebook/layout.ts'
import { level1Of, level2Of } from '../rulebook/taxonomy.ts'
import {
  amountHeaders,
  blockLabels,
  factLabels,
  type GoalSide,
  goalHeaders,
  gradeLabels,
  indicatorHeaders,
  moneyRows,
  moneyUnitLabels,
  otherFactLabels,
  taskHeaders,
  taskNames,
  totalLabels,
} from '../rulebook/words/index.ts'
import { keyOf } from './source.ts'

const opening = signTable('([【〔')
const NUMBERING = /^(?:[一二三四五六七八九十]+|\d+)[、.]/
const closingSigns = signTable(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/×*%‰:★①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳·.…,。、;_-—=+',
)
const openingMarks = signTable('★*☆●■□▲△:')

/** Asked of every cell, most of which have nothing to strip: looked at by their codes. */
function stripWord(key: string): string {
  // Longer texts are no labels; what is kept of them is never looked up.
  if (key.length > LONGEST_LABEL) return key
  const bare = holdsMark(key, opening)
    ? key.replace(/[([【〔][^()[\]【】〔〕]*[)\]】〕]/g, '').replace(/[([【〔].*$/, '')
    : key
  const word = NUMBERING.test(bare) ? bare.replace(NUMBERING, '') : bare
  let end = word.length
  while (end > 0 && closingSigns[word.charCodeAt(end - 1)] === 1) end--
  let start = 0
  while (start < end && openingMarks[word.charCodeAt(start)] === 1) start++
  const stripped = word.slice(start, end)
  return stripped.includes('月') ? stripped.replace(PERIOD, '本期') : stripped
}

/** 1-7月执行数, 截至9月底完成情况: which months they are says nothing of the column. */
const PERIOD = /^(?:截至)?(?:\d{4}年)?\d{1,2}(?:[-—–~至]\d{1,2})?月(?:份|底|末)?(?=[实执支完绩预])/

const LONGEST_LABEL = 60

/** Nothing but Han signs: there is nothing to strip. */
function isAllHan(key: string): boolean {
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) return false
  }
  return true
}

/** Nothing but figures and the signs beside them: nothing is left of it. */
function isAllFigures(key: string): boolean {
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    // % and , - . / and the digits
    if (code !== 0x25 && !(code >= 0x2c && code <= 0x39)) return false
  }
  return true
}

/** A key without brackets and what they hold, column letters, numbering and closing marks. */
export function bareWord(key: string): string {
  if (isAllHan(key)) return key
  if (isAllFigures(key) && key.length <= LONGEST_LABEL) return ''
  return stripWord(key)
}

type Index<F> = ReadonlyMap<string, F>

function indexOf<F extends string>(table: Readonly<Partial<Record<F, readonly string[]>>>): Index<F> {
  const index = new Map<string, F>()
  for (const [field, words] of Object.entries(table) as [F, readonly string[]][]) {
    for (const word of words) index.set(keyOf(word), field)
  }
  return index
}

/** 2023年预算数, 当年实际支出: which year they are of. */
const OF_YEAR = /^(?:当年度?|本年度?|年度|全年|(?:19|20)\d{2}年度?)(?=.{2})/

const indicatorIndex = indexOf<IndicatorField>(indicatorHeaders)
const taskIndex = indexOf<TaskField>(taskHeaders)
const amountsOfYear: ReadonlySet<TaskField> = new Set(['initialBudget', 'budgeted.total', 'received', 'executed.total'])

/** 当年预算安排 and 2023年实际支出 are what they are without their year; 年度主要任务 labels a block. */
function amountOfYear(word: string): TaskField | null {
  const field = blockIndex.has(word) || !OF_YEAR.test(word) ? undefined : taskIndex.get(word.replace(OF_YEAR, ''))
  return field !== undefined && amountsOfYear.has(field) ? field : null
}

const amountIndex = indexOf<keyof typeof amountHeaders>(amountHeaders)
const goalIndex = indexOf<keyof typeof goalHeaders>(goalHeaders)
const factIndex = indexOf<Exclude<FactField, 'fact'>>(factLabels)
const blockIndex = indexOf<keyof typeof blockLabels>(blockLabels)
const moneyRowIndex = indexOf<keyof typeof moneyRows>(moneyRows)
const otherFacts = new Set(otherFactLabels.map(keyOf))
const totals = new Set(totalLabels.map(keyOf))
const tasks = new Set(taskNames.map(keyOf))
const grades = new Set(gradeLabels.map(keyOf))

/** How much longer than its synonym a header may be: '偏差大或…原因分析(简述)' is a header, a sentence is none. */
const SLACK = 6

function longestWithin<F>(index: Index<F>, word: string): F | null {
  const exact = index.get(word)
  if (exact !== undefined) return exact
  if (word.length < 2 || word.length > 40) return null
  let best: F | null = null
  let length = 2
  for (const [synonym, field] of index) {
    if (synonym.length > length && word.length - synonym.length <= SLACK && word.includes(synonym)) {
      best = field
      length = synonym.length
    }
  }
  return best
}

const HEADER_CHARACTERS = /[指标值权重得分数额率金资位成情况因施度注明]/

/** A label of a block is no header, however much of one it holds, unless it is a header word for word. */
function headerIn<F>(index: Index<F>, key: string): F | null {
  const word = bareWord(key)
  const exact = index.get(word)
  if (exact !== undefined) return exact
  return word.length > 40 || blockIndex.has(word) || !HEADER_CHARACTERS.test(word) ? null : longestWithin(index, word)
}

/** 未完成原因分析及拟采取的改进措施, 扣分情况及原因说明: why a target was missed or points were lost, in however many words. */
const WHY =
  /^(?:指标|目标|绩效|年度)*(?:偏差|偏离|差异|未完成|未达|未实现|未得|扣分|失分|存在问题|存在的问题).{0,14}(?:原因|措施|说明|分析|建议|打算)$/

export const indicatorHeader: (key: string) => IndicatorField | null = remember(
  (key) => headerIn(indicatorIndex, key) ?? (WHY.test(bareWord(key)) ? 'note' : null),
)

/** As `indicatorHeader`, without the tolerance: for words that also occur in rows. */
export function isIndicatorHeaderWord(key: string): boolean {
  return indicatorIndex.has(bareWord(key))
}

/** A header of a money table, word for word. */
export function isMoneyHeaderWord(key: string): boolean {
  const word = bareWord(key)
  return taskIndex.has(word) || amountIndex.has(word) || blockIndex.get(word) === 'tasks' || amountOfYear(word) !== null
}

const headerWords: ReadonlySet<string> = new Set([
  ...indicatorIndex.keys(),
  ...taskIndex.keys(),
  ...amountIndex.keys(),
  ...blockIndex.keys(),
])

const firstSigns = signTable([...headerWords].map((word) => word.charAt(0)))
const lastSigns = signTable([...headerWords].map((word) => word.charAt(word.length - 1)))

/** A header or the label of a block, of whatever table, word for word. */
export function isAnyHeaderWord(key: string): boolean {
  const word = bareWord(key)
  // Most texts do not even begin and end like one.
  const mayBe = firstSigns[word.charCodeAt(0)] === 1 && lastSigns[word.charCodeAt(word.length - 1)] === 1
  return mayBe && headerWords.has(word)
}

/** A header of any table, or the label of a block of indicators, word for word. */
export function isHeaderWord(key: string): boolean {
  const word = bareWord(key)
  return indicatorIndex.has(word) || taskIndex.has(word) || blockIndex.get(word) === 'indicators'
}

/**
 * What a printed text is, word for word: `head` of a column of some table of a form; `label` of a block or a level, at the left of its rows;
 * `total`, of a sum, which may head a column or end a table.
 */
export function kindOfWords(text: string): 'head' | 'label' | 'total' | null {
  const word = bareWord(keyOf(text))
  if (blockIndex.has(word) && !(goalIndex.has(word) && word.endsWith('情况'))) return 'label'
  if (totals.has(word)) return 'total'
  if (indicatorIndex.has(word) || taskIndex.has(word) || amountIndex.has(word) || goalIndex.has(word)) return 'head'
  return text.length <= LONGEST_LEVEL && (level1Of(text) !== null || level2Of(text) !== null) ? 'label' : null
}

/** No label of a level is longer, its points included. */
const LONGEST_LEVEL = 24

/** 未执行原因, 结余原因: why money was left. */
const WHY_LEFT = /^(?:未(?:执行|支出|使用|完成)|结余|结转).{0,6}(?:原因|说明|分析)$/

export const taskHeader: (key: string) => TaskField | null = remember((key) => {
  const word = bareWord(key)
  const found = taskIndex.get(word) ?? amountOfYear(word) ?? headerIn(taskIndex, key)
  return found ?? (WHY_LEFT.test(word) || WHY.test(word) ? 'note' : null)
})

export function amountHeader(key: string): keyof typeof amountHeaders | null {
  return amountIndex.get(bareWord(key)) ?? null
}

/** (二)绩效目标完成情况: a heading of a report. */
const SECTION = /^[(][一二三四五六七八九十]{1,3}[)]/

export function goalHeader(key: string): GoalSide | null {
  if (SECTION.test(key)) return null
  const word = bareWord(key)
  const exact = goalIndex.get(word)
  if (exact !== undefined) return exact
  // 总体完成率 heads a figure beside the goals.
  if (word.endsWith('率')) return null
  // 年度目标全部完成。 is what became of a goal, and heads nothing.
  if (/[。;!]$|已|全部|均|圆满|顺利|如期|按期|按时/.test(key)) return null
  return word.length <= 14 && /目标|完成/.test(word) ? longestWithin(goalIndex, word) : null
}

/** 目标名称 and 主要内容, columns of a list of goals before 完成情况. */
export const GOAL_PART = /^(?:目标名称|主要内容|目标内容|具体内容)$/

/** 省级预算部门名称, 市直主管部门: whose level it is says nothing of what the label names. */
const LEVEL = /^(?:(?:省|市|区|县|自治区|州|省本|市本|县本)(?:级|直)|市县|县区|市州)(?=.{2})/

export function factLabel(key: string): Exclude<FactField, 'fact'> | null {
  const word = bareWord(key)
  return factIndex.get(word) ?? factIndex.get(word.replace(LEVEL, '')) ?? null
}

export function isOtherFactLabel(key: string): boolean {
  return otherFacts.has(bareWord(key))
}

export function blockLabel(key: string): keyof typeof blockLabels | null {
  return blockIndex.get(bareWord(key)) ?? null
}

/** `total` and `source` names of money rows; 其中 marks a source whatever follows. */
export function moneyRow(key: string): 'total' | 'source' | null {
  const word = bareWord(key.replace(/^其中[:：]?/, ''))
  if (/^其中/.test(key)) return 'source'
  return moneyRowIndex.get(word) ?? (OF_LEVEL.test(word) ? 'source' : null)
}

/** 市县资金, 省级财政, 上级补助, 县区配套资金: from whom the money is. */
const OF_LEVEL =
  /^(?:中央|国家|自治区|自治州|省|市|州|盟|县|区|旗|地方|本级|上级)(?:省|市|州|盟|县|区|旗|级|本|地方|财政|专项|奖补|补助|配套|预算|安排|转移支付)*(?:资金|财政|拨款|补助|配套|安排|奖补|转移支付)$/

/** 1.资金来源: 资金结构:(1)基本支出: what follows are parts of the whole above it. */
const STRUCTURE = /^(?:[(]?[\d一二][)、.])?资金(?:来源|结构|构成)(?:[:：].{0,16})?$/

/** 按收入性质分, 按支出性质分, 2.资金结构: the same money is divided again in the rows below. */
export function isDivision(key: string): boolean {
  return (key.length <= 14 && /^按.{2,8}分(?:类)?[:：]?$/.test(key)) || STRUCTURE.test(key)
}

export function isTaskName(key: string): boolean {
  return tasks.has(bareWord(key))
}

export function isMoneyUnitLabel(key: string): boolean {
  return moneyUnitLabels.includes(bareWord(key))
}

export function isTotalLabel(key: string): boolean {
  return totals.has(bareWord(key))
}

export function isGradeLabel(key: string): boolean {
  return grades.has(bareWord(key))
}

/** The field that a word of a form heads, word for word, as `pathsNamed` takes it: 完成值 is actual, 总分 total; else null. */
export function fieldOfHeader(text: string): string | null {
  const key = keyOf(text)
  if (isIndicatorHeaderWord(key)) return indicatorHeader(key)
  if (isMoneyHeaderWord(key)) return taskHeader(key)
  return isTotalLabel(key) ? 'total' : isGradeLabel(key) ? 'grade' : null
}
