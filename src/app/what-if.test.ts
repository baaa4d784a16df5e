import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../core/recognise/sketch.ts'
import { applyWhatIf, readWhatIf, type WhatIfResult } from './what-if.ts'

const form = formFromSketch({
  tasks: [{ name: '培训经费', budgeted: '100', executed: '80' }],
  indicators: [
    { name: '学员满意度', target: '≥95%', actual: '95%', weight: '5', score: '5' },
    { name: '培训人数', target: '≥50人', actual: '40人', weight: '10', score: '8' },
    { name: '学员满意度', target: '≥90%', actual: '92%', weight: '5', score: '5' },
    { name: 'V2.0版系统上线', target: '1套', actual: '1套', weight: '5', score: '5' },
  ],
  total: '90',
})

function change(...texts: readonly string[]): WhatIfResult {
  return applyWhatIf(
    form,
    texts.map((text) => readWhatIf(text)!),
  )
}

describe('a change that is supposed', () => {
  it('is read with fields as the form heads them, and names that hold dots', () => {
    expect(readWhatIf('培训人数.actual=60人')).toEqual({ name: '培训人数', field: 'actual', raw: '60人' })
    expect(readWhatIf('培训人数.完成值 = 60人')).toEqual({ name: '培训人数', field: 'actual', raw: '60人' })
    expect(readWhatIf('V2.0版系统上线.target=2套')?.name).toBe('V2.0版系统上线')
    expect(readWhatIf('培训人数.自评得分=8')?.field).toBe('score')
    expect(readWhatIf('培训人数.备注=无')?.field).toBe('note')
    expect(readWhatIf('total=95')).toEqual({ name: '', field: 'total', raw: '95' })
    for (const text of ['', '培训人数', '=60', '培训人数=60人', '培训人数.=60人']) expect(readWhatIf(text)).toBeNull()
  })

  it('changes the one cell that it names', () => {
    const { form: changed } = change('培训人数.actual=60人', '培训.执行数=90', '总分=95')
    expect(changed!.indicators[1]!.actual.raw).toBe('60人')
    expect(changed!.tasks[0]!.executed.total.raw).toBe('90')
    expect(changed!.total.raw).toBe('95')
    expect(change('学员满意度#2.actual=80%').form!.indicators.map(({ actual }) => actual.raw)).toEqual([
      '95%',
      '40人',
      '80%',
      '1套',
    ])
    expect(change('培训人数.score=').form!.indicators[1]!.score).toMatchObject({ raw: '', value: null })
  })

  it('is refused with what can be written in its place', () => {
    expect(change('学员满意度.actual=80%')).toMatchObject({
      problem: 'several',
      choices: ['学员满意度#1（≥95%，95%）', '学员满意度#2（≥90%，92%）'],
    })
    expect(change('培训.note=x', '培.executed=1')).toMatchObject({ problem: 'several' })
    expect(change('培训学员人数.actual=80')).toMatchObject({ problem: 'none', choices: ['培训人数'] })
    expect(change('完全无关.actual=80')).toMatchObject({ problem: 'none', choices: [] })
    expect(change('培训人数.执行=80')).toMatchObject({ problem: 'field', choices: [] })
    expect(change('培训经费.target=80')).toMatchObject({ problem: 'field' })
    expect(change('培训人数.weight=很多')).toMatchObject({ problem: 'value', change: { raw: '很多' } })
    expect(change('total=九十')).toMatchObject({ problem: 'value' })
  })
})
