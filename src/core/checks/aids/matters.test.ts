import { describe, expect, it } from 'vitest'
import { Matters } from './matters.ts'

describe('matters', () => {
  it('are found in a text wherever they stand, also where several begin alike', () => {
    const matters = new Matters<number>()
    for (const [index, matter] of ['路灯改造工程', '路灯改造工期', '路灯改造', '公厕'].entries())
      matters.add(matter, index)
    expect(matters.within('因路灯改造工程晚于路灯改造，公厕未受影响')).toEqual([0, 2, 2])
    expect(matters.within('绿地养护')).toEqual([])
  })
})
