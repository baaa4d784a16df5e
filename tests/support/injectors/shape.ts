/** Errors in what a form consists of, and in the shape of the table it arrives as. */

import type { Grid } from '../../../src/core/model/index.ts'
import { readText } from '../../../src/readers/text/index.ts'
import { arrivals } from '../arrivals.ts'
import { rowsWhere } from '../edit-sketch.ts'
import { full, type Injector, row, withoutPoints } from './injector.ts'

/** The row of the printed table in which a field of the form stands. */
function lineOf(grid: Grid, path: string): number {
  return grid.cells.find((cell) => cell.path === path)?.row ?? -1
}

/** The cells of the named fields go to a new line below their own, as where a page break cuts a row. */
function brokenInTwo(grid: Grid, line: number, moved: ReadonlySet<string>): Grid {
  const cells = grid.cells.map((cell) => {
    const below = cell.row > line || (cell.row === line && cell.path !== undefined && moved.has(cell.path))
    const spans = cell.row <= line && cell.row + cell.rowSpan - 1 > line
    return { ...cell, row: cell.row + (below ? 1 : 0), rowSpan: cell.rowSpan + (spans ? 1 : 0) }
  })
  return {
    ...grid,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    rowCount: grid.rowCount + 1,
  }
}

const people = ['农民', '居民', '学生', '教师', '商户', '司机', '护士', '工匠']

export const shapeErrors: readonly Injector[] = [
  {
    code: 'A19',
    error: 'a grade that the total does not reach',
    kind: 'project',
    inject: ({ sketch }) => ({ sketch: { ...sketch, grade: '差' }, at: ['grade'] }),
  },
  {
    code: 'C13',
    error: 'all benefits stand as outputs',
    kind: 'project',
    inject: (form) => {
      const benefits = new Set(rowsWhere(form, ({ level1 }) => level1 === 'benefit'))
      const output = form.sketch.indicators!.find((_, index) => form.planned[index]!.level2Name === '质量指标')
      if (benefits.size === 0 || output === undefined) return null
      // Labels that print points would be wrong beside it: another error.
      const indicators = form.sketch.indicators!.map((one, index) => {
        const { level1, level2 } = benefits.has(index) ? output : one
        return { ...one, level1: withoutPoints(level1), level2: withoutPoints(level2) }
      })
      return { sketch: { ...form.sketch, indicators }, at: ['indicators'] }
    },
  },
  {
    code: 'C14',
    error: 'five benefits and more, none of them measured',
    kind: 'project',
    inject: (form) => {
      const benefits = rowsWhere(form, ({ level1 }) => level1 === 'benefit')
      const complete = new Set(full(form))
      if (benefits.length < 5 || benefits.length > people.length || benefits.some((index) => !complete.has(index)))
        return null
      const indicators = form.sketch.indicators!.map((one, index) => {
        const at = benefits.indexOf(index)
        return at < 0 ? one : { ...one, name: `${people[at]!}获得感`, target: '有效提升', actual: '有效提升' }
      })
      return { sketch: { ...form.sketch, indicators }, at: benefits.map(row) }
    },
  },
  {
    code: 'E02',
    error: 'the blank ends of rows are gone from one row on',
    kind: 'project',
    inject: (form) => {
      const index = full(form).find((at) => at > 1)
      if (index === undefined) return null
      const damage = (grid: Grid): Grid => {
        const from = lineOf(grid, `${row(index)}.name`)
        const lines = arrivals
          .tabs(grid)
          .split('\n')
          .map((line, at) => (at < from ? line : line.replace(/\t+$/, '')))
        return readText(new TextEncoder().encode(lines.join('\n')), 'form.txt').value[0]!
      }
      return { sketch: form.sketch, at: [row(index)], damage }
    },
  },
  {
    code: 'E04',
    error: 'weight, actual and score of a row stand in a row of their own',
    kind: 'project',
    inject: (form) => {
      const index = full(form).find((at) => at > 1)
      if (index === undefined) return null
      const moved = new Set(['actual', 'weight', 'score', 'note'].map((field) => `${row(index)}.${field}`))
      return {
        sketch: form.sketch,
        at: [row(index)],
        damage: (grid) => brokenInTwo(grid, lineOf(grid, `${row(index)}.name`), moved),
      }
    },
  },
]
