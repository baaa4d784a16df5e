/**
 * A layout is data and is read both ways: the same description recognises a printed form and prints one. The position of
 * a column is never assumed: header words decide, and the order here only prints, and breaks ties.
 */

import type { Bilingual, Evidence, FormKind, FormStage, SurveyField } from '../model/index.ts'

/** Fields of the indicator table. Ids beyond the model's own go to `Indicator.extra`. */
export type IndicatorField =
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
  | 'remedy'
  | 'initialTarget'
  | 'adjustedTarget'
  | 'completionRate'
  | 'deduction'
  | 'coefficient'
  | 'isCore'
  | 'explanation'
  | 'scoringRule'
  | 'evidence'
  | 'lastYearActual'
  | 'targetBasis'
  | 'weightShare'
  | 'weightedScore'
  | 'reviewScore'
  | 'reviewActual'
  | 'reviewDeviation'
  | 'remark'
  // 中期 beside 年度, where each side has names of its own
  | 'midTermLevel2'
  | 'midTermName'
  | 'midTermTarget'
  // What a monitoring form expects of the year, and why it falls short
  | 'forecast'
  | 'causeFunds'
  | 'causeRules'
  | 'causeStaff'
  | 'causeEquipment'
  | 'causeOther'
  | 'likelihoodCertain'
  | 'likelihoodPossible'
  | 'likelihoodNone'
  | SurveyField

/** Columns of the money table that stand in `Task.extra`: 到位数, 中期资金, 全年预计执行数, and the years before. */
export type TaskExtraField = 'received' | 'midTermBudget' | 'forecastExecuted' | 'lastYearBudget' | 'yearBeforeBudget'

export const taskExtraFields: readonly TaskExtraField[] = [
  'received',
  'midTermBudget',
  'forecastExecuted',
  'lastYearBudget',
  'yearBeforeBudget',
]

/** Fields of the money table. */
export type TaskField =
  | 'name'
  | 'content'
  | 'completion'
  | 'initialBudget'
  | TaskExtraField
  | 'budgeted.total'
  | 'budgeted.appropriation'
  | 'budgeted.otherFunds'
  | 'budgeted.carryOver'
  | 'executed.total'
  | 'executed.appropriation'
  | 'executed.otherFunds'
  | 'executed.carryOver'
  | 'weight'
  | 'rate'
  | 'score'
  | 'note'

/** Fields printed as label and value in the form's head or foot. */
export type FactField = 'fiscalYear' | 'department' | 'supervisor' | 'project' | 'implementer' | 'fact'

export interface LayoutColumn<F> {
  readonly field: F
  /** As this layout prints it; synonyms live in `words/indicator-headers.ts`. */
  readonly header: string
  /** A header over several columns (预算金额 over 总额, 财政拨款, 其他资金). */
  readonly group?: string
  /** Relative width when printed. */
  readonly width: number
}

export type LayoutBlock =
  | { readonly block: 'title'; readonly text: string }
  | {
      readonly block: 'facts'
      readonly rows: readonly (readonly { readonly field: FactField; readonly label: string }[])[]
    }
  | {
      readonly block: 'tasks'
      /** Printed at the side, merged over the block: 年度主要任务, 项目资金(万元). */
      readonly label: string
      readonly columns: readonly LayoutColumn<TaskField>[]
      /** `tasks`: one row a task; `sources`: 年度资金总额 and 其中 rows. */
      readonly rows: 'tasks' | 'sources'
      /** The total stands first (年度资金总额) or last (金额合计). */
      readonly total: 'first' | 'last'
      readonly totalLabel: string
    }
  | {
      readonly block: 'goals'
      readonly label?: string
      readonly stated: string
      /** Absent where targets are set and nothing is achieved yet. */
      readonly achieved?: string
      /** 中期目标, left of the goal of the year. */
      readonly midTerm?: string
    }
  | {
      readonly block: 'indicators'
      readonly label?: string
      readonly columns: readonly LayoutColumn<IndicatorField>[] /** 产出指标(50分) */
      readonly pointsInLabels: boolean
    }
  | { readonly block: 'total'; readonly label: string; readonly grade: boolean }
  | { readonly block: 'notes'; readonly labels: readonly string[] }

export interface Layout {
  readonly id: string
  readonly title: Bilingual
  readonly kind: FormKind
  /** Absent for self-evaluations. */
  readonly stage?: FormStage
  /** Families of column order this layout stands for: 'A', 'B', 'S' … */
  readonly family: string
  readonly evidence: Evidence
  readonly source: Bilingual
  readonly blocks: readonly LayoutBlock[]
}
