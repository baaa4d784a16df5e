import { describe, expect, it } from 'vitest'
import { holes } from './decode-line.ts'
import type { Stroke } from './pieces.ts'
import { withoutSpecks } from './specks-of-lines.ts'

const EM = 40

/** A step is eight columns: a Chinese sign takes five of them. */
const read = (text: string, at: (index: number) => number) =>
  [...text].map((sign, index) => ({ sign, probability: 1, from: at(index), to: at(index), others: [] }))

describe('room for a sign within a sentence', () => {
  const afterThird = (gap: number) => (index: number) => 3 + index * 5 + (index > 2 ? gap : 0)

  it('is where one was lost', () => {
    expect(holes(read('儿童疫新增两个片', afterThird(5)), EM)).toEqual([3])
    expect(holes(read('儿童疫新增两个片', afterThird(0)), EM)).toEqual([])
  })

  it('is none beside figures, in a short label, and where all signs stand apart', () => {
    expect(holes(read('儿童35新增两个片', afterThird(5)), EM)).toEqual([])
    expect(holes(read('合计项目', afterThird(5)), EM)).toEqual([])
    expect(
      holes(
        read('项目名称主管部门', (index) => 3 + index * 10),
        EM,
      ),
    ).toEqual([])
  })
})

describe('strokes of signs that meet as lines do', () => {
  const stroke = (at: number, from: number, to: number): Stroke => ({
    at,
    from,
    to,
    thickness: 1,
    slope: 0,
    filled: 1,
    clear: 1,
  })
  const table = {
    horizontals: [stroke(100, 100, 900), stroke(400, 100, 900)],
    verticals: [stroke(100, 100, 400), stroke(900, 100, 400)],
  }
  const box = {
    horizontals: [stroke(220, 300, 312), stroke(245, 300, 312)],
    verticals: [stroke(300, 220, 245), stroke(312, 220, 245)],
  }

  it('are no lines of a table', () => {
    const both = {
      horizontals: [...table.horizontals, ...box.horizontals],
      verticals: [...table.verticals, ...box.verticals],
    }
    expect(withoutSpecks(both, 44, 6)).toEqual(table)
  })

  it('short lines that meet long ones stay', () => {
    const cell = { horizontals: table.horizontals, verticals: [...table.verticals, stroke(500, 370, 400)] }
    expect(withoutSpecks(cell, 44, 6)).toEqual(cell)
  })

  it('so do those of a row of narrow cells', () => {
    const row = {
      horizontals: [0, 1, 2].flatMap((cell) => [
        stroke(100, 100 + cell * 30, 130 + cell * 30),
        stroke(130, 100 + cell * 30, 130 + cell * 30),
      ]),
      verticals: [0, 1, 2, 3].map((edge) => stroke(100 + edge * 30, 100, 130)),
    }
    expect(withoutSpecks(row, 44, 6)).toEqual(row)
  })
})
