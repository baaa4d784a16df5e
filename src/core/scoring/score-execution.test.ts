import { describe, expect, it } from 'vitest'
import { full, money, national, number, say, score, shenzhen } from '../../../tests/support/scored.ts'
import { formFromSketch } from '../recognise/sketch.ts'
import { scoreForm } from './index.ts'

describe('execution', () => {
  it('is scored on the total row', () => {
    const { execution, tasks } = score({ tasks: [{ row: 'source', budgeted: '200', executed: '190' }, money] })
    expect(say(execution.recomputed!)).toBe('9.5–9.5')
    expect(execution.rate?.toString()).toBe('95')
    expect(execution.printed?.toString()).toBe('9.5')
    expect(execution.added).toBeNull()
    expect(tasks.map(({ weight }) => weight.recomputed?.toString())).toEqual([undefined, '10'])
    expect(tasks[0]?.rate.recomputed?.toString()).toBe('95')
    expect(execution.steps[0]?.inputs.map(({ path }) => path)).toEqual([
      undefined,
      'tasks[1].executed.total',
      'tasks[1].budgeted.total',
    ])
  })

  it('takes the rows together where there is no total row, tasks before sources', () => {
    const { execution } = score({
      tasks: [
        { row: 'group', name: '项目支出' },
        { budgeted: '100', executed: '90', score: '4.5' },
        { budgeted: '100', executed: '100', score: '5' },
        { row: 'source', budgeted: '7', executed: '7' },
      ],
    })
    expect(say(execution.recomputed!)).toBe('9.5–9.5')
    expect(execution.printed).toBeNull()
    expect(execution.added?.toString()).toBe('9.5')
    expect(execution.steps[0]?.inputs.every(({ path }) => path === undefined)).toBe(true)
  })

  it('takes the rows together where the total row is empty, and nothing where a row cannot be read', () => {
    const row = { budgeted: '100', executed: '80' }
    const empty = { row: 'total', weight: '10' } as const
    expect(say(score({ tasks: [row, empty] }).execution.recomputed!)).toBe('8–8')
    const unread = score({ tasks: [row, { budgeted: '1oo元整', executed: '80' }, empty] }).execution
    expect(unread.budgeted).toBeNull()
    expect(say(unread.recomputed!)).toBe('0–10')
  })

  it('is open where there is no money table at all', () => {
    expect(say(score({ indicators: [full] }).execution.recomputed!)).toBe('0–10')
  })

  it('earns nothing from a budget of 0, and at most all points from an overspent one', () => {
    const none = score({ tasks: [{ ...money, budgeted: '0', executed: '5' }] })
    expect(say(none.execution.recomputed!)).toBe('0–0')
    expect(none.execution.rate).toBeNull()
    const over = score({ tasks: [{ ...money, executed: '210' }] }).execution
    expect(say(over.recomputed!)).toBe('10–10')
    expect(over.because.length).toBe(1)
    expect(score({ tasks: [money] }).execution.because).toEqual([])
  })

  it('goes by bands where the edition has them', () => {
    const steps = [
      { from: number('100'), share: number('100') },
      { from: number('80'), share: number('70') },
    ]
    const execution = { ...national.execution, method: 'steps', steps } as const
    expect(say(score({ tasks: [money] }, { execution }).execution.recomputed!)).toBe('7–7')
    expect(say(score({ tasks: [{ ...money, executed: '20' }] }, { execution }).execution.recomputed!)).toBe('0–0')
    expect(
      say(score({ tasks: [money] }, { execution: { ...national.execution, method: 'steps' } }).execution.recomputed!),
    ).toBe('0–0')
  })

  it('is not added twice where an indicator row carries it', () => {
    const { execution, total } = score({
      tasks: [money],
      indicators: [
        full,
        { level1: '预算执行率(10分)', name: '预算执行率', target: '100%', actual: '95%', weight: '10', score: '9.5' },
      ],
    })
    expect(execution.recomputed).toBeNull()
    expect([total.added, total.weights].join()).toBe('59.5,60')
  })

  it('is not added where nothing is printed for it and the indicators make the whole', () => {
    const whole = { ...full, weight: '100', score: '100' }
    const tasks = [{ row: 'total', budgeted: '200', executed: '190', rate: '95%' }] as const
    expect(score({ tasks, indicators: [whole] }).execution.recomputed).toBeNull()
    expect(say(score({ tasks, indicators: [full] }).execution.recomputed!)).toBe('9.5–9.5')
    expect(say(score({ tasks, indicators: [whole], executionPoints: '10' }).execution.recomputed!)).toBe('9.5–9.5')
    expect(score({ tasks, indicators: [whole], total: '100' }).lost).toBeNull()
  })

  it('is shared among the tasks by budget where the edition says so', () => {
    const form = formFromSketch({
      tasks: [
        { budgeted: '100', executed: '50', weight: '6.67', score: '3.33' },
        { budgeted: '50', executed: '60' },
        { name: '空' },
        { row: 'group' },
        { row: 'source', budgeted: '150', executed: '110' },
      ],
    })
    const { tasks } = scoreForm(form, shenzhen)
    expect(tasks.map(({ weight }) => weight.recomputed)).toEqual([null, null, null, null, null])
    const filled = formFromSketch({
      tasks: [{ budgeted: '100', executed: '50' }, { budgeted: '50', executed: '60' }, { row: 'group' }],
    })
    const shared = scoreForm(filled, shenzhen).tasks
    expect(shared.map(({ weight }) => weight.recomputed?.toString())).toEqual(['6.67', '3.33', undefined])
    expect(shared.map(({ score }) => score.recomputed?.toString())).toEqual(['3.33', '3.33', undefined])
    expect(shared[0]?.steps[0]?.inputs[1]).not.toHaveProperty('path')
    const zero = scoreForm(formFromSketch({ tasks: [{ budgeted: '0', executed: '0' }] }), shenzhen)
    expect(zero.tasks[0]?.weight.recomputed).toBeNull()
    const half = scoreForm(
      formFromSketch({ tasks: [{ budgeted: '10' }, { row: 'total', budgeted: '10', executed: '1' }] }),
      shenzhen,
    )
    expect(half.tasks[0]?.weight.recomputed?.toString()).toBe('10')
    expect(half.tasks[0]?.score.recomputed).toBeNull()
  })
})
