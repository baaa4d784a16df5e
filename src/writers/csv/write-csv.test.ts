import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { writeCsv } from './index.ts'

function gridOf(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  )
  return { cells, rowCount: rows.length, columnCount: Math.max(1, ...rows.map((row) => row.length)), bordered: true }
}

/** An independent reading of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  for (let at = 1; at < text.length; ) {
    const row: string[] = []
    for (;;) {
      let field = ''
      if (text[at] === '"') {
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          field += text[at]
          if (text[at] === '"') at++
        }
        at++
      } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') field += text[at++]
      row.push(field)
      if (text[at] !== ',') break
      at++
    }
    at += 2
    rows.push(row)
  }
  return rows
}

describe('csv', () => {
  it('begins with its mark and ends each line as spreadsheets do', () => {
    expect(
      writeCsv(
        gridOf([
          ['文件', '分'],
          ['a', '96.62'],
        ]),
      ),
    ).toBe('\ufeff文件,分\r\na,96.62\r\n')
  })

  it.each(['=1+1', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1d1+1', '-', '|x', '%x'])(
    'marks %j as a text',
    (text) => {
      expect(parse(writeCsv(gridOf([[text]])))).toEqual([[`'${text}`]])
    },
  )

  it.each(['-0.3', '+5', '12%', '2021', '≥60', '中=文'])('leaves %j as it is', (text) => {
    expect(writeCsv(gridOf([[text]]))).toBe(`\ufeff${text}\r\n`)
  })

  it('is read back to what was written', () => {
    const text = fc.string({ unit: fc.constantFrom('字', 'a', '"', ',', '\n', '\r', ' ', ';') })
    const row = fc.tuple(text, text, text)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parse(writeCsv(gridOf(rows)))
        expect(read.map((fields) => fields.map((field) => field.replace(/^'(?=[\t\r\n])/, '')))).toEqual(
          rows.map((fields) => [...fields]),
        )
      }),
      { seed: 20260401 },
    )
  })
})
