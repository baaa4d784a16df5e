import { describe, expect, it } from 'vitest'
import { gridsOfPages, type LineItem, type PageContent, type PageItem, type TableItem } from './page-flow.ts'

interface Options {
  readonly x?: readonly number[]
  readonly y?: number
  readonly openTop?: boolean
  readonly openBottom?: boolean
}

/** A table from texts by row; '<' belongs to the cell at its left, '^' to the one above. Rows are 20 high. */
function table(rows: readonly (readonly string[])[], options: Options = {}): TableItem {
  const xs = options.x ?? rows[0]!.map((_, index) => 50 + index * 100).concat(50 + rows[0]!.length * 100)
  const top = options.y ?? 100
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column) => {
      if (text === '<' || text === '^') return []
      let columnEnd = column + 1
      while (texts[columnEnd] === '<') columnEnd++
      let rowEnd = row + 1
      while (rows[rowEnd]?.[column] === '^') rowEnd++
      const box = [xs[column]!, top + row * 20, xs[columnEnd]! - xs[column]!, (rowEnd - row) * 20] as const
      return [{ row, column, rowSpan: rowEnd - row, columnSpan: columnEnd - column, box, text }]
    }),
  )
  return {
    kind: 'table',
    box: [xs[0]!, top, xs.at(-1)! - xs[0]!, rows.length * 20],
    rowCount: rows.length,
    columnCount: xs.length - 1,
    cells,
    openTop: options.openTop ?? false,
    openBottom: options.openBottom ?? false,
  }
}

const line = (text: string, y: number, x = 50): LineItem => ({ kind: 'line', box: [x, y, text.length * 10, 12], text })
const page = (number: number, ...items: PageItem[]): PageContent => ({ page: number, width: 595, height: 842, items })

/** Grids as rows of `text@rowSpan×columnSpan`, spans of one left out. */
const shown = (pages: readonly PageContent[]): string[][] =>
  gridsOfPages(pages, 'typed').map((grid) =>
    Array.from({ length: grid.rowCount }, (_, row) =>
      grid.cells
        .filter((cell) => cell.row === row)
        .map(({ column, text, rowSpan, columnSpan }) =>
          rowSpan + columnSpan > 2 ? `${column}:${text}@${rowSpan}×${columnSpan}` : `${column}:${text}`,
        )
        .join(' '),
    ),
  )

