import { describe, expect, it } from 'vitest'
import type { RuledTable } from '../../containers/ruled-table.ts'
import type { Blob } from './components.ts'
import { withRunOver } from './run-over.ts'
import type { Area } from './share-ink.ts'
import type { TextLine } from './text-lines.ts'

const em = 20

function blob(left: number, top: number, width = em, height = em): Blob {
  return { left, top, right: left + width - 1, bottom: top + height - 1, area: width * height, peak: 255 }
}

const lineOf = (...blobs: readonly Blob[]): TextLine => ({
  box: {
    ...blobs[0]!,
    left: Math.min(...blobs.map(({ left }) => left)),
    right: Math.max(...blobs.map(({ right }) => right)),
  },
  blobs: [...blobs],
})

/** Two rows of two cells, 200 wide, the second row from 140 to 180; its texts stand at its lower border. */
const table = {
  rowCount: 2,
  columnCount: 2,
  cells: [0, 1].flatMap((row) =>
    [0, 1].map((column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      box: [100 + column * 200, 100 + row * 40, 200, 40] as const,
    })),
  ),
  box: [100, 100, 400, 80] as const,
  openTop: false,
  openBottom: false,
} as unknown as RuledTable
const areas: readonly Area[] = [0, 1, 2, 3].map((cell) => ({ table: 0, cell, blobs: [] }))
const lines = [[], [], [lineOf(blob(150, 156))], [lineOf(blob(350, 156))]]

function sharesOf(...outside: readonly TextLine[]): readonly number[] {
  const { lines: own, outside: loose } = withRunOver([table], areas, lines, outside, em)
  return [...own.map(({ length }) => length), loose.length]
}

describe('lines that ran over the lower border', () => {
  it('go to the cell above', () => {
    expect(sharesOf(lineOf(blob(140, 183), blob(165, 183)))).toEqual([0, 0, 2, 1, 0])
  })

  it('go to two cells where they stand beside one another', () => {
    expect(sharesOf(lineOf(blob(260, 183), blob(310, 183)))).toEqual([0, 0, 2, 2, 0])
  })

  it.each<[string, TextLine]>([
    ['below a space', lineOf(blob(140, 200))],
    ['across the border between two cells', lineOf(blob(290, 183, 60))],
    ['beside the table', lineOf(blob(140, 183), blob(520, 183))],
  ])('stay outside %s', (_, line) => {
    expect(sharesOf(line)).toEqual([0, 0, 1, 1, 1])
  })
})
