import { describe, expect, it } from 'vitest'
import { withoutBlanks } from './blanks.ts'

describe('withoutBlanks', () => {
  it('takes off what regular expressions know as white space, sign by sign', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = `数${String.fromCharCode(code)}量`
      expect(withoutBlanks(text), code.toString(16)).toBe(text.replace(/\s+/gu, ''))
    }
  })

  it('leaves other texts as they are', () => {
    expect(withoutBlanks('')).toBe('')
    expect(withoutBlanks(' 完成\u3000 100 %\n')).toBe('完成100%')
    expect(withoutBlanks('≥95%，２项。')).toBe('≥95%，２项。')
  })
})
