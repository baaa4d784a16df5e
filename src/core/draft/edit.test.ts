import { describe, expect, it } from 'vitest'
import { counter, randomEdit } from '../../../tests/support/draft-edits.ts'
import { generateAny } from '../../../tests/support/generate-any.ts'
import { Random } from '../../../tests/support/random.ts'
import { evaluate, newEvaluationMemo } from '../evaluate/index.ts'
import { layouts } from '../rulebook/index.ts'
import {
  apply,
  applyAll,
  type Conflict,
  type Draft,
  draftOf,
  type Edit,
  formOf,
  readDraft,
  writeDraft,
} from './index.ts'

function madeDraft(seed: number, rows = 8): Draft {
  return draftOf(generateAny(seed, layouts[seed % layouts.length]!, rows), counter())
}

function applied(draft: Draft, ...edits: readonly Edit[]): Draft {
  const result = applyAll(draft, edits)
  if (!result.ok) throw new Error(`${result.code}: ${JSON.stringify(result.edit)}`)
  return result.draft
}

function refused(draft: Draft, edit: Edit): Conflict {
  const result = apply(draft, edit)
  if (result.ok) throw new Error('it was applied')
  return result
}

const draft = madeDraft(0)
const [first, second] = draft.indicators
const name = first!.cells.name!

describe('any changes', () => {
  it('taken back give the draft as it was, and its form', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = new Random(seed)
      const newId = counter('n')
      const before = madeDraft(seed)
      let present = before
      const edits: Edit[] = []
      for (let step = 0; step < 12; step++) {
        const edit = randomEdit(random, present, newId)
        edits.push(edit)
        present = applied(present, edit)
      }
      const whole = applyAll(before, edits)
      if (!whole.ok) throw new Error(`seed ${seed}: ${whole.code}`)
      expect(writeDraft(whole.draft)).toBe(writeDraft(present))
      const back = applied(whole.draft, ...whole.inverse)
      expect(writeDraft(back)).toBe(writeDraft(before))
      expect(JSON.stringify(formOf(back))).toBe(JSON.stringify(formOf(before)))
    }
  })

  it('of different cells may come in either order', () => {
    let tried = 0
    for (let seed = 1; seed <= 400; seed++) {
      const random = new Random(seed)
      const before = madeDraft(seed)
      const [one, other] = [randomEdit(random, before, counter('a')), randomEdit(random, before, counter('b'))]
      if (one.kind !== 'cell' || other.kind !== 'cell') continue
      if (one.row === other.row && one.column === other.column) continue
      tried++
      expect(writeDraft(applied(before, one, other))).toBe(writeDraft(applied(before, other, one)))
    }
    expect(tried).toBeGreaterThan(100)
  })

  it('of one cell by two people: the second is told what stands there, and nothing of the first is lost', () => {
    const mine: Edit = { kind: 'cell', row: first!.id, column: 'name', from: name, to: '甲' }
    const after = applied(draft, mine)
    const { code, expected, found } = refused(after, { ...mine, to: '乙' })
    expect({ code, expected, found }).toEqual({ code: 'changed', expected: name, found: '甲' })
  })

  it('are forms that can be scored, whatever was typed; rows that nobody touched are the same objects', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed)
      const newId = counter('n')
      const memo = newEvaluationMemo()
      let present = madeDraft(seed)
      for (let step = 0; step < 6; step++) {
        const form = formOf(present)
        expect(evaluate({ form, memo }).value!.complete).toBe(true)
        const edit = randomEdit(random, present, newId)
        const next = applied(present, edit)
        const again = formOf(next)
        const sameYear = again.fiscalYear.value === form.fiscalYear.value
        for (const row of next.indicators) {
          const before = present.indicators.indexOf(row)
          if (before >= 0 && sameYear)
            expect(again.indicators[next.indicators.indexOf(row)]).toBe(form.indicators[before])
        }
        present = next
      }
    }
  })

  it('are stored and read back as they are', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed)
      let present = madeDraft(seed)
      for (let step = 0; step < 5; step++) present = applied(present, randomEdit(random, present, counter(`n${step}`)))
      const read = readDraft(writeDraft(present))
      expect('draft' in read && writeDraft(read.draft)).toBe(writeDraft(present))
    }
  })
})

