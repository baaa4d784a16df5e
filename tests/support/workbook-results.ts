/** The results of a workbook's formulas as a spreadsheet program worked them out, against those of the rules. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { calculationName } from '../../src/app/workbook/calculation.ts'
import { calculationColumns } from '../../src/app/workbook/row-formulas.ts'
import { Exact, type Form } from '../../src/core/model/index.ts'
import type { Edition } from '../../src/core/rulebook/index.ts'
import { scoreForm } from '../../src/core/scoring/index.ts'
import { readXlsx } from '../../src/readers/xlsx/index.ts'

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
export function compareResults(bytes: Uint8Array, form: Form, edition: Edition): Compared {
  const { value: grids } = readXlsx(bytes, 'workbook.xlsx')
  const sheet = grids.find(({ name }) => name === calculationName)!
  const column = (name: (typeof calculationColumns)[number]) => calculationColumns.indexOf(name)
  const first = sheet.cells.find(({ column: at, text }) => at === 0 && text === '1')!.row
  const scored = scoreForm(form, edition).rows
  const byRow = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.text]))
  const wrong: string[] = []
  let decided = 0
  form.indicators.forEach((row, index) => {
    const at = (name: (typeof calculationColumns)[number]) => byRow.get(`${first + index}:${column(name)}`) ?? ''
    const [least, most] = [at('least'), at('most')]
    const own = scored[index]!.recomputed
    const told = `${row.name.raw} ${row.target.raw} → ${row.actual.raw} (${row.weight.raw})`
    if (at('target') === '' && row.target.raw.trim() !== '') wrong.push(`${told}: no target`)
    if (least === '' && most === '') return
    if (least === most) decided++
    if (own === null || !Exact.parse(least)?.equals(own.min) || !Exact.parse(most)?.equals(own.max)) {
      wrong.push(`${told}: ${at('method')} ${least}–${most}, by the rules ${own?.min}–${own?.max}`)
    }
  })
  return { rows: form.indicators.length, decided, wrong }
}
