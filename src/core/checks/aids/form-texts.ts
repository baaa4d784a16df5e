/** All running texts of a form with their paths: names, contents, completions, goals, remarks and texts as values. */

import { type Cell, type Form, type FormPath, indicatorPath, type Reading } from '../../model/index.ts'
import { rememberEach } from './remember.ts'

export interface FormText {
  readonly path: FormPath
  readonly raw: string
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
    if (cell.raw !== '') found.push({ path, raw: cell.raw })
  }
  form.tasks.forEach((task, index) => {
    for (const field of ['name', 'content', 'completion', 'note'] as const) add(`tasks[${index}].${field}`, task[field])
  })
  form.goals.forEach((goal, index) => {
    for (const field of ['stated', 'achieved'] as const) add(`goals[${index}].${field}`, goal[field])
  })
  form.indicators.forEach(({ name, target, actual, note }, index) => {
    const row = indicatorPath(index)
    add(`${row}.name`, name)
    if (isWorded(target)) add(`${row}.target`, target)
    if (isWorded(actual)) add(`${row}.actual`, actual)
    add(`${row}.note`, note)
  })
  form.facts.forEach((fact, index) => {
    add(`facts[${index}].text`, fact.text)
  })
  return found
})
