/** The results of a workbook's formulas as a spreadsheet program worked them out, against those of the rules. */

import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readForms } from '../../src/app/read-forms.ts'
import { calculate, verdictOf } from '../../src/app/workbook/calculation.ts'
import { formGrid } from '../../src/app/workbook/form-grid.ts'
import { calculationName } from '../../src/app/workbook/own-sheets.ts'
import { calculationColumns } from '../../src/app/workbook/row-formulas.ts'
import { sheetRules } from '../../src/app/workbook/sheet-rules.ts'
import { layoutOf } from '../../src/core/layout/index.ts'
import { Exact, type Form, type ScoredForm } from '../../src/core/model/index.ts'
import { type Edition, editionById, figureOf } from '../../src/core/rulebook/index.ts'
import { scoreForm } from '../../src/core/scoring/index.ts'
import { readXlsx } from '../../src/readers/xlsx/index.ts'
import { typedForm } from './workbook-rows.ts'

/** The same workbook without a single result of its formulas: whoever opens it has to work them out. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, content] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue
    const xml = strFromU8(content).replace(/(<f(?: [^>]*)?(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g, '$1')
    parts[name] = strToU8(xml)
  }
  return zipSync(parts)
}

export interface Compared {
  readonly rows: number
  /** Rows whose score the formulas decide. */
  readonly decided: number
  readonly wrong: readonly string[]
}

/** Holds each row of the calculation sheet against the engine's own score of the form. */
export async function compareResults(bytes: Uint8Array, form: Form, edition: Edition): Promise<Compared> {
  const { value: grids } = readXlsx(bytes, 'workbook.xlsx')
  const sheet = grids.find(({ name }) => name === calculationName)!
  const column = (name: (typeof calculationColumns)[number]) => calculationColumns.indexOf(name)
  const first = sheet.cells.find(({ column: at, text }) => at === 0 && text === '1')!.row
  const whole = scoreForm(form, edition)
  const scored = whole.rows
  const calculated = calculate(formGrid(form, layoutOf(form), '表'), sheetRules(edition)!, scored, 1)!
  const byRow = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.text]))
  const wrong: string[] = []
  let decided = 0
  wrong.push(...sheet.cells.flatMap(({ text }) => (/^#[A-Z]/.test(text) ? [`a formula gives ${text}`] : [])))
  form.indicators.forEach((row, index) => {
    const at = (name: (typeof calculationColumns)[number]) => byRow.get(`${first + index}:${column(name)}`) ?? ''
    const [least, most] = [at('least'), at('most')]
    const own = scored[index]!.recomputed
    const told = `${row.name.raw} ${row.target.raw} → ${row.actual.raw} (${row.weight.raw})`
    if (at('target') === '' && row.target.raw.trim() !== '') wrong.push(`${told}: no target`)
    const expected = calculated[index]!.result
    const shown = { name: row.name.raw, weight: row.weight.value, score: Exact.parse(at('printed')) }
    const verdict = verdictOf(calculated[index]!, { ...shown, explained: row.note.raw !== '' }, sheetRules(edition)!)
    if (at('verdict') !== verdict) wrong.push(`${told}: ${at('verdict')} instead of ${verdict}`)
    if ((least === '') !== (expected.least === null))
      wrong.push(`${told}: ${at('method')} instead of ${expected.method}`)
    if (least === '' && most === '') return
    if (least === most) decided++
    if (own === null || !Exact.parse(least)?.equals(own.min) || !Exact.parse(most)?.equals(own.max)) {
      wrong.push(`${told}: ${at('method')} ${least}–${most}, by the rules ${own?.min}–${own?.max}`)
    }
  })
  const { recognitions } = await readForms(bytes, 'workbook.xlsx')
  wrong.push(...wrongOnSheet(recognitions[0]!.form, whole, edition))
  return { rows: form.indicators.length, decided, wrong }
}

/** The form's own sheet: scores that formulas decide, rate and score of the execution, the total under its cap. */
function wrongOnSheet(back: Form, whole: ScoredForm, edition: Edition): readonly string[] {
  const wrong: string[] = []
  const shown: Exact[] = []
  back.indicators.forEach((row, index) => {
    const own = whole.rows[index]!.recomputed
    if (row.score.value === null) return
    shown.push(row.score.value)
    if (own === null || !row.score.value.equals(own.min) || !own.min.equals(own.max))
      wrong.push(`score of row ${index}: ${row.score.raw}, by the rules ${own?.min}–${own?.max}`)
  })
  const at = back.tasks.findIndex(({ role }) => role === 'total')
  const task = back.tasks[at]!
  const rate = whole.tasks[at]!.rate.exact
  if (rate !== null && !task.rate.value?.equals(rate.round(2)))
    wrong.push(`rate: ${task.rate.raw}, by the rules ${rate}`)
  const execution = whole.tasks[at]!.score.recomputed
  if (execution !== null && !task.score.value?.equals(execution))
    wrong.push(`execution: ${task.score.raw}, by the rules ${execution}`)
  const added = Exact.sum(shown).plus(execution ?? Exact.zero)
  const cap = rate === null ? undefined : edition.caps.find(({ below }) => rate.lessThan(figureOf(below)))
  const total = cap === undefined ? added : Exact.min(added, figureOf(cap.total))
  if (!back.total.value?.equals(total)) wrong.push(`total: ${back.total.raw}, by the rules ${total}`)
  return wrong
}

/** The workbook that LibreOffice worked out once and that is kept, with the form and the rules it was made of. */
export function recalculated(): { readonly form: Form; readonly edition: Edition; readonly file: string } {
  const edition = editionById('execution-capped')!
  const file = join(import.meta.dirname, '../files/workbook/recalculated.xlsx')
  return { form: typedForm(4711, 80, edition.kind, 'national-project'), edition, file }
}
