import { describe, expect, it } from 'vitest'
import { isHan, pairOf, signsOf } from './pairs.ts'

describe('pairs', () => {
  it('tell Han signs as Unicode does', () => {
    const wrong: number[] = []
    for (let code = 0; code < 0x10000; code++) {
      if (isHan(code) !== /\p{Script=Han}/u.test(String.fromCharCode(code))) wrong.push(code)
    }
    expect(wrong.filter((code) => code < 0x9ff0 || code > 0x9fff)).toEqual([])
  })

  it('keep both signs', () => {
    expect(signsOf(pairOf('绩'.charCodeAt(0), '效'.charCodeAt(0)))).toBe('绩效')
  })
})
