import { describe, expect, it } from 'vitest'
import { withoutRadicals } from './radicals.ts'

describe('radicals in place of characters', () => {
  it('become the characters of mainland fonts', () => {
    expect(withoutRadicals('\u2f3e籍\u2fad年\u2ed4诊\u2f00次')).toBe('户籍青年门诊一次')
  })

  it('leaves other compatibility forms as printed', () => {
    expect(withoutRadicals('①㎡％')).toBe('①㎡％')
  })
})
