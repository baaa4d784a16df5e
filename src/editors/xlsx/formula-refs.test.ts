import { describe, expect, it } from 'vitest'
import { carryFormula, moveFormula, moveRanges, movesOf } from './formula-refs.ts'

/** Three rows put in below row 10. */
const moves = movesOf([{ row: 9, count: 3 }])

describe('references in formulas', () => {
  it('move with the rows, and ranges take in what is put in below their end', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['SUM(G8:G10)', 'SUM(G8:G13)'],
      ['SUM(G8:G12)', 'SUM(G8:G15)'],
      ['SUM($G$2:$G$9)+B11', 'SUM($G$2:$G$9)+B14'],
      ['IF(A10>1,"A11","")', 'IF(A10>1,"A11","")'],
      ["自评表!B20+'汇 总'!B20", "自评表!B23+'汇 总'!B20"],
      ['Other!B20+B20', 'Other!B20+B23'],
      ['LOG10(A12)+ABC12X+Table1[[#This Row],[A12]]', 'LOG10(A15)+ABC12X+Table1[[#This Row],[A12]]'],
      ['SUM(5:12)', 'SUM(5:15)'],
    ]
    for (const [before, after] of cases) expect(moveFormula(before, '自评表', true, moves)).toBe(after)
  })

  it('of another sheet mean the written one only by its name', () => {
    expect(moveFormula("自评表!A20+A20+'自评表'!A1:A10", '自评表', false, moves)).toBe("自评表!A23+A20+'自评表'!A1:A13")
  })

  it('are carried along with a copied formula, unless fixed', () => {
    expect(carryFormula('D5/C5*$F$1+$A5+B$2', 2, 1)).toBe('E7/D7*$F$1+$A7+C$2')
  })

  it('of checks and formats grow with a row that is copied', () => {
    expect(moveRanges('A1:B10 D10 E11', moves)).toBe('A1:B13 D10:D13 E14')
    expect(moveRanges('D10', moves, false)).toBe('D10')
  })
})
