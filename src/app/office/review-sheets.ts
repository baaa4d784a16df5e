/** The reviewer's values beside the unit's, and what they make of total and grade. */

import { type Draft, formOf } from '../../core/draft/index.ts'
import { Exact } from '../../core/model/index.ts'
import {
  EXECUTION,
  type FilingState,
  ownRows,
  pointsProblem,
  type ReviewSheet,
  reviewSheet,
  standing,
} from '../../core/review/index.ts'
import { gradeOf } from '../../core/scoring/index.ts'
import type { Filing, Tx } from '../../store/index.ts'
import { filingInSight } from './access.ts'
import { draftOf } from './drafts.ts'
import { type Judged, judgeFiling } from './figures.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

interface Reviewed {
  readonly value: string | null
  readonly reason: string
  readonly phrase?: string
}

function sheetOf(filing: Filing, draft: Draft, judged: Judged): ReviewSheet {
  const assessments = filing.assessments as Readonly<Record<string, Reviewed>>
  const values = Object.entries(standing(assessments, (filing.state as FilingState).points)).map(
    ([row, { value, reason, phrase }]) => [row, { score: value, reason, ...(phrase === undefined ? {} : { phrase }) }],
  )
  const rows = ownRows(draft, formOf(draft), judged.evaluation?.scored.execution)
  return reviewSheet(rows, Object.fromEntries(values))
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

/** Throws `bad-request` where there is no such row, or where it cannot be worth these points. */
export async function mustTakePoints(
  office: Office,
  tx: Tx,
  filing: Filing,
  draft: Draft,
  row: string,
  points: string | null,
): Promise<void> {
  const execution =
    row === EXECUTION ? (await judgeFiling(office, tx, filing, draft)).evaluation?.scored.execution : undefined
  const own = ownRows(draft, formOf(draft), execution).find((each) => each.row === row)
  if (own === undefined) throw new Problem('bad-request', { detail: 'row' })
  if (pointsProblem(points, own) === null) return
  throw new Problem('bad-request', {
    title: {
      zh: `复核得分应在 0 至分值（${own.weight} 分）之间。`,
      en: `Points lie between 0 and the weight of the row (${own.weight}).`,
    },
  })
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
