import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { full, national, shenzhen } from '../../../tests/support/scored.ts'
import { type Indicator, indicatorPath } from '../model/index.ts'
import { formFromSketch, type IndicatorSketch } from '../recognise/sketch.ts'
import { newScoreMemo, scoreAhead, scoreForm } from './index.ts'

const seed = Number(process.env.ZIPING_SEED ?? 20260101)

describe('the memo of scores', () => {
  const sketch = { indicators: [full, { ...full, name: '人次' }] }

  it('answers with the same object for an unchanged row, and only for it', () => {
    const memo = newScoreMemo()
    const form = formFromSketch(sketch)
    const first = scoreForm(form, national, memo)
    const changed = { ...form, indicators: [form.indicators[0]!, { ...form.indicators[1]! }] }
    const second = scoreForm(changed, national, memo)
    expect(second.rows[0]).toBe(first.rows[0])
    expect(second.rows[1]).not.toBe(first.rows[1])
    expect(second).toEqual(first)
  })

  it('scores again when the place, the year, the columns or the edition changes', () => {
    const memo = newScoreMemo()
    const form = formFromSketch(sketch)
    const first = scoreForm(form, national, memo).rows[0]
    const moved = { ...form, indicators: [...form.indicators].reverse() }
    expect(scoreForm(moved, national, memo).rows[1]).toMatchObject({ path: 'indicators[1]' })
    const dated = { ...form, fiscalYear: { raw: '2022', value: 2022 } }
    expect(scoreForm(dated, national, memo).rows[0]).not.toBe(first)
    const bare = { ...form, columns: { ...form.columns, indicators: [] } }
    expect(scoreForm(bare, national, memo).rows[0]).not.toBe(first)
    expect(scoreForm(form, shenzhen, memo).rows[0]).not.toBe(first)
  })

  it('has rows scored ahead', () => {
    const memo = newScoreMemo()
    const form = formFromSketch(sketch)
    scoreAhead(form, national, memo, 1, 5)
    const [first, second] = form.indicators
    const turned = scoreForm({ ...form, indicators: [{ ...first! }, second!] }, national, memo)
    scoreAhead(form, national, memo, 0, 1)
    expect(scoreForm(form, national, memo).rows[1]).toBe(turned.rows[1])
    expect(turned.rows[1]?.path).toBe(indicatorPath(1))
  })

  it('takes over blocks whose rows stayed', () => {
    const memo = newScoreMemo()
    const form = formFromSketch({
      indicators: [full, { ...full, level2: '质量指标' }, { ...full, level1: '效益指标' }],
    })
    const first = scoreForm(form, national, memo)
    const changed = { ...form, indicators: form.indicators.map((row, index) => (index === 1 ? { ...row } : row)) }
    const second = scoreForm(changed, national, memo)
    const kept = second.blocks.map((block, index) => block === first.blocks[index])
    expect(first.blocks.map(({ name }) => name)).toEqual(['产出指标', '数量指标', '质量指标', '效益指标', '数量指标'])
    expect(kept).toEqual([false, true, false, true, true])
  })

  it('takes over the tasks where none changed, and scores all where one did: their shares hang together', () => {
    const memo = newScoreMemo()
    const tasks = [
      { role: 'total', budgeted: '100', executed: '90' },
      { role: 'task', name: '甲', budgeted: '60', executed: '50' },
    ] as const
    const form = formFromSketch({ tasks, indicators: [full] })
    const first = scoreForm(form, national, memo)
    expect(scoreForm({ ...form, tasks: [...form.tasks] }, national, memo).tasks).toBe(first.tasks)
    const other = formFromSketch({ tasks: [{ ...tasks[0], executed: '80' }, tasks[1]], indicators: [full] })
    expect(scoreForm(other, national, memo).tasks).toEqual(scoreForm(other, national).tasks)
    const longer = { ...form, tasks: [...form.tasks, form.tasks[1]!] }
    expect(scoreForm(longer, national, memo).tasks.length).toBe(3)
  })

  // What can be typed into a row, what cannot be read, another label, another role, another weight.
  const kinds: readonly IndicatorSketch[] = [
    full,
    { ...full, score: '' },
    { ...full, target: '有效提升', actual: '基本达成预期指标' },
    { ...full, target: '良好', actual: '优' },
    { ...full, weight: '' },
    { ...full, weight: '12.5', score: '1.' },
    { ...full, level2: '质量指标' },
    { ...full, level1: '效益指标(30分)' },
    { ...full, level1: '效益指标(30分)', score: '40' },
    { ...full, level1: '效益指标(20分)' },
    { ...full, level1: '效益指标', level2: '' },
    { ...full, level1: '其他', score: '3' },
    { ...full, role: 'part' },
    { ...full, role: 'notApplicable', score: '' },
    { ...full, role: 'notApplicable', score: '', weight: '' },
  ]
  const pool: readonly Indicator[] = kinds.flatMap((kind) => formFromSketch({ indicators: [kind] }).indicators)
  const one = fc.constantFrom(...pool).map((indicator) => ({ ...indicator }))
  const step = fc.record({
    act: fc.constantFrom('put' as const, 'put' as const, 'put' as const, 'add' as const, 'drop' as const),
    at: fc.nat(),
    indicator: one,
  })

  it('says what is said without it, whatever is changed one after another', () => {
    const form = formFromSketch({ indicators: kinds, total: '80' })
    const edition = { ...national, notApplicable: { method: 'rescale', law: [] } } as const
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.array(step, { maxLength: 20 }), (start, steps) => {
        const memo = newScoreMemo()
        let indicators: readonly Indicator[] = start
        for (const { act, at, indicator } of steps) {
          const index = at % Math.max(1, indicators.length)
          if (act === 'add') indicators = indicators.toSpliced(index, 0, indicator)
          else if (act === 'drop' || indicators.length === 0) indicators = indicators.toSpliced(index, 1)
          else indicators = indicators.with(index, indicator)
          const present = { ...form, indicators }
          expect(scoreForm(present, edition, memo)).toEqual(scoreForm(present, edition))
        }
      }),
      { numRuns: 200, seed },
    )
  })
})
