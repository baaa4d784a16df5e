import { describe, expect, it } from 'vitest'
import { LAST_COLUMN } from './cell-names.ts'
import { placeCells } from './sheet-grid.ts'

const cellsAt = (places: readonly (readonly [row: number, column: number])[]) =>
  places.map(([row, column]) => ({ row, column, text: `${row}.${column}` }))

describe('cells of a sheet', () => {
  it('make rows equally wide by blanks', () => {
    const { grid } = placeCells(
      '表',
      cellsAt([
        [0, 2],
        [1, 0],
      ]),
      [],
    )
    expect(grid!.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 0, ''],
      [0, 1, ''],
      [0, 2, '0.2'],
      [1, 0, '1.0'],
      [1, 1, ''],
      [1, 2, ''],
    ])
  })

  it('of which one stands far out do not ask for millions of blanks', () => {
    const places = Array.from({ length: 60 }, (_, row) => [row, 0] as const)
    const { grid } = placeCells('表', cellsAt([...places, [60, LAST_COLUMN]]), [])
    expect(grid!.columnCount).toBe(LAST_COLUMN + 1)
    expect(grid!.cells).toHaveLength(61)
  })
})
