/** A form from a few printed texts: the way examples, cases and generated forms are written down. */

import {
  type Amounts,
  type Cell,
  emptyCell,
  type Form,
  type FormKind,
  type FormStage,
  type Grade,
  type Indicator,
  type IndicatorColumn,
  type Label,
  type MoneyUnit,
  type NumberCell,
  type Survey,
  type SurveyField,
  surveyFields,
  type Task,
  type TaskColumn,
  type TaskRole,
  type TextCell,
} from '../model/index.ts'
import { level1Of, level2Of } from '../rulebook/index.ts'
import { readNumber, readValue, withFullMarks } from '../values/index.ts'
import { surveyCell, surveyOf, withSurvey } from './survey.ts'
import { tickOptions } from './ticks.ts'

/** As `PlainTask`, with the fields that only some layouts print. */
export interface TaskSketch {
  readonly row?: TaskRole
  readonly name?: string
  readonly content?: string
  readonly completion?: string
  readonly initialBudget?: string
  readonly budgeted?: string
  readonly executed?: string
  readonly budgetedAppropriation?: string
  readonly budgetedOtherFunds?: string
  readonly executedAppropriation?: string
  readonly executedOtherFunds?: string
  /** Columns beyond the common ones, by field id: 到位数, 全年预计执行数 … */
  readonly extra?: Readonly<Record<string, string>>
  readonly weight?: string
  readonly rate?: string
  readonly score?: string
  readonly note?: string
}

/** Labels may carry their points: '产出指标(50分)'. */
export interface IndicatorSketch {
  readonly role?: Indicator['role']
  readonly level1?: string
  readonly level2?: string
  readonly name?: string
  readonly attribute?: string
  readonly unit?: string
  readonly target?: string
  readonly actual?: string
  readonly weight?: string
  readonly score?: string
  readonly note?: string
  /** 样本量, 有效问卷 … of columns of their own. */
  readonly survey?: Readonly<Partial<Record<SurveyField, string>>>
  readonly extra?: Readonly<Record<string, string>>
}

/** What is left out is empty. */
export interface FormSketch {
  readonly kind?: FormKind
  readonly stage?: FormStage
  readonly title?: string
  readonly region?: string
  readonly department?: string
  readonly supervisor?: string
  readonly project?: string
  readonly implementer?: string
  readonly fiscalYear?: string
  readonly moneyUnit?: string
  readonly goals?: readonly { readonly stated?: string; readonly achieved?: string; readonly midTerm?: string }[]
  readonly tasks?: readonly TaskSketch[]
  readonly indicators?: readonly IndicatorSketch[]
  readonly executionPoints?: string
  readonly total?: string
  readonly grade?: string
  readonly facts?: Readonly<Record<string, string>>
}

const grades: readonly [RegExp, Grade][] = [
  [/优/, 'excellent'],
  [/良/, 'good'],
  [/中/, 'fair'],
  [/差/, 'poor'],
]

/** The grade a word names: 优, 良, 中, 差; of boxes the ticked one; null for anything else. */
export function gradeOf(text: string): Grade | null {
  const boxes = tickOptions(text)
  const said = boxes.length === 0 ? text : boxes.map(({ ticked, label }) => (ticked ? label : '')).join('')
  return grades.find(([word]) => word.test(said))?.[1] ?? null
}

function textCell(raw: string | undefined): TextCell {
  return raw === undefined || raw === '' ? emptyCell : { raw, value: raw }
}

/** A printed number as a cell: unreadable is null, never 0. */
export function numberCell(raw: string | undefined): NumberCell {
  return raw === undefined || raw === '' ? emptyCell : { raw, value: readNumber(raw).value }
}

/** A level-1 or level-2 label; its points may stand in brackets behind it. */
export function labelOf(raw: string | undefined, canonical: (text: string) => { readonly name: string } | null): Label {
  if (raw === undefined || raw === '') return { cell: emptyCell, points: emptyCell }
  const folded = raw.normalize('NFKC')
  const points = /\(\s*(\d+(?:\.\d+)?)\s*分?\s*\)/.exec(folded)
  const name = canonical(folded)?.name ?? raw
  return { cell: { raw: name, value: name }, points: numberCell(points?.[1]) }
}

function amounts(total?: string, appropriation?: string, otherFunds?: string): Amounts {
  return {
    total: numberCell(total),
    appropriation: numberCell(appropriation),
    otherFunds: numberCell(otherFunds),
    carryOver: emptyCell,
  }
}

function taskOf(sketch: TaskSketch): Task {
  return {
    role: sketch.row ?? 'task',
    name: textCell(sketch.name),
    content: textCell(sketch.content),
    completion: textCell(sketch.completion),
    initialBudget: numberCell(sketch.initialBudget),
    budgeted: amounts(sketch.budgeted, sketch.budgetedAppropriation, sketch.budgetedOtherFunds),
    executed: amounts(sketch.executed, sketch.executedAppropriation, sketch.executedOtherFunds),
    weight: numberCell(sketch.weight),
    rate: numberCell(sketch.rate),
    score: numberCell(sketch.score),
    note: textCell(sketch.note),
    ...(sketch.extra === undefined ? {} : { extra: textCells(sketch.extra) }),
  }
}

