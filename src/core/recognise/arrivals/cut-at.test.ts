import { describe, expect, it } from 'vitest'
import { keyOf } from '../source.ts'
import { cutAt } from './cut-at.ts'

const cell = (text: string) => ({
  text,
  key: keyOf(text),
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  source: { kind: 'text', line: 3, column: 5, length: text.length } as const,
})
const cut = (text: string, starts: readonly number[]) =>
  cutAt(cell(text), starts)?.map((piece) => [piece.text, piece.key, piece.source]) ?? null

describe('a cell cut at places of its key', () => {
  it('keeps the blanks of its text inside the pieces, and knows where each stands', () => {
    expect(cut('年度 总体 目标 100%', [0, 6])).toEqual([
      ['年度 总体 目标', '年度总体目标', { kind: 'text', line: 3, column: 5, length: 8 }],
      ['100%', '100%', { kind: 'text', line: 3, column: 14, length: 4 }],
    ])
    expect(cut('目标', [2, 0, 0])?.map(([text]) => text)).toEqual(['目标'])
  })

  it('does not part a sign that folds to several', () => {
    expect(cut('5㎡', [0, 1, 2])?.map(([text]) => text)).toEqual(['5', '㎡'])
  })

  it('is not cut where text and key do not go together sign by sign', () => {
    // A letter and its accent are two signs of the text and one of the key.
    expect(cut('e\u0301目标', [0, 1])).toBeNull()
  })
})