describe('a batch', () => {
  it('is applied whole or not at all, and names the edit that does not fit', () => {
    const edits: Edit[] = [
      { kind: 'cell', row: first!.id, column: 'name', from: name, to: '甲' },
      { kind: 'cell', row: second!.id, column: 'name', from: '不是这个', to: '乙' },
    ]
    expect(applyAll(draft, edits)).toMatchObject({ ok: false, index: 1, code: 'changed' })
    expect(draft.indicators[0]!.cells.name).toBe(name)
  })
})

describe('a change that does not fit', () => {
  const last = draft.indicators.at(-1)!.id
  it.each<[Edit, Conflict['code']]>([
    [{ kind: 'cell', row: 'gone', column: 'name', from: '', to: '' }, 'no-row'],
    [{ kind: 'cell', row: first!.id, column: 'budgeted.total', from: '', to: '1' }, 'no-column'],
    [{ kind: 'cell', row: first!.id, column: 'extra.', from: '', to: '1' }, 'no-column'],
    [{ kind: 'cell', row: 'head', column: 'name', from: '', to: '1' }, 'no-column'],
    [{ kind: 'cell', row: first!.id, column: 'name', from: name, to: '长'.repeat(5001) }, 'too-long'],
    [{ kind: 'insert', block: 'goals', after: null, row: { id: first!.id, cells: {} } }, 'id-taken'],
    [{ kind: 'insert', block: 'goals', after: null, row: { id: 'head', cells: {} } }, 'id-taken'],
    [{ kind: 'insert', block: 'goals', after: null, row: { id: 'x', cells: { name: '甲' } } }, 'no-column'],
    [
      { kind: 'insert', block: 'goals', after: null, row: { id: 'x', cells: { stated: '长'.repeat(5001) } } },
      'too-long',
    ],
    [{ kind: 'insert', block: 'goals', after: 'gone', row: { id: 'x', cells: {} } }, 'no-place'],
    [{ kind: 'delete', block: 'indicators', after: null, row: { id: 'gone', cells: {} } }, 'no-row'],
    [{ kind: 'delete', block: 'indicators', after: null, row: { id: first!.id, cells: {} } }, 'changed'],
    [{ kind: 'delete', block: 'indicators', after: last, row: first! }, 'no-place'],
    [{ kind: 'move', block: 'indicators', row: 'gone', from: null, to: null }, 'no-row'],
    [{ kind: 'move', block: 'indicators', row: first!.id, from: last, to: null }, 'no-place'],
    [{ kind: 'move', block: 'indicators', row: second!.id, from: null, to: null }, 'no-place'],
    [{ kind: 'move', block: 'indicators', row: first!.id, from: null, to: 'gone' }, 'no-place'],
    [{ kind: 'move', block: 'indicators', row: first!.id, from: null, to: first!.id }, 'no-place'],
    [{ kind: 'role', row: 'gone', from: null, to: 'part' }, 'no-row'],
    [{ kind: 'role', row: 'head', from: null, to: 'part' }, 'no-row'],
    [{ kind: 'role', row: first!.id, from: 'part', to: null }, 'changed'],
    [{ kind: 'lock', row: first!.id, from: ['name'], to: [] }, 'changed'],
    [{ kind: 'lock', row: first!.id, from: [], to: ['nothing'] }, 'no-column'],
  ])('%j: %s', (edit, code) => {
    const conflict = refused(draft, edit)
    expect(conflict.code).toBe(code)
    expect(conflict.text.zh).not.toBe('')
  })

  it('a form holds so many rows and no more', () => {
    const full = { ...draft, goals: Array.from({ length: 5000 }, (_, index) => ({ id: `g${index}`, cells: {} })) }
    expect(refused(full, { kind: 'insert', block: 'goals', after: null, row: { id: 'x', cells: {} } }).code).toBe(
      'too-many-rows',
    )
  })

  it('nobody types where the bureau has filled in, nor deletes the row', () => {
    const locked = applied(draft, { kind: 'lock', row: first!.id, from: [], to: ['name'] })
    expect(refused(locked, { kind: 'cell', row: first!.id, column: 'name', from: name, to: '甲' }).code).toBe('locked')
    expect(refused(locked, { kind: 'delete', block: 'indicators', after: null, row: locked.indicators[0]! }).code).toBe(
      'locked',
    )
    const open = applied(locked, { kind: 'lock', row: first!.id, from: ['name'], to: [] })
    expect(writeDraft(open)).toBe(writeDraft(draft))
  })
})
