/** A workbook saved by a program that works out no formulas: the fields that held them are worked out by the rules they say. */

import type { Exact, Form, FormPath } from '../../core/model/index.ts'
import { withCell } from '../../core/recognise/index.ts'
import { editionById } from '../../core/rulebook/index.ts'
import { gradeOf, scoreForm } from '../../core/scoring/index.ts'
import { gradeWords } from '../../core/texts/index.ts'

function single(band: { readonly min: Exact; readonly max: Exact } | null): Exact | null {
  return band?.min.equals(band.max) === true ? band.min : null
}

/** `fields`: paths in the form as it is now, whose formulas have no result. */
export function fillResults(form: Form, fields: readonly FormPath[], editionId: string | null): Form {
  const edition = editionId === null ? undefined : editionById(editionId)
  if (edition === undefined) return form
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
