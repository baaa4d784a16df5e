import { describe, expect, it } from 'vitest'
import { lineFrom, textAt } from '../../../tests/support/raw-pdf.ts'
import { onePage, shownCells } from '../../../tests/support/raw-pdf-read.ts'
import { readPdf } from './index.ts'

const rows = [
  ['三级指标', '年度指标值', '实际完成值'],
  ['救助人次', '≥60人次', '62人次'],
]

/** A table drawn turned: cells of 100 × 20, the upper left corner at the lower left of the sheet where it runs upwards. */
function turnedTable(matrix: string, place: (along: number, down: number) => readonly [number, number]): string {
  const line = (a: readonly [number, number], b: readonly [number, number]) => lineFrom(a[0], a[1], b[0], b[1])
  const level = [0, 20, 40].map((down) => line(place(0, down), place(300, down)))
  const upright = [0, 100, 200, 300].map((along) => line(place(along, 0), place(along, 40)))
  const texts = rows.flatMap((row, at) =>
    row.map((text, column) => textAt(...place(column * 100 + 5, at * 20 + 14), text, 10, matrix)),
  )
  return [...level, ...upright, ...texts].join('')
}

describe('a page whose text does not run level as it is displayed', () => {
  it.each([
    ['upwards', '0 1 -1 0', (along: number, down: number) => [100 + down, 100 + along] as const, [100, 642, 20, 100]],
    ['downwards', '0 -1 1 0', (along: number, down: number) => [300 - down, 500 - along] as const, [280, 342, 20, 100]],
    [
      'on its head',
      '-1 0 0 -1',
      (along: number, down: number) => [500 - along, 100 + down] as const,
      [400, 722, 100, 20],
    ],
  ])('is read all the same: %s', async (_, matrix, place, first) => {
    const { value } = await readPdf(onePage(turnedTable(matrix, place)), '文件')
    expect(shownCells(value)).toEqual([rows.map((row) => row.join('|'))])
    expect(value[0]!.cells[0]!.source).toEqual({ kind: 'page', page: 1, box: first })
  })
})
