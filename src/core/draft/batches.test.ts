import { describe, expect, it } from 'vitest'
import { counter } from '../../../tests/support/draft-edits.ts'
import { formFromSketch } from '../recognise/index.ts'
import { allocateWeights, applyAll, type Draft, draftOf, type Edit, fillDown, pasteBlock, reorder } from './index.ts'

const draft = draftOf(
  formFromSketch({
    indicators: [
      { name: '甲', weight: '3', target: '1' },
      { name: '乙', weight: '1', target: '2' },
      { name: '丙', weight: '', target: '' },
    ],
  }),
  counter(),
)
const ids = draft.indicators.map(({ id }) => id)
const columns = ['level1', 'level2', 'name', 'target', 'actual']

function withEdits(edits: readonly Edit[]): Draft {
  const result = applyAll(draft, edits)
  if (!result.ok) throw new Error(result.code)
  return result.draft
}

function column(changed: Draft, name: string): readonly string[] {
  return changed.indicators.map(({ cells }) => cells[name] ?? '')
}

describe('a pasted block', () => {
  it('fills the cells from its corner on, adds the rows it needs, and can be undone', () => {
    const paste = pasteBlock(
      draft,
      { row: ids[1]!, column: 'name' },
      [
        ['a', ' ≥1 '],
        ['b', ''],
        ['c', '≥3'],
      ],
      columns,
      counter('n'),
    )!
    const changed = withEdits(paste.edits)
    expect(column(changed, 'name')).toEqual(['甲', 'a', 'b', 'c'])
    expect(column(changed, 'target')).toEqual(['1', '≥1', '', '≥3'])
    expect(paste.cut).toBe(0)
  })

  it('has the label of merged cells in each row', () => {
    const texts = [
      ['产出指标', '数量指标', 'a'],
      ['', '', 'b'],
      ['', '质量指标', 'c'],
    ]
    const changed = withEdits(
      pasteBlock(draft, { row: ids[0]!, column: 'level1' }, texts, columns, counter('n'))!.edits,
    )
    expect(column(changed, 'level1')).toEqual(['产出指标', '产出指标', '产出指标'])
    expect(column(changed, 'level2')).toEqual(['数量指标', '数量指标', '质量指标'])
  })

  it('does not wipe out a label where the first row has none', () => {
    const changed = withEdits(
      pasteBlock(draft, { row: ids[0]!, column: 'level1' }, [['', '', 'a']], columns, counter('n'))!.edits,
    )
    expect(column(changed, 'level1')).toEqual(['', '', ''])
  })

  it('says how many columns stand beyond the table', () => {
    expect(
      pasteBlock(draft, { row: ids[0]!, column: 'actual' }, [['1', '2', '3'], ['4']], columns, counter('n'))!.cut,
    ).toBe(2)
  })

  it('goes into tables only', () => {
    for (const cell of [
      { row: 'head', column: 'name' },
      { row: 'gone', column: 'name' },
      { row: ids[0]!, column: 'nothing' },
    ]) {
      expect(pasteBlock(draft, cell, [['a']], columns, counter('n'))).toBeNull()
    }
  })
})

describe('filling down', () => {
  it('repeats the first cell', () => {
    expect(column(withEdits(fillDown(draft, ids, 'target')), 'target')).toEqual(['1', '1', '1'])
    expect(fillDown(draft, ['gone'], 'target')).toEqual([])
  })
})

describe('points shared out', () => {
  it.each([
    ['equal', 'equal', '10', ['3.34', '3.33', '3.33']],
    ['by what is written', 'asWritten', '10', ['7.5', '2.5', '0']],
    ['by money', ['1', '1', '2'], '15', ['3.75', '3.75', '7.5']],
    ['by money that is missing', ['1', '', '约2'], '15', ['15', '0', '0']],
    ['by fewer figures than rows', ['1'], '15', ['15', '0', '0']],
  ] as const)('%s add up to the total', (_, sharing, total, weights) => {
    expect(column(withEdits(allocateWeights(draft, ids, total, sharing)), 'weight')).toEqual(weights)
  })

  it('are left alone where the total is no number', () => {
    expect(allocateWeights(draft, ids, '满分', 'equal')).toEqual([])
  })
})

describe('rows in another order', () => {
  it.each([[[2, 0, 1]], [[2, 1, 0]], [[0, 1, 2]], [[1]]])('%j', (order) => {
    const wanted = order.map((at) => ids[at]!)
    const changed = withEdits(reorder(draft, 'indicators', [...wanted, 'gone']))
    expect(changed.indicators.map(({ id }) => id)).toEqual([...wanted, ...ids.filter((id) => !wanted.includes(id))])
  })
})