describe('pages as grids', () => {
  it('keeps text around tables as borderless grids, lines beside one another as one row', () => {
    const grids = gridsOfPages(
      [page(1, line('题目', 60), line('部门', 80), line('单位', 81, 400), table([['甲', '乙']]), line('注', 200))],
      'typed',
    )
    expect(grids.map((grid) => [grid.bordered, grid.rowCount, grid.columnCount])).toEqual([
      [false, 2, 2],
      [true, 1, 2],
      [false, 1, 1],
    ])
    expect(grids[0]!.cells[2]).toEqual({
      row: 1,
      column: 1,
      rowSpan: 1,
      columnSpan: 1,
      text: '单位',
      source: { kind: 'page', page: 1, box: [400, 81, 20, 12] },
    })
  })

  it('joins a table over pages, though each shows only the columns its rows need', () => {
    const first = table([
      ['甲', '乙', '<', '丙'],
      ['1', '2', '3', '4'],
    ])
    const second = table([['5', '6', '7']], { x: [50, 150, 350, 450], y: 60 })
    expect(shown([page(1, first), page(2, second)])).toEqual([
      ['0:甲 1:乙@1×2 3:丙', '0:1 1:2 2:3 3:4', '0:5 1:6@1×2 3:7'],
    ])
    const sources = gridsOfPages([page(1, first), page(2, second)], 'typed')[0]!.cells.map(({ source }) => source)
    expect(sources.at(-1)).toEqual({ kind: 'page', page: 2, box: [350, 60, 100, 20] })
  })

  it('joins pages that were scanned by themselves, a little shifted and larger', () => {
    const first = table([['1', '2', '3']], { x: [50, 150, 250, 450] })
    const second = table([['4', '5', '6']], { x: [60, 162, 263, 468] })
    expect(shown([page(1, first), page(2, second)])).toEqual([['0:1 1:2 2:3', '0:4 1:5 2:6']])
  })

  it('does not join tables with other columns, with text between, or with a page between', () => {
    const first = table([['1', '2', '3']])
    const other = table([['4', '5', '6']], { x: [50, 90, 190, 350] })
    expect(shown([page(1, first), page(2, other)])).toHaveLength(2)
    expect(shown([page(1, first), page(2, line('另一张表', 100), first)])).toHaveLength(3)
    expect(shown([page(1, first), page(3, first)])).toHaveLength(2)
  })

  it('lets page numbers and running headers follow a table that they stand in', () => {
    const first = table([['1', '2']])
    const pages = [page(1, first, line('— 1 —', 700)), page(2, line('二〇二一年度', 30), first)]
    expect(shown(pages)).toEqual([
      ['0:1 1:2', '0:1 1:2'],
      ['0:— 1 —', '0:二〇二一年度'],
    ])
  })

  it.each([
    ['above', '产出', ''],
    ['below', '', '产出'],
  ])('makes one label of a merged cell with its text %s the cut', (_, above, below) => {
    const first = table([
      [above, 'a'],
      ['^', 'b'],
    ])
    const second = table([
      [below, 'c'],
      ['^', 'd'],
      ['效益', 'e'],
    ])
    expect(shown([page(1, first), page(2, second)])).toEqual([['0:产出@4×1 1:a', '1:b', '1:c', '1:d', '0:效益 1:e']])
  })

  it('reads a label below a repeated header from above it', () => {
    const first = table([
      ['一级', '名称'],
      ['', 'a'],
      ['^', 'b'],
    ])
    const second = table([
      ['一级', '名称'],
      ['产出', 'c'],
      ['^', 'd'],
    ])
    expect(shown([page(1, first), page(2, second)])).toEqual([
      ['0:一级 1:名称', '0:产出@2×1 1:a', '1:b', '0:一级 1:名称', '0:@2×1 1:c', '1:d'],
    ])
  })

  it('joins the label beside a repeated header, wherever its text stands', () => {
    const first = table([
      ['', '一级', '名称'],
      ['^', '产出', 'a'],
      ['^', '^', 'b'],
    ])
    const second = table([
      ['绩效', '一级', '名称'],
      ['^', '', 'c'],
      ['^', '^', 'd'],
    ])
    expect(shown([page(1, first), page(2, second)])).toEqual([
      ['0:绩效@6×1 1:一级 2:名称', '1:产出@2×1 2:a', '2:b', '1:一级 2:名称', '1:@2×1 2:c', '2:d'],
    ])
  })

  it('joins a label of two rows that a cut leaves one row each, in columns whose cells are merged elsewhere', () => {
    const first = table([
      ['数量', 'a'],
      ['^', 'b'],
      ['质量', 'c'],
      ['^', 'd'],
      ['', 'e'],
    ])
    expect(shown([page(1, first), page(2, table([['时效', 'f']]))])).toEqual([
      ['0:数量@2×1 1:a', '1:b', '0:质量@2×1 1:c', '1:d', '0:时效@2×1 1:e', '1:f'],
    ])
    const plain = table([
      ['数量', 'a'],
      ['', 'b'],
    ])
    expect(shown([page(1, plain), page(2, table([['时效', 'f']]))])).toEqual([['0:数量 1:a', '0: 1:b', '0:时效 1:f']])
  })

  it('keeps labels of different blocks, and empty cells that are not labels, apart', () => {
    const first = table([
      ['产出', 'a', '说明'],
      ['^', 'b', '^'],
    ])
    const second = table([
      ['效益', 'c', ''],
      ['^', 'd', '^'],
    ])
    expect(shown([page(1, first), page(2, second)])).toEqual([
      ['0:产出@2×1 1:a 2:说明@2×1', '1:b', '0:效益@2×1 1:c 2:@2×1', '1:d'],
    ])
  })

  it('puts a row together that the page leaves open below and above', () => {
    const first = table([['1', '做了很多', '10']], { openBottom: true })
    const second = table(
      [
        ['', '事情', ''],
        ['2', '完成', '5'],
      ],
      { openTop: true },
    )
    expect(shown([page(1, first), page(2, second)])).toEqual([['0:1 1:做了很多\n事情 2:10', '0:2 1:完成 2:5']])
    const [grid] = gridsOfPages([page(1, first), page(2, second)], 'picture')
    expect(grid!.cells.filter(({ overPages }) => overPages).map(({ text }) => text)).toEqual(['做了很多\n事情'])
  })

  it('leaves two rows where a line closes one of them, or both hold a number', () => {
    const rows = (text: string): string[][] => [['1', text, '10']]
    const closed = [page(1, table(rows('a'), { openBottom: true })), page(2, table(rows('b')))]
    expect(shown(closed)[0]).toHaveLength(2)
    const numbers = [page(1, table(rows('a'), { openBottom: true })), page(2, table(rows('b'), { openTop: true }))]
    expect(shown(numbers)[0]).toHaveLength(2)
  })

  it('closes a first column that the next page lost', () => {
    const first = table([
      ['产出', 'a', 'b', 'c', 'd'],
      ['^', 'e', 'f', 'g', 'h'],
    ])
    const second = table([['i', 'j', 'k', 'l']], { x: [150, 250, 350, 450, 550] })
    expect(shown([page(1, first), page(2, second)])).toEqual([
      ['0:产出@3×1 1:a 2:b 3:c 4:d', '1:e 2:f 3:g 4:h', '1:i 2:j 3:k 4:l'],
    ])
  })

  it('goes on without the last column, blank there and without an outer border', () => {
    const first = table([
      ['产出', 'a', 'b', 'c', 'd'],
      ['^', 'e', 'f', 'g', 'h'],
    ])
    const second = table([['效益', 'i', 'j', 'k']], { x: [52, 152, 252, 352, 452], openTop: true })
    expect(shown([page(1, first), page(2, second)])).toEqual([
      ['0:产出@2×1 1:a 2:b 3:c 4:d', '1:e 2:f 3:g 4:h', '0:效益 1:i 2:j 3:k'],
    ])
    const other = table([['效益', 'i', 'j', 'k']], { x: [50, 150, 290, 350, 450], openTop: true })
    expect(shown([page(1, first), page(2, other)])).toHaveLength(2)
    const narrow = table([['甲', '乙']], { openTop: true })
    expect(shown([page(1, first), page(2, narrow)])).toHaveLength(2)
  })

  it('keeps how sure a reading is, and other readings', () => {
    const unsure = table([['1', '2']])
    const cells = [{ ...unsure.cells[0]!, confidence: 0.5, alternatives: ['7'] }]
    const [grid] = gridsOfPages([page(1, { ...unsure, cells })], 'picture')
    expect(grid).toMatchObject({ signs: 'picture', cells: [{ text: '1', confidence: 0.5, alternatives: ['7'] }] })
  })

  it('joins pages photographed one by one, each lying elsewhere, only where many columns agree', () => {
    const texts = (names: string) => [[...names]]
    const xs = [50, 90, 190, 300, 420, 500, 620, 700]
    const first = page(1, table(texts('abcdefg'), { x: xs }))
    // Shifted by 60 points, a little larger, and its middle drawn aside by a hundredth of its width.
    const moved = xs.map((x, at) => 60 + x * 1.02 + (at === 4 ? 6 : 0))
    expect(shown([first, page(2, table(texts('hijklmn'), { x: moved }))])).toHaveLength(1)
    const other = [112, 200, 260, 390, 450, 590, 650, 775]
    expect(shown([first, page(2, table(texts('hijklmn'), { x: other }))])).toHaveLength(2)
    expect(shown([first, page(2, table(texts('hi'), { x: [112, 400, 775] }))])).toHaveLength(2)
  })

  it('takes a label from the page that has it whole, and the scrap of it beyond the cut for another reading', () => {
    const label = (part: TableItem, text: string, confidence: number): TableItem => ({
      ...part,
      cells: part.cells.map((cell, at) => (at === 0 ? { ...cell, text, confidence } : cell)),
    })
    const rows = (a: string, b: string) => [
      ['', a],
      ['^', b],
    ]
    const upper = label(table(rows('a', 'b')), '·.·', 0.3)
    const lower = label(table(rows('c', 'd')), '产出指标', 0.99)
    const [grid] = gridsOfPages([page(1, upper), page(2, lower)], 'picture')
    expect(grid!.cells[0]).toMatchObject({ text: '产出指标', rowSpan: 4, alternatives: ['·.·'] })
    const [turned] = gridsOfPages([page(1, lower), page(2, upper)], 'picture')
    expect(turned!.cells[0]).toMatchObject({ text: '产出指标', rowSpan: 4 })
    const sure = gridsOfPages([page(1, label(upper, '·.·', 0.9)), page(2, lower)], 'picture')
    expect(sure[0]!.cells[0]).toMatchObject({ text: '·.·', rowSpan: 2 })
  })
})
