import { describe, expect, it } from 'vitest'
import { csvOf } from '../../web/src/charts/chart-data.ts'

const columns = [{ title: '单位' }, { title: '得分', isNumber: true }]

describe('the csv of a chart', () => {
  it('holds the rows of its table under their heads, as Excel reads them', () => {
    const rows = [{ key: 'a', cells: ['民政局', '98.5'] }]
    expect(csvOf({ columns, rows })).toBe('\uFEFF单位,得分\r\n民政局,98.5\r\n')
  })

  it('quotes what would break a line or a column', () => {
    const rows = [{ key: 'a', cells: ['甲,"乙"\n丙', ''] }]
    expect(csvOf({ columns, rows })).toBe('\uFEFF单位,得分\r\n"甲,""乙""\n丙",\r\n')
  })

  it('keeps a text that looks like a formula a text, and a negative figure a figure', () => {
    const rows = [{ key: 'a', cells: ['=1+1', '-3.5'] }]
    expect(csvOf({ columns, rows })).toBe("\uFEFF单位,得分\r\n'=1+1,-3.5\r\n")
  })
})
