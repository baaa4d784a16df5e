/** The reviewer's values beside the unit's, and what they make of total and grade. */

import { type Draft, formOf } from '../../core/draft/index.ts'
import { Exact } from '../../core/model/index.ts'
import { type FilingState, type OwnRow, type ReviewSheet, reviewSheet } from '../../core/review/index.ts'
import { gradeOf } from '../../core/scoring/index.ts'
import type { Filing } from '../../store/index.ts'
import { filingInSight } from './access.ts'
import { draftOf } from './drafts.ts'
import { type Judged, judgeFiling } from './figures.ts'
import type { Office } from './office.ts'
import type { Viewer } from './viewer.ts'

interface Reviewed {
  readonly value: string | null
  readonly reason: string
  readonly phrase?: string
}

/** An appeal that was upheld gives the unit its points back. */
function standing({ assessments, state }: Filing): Record<string, Reviewed> {
  const upheld = new Set(
    (state as FilingState).points.filter(({ answer }) => answer === 'upheld').map(({ row }) => row),
  )
  const values = assessments as Readonly<Record<string, Reviewed>>
  return Object.fromEntries(Object.entries(values).filter(([row]) => !upheld.has(row)))
}

/** Rows of the form with its own points; execution counts as one. */
function ownRows(draft: Draft, { evaluation }: Judged): OwnRow[] {
  const form = formOf(draft)
  const execution = evaluation?.scored.execution
  const rows = draft.indicators.map(({ id }, index): OwnRow => {
    const { name, weight, score } = form.indicators[index]!
    return {
      row: id,
      name: name.raw,
      weight: weight.value?.toString() ?? null,
      own: score.value?.toString() ?? null,
    }
  })
  if (execution === undefined) return rows
  const own = (execution.printed ?? execution.added)?.toString() ?? null
  return [{ row: 'execution', name: '预算执行', weight: execution.points.toString(), own }, ...rows]
}

function sheetOf(filing: Filing, draft: Draft, judged: Judged): ReviewSheet {
  const values = Object.entries(standing(filing)).map(([row, { value, reason, phrase }]) => [
    row,
    { score: value, reason, ...(phrase === undefined ? {} : { phrase }) },
  ])
  return reviewSheet(ownRows(draft, judged), Object.fromEntries(values))
}

/** Total and grade after the review: the printed total less what was deducted; nulls where nobody reviewed. */
export function reviewedFigures(
  filing: Filing,
  draft: Draft,
  judged: Judged,
): { readonly reviewed_total: string | null; readonly reviewed_grade: string | null } {
  const none = { reviewed_total: null, reviewed_grade: null }
  const total = judged.evaluation?.scored.total.printed ?? null
  if (judged.evaluation === null || total === null) return none
  const { assessed, total: sums } = sheetOf(filing, draft, judged)
  if (assessed === 0) return none
  const after = total.minus(Exact.of(sums.deducted ?? '0'))
  return { reviewed_total: after.toString(), reviewed_grade: gradeOf(after, judged.evaluation.edition) }
}

export interface ReviewSheetView extends ReviewSheet {
  readonly grade: { readonly own: string | null; readonly reviewed: string | null }
}

/** Throws `not-found`. */
export async function reviewSheetOf(office: Office, viewer: Viewer, id: string): Promise<ReviewSheetView> {
  const { filing } = await filingInSight(office, viewer, id)
  const { database } = office.store
  const draft = await draftOf(office, database, filing)
  const judged = await judgeFiling(office, database, filing, draft)
  const { reviewed_grade: reviewed } = reviewedFigures(filing, draft, judged)
  return { ...sheetOf(filing, draft, judged), grade: { own: filing.grade, reviewed } }
}
