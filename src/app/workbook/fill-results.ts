/** A workbook saved by a program that works out no formulas: the fields that held them are worked out by the rules they say. */

import { Exact, type Form, type FormPath, type Task } from '../../core/model/index.ts'
import { withCell } from '../../core/recognise/index.ts'
import { editionById } from '../../core/rulebook/index.ts'
import { gradeOf, scoreForm } from '../../core/scoring/index.ts'
import { gradeWords } from '../../core/texts/index.ts'

function single(band: { readonly min: Exact; readonly max: Exact } | null): Exact | null {
  return band?.min.equals(band.max) === true ? band.min : null
}

const SUM = /^tasks\[(\d+)\]\.(initialBudget|(budgeted|executed)\.(\w+))$/

/** The amount of a row under a column of the money table. */
function amountOf(task: Task, column: string): Exact | null {
  if (column === 'initialBudget') return task.initialBudget.value
  const [side, part] = column.split('.') as ['budgeted', keyof Task['budgeted']]
  return task[side][part].value
}

/** Sums of the total row: over tasks, or over sources where there are no tasks. */
function withSums(form: Form, fields: readonly FormPath[]): Form {
  const role = form.tasks.some((task) => task.role === 'task') ? 'task' : 'source'
  const rows = form.tasks.filter((task) => task.role === role)
  return fields.reduce((filled, path) => {
    const column = SUM.exec(path)?.[2]
    const amounts = column === undefined ? [] : rows.map((row) => amountOf(row, column)).filter((one) => one !== null)
    return amounts.length === 0 ? filled : (withCell(filled, path, Exact.sum(amounts).toString()) ?? filled)
  }, form)
}

/** `fields`: paths in the form as it is now, whose formulas have no result. */
export function fillResults(saved: Form, fields: readonly FormPath[], editionId: string | null): Form {
  const edition = editionId === null ? undefined : editionById(editionId)
  if (edition === undefined) return saved
  const form = withSums(saved, fields)
  const put = (filled: Form, path: FormPath, figure: Exact | null, text: (figure: Exact) => string = String) =>
    figure === null ? filled : (withCell(filled, path, text(figure)) ?? filled)
  const scored = scoreForm(form, edition)
  let filled = form
  for (const path of fields) {
    const [, block, at, field] = /^(indicators|tasks)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
    if (block === 'indicators') filled = put(filled, path, single(scored.rows[Number(at)]?.recomputed ?? null))
    const task = block === 'tasks' ? scored.tasks[Number(at)] : undefined
    if (task !== undefined && field === 'rate')
      filled = put(filled, path, task.rate.exact, (rate) => `${rate.toFixed(2)}%`)
    else if (task !== undefined && (field === 'weight' || field === 'score'))
      filled = put(filled, path, task[field].recomputed)
  }
  if (!fields.includes('total')) return filled
  const { total } = scoreForm(filled, edition)
  const figure = total.added
  filled = put(filled, 'total', figure)
  const grade = fields.includes('grade') ? gradeOf(figure, edition) : null
  return grade === null ? filled : (withCell(filled, 'grade', gradeWords[grade].zh) ?? filled)
}