function textCells(texts: Readonly<Record<string, string>>): Record<string, TextCell> {
  return Object.fromEntries(Object.entries(texts).map(([field, raw]) => [field, textCell(raw)]))
}

function indicatorOf(sketch: IndicatorSketch, fiscalYear: number | null): Indicator {
  const context = {
    ...(sketch.name === undefined ? {} : { name: sketch.name }),
    ...(sketch.attribute === undefined ? {} : { attribute: sketch.attribute }),
    ...(sketch.unit === undefined ? {} : { unit: sketch.unit }),
    ...(fiscalYear === null ? {} : { fiscalYear }),
  }
  const target = readValue(sketch.target ?? '', context)
  const actual = readValue(sketch.actual ?? '', context)
  const weight = numberCell(sketch.weight)
  const indicator: Indicator = {
    role: sketch.role ?? (target.value?.kind === 'none' && target.value.notApplicable ? 'notApplicable' : 'scored'),
    level1: labelOf(sketch.level1, level1Of),
    level1Kind: level1Of(sketch.level1 ?? '')?.kind ?? 'other',
    level2: labelOf(sketch.level2, level2Of),
    name: textCell(sketch.name),
    attribute: textCell(sketch.attribute),
    unit: textCell(sketch.unit),
    target: { raw: sketch.target ?? '', value: target },
    actual: { raw: sketch.actual ?? '', value: actual },
    weight,
    score: withFullMarks(numberCell(sketch.score), weight),
    note: textCell(sketch.note),
    extra: textCells(sketch.extra ?? {}),
  }
  const own = Object.entries(sketch.survey ?? {}).map(([field, raw]) => [field, surveyCell(field as SurveyField, raw)])
  return withSurvey(indicator, surveyOf(Object.fromEntries(own) as Partial<Survey>, indicator))
}

const indicatorColumns: readonly IndicatorColumn[] = [
  'level1',
  'level2',
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'note',
]
const taskColumns: readonly TaskColumn[] = [
  'name',
  'content',
  'completion',
  'budgeted',
  'executed',
  'weight',
  'rate',
  'score',
]

function withOptional<C extends string>(columns: readonly C[], optional: C, present: boolean): readonly C[] {
  return present ? [...columns, optional] : columns
}

/** Columns of a survey are few forms' own: they are printed where any row names them. */
function surveyColumns(rows: readonly IndicatorSketch[]): readonly SurveyField[] {
  return surveyFields.filter((field) => rows.some(({ survey }) => survey?.[field] !== undefined))
}

/** Builds a whole form; every column is taken as printed, so that an absent text is an empty cell. */
export function formFromSketch(sketch: FormSketch): Form {
  const year = /\d{4}/.exec(sketch.fiscalYear ?? '')
  const fiscalYear = year === null ? null : Number(year[0])
  const tasks = (sketch.tasks ?? []).map(taskOf)
  const indicators = (sketch.indicators ?? []).map((indicator) => indicatorOf(indicator, fiscalYear))
  const moneyUnit = sketch.moneyUnit ?? ''
  return {
    kind: sketch.kind ?? 'department',
    ...(sketch.stage === undefined ? {} : { stage: sketch.stage }),
    layout: null,
    title: textCell(sketch.title),
    region: textCell(sketch.region),
    fiscalYear: { raw: sketch.fiscalYear ?? '', value: fiscalYear } satisfies Cell<number>,
    department: textCell(sketch.department),
    supervisor: textCell(sketch.supervisor),
    project: textCell(sketch.project),
    implementer: textCell(sketch.implementer),
    moneyUnit: { raw: moneyUnit, value: moneyUnit === '' ? null : (moneyUnit as MoneyUnit) },
    tasks,
    goals: (sketch.goals ?? []).map(({ stated, achieved, midTerm }) => ({
      stated: textCell(stated),
      achieved: textCell(achieved),
      ...(midTerm === undefined ? {} : { midTerm: textCell(midTerm) }),
    })),
    indicators,
    executionPoints: numberCell(sketch.executionPoints),
    total: numberCell(sketch.total),
    grade: { raw: sketch.grade ?? '', value: gradeOf(sketch.grade ?? '') },
    facts: Object.entries(sketch.facts ?? {}).map(([label, text]) => ({
      label: textCell(label),
      text: textCell(text),
    })),
    columns: {
      indicators: indicators.length === 0 ? [] : [...indicatorColumns, ...surveyColumns(sketch.indicators ?? [])],
      tasks:
        tasks.length === 0
          ? []
          : withOptional(
              withOptional(
                taskColumns,
                'note',
                tasks.some((task) => task.note.raw !== ''),
              ),
              'initialBudget',
              tasks.some((task) => task.initialBudget.raw !== ''),
            ),
    },
  }
}
