import { describe, expect, it } from 'vitest'
import { holdsMark, holdsSign, signTable } from './sign-table.ts'

describe('a table of signs', () => {
  it('tells whether a text holds one of them', () => {
    const table = signTable('略待*')
    expect(['', '完成', '待定', '约*人'].map((text) => holdsSign(text, table))).toEqual([false, false, true, true])
  })

  it('tells it of marks and letters without looking at Han signs', () => {
    const table = signTable('*\u3000－')
    expect(['', '完成率', '完成*', '完\u3000成', '１－２', '㐀'].map((text) => holdsMark(text, table))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ])
  })
})
