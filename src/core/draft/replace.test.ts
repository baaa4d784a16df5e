import { describe, expect, it } from 'vitest'
import { counter } from '../../../tests/support/draft-edits.ts'
import { generateAny } from '../../../tests/support/generate-any.ts'
import { layouts } from '../rulebook/index.ts'
import { applyAll, type Draft, draftOf, replacing } from './index.ts'

function madeDraft(seed: number, prefix: string): Draft {
  const next = counter()
  return draftOf(generateAny(seed, layouts[0]!, 6), () => `${prefix}${next()}`)
}

describe('one draft in the place of another', () => {
  it('brings its rows and its head, keeps names and year, and is taken back whole', () => {
    const made = madeDraft(1, 'a')
    const present: Draft = { ...made, head: { ...made.head, cells: { department: '本部门', total: '1' } } }
    const wanted = madeDraft(2, 'b')
    const named: Draft = {
      ...wanted,
      head: {
        ...wanted.head,
        cells: { department: '别的部门', total: '77.7', grade: '优' },
        marks: { total: { confidence: 0.5 } },
      },
    }
    const replaced = applyAll(present, replacing(present, named))
    if (!replaced.ok) throw new Error(replaced.code)
    for (const block of ['tasks', 'goals', 'indicators', 'facts'] as const) {
      expect(replaced.draft[block]).toEqual(named[block])
    }
    expect(replaced.draft.head.cells.total).toBe('77.7')
    expect(replaced.draft.head.marks?.total).toEqual({ confidence: 0.5 })
    expect(replaced.draft.head.cells.grade).toBe('优')
    expect(replaced.draft.head.cells.department).toBe('本部门')
    const back = applyAll(replaced.draft, replaced.inverse)
    expect(back.ok && back.draft).toEqual(present)
  })

  it('is nothing where nothing differs', () => {
    const empty: Draft = { ...madeDraft(3, 'a'), tasks: [], goals: [], indicators: [], facts: [] }
    expect(replacing(empty, empty)).toEqual([])
  })
})
