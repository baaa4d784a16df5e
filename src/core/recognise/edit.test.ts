import { describe, expect, it } from 'vitest'
import { cellAt } from '../model/index.ts'
import { pathsNamed, withCell } from './edit.ts'
import { formFromSketch } from './sketch.ts'

const form = formFromSketch({
  fiscalYear: '2021',
  tasks: [{ name: '河道治理', budgeted: '10', executed: '9' }],
  goals: [{ stated: '甲' }],
  indicators: [
    { name: '治理河道长度', target: '≥10公里', actual: '8公里', weight: '5', score: '4' },
    { name: '治理河道条数', target: '3', actual: '3', weight: '5', score: '5' },
  ],
})

describe('changing a cell', () => {
  it.each([
    ['indicators[0].actual', '12公里'],
    ['indicators[0].target', '≤3'],
    ['indicators[1].score', '4.5'],
    ['indicators[1].weight', ''],
    ['indicators[1].note', '原因'],
    ['tasks[0].executed.total', '10'],
    ['tasks[0].weight', '10'],
    ['tasks[0].completion', '全部达成'],
    ['goals[0].achieved', '乙'],
    ['total', '99'],
    ['grade', '优'],
  ])('%s becomes %s and nothing else changes', (path, raw) => {
    const edited = withCell(form, path, raw)!
    expect(cellAt(edited, path)?.raw).toBe(raw)
    expect(withCell(edited, path, cellAt(form, path)!.raw)).toEqual(form)
  })

  it.each([
    'indicators[9].actual',
    'indicators[0].nothing',
    'tasks[0].executed.nothing',
    'goals[3].stated',
    'title',
    '',
  ])('%s names no cell that can be changed', (path) => expect(withCell(form, path, 'x')).toBeNull())

  it('unreadable figures are null, never 0', () => {
    expect(withCell(form, 'indicators[0].score', '合格')!.indicators[0]!.score).toEqual({ raw: '合格', value: null })
  })

  it('finds the rows a person means by a name', () => {
    expect(pathsNamed(form, '治理河道长度', 'actual')).toEqual(['indicators[0].actual'])
    expect(pathsNamed(form, '河道', 'actual')).toEqual(['indicators[0].actual', 'indicators[1].actual'])
    expect(pathsNamed(form, '河道治理', 'executed')).toEqual(['tasks[0].executed'])
    expect(pathsNamed(form, '河道#2', 'actual')).toEqual(['indicators[1].actual'])
    expect(pathsNamed(form, '河道#3', 'actual')).toEqual([])
    expect(pathsNamed(form, '没有', 'actual')).toEqual([])
    expect(pathsNamed(form, '', 'total')).toEqual(['total'])
  })
})
