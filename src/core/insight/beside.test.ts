import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate/index.ts'
import { formFromSketch } from '../recognise/index.ts'
import { besideRows } from './index.ts'

const form = formFromSketch({
  kind: 'project',
  fiscalYear: '2023',
  indicators: [
    { name: '疫苗冷链验证套数', target: '≥30套', actual: '52套', weight: '10', score: '10' },
    { name: '培训人数', target: '≥50人', actual: '60人', weight: '10', score: '10' },
    {
      name: '印有上年值',
      target: '≥50人',
      actual: '60人',
      weight: '10',
      score: '10',
      extra: { lastYearActual: '50人' },
    },
  ],
})
const lastYear = formFromSketch({
  indicators: [
    { name: '2022年疫苗冷链验证套数', actual: '52套' },
    { name: '印有上年值', actual: '900人' },
    { name: '培训人数', actual: '' },
  ],
})

function rules(of: typeof form): readonly string[] {
  return evaluate({ form: of })
    .value!.findings.filter(({ rule }) => rule === 'target-below-history' || rule === 'self-score-far-from-review')
    .map(({ rule, at }) => `${rule}@${at[0].path}`)
}

describe('what other forms say of a row', () => {
  it('wakes the checks that wait for it', () => {
    expect(rules(form)).toEqual([])
    expect(
      rules(
        besideRows(form, {
          lastYear,
          reviewed: new Map([
            [1, '6'],
            [0, '10'],
          ]),
        }),
      ),
    ).toEqual(['target-below-history@indicators[0].target', 'self-score-far-from-review@indicators[1].score'])
  })

  it('leaves rows alone of which nothing is known, and makes a row once', () => {
    const beside = besideRows(form, { lastYear })
    expect(beside.indicators[1]).toBe(form.indicators[1])
    expect(beside.indicators[2]!.extra.lastYearActual!.raw).toBe('50人')
    expect(besideRows(form, { lastYear }).indicators[0]).toBe(beside.indicators[0])
    expect(besideRows(form, { lastYear, reviewed: new Map([[0, '9']]) }).indicators[0]).not.toBe(beside.indicators[0])
    expect(besideRows(form, {}).indicators).toEqual(form.indicators)
  })
})
