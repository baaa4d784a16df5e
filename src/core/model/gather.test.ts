import { describe, expect, it } from 'vitest'
import { gather } from './gather.ts'

describe('gather', () => {
  it('puts single things and lists into one list, in order, and leaves lists within lists', () => {
    const given: readonly (string | readonly (string | readonly string[])[])[] = ['甲', [], ['乙', ['丙']], '丁']
    expect(gather(given, (one) => one)).toEqual(given.flat())
    expect(gather(['甲', '乙'], (one, index) => Array.from({ length: index + 1 }, () => one))).toEqual([
      '甲',
      '乙',
      '乙',
    ])
  })

  it('gives nothing for nothing', () => {
    expect(gather([], () => '甲')).toEqual([])
  })
})
