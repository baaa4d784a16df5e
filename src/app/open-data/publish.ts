/** What is published of a report: the form and what the rules make of it, without findings and without places in the file. */

import type { Form, Report, ScoredForm } from '../../core/model/index.ts'
import { version } from '../version.ts'
import { bareForm } from './form-json.ts'

/** The mark by which the data are known, whatever the file is called. */
export const dataMark = 'ziping-form-data'

/** Results by the rules: `report.schema.json` has the same under the same names, with every step. */
export interface Results {
  readonly edition: string
  readonly editionChoice: Report['stamp']['editionChoice']
  readonly execution: Pick<ScoredForm['execution'], 'points' | 'budgeted' | 'executed' | 'rate' | 'recomputed'>
  readonly tasks: readonly Pick<ScoredForm['tasks'][number], 'path' | 'weight' | 'rate' | 'score'>[]
  readonly rows: readonly Pick<
    ScoredForm['rows'][number],
    'path' | 'rule' | 'verdict' | 'recomputed' | 'agreement' | 'achievement'
  >[]
  readonly total: Pick<ScoredForm['total'], 'printed' | 'added' | 'recomputed' | 'weights'>
  readonly grade: ScoredForm['grade']
}

export interface PublishedForm {
  readonly source: { readonly name: string; readonly hash: string }
  readonly form: Form
  /** Null where no rules score the form. */
  readonly results: Results | null
}

export interface FormData {
  readonly data: typeof dataMark
  readonly schema: 1
  readonly app: string
  readonly rulebook: string
  readonly forms: readonly PublishedForm[]
}

function resultsOf({ scored, stamp }: Report): Results {
  const { execution, total } = scored
  return {
    edition: stamp.edition,
    editionChoice: stamp.editionChoice,
    execution: {
      points: execution.points,
      budgeted: execution.budgeted,
      executed: execution.executed,
      rate: execution.rate,
      recomputed: execution.recomputed,
    },
    tasks: scored.tasks.map(({ path, weight, rate, score }) => ({ path, weight, rate, score })),
    rows: scored.rows.map(({ path, rule, verdict, recomputed, agreement, achievement }) => ({
      path,
      rule,
      verdict,
      recomputed,
      agreement,
      achievement,
    })),
    total: { printed: total.printed, added: total.added, recomputed: total.recomputed, weights: total.weights },
    grade: scored.grade,
  }
}

export function publish(reports: readonly Report[]): FormData {
  return {
    data: dataMark,
    schema: 1,
    app: version,
    rulebook: reports[0]?.stamp.rulebook ?? '',
    forms: reports.map((report) => ({
      source: { name: report.stamp.sourceName, hash: report.stamp.sourceHash },
      form: bareForm(report.form),
      results: resultsOf(report),
    })),
  }
}

/** As JSON text: exact figures are decimals or reduced fractions. */
export function dataJson(data: FormData): string {
  return `${JSON.stringify(data, null, 2)}\n`
}
