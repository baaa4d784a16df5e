import { describe, expect, it } from 'vitest'
import { type RuledTable, type Ruling, ruledTables } from './ruled-table.ts'

const across = (y: number, x1: number, x2: number): Ruling => ({ x1, y1: y, x2, y2: y })
const down = (x: number, y1: number, y2: number): Ruling => ({ x1: x, y1, x2: x, y2 })

/** Cells as `row,column,rowSpan,columnSpan`. */
const shape = (table: RuledTable | undefined): string =>
  (table?.cells ?? [])
    .map(({ row, column, rowSpan, columnSpan }) => `${row},${column},${rowSpan},${columnSpan}`)
    .join(' ')

const grid = (xs: readonly number[], ys: readonly number[]): { h: Ruling[]; v: Ruling[] } => ({
  h: ys.map((y) => across(y, xs[0]!, xs.at(-1)!)),
  v: xs.map((x) => down(x, ys[0]!, ys.at(-1)!)),
})

describe('ruled tables', () => {
  it('makes a cell between each four lines', () => {
    const { h, v } = grid([0, 50, 100], [0, 20, 40])
    const [table, ...rest] = ruledTables(h, v, 3)
    expect(rest).toEqual([])
    expect(shape(table)).toBe('0,0,1,1 0,1,1,1 1,0,1,1 1,1,1,1')
    expect(table).toMatchObject({
      box: [0, 0, 100, 40],
      rowCount: 2,
      columnCount: 2,
      openTop: false,
      openBottom: false,
    })
    expect(table!.cells[3]!.box).toEqual([50, 20, 50, 20])
  })

  it('merges cells where a piece of line is missing', () => {
    const h = [across(0, 0, 150), across(20, 50, 150), across(40, 0, 150), across(60, 0, 150)]
    const v = [down(0, 0, 60), down(50, 0, 60), down(100, 0, 20), down(100, 40, 60), down(150, 0, 60)]
    expect(shape(ruledTables(h, v, 3)[0])).toBe('0,0,2,1 0,1,1,1 0,2,1,1 1,1,1,2 2,0,1,1 2,1,1,1 2,2,1,1')
  })

  it('takes a double line and a line in many pieces for one line', () => {
    const { h, v } = grid([0, 50, 100], [0, 20, 40])
    const pieces = Array.from({ length: 10 }, (_, index) => across(20, index * 10 + 0.5, index * 10 + 9))
    const [table] = ruledTables([h[0]!, ...pieces, h[2]!, across(41.5, 0, 100), across(-1.5, 0, 100)], v, 3)
    expect(shape(table)).toBe('0,0,1,1 0,1,1,1 1,0,1,1 1,1,1,1')
  })

  it('closes corners that do not quite meet, and lines that run a little over', () => {
    const h = [across(0, 2, 98), across(20, -2, 102), across(40, 2, 98)]
    const v = [down(0, 2, 38), down(50, -2, 42), down(100, 2, 38)]
    expect(shape(ruledTables(h, v, 3)[0])).toBe('0,0,1,1 0,1,1,1 1,0,1,1 1,1,1,1')
  })

  it.each([
    ['left', 0],
    ['right', 2],
  ] as const)('closes a table without its %s border', (_, missing) => {
    const { h, v } = grid([0, 50, 100], [0, 20, 40])
    v.splice(missing, 1)
    expect(shape(ruledTables(h, v, 3)[0])).toBe('0,0,1,1 0,1,1,1 1,0,1,1 1,1,1,1')
  })

  it('closes a table without its upper and lower border, and says so', () => {
    const { h, v } = grid([0, 50, 100], [0, 20, 40])
    const [table] = ruledTables([h[1]!], v, 3)
    expect(shape(table)).toBe('0,0,1,1 0,1,1,1 1,0,1,1 1,1,1,1')
    expect(table).toMatchObject({ openTop: true, openBottom: true })
  })

  it('takes the last column of a row that a page break leaves its lower line alone', () => {
    const v = [down(0, 0, 20), down(50, 0, 20), down(100, 0, 20)]
    const [table] = ruledTables([across(20, 0, 180)], v, 3)
    expect(shape(table)).toBe('0,0,1,1 0,1,1,1 0,2,1,1')
    expect(table).toMatchObject({ box: [0, 0, 180, 20], openTop: true, openBottom: false })
    // A line with a stroke at it has no columns that could go on.
    expect(ruledTables([across(20, 0, 180)], v.slice(1, 2), 3)).toEqual([])
  })

  it('closes the cell in the corner of two borders that are not drawn', () => {
    const h = [across(20, 0, 150), across(40, 0, 150), across(60, 0, 150)]
    const v = [down(0, 0, 60), down(50, 0, 60), down(100, 0, 60)]
    expect(shape(ruledTables(h, v, 3)[0])).toBe(
      '0,0,1,1 0,1,1,1 0,2,1,1 1,0,1,1 1,1,1,1 1,2,1,1 2,0,1,1 2,1,1,1 2,2,1,1',
    )
    const turned = (rulings: readonly Ruling[]): Ruling[] =>
      rulings.map(({ x1, y1, x2, y2 }) => ({ x1: 150 - x1, y1: 60 - y1, x2: 150 - x2, y2: 60 - y2 }))
    const [table] = ruledTables(turned(h), turned(v), 3)
    expect([table!.rowCount, table!.columnCount, table!.cells.length]).toEqual([3, 3, 9])
  })

  it('closes the cell of a merged column that a page break left open above', () => {
    const h = [across(0, 50, 150), across(20, 50, 150), across(40, 0, 150), across(60, 0, 150)]
    const v = [down(0, 0, 60), down(50, 0, 60), down(150, 0, 60)]
    const [table] = ruledTables(h, v, 3)
    expect(shape(table)).toBe('0,0,2,1 0,1,1,1 1,1,1,1 2,0,1,1 2,1,1,1')
    expect(table!.openTop).toBe(false)
  })

  it('takes the border of a merged column that goes on above and below the page', () => {
    const h = [across(0, 50, 250), across(20, 50, 250), across(40, 50, 250)]
    const v = [down(0, 0, 40), down(50, 0, 40), down(250, 0, 40)]
    expect(shape(ruledTables(h, v, 3)[0])).toBe('0,0,2,1 0,1,1,1 1,1,1,1')
  })

  it('keeps tables side by side and one above the other apart', () => {
    const left = grid([0, 50], [0, 20, 40])
    const right = grid([60, 100], [1, 21, 41])
    const below = grid([0, 100], [60, 80])
    const tables = ruledTables([...left.h, ...right.h, ...below.h], [...left.v, ...right.v, ...below.v], 3)
    expect(tables.map((table) => table.box)).toEqual([
      [0, 0, 50, 40],
      [60, 1, 40, 40],
      [0, 60, 100, 20],
    ])
  })

  it('leaves out the frame around a table and boxes to tick inside a cell; a table in a cell stays', () => {
    const table = grid([0, 100, 200], [0, 50, 100])
    const frame = grid([-10, 210], [-10, 110])
    const tick = grid([10, 20], [10, 20])
    const inner = grid([110, 150, 190], [10, 25, 40])
    const all = [table, frame, tick, inner]
    const tables = ruledTables(
      all.flatMap(({ h }) => h),
      all.flatMap(({ v }) => v),
      3,
    )
    expect(tables.map(({ box }) => box)).toEqual([
      [0, 0, 200, 100],
      [110, 10, 80, 30],
    ])
  })

  it('counts no column outside the narrower of two tables that share a border', () => {
    const h = [across(0, 0, 50), across(20, 0, 100), across(40, 0, 100)]
    const v = [down(0, 0, 40), down(50, 0, 40), down(100, 20, 40)]
    expect(shape(ruledTables(h, v, 3)[0])).toBe('0,0,1,1 1,0,1,1 1,1,1,1')
  })

  it('makes no row of an underline that meets a border', () => {
    const { h, v } = grid([0, 50, 100], [0, 40])
    expect(shape(ruledTables([...h, across(20, 0, 15)], v, 3)[0])).toBe('0,0,1,1 0,1,1,1')
  })

  it('cuts a region that is no rectangle into rectangles, losing none of it', () => {
    const h = [across(0, 0, 100), across(20, 0, 50), across(40, 0, 100)]
    const v = [down(0, 0, 40), down(50, 20, 40), down(100, 0, 40)]
    const [table] = ruledTables(h, v, 3)
    const area = table!.cells.reduce((sum, { box }) => sum + box[2] * box[3], 0)
    expect(area).toBe(4000)
  })

  it('finds no table in lines that cross nothing', () => {
    expect(ruledTables([across(0, 0, 100), across(50, 0, 100)], [], 3)).toEqual([])
    expect(ruledTables([], [down(0, 0, 100)], 3)).toEqual([])
  })
})
