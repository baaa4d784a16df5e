/** A whole form scored by one edition: printed, added and recomputed stand apart everywhere. */

import { type Form, indicatorPath, type ScoredForm } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { scoreBlocks } from './blocks.ts'
import { scoreChoices } from './choices.ts'
import { moneyBase, scoreExecution } from './execution.ts'
import { gradeOf, gradesOf } from './grades.ts'
import { scoreLost } from './lost.ts'
import { type ScoreMemo, scoreRowOnce } from './memo.ts'
import { type RowContext, scoreRow } from './row.ts'
import { scoreTasks } from './tasks.ts'
import { scoreTotal, wholeOf } from './totals.ts'

/**
 * Scores a form. Never throws for what a form holds: what cannot be read or decided is a range with its reason. With a
 * memo, rows that did not change answer with the same ScoredRow object.
 */
export function scoreForm(form: Form, edition: Edition, memo?: ScoreMemo): ScoredForm {
  const context: RowContext = {
    edition,
    fiscalYear: form.fiscalYear.value,
    scoresPrinted: form.columns.indicators.includes('score'),
  }
  const rows = form.indicators.map((indicator, index) => {
    const path = indicatorPath(index)
    return memo === undefined ? scoreRow(indicator, path, context) : scoreRowOnce(memo, indicator, path, context)
  })
  const base = moneyBase(form)
  const { blocks, tally } = scoreBlocks(form.indicators, rows, edition)
  const execution = scoreExecution(form, base, tally.weights, edition)
  const whole = wholeOf(form, rows, tally, execution, edition)
  const total = scoreTotal(form, whole)
  return {
    edition: edition.id,
    execution,
    tasks: scoreTasks(form, base, edition),
    rows,
    blocks,
    total,
    grade: {
      printed: form.grade.value,
      ofPrinted: total.printed === null ? null : gradeOf(total.printed, edition),
      range: gradesOf(total.recomputed, edition),
    },
    lost: scoreLost(whole, total),
    choices: scoreChoices(whole),
  }
}
