import { describe, expect, it } from 'vitest'
import { isHan, PairSet, pairOf, signsOf } from './pairs.ts'

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

  it('stand in a set as they would in any other', () => {
    for (const most of [0, 1, 2, 3, 500]) {
      const pairs = Array.from({ length: most }, (_, at) =>
        pairOf(0x4e00 + ((at * 37) % 5000), 0x4e00 + ((at * 11) % 90)),
      )
      const [own, other] = [new PairSet(most), new Set(pairs)]
      for (const pair of [...pairs, ...pairs]) own.add(pair)
      const asked = [0, pairOf(0, 0x4e00), pairOf(0x9fff, 0x9fff), ...pairs, ...pairs.map((pair) => pair + 1)]
      expect(asked.map((pair) => own.has(pair))).toEqual(asked.map((pair) => other.has(pair)))
    }
  })
})
