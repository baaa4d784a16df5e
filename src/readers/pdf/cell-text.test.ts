/** Figures broken at the end of a line in a narrow cell, and figures that only stand below one another. */

import { describe, expect, it } from 'vitest'
import { textOf } from './cell-text.ts'
import type { Word } from './words.ts'

/** Characters of 5 points by 10. */
function word(text: string, line: number): Word {
  const box = [0, line * 12, text.length * 5, line * 12 + 10] as const
  return { text, box, size: 10, angle: 0, run: line, blank: false, clipped: false, middles: [] }
}

function cell(lines: readonly string[], width: number): string {
  return textOf(lines.map(word), () => width)
}

describe('lines of a cell', () => {
  it('decimals that fill their line go on in the next', () => {
    expect(cell(['185.327', '4万元'], 45)).toBe('185.3274万元')
  })

  it('a short figure stands by itself, and so does one below another', () => {
    expect(cell(['95.5', '4人'], 45)).toBe('95.5\n4人')
    expect(cell(['185.327', '9.5'], 52)).toBe('185.327\n9.5')
    expect(cell(['达标率', '4万元'], 45)).toBe('达标率\n4万元')
  })

  it('what is wider than the cell together was one word', () => {
    expect(cell(['12345', '678'], 30)).toBe('12345678')
  })
})
