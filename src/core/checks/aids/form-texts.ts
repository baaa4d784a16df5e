/** All running texts of a form with their paths: names, contents, completions, goals, remarks and texts as values. */

import type { Cell, Form, FormPath, Reading } from '../../model/index.ts'
import { rememberEach } from './remember.ts'

export interface FormText {
  readonly path: FormPath
  readonly raw: string
  /** The cell itself: it stays the same object while it is not edited. */
  readonly cell: Cell<unknown>
}

/** A value that is told in words, not in figures. */
function isWorded(cell: Cell<Reading>): boolean {
  const kind = cell.value?.value?.kind
  return kind === undefined || kind === 'graded' || kind === 'completion' || kind === 'prose' || kind === 'conditional'
}

/** In the form's order; empty cells left out. */
export const textsOf = rememberEach((form: Form): readonly FormText[] => {
  const found: FormText[] = []
  const add = (path: FormPath, cell: Cell<unknown>) => {
    if (cell.raw !== '') found.push({ path, raw: cell.raw, cell })
  }
  form.tasks.forEach((task, index) => {
    for (const field of ['name', 'content', 'completion', 'note'] as const) add(`tasks[${index}].${field}`, task[field])
  })
  form.goals.forEach((goal, index) => {
    for (const field of ['stated', 'achieved'] as const) add(`goals[${index}].${field}`, goal[field])
  })
  form.indicators.forEach((indicator, index) => {
    add(`indicators[${index}].name`, indicator.name)
    for (const field of ['target', 'actual'] as const) {
      if (isWorded(indicator[field])) add(`indicators[${index}].${field}`, indicator[field])
    }
    add(`indicators[${index}].note`, indicator.note)
  })
  form.facts.forEach((fact, index) => {
    add(`facts[${index}].text`, fact.text)
  })
  return found
})
