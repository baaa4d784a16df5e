/** Small tables at random, as every reader has to give them back. */

import fc from 'fast-check'

export interface SourceCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

export interface SourceTable {
  readonly title: string
  readonly rows: number
  readonly columns: number
  /** In reading order; covers the table. The last row and the last column have text and are not merged. */
  readonly cells: readonly SourceCell[]
}

const words = [
  '一级指标',
  '满意度指标(10分)',
  '≥60人',
  '94.47%',
  '9.80',
  '12月15日前',
  '"暖阳"项目',
  'a<b & c>d',
  "it's; x,y",
  '=1+1',
  '-',
  '原因:疫情\n措施:加快',
  '𠮷 ①',
  '007',
  '&amp;',
]

/** A table covered by cells at random; spans never overlap. */
export const anyTable: fc.Arbitrary<SourceTable> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 2, max: 6 }),
    title: fc.constantFrom('部门整体支出绩效自评表', '项目支出绩效自评表'),
    picks: fc.array(fc.nat(), { minLength: 150, maxLength: 150 }),
  })
  .map(({ rows, columns, title, picks }) => {
    let next = 0
    const pick = (most: number) => picks[next++ % picks.length]! % most
    const taken = new Set<string>()
    const cells: SourceCell[] = []
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (taken.has(`${row},${column}`)) continue
        const edge = row === rows - 1 || column === columns - 1
        const wide = edge || pick(4) > 0 ? 1 : 1 + pick(columns - 1 - column)
        const high = edge || pick(4) > 0 ? 1 : 1 + pick(rows - 1 - row)
        const free = (r: number, c: number) => !taken.has(`${r},${c}`)
        const fits = Array.from({ length: high * wide }, (_, n) =>
          free(row + Math.floor(n / wide), column + (n % wide)),
        )
        const [rowSpan, columnSpan] = fits.every(Boolean) ? [high, wide] : [1, 1]
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`)
        }
        const text = !edge && pick(8) === 0 ? '' : words[pick(words.length)]!
        cells.push({ row, column, rowSpan, columnSpan, text })
      }
    }
    return { title, rows, columns, cells }
  })

/** Cells with text that a reader has to give back; their places are told from the first row of the table. */
export function expectedCells(table: SourceTable, withSpans: boolean): readonly SourceCell[] {
  return table.cells
    .filter((cell) => cell.text !== '')
    .map((cell) => ({ ...cell, ...(withSpans ? {} : { rowSpan: 1, columnSpan: 1 }) }))
}

export function withoutLineBreaks(table: SourceTable): SourceTable {
  return { ...table, cells: table.cells.map((cell) => ({ ...cell, text: cell.text.replaceAll('\n', ' ') })) }
}

/** Tables of which files are kept. */
export const keptSamples = (): SourceTable[] => fc.sample(anyTable, { seed: 2010, numRuns: 8 })
