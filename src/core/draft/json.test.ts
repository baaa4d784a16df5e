import { describe, expect, it } from 'vitest'
import { counter } from '../../../tests/support/draft-edits.ts'
import { formFromSketch } from '../recognise/index.ts'
import { draftOf, isEdit, readDraft, withoutMarks, writeDraft } from './index.ts'

const draft = draftOf(
  formFromSketch({ department: '某局', indicators: [{ name: '甲', target: '≥1' }], goals: [{ stated: '乙' }] }),
  counter(),
  'national-project-2020',
)
const row = draft.indicators[0]!

describe('a stored draft', () => {
  it('is read from its text or as data', () => {
    expect(readDraft(writeDraft(draft))).toEqual({ draft })
    expect(readDraft(JSON.parse(writeDraft(draft)))).toEqual({ draft })
  })

  it.each<[string, unknown, unknown]>([
    ['no JSON', '{', { problem: 'not-json', at: '' }],
    ['no record', '[]', { problem: 'wrong-shape', at: '' }],
    ['nothing', null, { problem: 'wrong-shape', at: '' }],
    ['no schema', {}, { problem: 'wrong-shape', at: 'schema' }],
    ['a schema of tomorrow', { ...draft, schema: 2 }, { problem: 'newer', at: 'schema' }],
    ['a schema before the first', { ...draft, schema: 0 }, { problem: 'wrong-shape', at: 'schema' }],
    ['no kind', { ...draft, kind: 'x' }, { problem: 'wrong-shape', at: 'kind' }],
    ['a layout that is a number', { ...draft, layout: 1 }, { problem: 'wrong-shape', at: 'layout' }],
    ['a head of another name', { ...draft, head: { id: 'x', cells: {} } }, { problem: 'wrong-shape', at: 'head' }],
    ['no rows', { ...draft, goals: null }, { problem: 'wrong-shape', at: 'goals' }],
    ['one id twice', { ...draft, indicators: [row, row] }, { problem: 'wrong-shape', at: 'indicators[1]' }],
    ['a row that is none', { ...draft, indicators: [1] }, { problem: 'wrong-shape', at: 'indicators[0]' }],
    ['a row without cells', { ...draft, indicators: [{ id: 'x' }] }, { problem: 'wrong-shape', at: 'indicators[0]' }],
    [
      'a cell of another block',
      { ...draft, goals: [{ id: 'x', cells: { name: '1' } }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    [
      'a cell that is no text',
      { ...draft, goals: [{ id: 'x', cells: { stated: 1 } }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    [
      'a role that is no text',
      { ...draft, goals: [{ id: 'x', cells: {}, role: 1 }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    [
      'a mark that is none',
      { ...draft, goals: [{ id: 'x', cells: {}, marks: { stated: 1 } }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    [
      'a confidence that is a text',
      { ...draft, goals: [{ id: 'x', cells: {}, marks: { stated: { confidence: '1' } } }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    [
      'a reading that is none',
      { ...draft, goals: [{ id: 'x', cells: {}, marks: { stated: { read: 1 } } }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    [
      'a lock on nothing',
      { ...draft, goals: [{ id: 'x', cells: {}, locked: ['name'] }] },
      { problem: 'wrong-shape', at: 'goals[0]' },
    ],
    ['no columns', { ...draft, columns: {} }, { problem: 'wrong-shape', at: 'columns' }],
  ])('%s is refused with its place', (_, stored, problem) => {
    expect(readDraft(stored)).toEqual(problem)
  })
})

describe('what is sent as an edit', () => {
  it.each<[unknown, boolean]>([
    [{ kind: 'cell', row: 'a', column: 'name', from: '', to: '1' }, true],
    [{ kind: 'cell', row: 'a', column: 'name', from: '', to: '1', mark: null }, true],
    [{ kind: 'cell', row: 'a', column: 'name', from: '', to: '1', mark: { alternatives: [1] } }, false],
    [{ kind: 'cell', row: 'a', column: 'name', from: '' }, false],
    [{ kind: 'insert', block: 'goals', after: null, row: { id: 'x', cells: {} } }, true],
    [{ kind: 'delete', block: 'goals', after: 'y', row: { id: 'x', cells: { stated: '1' } } }, true],
    [{ kind: 'insert', block: 'nothing', after: null, row: { id: 'x', cells: {} } }, false],
    [{ kind: 'insert', block: 'goals', after: 1, row: { id: 'x', cells: {} } }, false],
    [{ kind: 'move', block: 'goals', row: 'x', from: null, to: 'y' }, true],
    [{ kind: 'move', block: 'goals', row: 1, from: null, to: 'y' }, false],
    [{ kind: 'role', row: 'x', from: null, to: 'part' }, true],
    [{ kind: 'lock', row: 'x', from: [], to: ['name'] }, true],
    [{ kind: 'lock', row: 'x', from: [], to: [1] }, false],
    [{ kind: 'burn' }, false],
    [null, false],
  ])('%j: %s', (value, expected) => {
    expect(isEdit(value)).toBe(expected)
  })

  it('brings no marks and no locks of its own', () => {
    const mark = { confidence: 1 }
    expect(withoutMarks({ kind: 'cell', row: 'a', column: 'name', from: '', to: '1', mark })).toEqual({
      kind: 'cell',
      row: 'a',
      column: 'name',
      from: '',
      to: '1',
    })
    expect(
      withoutMarks({
        kind: 'insert',
        block: 'goals',
        after: null,
        row: { id: 'x', cells: {}, marks: { stated: mark }, locked: ['stated'] },
      }),
    ).toEqual({
      kind: 'insert',
      block: 'goals',
      after: null,
      row: { id: 'x', cells: {} },
    })
    const move = { kind: 'move', block: 'goals', row: 'x', from: null, to: null } as const
    expect(withoutMarks(move)).toBe(move)
  })
})
