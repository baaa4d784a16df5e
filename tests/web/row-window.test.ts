import { expect, it } from 'vitest'
import { checkSource } from '../../src/app/check-source.ts'
import { layOutForm, layoutOf } from '../../src/core/layout/index.ts'
import { cellsDrawn, headsDrawn, RowHeights } from '../../web/src/grid/row-window.ts'
import { type CellView, type SheetView, sheetOf } from '../../web/src/grid/sheet-view.ts'

/** A form long enough that only the rows in sight are drawn, with labels merged over all of them. */
async function longForm(): Promise<SheetView> {
  const rows = Array.from({ length: 300 }, (_, at) => `产出指标\t数量指标\t指标第${at + 1}项\t≥5个\t0.3\t6个\t0.3\t`)
  const head = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t全年实际完成值\t得分\t偏差原因分析及改进措施'
  const text = ['部门整体支出绩效自评表', '预算年度\t2023年度', '部门名称\t民政局', head, ...rows].join('\n')
  const { reports } = await checkSource(new TextEncoder().encode(text), 'form.txt')
  const { form } = reports[0]!
  return sheetOf(layOutForm(form, layoutOf(form)))
}

/** Where a browser puts the cells of a table: each into the first column of its row that no cell from above covers. */
function misplaced(rows: readonly (readonly CellView[])[], columns: number): readonly string[] {
  const taken = rows.map(() => new Set<number>())
  const wrong: string[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (taken[row]!.has(column)) column++
      if (column !== cell.column) wrong.push(`${cell.text} of column ${cell.column} in column ${column}`)
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.columnSpan; across++) taken[row + down]?.add(column + across)
      }
      column += cell.columnSpan
    }
    if (taken[row]!.size > columns) wrong.push(`row ${row} is wider than the sheet`)
  })
  return wrong
}

it('wherever one scrolls in a long form, each cell stands in its column, once', async () => {
  const sheet = await longForm()
  expect(sheet.rows.length).toBeGreaterThan(300)
  const heights = new RowHeights(sheet, 1000, 13)
  const height = heights.offsets.at(-1)!
  let withHeads = 0
  for (let top = 0; top < height; top += 150) {
    const { from, to, heads } = heights.windowAt(top, 700)
    const above = heads.map((row) => headsDrawn(sheet, row, heads))
    const within = sheet.rows.slice(from, to).map(({ index }) => cellsDrawn(sheet, index, from, to))
    // Between them stands the room of the rows that are not drawn, over all columns.
    expect(misplaced(above, sheet.columnCount), `heads at ${top}`).toEqual([])
    expect(misplaced(within, sheet.columnCount), `rows at ${top}`).toEqual([])
    expect(above.every((cells, at) => cells.every(({ rowSpan }) => at + rowSpan <= above.length))).toBe(true)
    const places = [...above, ...within]
      .flat()
      .filter(({ row }) => row >= 0)
      .map(({ row, column }) => `${row} ${column}`)
    expect(new Set(places).size).toBe(places.length)
    if (heads.length > 0) withHeads++
  }
  expect(withHeads).toBeGreaterThan(10)
})
