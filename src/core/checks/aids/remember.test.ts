import { describe, expect, it } from 'vitest'
import { rememberEach, rememberLast } from './remember.ts'

describe('what is remembered', () => {
  it('is asked again when any part of the key or their number changes', () => {
    let asked = 0
    const count = rememberLast(
      (key: readonly string[]) => key,
      (key) => {
        asked++
        return key.join('')
      },
    )
    expect([count(['a', 'b']), count(['a', 'b']), count(['a', 'c']), count(['a']), count(['a', 'b'])]).toEqual([
      'ab',
      'ab',
      'ac',
      'a',
      'ab',
    ])
    expect(asked).toBe(4)
  })

  it('is kept for each object, null too', () => {
    let asked = 0
    const count = rememberEach((_: object) => {
      asked++
      return null
    })
    const [one, other] = [{}, {}]
    expect([count(one), count(one), count(other)]).toEqual([null, null, null])
    expect(asked).toBe(2)
  })
})
