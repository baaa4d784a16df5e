/** One published form for whoever reads it without knowing the field: what it says, what is doubted, row by row. Plain data, both languages. */

import type { Bilingual, Finding, Grade } from '../../core/model/index.ts'
import { Exact } from '../../core/model/index.ts'
import { sayFinding } from '../catalogue.ts'
import { editionTitle } from '../rulebook-pages.ts'
import type { Office } from './office.ts'
import { type PublishedForm, publishedForm, publishedReport } from './published.ts'

export interface PublicRow {
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  readonly note: string
}

export interface PublicDoubt {
  readonly severity: 'error' | 'warning'
  readonly words: Bilingual
  /** True where a person must look before it is more than a question. */
  readonly isQuestion: boolean
}

export interface PublicForm {
  readonly form: PublishedForm
  /** What the form says, in sentences a citizen understands. */
  readonly sentences: readonly Bilingual[]
  readonly goals: readonly { readonly stated: string; readonly achieved: string }[]
  readonly rows: readonly PublicRow[]
  readonly doubts: readonly PublicDoubt[]
  readonly rules: Bilingual
}

const gradeNames: Readonly<Record<Grade, Bilingual>> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
}

function both(zh: string, en: string): Bilingual {
  return { zh, en }
}

function doubtOf(finding: Finding): PublicDoubt[] {
  if (finding.severity === 'info') return []
  return [
    {
      severity: finding.severity,
      words: { zh: sayFinding(finding, 'zh').text, en: sayFinding(finding, 'en').text },
      isQuestion: finding.certainty === 'review',
    },
  ]
}

/** Throws `not-found`, `blocked`. */
export async function publicForm(office: Office, id: string): Promise<PublicForm> {
  const [form, report] = await Promise.all([publishedForm(office, id), publishedReport(office, id)])
  const { scored } = report
  const { total, grade, execution } = scored
  const { min, max } = total.recomputed
  const own = grade.printed ?? grade.ofPrinted
  const range = min.equals(max)
    ? both(`应得${min.toFixed(2)}分`, `it comes to ${min.toFixed(2)}`)
    : both(`应在${min.toFixed(2)}至${max.toFixed(2)}分之间`, `it lies between ${min.toFixed(2)} and ${max.toFixed(2)}`)
  const isAbove = total.printed?.greaterThan(max) === true
  const counted = scored.rows.filter(({ weight, printed }) => weight?.isPositive === true && printed !== null)
  const full = counted.filter(({ weight, printed }) => printed!.atLeast(weight!)).length
  const { zh: unit, en: unitEn } = moneyUnitOf(report.form.moneyUnit.value)
  const sentences: Bilingual[] = [
    total.printed === null
      ? both('表上没有总分。', 'The form states no total.')
      : both(
          `单位给自己打了${total.printed}分（满分100分）${own === null ? '' : `，评为“${gradeNames[own].zh}”`}。`,
          `The unit gave itself ${total.printed} of 100 points${own === null ? '' : `, graded “${gradeNames[own].en}”`}.`,
        ),
    both(
      `按当地规则由程序逐项重新计算，${range.zh}${isAbove ? '，低于单位自己打的分' : ''}。`,
      `Scored again row by row by the rules of the place, ${range.en}${isAbove ? ', below what the unit claims' : ''}.`,
    ),
    ...(execution.budgeted === null || execution.executed === null
      ? []
      : [
          both(
            `全年预算${execution.budgeted}${unit}，实际花了${execution.executed}${unit}${execution.rate === null ? '' : `，用掉${execution.rate.toFixed(2)}%`}。`,
            `Of ${execution.budgeted} ${unitEn} in the budget ${execution.executed} were spent${execution.rate === null ? '' : ` (${execution.rate.toFixed(2)} %)`}.`,
          ),
        ]),
    both(
      `列了${counted.length}项有分值的指标，其中${full}项得满分。`,
      `It lists ${counted.length} indicators with points; ${full} have full marks.`,
    ),
  ]
  return {
    form,
    sentences,
    goals: report.form.goals.map(({ stated, achieved }) => ({ stated: stated.raw, achieved: achieved.raw })),
    rows: report.form.indicators.map((row) => ({
      level1: row.level1.cell.raw,
      level2: row.level2.cell.raw,
      name: row.name.raw,
      target: row.target.raw,
      actual: row.actual.raw,
      weight: row.weight.raw,
      score: row.score.raw,
      note: row.note.raw,
    })),
    doubts: report.findings.flatMap(doubtOf),
    rules: { zh: editionTitle(scored.edition, 'zh'), en: editionTitle(scored.edition, 'en') },
  }
}

function moneyUnitOf(unit: string | null): Bilingual {
  const shown = unit ?? '万元'
  const en: Readonly<Record<string, string>> = {
    元: 'yuan',
    千元: 'thousand yuan',
    万元: 'ten thousand yuan',
    亿元: 'hundred million yuan',
  }
  return both(shown, en[shown] ?? shown)
}

/** Points lost by a row; null where a figure is missing. */
export function lostBy({ weight, score }: Pick<PublicRow, 'weight' | 'score'>): string | null {
  const [whole, part] = [Exact.parse(weight), Exact.parse(score)]
  return whole === null || part === null ? null : whole.minus(part).toString()
}
