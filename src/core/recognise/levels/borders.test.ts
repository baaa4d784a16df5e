import { expect, it } from 'vitest'
import { type BorderLabel, bordersAround, canBeCentred } from './borders.ts'

it('labels in one row leave no border between them: no way to set them is found, and none is made up', () => {
  const label = (row: number): BorderLabel => ({ row, points: null, misfit: () => 0 })
  const options = { rowCount: 6, pull: 1, cuts: [], starts: null, weights: [] } as unknown as Parameters<
    typeof bordersAround
  >[1]
  expect(bordersAround([label(1), label(1), label(4)], options)).toEqual({
    starts: [],
    cost: Number.POSITIVE_INFINITY,
  })
})

it('labels stand in the middle of their blocks only where the rows can be parted so', () => {
  const rowsOf = (...rows: readonly number[]) => rows.map((row) => ({ row }))
  expect(canBeCentred(rowsOf(1, 4), 6)).toBe(true)
  expect(canBeCentred(rowsOf(0, 5), 6)).toBe(false)
  expect(canBeCentred(rowsOf(0, 4, 5, 6), 7)).toBe(false)
  expect(canBeCentred(rowsOf(2, 1), 4)).toBe(false)
  expect(canBeCentred([], 4)).toBe(true)
})
