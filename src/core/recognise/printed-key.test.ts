import { describe, expect, it } from 'vitest'
import { printedKey } from './printed-key.ts'

function slowKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '')
}

describe('printedKey', () => {
  it('folds every sign as Unicode does, alone and between others', () => {
    const wrong: number[] = []
    for (let code = 0; code < 0x10000; code++) {
      const sign = String.fromCharCode(code)
      for (const text of [sign, `指${sign}标`, `（${sign} e\u0301`])
        if (printedKey(text) !== slowKey(text)) wrong.push(code)
    }
    expect(wrong).toEqual([])
  })

  it('drops blanks and narrows signs wherever they stand', () => {
    expect(printedKey(' 分 值（１０　分）')).toBe('分值(10分)')
    expect(printedKey('三级指标')).toBe('三级指标')
    expect(printedKey('')).toBe('')
  })
})
