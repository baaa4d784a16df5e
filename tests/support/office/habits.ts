/**
 * How offices really fill and send their tables: labels broken over lines or spaced out, merges given up, an annex number
 * and a year around the title, blank rows, notes and signatures below. The fields stay what they are.
 */

import type { Grid, GridCell } from '../../../src/core/model/index.ts'
import type { Random } from '../random.ts'
import { withWideLabels } from '../shown.ts'

function isWord({ style, path }: GridCell): boolean {
  return style?.role === 'header' || (style?.role === 'label' && path === undefined)
}

/** 年度 / 总体 / 目标 in a narrow cell; 项 目 名 称 in a wide one. */
function broken(random: Random, cell: GridCell): GridCell {
  const signs = [...cell.text]
  if (!isWord(cell) || signs.length < 3 || /[()\d（）]/.test(cell.text)) return cell
  if (signs.length > 3 && random.chance(25)) {
    const middle = Math.ceil(signs.length / 2)
    return { ...cell, text: `${signs.slice(0, middle).join('')}\n${signs.slice(middle).join('')}` }
  }
  if (signs.length <= 4 && random.chance(20)) return { ...cell, text: signs.join(random.pick([' ', '  ', '　'])) }
  if (signs.length <= 6 && cell.rowSpan > 3 && random.chance(50)) return { ...cell, text: signs.join('\n') }
  return cell
}

/** Level labels stand in the first of their rows, or in each, in place of a merged cell. */
function unmerged(cell: GridCell, repeated: boolean): GridCell[] {
  if (cell.rowSpan === 1 || cell.path === undefined || !/\.level[12]$/.test(cell.path)) return [cell]
  return Array.from({ length: cell.rowSpan }, (_, at) => ({
    ...cell,
    row: cell.row + at,
    rowSpan: 1,
    text: at === 0 || repeated ? cell.text : '',
  }))
}

function wholeRow(grid: Grid, row: number, text: string, align: 'left' | 'center' | 'right'): GridCell {
  return { row, column: 0, rowSpan: 1, columnSpan: grid.columnCount, text, style: { role: 'note', align } }
}

/** Room for `count` rows before `row`. */
function opened(grid: Grid, row: number, count: number): Grid {
  const cells = grid.cells.map((cell) => (cell.row >= row ? { ...cell, row: cell.row + count } : cell))
  return { ...grid, cells, rowCount: grid.rowCount + count }
}

function withRow(grid: Grid, row: number, text: string, align: 'left' | 'center' | 'right'): Grid {
  const wider = opened(grid, row, 1)
  const cells = [...wider.cells, wholeRow(grid, row, text, align)].sort((a, b) => a.row - b.row || a.column - b.column)
  return { ...wider, cells }
}

const notes: readonly string[] = [
  '注：1.其他资金包括与财政资金共同投入同一项目的自有资金、社会资金等。\n2.定量指标资金使用单位填写本地区实际完成数。',
  '说明：得分一档最高不能超过该指标分值上限；未完成的须说明原因并提出改进措施。',
]

/** A blank row where one block ends and the next begins: nothing is merged across. */
function gaps(grid: Grid): number[] {
  return Array.from({ length: grid.rowCount }, (_, row) => row).filter(
    (row) =>
      row > 1 &&
      grid.cells.every((cell) => cell.row >= row || cell.row + cell.rowSpan <= row) &&
      grid.cells.some((cell) => cell.row === row && cell.column === 0 && cell.rowSpan > 3),
  )
}

export function withHabits(grid: Grid, random: Random, year: string): Grid {
  let habit = random.chance(50) ? withWideLabels(grid) : grid
  habit = { ...habit, cells: habit.cells.map((cell) => broken(random, cell)) }
  if (random.chance(25)) {
    const repeated = random.chance(50)
    const cells = habit.cells.flatMap((cell) => unmerged(cell, repeated))
    habit = { ...habit, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
  }
  if (random.chance(25)) {
    const at = gaps(habit)
    if (at.length > 0) habit = withRow(habit, random.pick(at), '', 'left')
  }
  if (random.chance(50) && year !== '') habit = withRow(habit, 1, `（${year.replace(/年?$/, '年度')}）`, 'center')
  if (random.chance(30)) habit = withRow(habit, 0, `附件${random.int(1, 9)}`, 'left')
  if (random.chance(50)) habit = withRow(habit, habit.rowCount, random.pick(notes), 'left')
  if (random.chance(50)) {
    const signed = '填报人：王某　　联系电话：0000-12345678　　填报日期：2024年3月8日'
    habit = withRow(habit, habit.rowCount, signed, 'left')
  }
  return habit
}
