import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignColumns, fullWidth } from './column-grid.ts'

describe('columns shared by the blocks of a form', () => {
  it('takes the list with most columns as it is and lets the others lean on it', () => {
    const { widths, spans } = alignColumns([
      [1, 1, 1, 1],
      [1, 1],
    ])
    expect(widths).toEqual([250, 250, 250, 250])
    expect(spans[1]).toEqual([
      { column: 0, columnSpan: 2 },
      { column: 2, columnSpan: 2 },
    ])
  })

  it('draws borders that nearly meet as one', () => {
    const { widths } = alignColumns([
      [300, 300, 400],
      [305, 695],
    ])
    expect(widths).toEqual([300, 300, 400])
  })

  it('keeps a border that stands alone', () => {
    const { widths, spans } = alignColumns([
      [500, 500],
      [250, 750],
    ])
    expect(widths).toEqual([250, 250, 500])
    expect(spans[1]).toEqual([
      { column: 0, columnSpan: 1 },
      { column: 1, columnSpan: 2 },
    ])
  })

  it('covers the whole width with every list, for any widths', () => {
    const list = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) => {
        const { widths, spans } = alignColumns(lists)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(fullWidth)
        expect(widths.every((width) => width > 0)).toBe(true)
        spans.forEach((columns, index) => {
          expect(columns).toHaveLength(lists[index]!.length)
          let next = 0
          for (const { column, columnSpan } of columns) {
            expect(column).toBe(next)
            expect(columnSpan).toBeGreaterThan(0)
            next = column + columnSpan
          }
          expect(next).toBe(widths.length)
        })
      }),
    )
  })
})
