import { describe, expect, it } from 'vitest'
import { typedForm } from '../../../tests/support/workbook-rows.ts'
import { editions, layoutById } from '../../core/rulebook/index.ts'
import { scoreForm } from '../../core/scoring/index.ts'
import { calculate } from './calculation.ts'
import { formGrid } from './form-grid.ts'
import { sheetRules } from './sheet-rules.ts'

const layout = layoutById('national-project')!

describe.each(editions.map((edition) => ({ id: edition.id, edition })))('formulas by $id', ({ edition }) => {
  it('give what the rules give, wherever they give anything', () => {
    const rules = sheetRules(edition)!
    const wrong: string[] = []
    let decided = 0
    for (let seed = 1; seed <= 20; seed++) {
      const form = typedForm(seed, 60, edition.kind, layout.id)
      const { rows } = scoreForm(form, edition)
      const calculated = calculate(formGrid(form, layout, '表'), rules, rows, 20)!
      form.indicators.forEach((row, index) => {
        const { result } = calculated[index]!
        if (result.least === null || result.most === null) return
        decided++
        const own = rows[index]!.recomputed
        if (own?.min.equals(result.least) && own.max.equals(result.most)) return
        wrong.push(
          `${row.name.raw} ${row.target.raw} → ${row.actual.raw} (${row.weight.raw}, ${row.level1Kind}): ${result.method} ${result.least}–${result.most}, engine ${rows[index]!.rule} ${own?.min}–${own?.max}`,
        )
      })
    }
    expect(wrong).toEqual([])
    expect(decided).toBeGreaterThan(300)
  })
})
