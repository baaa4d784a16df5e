/** The form as data: 部门整体支出绩效自评表 and 项目支出绩效自评表 in one neutral record. */

import type { Exact } from './exact.ts'
import type { SourceSpan } from './grid.ts'
import { remember } from './remember.ts'
import type { Reading } from './value.ts'

export type FormKind = 'department' | 'project'
/**
 * A form of the round before the self-evaluation: 绩效目标申报表 and its 批复 (`targets`: what is aimed at, nothing yet achieved), or
 * 绩效运行监控表 (`monitoring`: what was so up to its date, and what is expected of the year).
 */
export type FormStage = 'targets' | 'monitoring'
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'
export type MoneyUnit = '元' | '万元' | '千元' | '亿元'

/**
 * A printed cell. `raw` is kept for ever, as printed (white space of line breaks aside); `value` is null where the cell
 * is empty or cannot be read, never 0.
 */
export interface Cell<T> {
  readonly raw: string
  readonly value: T | null
  readonly origin?: SourceSpan
  /** 0 to 1, of a cell read from a picture; absent means certain. */
  readonly confidence?: number
  /** What else the strokes of a cell read from a picture may say, likeliest first. */
  readonly alternatives?: readonly string[]
}

export type TextCell = Cell<string>
export type NumberCell = Cell<Exact>

/** 预算金额 or 全年执行数, by source of funds. A column that the layout lacks has no origin and an empty raw. */
export interface Amounts {
  readonly total: NumberCell
  readonly appropriation: NumberCell
  readonly otherFunds: NumberCell
  readonly carryOver: NumberCell
}

/** `task`: a task with its own money; `group`: a header such as 项目支出 without figures; `source`: a row 其中:财政拨款 …; `total`: 金额合计 or 年度资金总额. */
export type TaskRole = 'task' | 'group' | 'source' | 'total'

export interface Task {
  readonly role: TaskRole
  readonly name: TextCell
  /** 主要内容 */
  readonly content: TextCell
  /** 完成情况 */
  readonly completion: TextCell
  /** 年初预算数, where the layout has it beside the adjusted one. */
  readonly initialBudget: NumberCell
  /** 全年(调整后)预算数; the only budget column where there is but one. */
  readonly budgeted: Amounts
  readonly executed: Amounts
  readonly weight: NumberCell
  /** In percent as printed: "94.47%" → 94.47. */
  readonly rate: NumberCell
  readonly score: NumberCell
  readonly note: TextCell
  /** Further printed columns, by field id (到位数 …). */
  readonly extra?: Readonly<Record<string, TextCell>>
}

/** 年初设定目标 against 年度总体目标完成情况, one numbered pair each. */
export interface Goal {
  readonly stated: TextCell
  readonly achieved: TextCell
  /** 中期目标 or 长期目标 beside the goal of the year, on forms that set targets. */
  readonly midTerm?: TextCell
}

export type Level1 = 'execution' | 'cost' | 'output' | 'benefit' | 'satisfaction' | 'process' | 'input' | 'other'

/** A level-1 or level-2 label with the points printed in it: 产出指标 (50分). */
export interface Label {
  /** Canonical name without points: 产出指标. Empty where nothing is printed. */
  readonly cell: TextCell
  readonly points: NumberCell
}

/** What a satisfaction figure rests on: from columns of their own, or told in the texts of the row. */
export interface Survey {
  /** 样本量, 调查人数, 发放问卷数: how many were asked. */
  readonly sampleSize: NumberCell
  /** 回收问卷数 */
  readonly returnedAnswers: NumberCell
  /** 有效问卷数 */
  readonly validAnswers: NumberCell
  /** 满意份数, 满意人数 */
  readonly satisfiedAnswers: NumberCell
  /** 调查方式 */
  readonly surveyMethod: TextCell
}

export type SurveyField = keyof Survey

export const surveyFields: readonly SurveyField[] = [
  'sampleSize',
  'returnedAnswers',
  'validAnswers',
  'satisfiedAnswers',
  'surveyMethod',
]

/** `scored`: an ordinary row; `notApplicable`: 不适用; `part`: a child row (其中…) whose parent is scored. */
export type IndicatorRole = 'scored' | 'notApplicable' | 'part'

