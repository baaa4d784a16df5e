/** A whole form scored by one edition: printed, added and recomputed stand apart everywhere. */

import { type Form, indicatorPath, type ScoredForm } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { blocksInOrder } from './blocks.ts'
import { scoreChoices } from './choices.ts'
import { moneyBase, scoreExecution } from './execution.ts'
import { gradeOf, gradesOf } from './grades.ts'
import { scoreLost } from './lost.ts'
import { type ScoreMemo, scoreRowOnce, scoreRows, scoreRowsOnce, scoreTasksOnce } from './memo.ts'
import type { RowContext } from './row.ts'
import { scoreTasks } from './tasks.ts'
import { scoreTotal, wholeOf } from './totals.ts'

function contextOf(form: Form, edition: Edition): RowContext {
  return {
    edition,
    fiscalYear: form.fiscalYear.value,
    scoresPrinted: form.columns.indicators.includes('score'),
  }
}

/** Scores some rows of a form into the memo, the last one not among them: a long form is scored part by part before it is scored. */
export function scoreAhead(form: Form, edition: Edition, memo: ScoreMemo, first: number, end: number): void {
  const context = contextOf(form, edition)
  form.indicators.slice(first, end).forEach((indicator, at) => {
    scoreRowOnce(memo, indicator, indicatorPath(first + at), context)
  })
}

/**
 * Scores a form. Never throws for what a form holds: what cannot be read or decided is a range with its reason. With a
 * memo, rows that did not change answer with the same ScoredRow object, and blocks of such rows with the same ScoredBlock.
 */
export function scoreForm(form: Form, edition: Edition, memo?: ScoreMemo): ScoredForm {
  const context = contextOf(form, edition)
  const { rows, blocks } =
    memo === undefined ? scoreRows(form.indicators, context) : scoreRowsOnce(memo, form.indicators, context)
  const base = moneyBase(form)
  const { tally } = blocks
  const execution = scoreExecution(form, base, tally.weights, edition)
  const whole = wholeOf(form, tally, execution, edition)
  const total = scoreTotal(form, whole)
  return {
    edition: edition.id,
    execution,
    tasks: memo === undefined ? scoreTasks(form.tasks, base, edition) : scoreTasksOnce(memo, form.tasks, base, edition),
    rows,
    blocks: blocksInOrder(blocks),
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
