import { describe, expect, it } from 'vitest'
import { remember } from './remember.ts'

describe('remember', () => {
  it('asks once for a text, and keeps what is still asked for when it is full', () => {
    const asked: string[] = []
    const length = remember((text) => {
      asked.push(text)
      return text.length
    }, 2)
    expect(['a', 'bb', 'a', 'ccc', 'a', 'dddd', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 3, 1, 4, 1, 2])
    expect(asked).toEqual(['a', 'bb', 'ccc', 'dddd', 'bb'])
  })

  it('remembers that there is no answer', () => {
    let asked = 0
    const none = remember<string | null>(() => {
      asked++
      return null
    })
    expect([none('x'), none('x')]).toEqual([null, null])
    expect(asked).toBe(1)
  })
})