export interface Indicator {
  readonly role: IndicatorRole
  readonly level1: Label
  /** What `level1` is in the taxonomy. */
  readonly level1Kind: Level1
  readonly level2: Label
  readonly name: TextCell
  /** 指标性质 and 度量单位, where they stand in cells of their own. */
  readonly attribute: TextCell
  readonly unit: TextCell
  /** `raw` joins 指标性质 + 指标值 + 度量单位 with a blank where they are split. */
  readonly target: Cell<Reading>
  readonly actual: Cell<Reading>
  readonly weight: NumberCell
  readonly score: NumberCell
  readonly note: TextCell
  /** Absent where neither a column nor a text of the row says anything of a survey. */
  readonly survey?: Survey
  /** Further printed columns of the layout, by field id (扣减分数, 完成率, 复核得分, 指标解释, 评分标准 …). */
  readonly extra: Readonly<Record<string, TextCell>>
}

export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'name'
  | 'attribute'
  | 'target'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'note'
  | SurveyField
export type TaskColumn =
  | 'name'
  | 'content'
  | 'completion'
  | 'initialBudget'
  | 'budgeted'
  | 'executed'
  | 'weight'
  | 'rate'
  | 'score'
  | 'note'

export interface Form {
  readonly kind: FormKind
  /** Absent on a self-evaluation. On a monitoring form `executed` and `actual` are what was so up to its date. */
  readonly stage?: FormStage
  /** The layout that fits, null when recognised from header words alone. */
  readonly layout: string | null
  readonly title: TextCell
  /** The place, as far as the form names it: 深圳市光明区. */
  readonly region: TextCell
  readonly fiscalYear: Cell<number>
  readonly department: TextCell
  readonly supervisor: TextCell
  readonly project: TextCell
  readonly implementer: TextCell
  readonly moneyUnit: Cell<MoneyUnit>
  readonly tasks: readonly Task[]
  readonly goals: readonly Goal[]
  readonly indicators: readonly Indicator[]
  /** Points printed in the money table's head for execution (10). */
  readonly executionPoints: NumberCell
  readonly total: NumberCell
  readonly grade: Cell<Grade>
  /** Other labelled texts printed on the form: 评价结论, 存在问题, 改进措施, 项目负责人 … */
  readonly facts: readonly { readonly label: TextCell; readonly text: TextCell }[]
  /** Columns that the form prints: a check on a column that is not printed does not apply. */
  readonly columns: { readonly indicators: readonly IndicatorColumn[]; readonly tasks: readonly TaskColumn[] }
}

/** A place inside a form: `indicators[3].score`, `indicators[3].survey.validAnswers`, `tasks[0].executed.total`, `goals[2].achieved`, `total`, `form`. */
export type FormPath = string

const rowPaths: FormPath[] = []

/** 'indicators[12]', the same text object each time: rows are named by the thousand. */
export function indicatorPath(index: number): FormPath {
  for (let next = rowPaths.length; next <= index; next++) rowPaths.push(`indicators[${next}]`)
  return rowPaths[index]!
}

/** A letter or digit of a step in a path: anything else parts the steps. */
function isOfStep(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}

/** The names and numbers in a path, in order. */
const stepsOf = remember((path: FormPath): readonly string[] => {
  const steps: string[] = []
  let start = 0
  for (let at = 0; at <= path.length; at++) {
    if (isOfStep(path.charCodeAt(at))) continue
    if (at > start) steps.push(path.slice(start, at))
    start = at + 1
  }
  return steps
})

/** The cell at a path, or undefined where the path names none (a row, the form). A Label answers with its text cell. */
export function cellAt(form: Form, path: FormPath): Cell<unknown> | undefined {
  let here: unknown = form
  for (const step of stepsOf(path)) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Record<string, unknown>)[step]
  }
  if (typeof here !== 'object' || here === null) return undefined
  if ('raw' in here) return here as Cell<unknown>
  if ('cell' in here) return (here as Label).cell
  if ('name' in here) return (here as Indicator | Task).name
  return undefined
}

export const emptyCell: Cell<never> = Object.freeze({ raw: '', value: null })
export const emptyLabel: Label = Object.freeze({ cell: emptyCell, points: emptyCell })
export const emptySurvey: Survey = Object.freeze({
  sampleSize: emptyCell,
  returnedAnswers: emptyCell,
  validAnswers: emptyCell,
  satisfiedAnswers: emptyCell,
  surveyMethod: emptyCell,
})
export const emptyAmounts: Amounts = Object.freeze({
  total: emptyCell,
  appropriation: emptyCell,
  otherFunds: emptyCell,
  carryOver: emptyCell,
})

/** The form has a column of weights or of scores, or a total: without any, and before the self-evaluation, there is nothing to add up. */
export function printsPoints({ stage, columns, total }: Form): boolean {
  if (stage !== undefined) return false
  return total.raw !== '' || columns.indicators.some((column) => column === 'weight' || column === 'score')
}
