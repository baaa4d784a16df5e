/** The lines below a form that are filled by hand: who seals, who signs, when. */

import type { Grid, GridCell } from '../../core/model/index.ts'

/** What the line asks for, and the words by which a form that asks for it itself is known. */
const asked: readonly { readonly line: string; readonly own: RegExp }[] = [
  { line: '填报单位（盖章）：', own: /盖章|公章|签章/ },
  { line: '单位负责人（签字）：', own: /单位负责人|主要负责人/ },
  { line: '填报人（签字）：', own: /填报人|填表人/ },
  { line: '填报日期：　　　　年　　月　　日', own: /填报日期|填表日期|填报时间/ },
]

/** The lines that the form's own cells do not ask for already. */
export function signatureLines(texts: readonly string[]): readonly string[] {
  return asked.filter(({ own }) => !texts.some((text) => own.test(text))).map(({ line }) => line)
}

/** Where the second of two lines beside one another begins, as part of the width. */
const SECOND = 0.6

/** A grid with the lines in rows of their own below it, an empty row between: for formats that know rows alone. */
export function withSignatures(grid: Grid): Grid {
  const lines = signatureLines(grid.cells.map(({ text }) => text))
  if (lines.length === 0 || grid.columnCount < 2) return grid
  const widths = grid.columnWidths ?? Array.from({ length: grid.columnCount }, () => 1)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  let passed = 0
  const reached = widths.findIndex((width) => {
    passed += width
    return passed >= whole * SECOND
  })
  const middle = Math.min(grid.columnCount - 1, reached + 1)
  const cells = lines.map((text, index): GridCell => {
    const second = index % 2 === 1
    return {
      row: grid.rowCount + 1 + Math.floor(index / 2),
      column: second ? middle : 0,
      rowSpan: 1,
      columnSpan: second ? grid.columnCount - middle : middle,
      text,
      style: { role: 'text', align: 'left', bare: true },
    }
  })
  return { ...grid, cells: [...grid.cells, ...cells], rowCount: grid.rowCount + 1 + Math.ceil(lines.length / 2) }
}
