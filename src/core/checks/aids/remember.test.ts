import { describe, expect, it } from 'vitest'
import { newRecall, recallNothing, rememberEach, rememberLast } from './remember.ts'

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

  it('is asked once for each text, by each function alone', () => {
    const asked: string[] = []
    const lengthOf = (text: string) => asked.push(`length ${text}`)
    const firstOf = (text: string) => asked.push(`first ${text}`)
    const recall = newRecall()
    const answers = [
      recall(lengthOf, '数量'),
      recall(lengthOf, '数量'),
      recall(firstOf, '数量'),
      recall(lengthOf, '质量'),
    ]
    expect(answers).toEqual([1, 1, 2, 3])
    expect(asked).toEqual(['length 数量', 'first 数量', 'length 质量'])
    expect([recallNothing(lengthOf, '数量'), recallNothing(lengthOf, '数量')]).toEqual([4, 5])
  })
})
