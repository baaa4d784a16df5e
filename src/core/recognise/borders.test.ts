import { expect, it } from 'vitest'
import { type BorderLabel, bordersAround } from './borders.ts'

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
