/** A blank form with room: for each label of the layout several rows to be written. */

import { blankDraft, formOf } from '../../core/draft/index.ts'
import type { Form } from '../../core/model/index.ts'
import type { Edition, Layout } from '../../core/rulebook/index.ts'

export interface BlankOptions {
  readonly layout: Layout
  readonly year: number
  readonly edition: Edition
}

/** Rows for each level-2 label, and for the goals. */
const rowsEach = 2
const goalsMade = 3

export function blankForm({ layout, year, edition }: BlankOptions): Form {
  let made = 0
  const newId = () => `row-${++made}`
  const draft = blankDraft({ layout: layout.id, edition: edition.id, fiscalYear: year }, newId)
  const again = <T extends { readonly id: string }>(row: T): T => ({ ...row, id: newId() })
  const [goal] = draft.goals
  return formOf({
    ...draft,
    goals: goal === undefined ? [] : [goal, ...Array.from({ length: goalsMade - 1 }, () => again(goal))],
    indicators: draft.indicators.flatMap((row) => [row, ...Array.from({ length: rowsEach - 1 }, () => again(row))]),
  })
}
