/** The whole of docs/adding-an-edition.md on an invented province: its data, its cases, its choice, its scores. */

import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../../src/core/recognise/sketch.ts'
import { nationalProjectCases, number } from '../../src/core/rulebook/editions/common.ts'
import { chooseAmong, cite, type Edition, editionById, editions } from '../../src/core/rulebook/index.ts'
import { runCases, scoreForm } from '../../src/core/scoring/index.ts'
import { looseNumbers } from '../support/numbers-of-edition.ts'

const national = editionById('national-project-2020')!
const law = cite('ziping-proposal/limits')

/** Execution 20 by bands, output 50, benefit and satisfaction 30 together; one indicator by name; a cap. */
const invented: Edition = {
  ...national,
  id: 'nowhere-project-2030',
  title: { zh: '某某省·项目支出(2030年度)', en: 'Nowhere, projects (2030)' },
  place: { name: '某某省', names: ['某某省', '某某市'] },
  firstYear: number('2030', law),
  lastYear: number('2031', law),
  executionPoints: number('20', law),
  blocks: [
    { kinds: ['output'], points: number('50', law) },
    { kinds: ['benefit', 'satisfaction'], points: number('30', law) },
  ],
  execution: {
    method: 'steps',
    steps: [
      { from: number('95', law), share: number('100', law) },
      { from: number('80', law), share: number('70', law) },
    ],
    distribution: 'totalOnly',
    law: [law],
  },
  named: [
    {
      names: ['质保金退还率'],
      points: number('4', law),
      scoring: {
        method: 'deduct',
        side: 'below',
        limit: number('100', law),
        every: number('2', law),
        minus: number('1', law),
      },
      law: [law],
    },
  ],
  caps: [{ below: number('60', law), total: number('75', law) }],
  cases: [
    ...national.cases.filter((one) => !('place' in one) && !nationalProjectCases.includes(one)),
    ...nationalProjectCases.filter((one) => 'row' in one),
    { place: '某某市某局', year: 2030, chosen: true },
    { place: '某某市某局', year: 2031, chosen: true },
    { place: '某某市某局', year: 2029, chosen: false },
    { place: '某某市某局', year: 2032, chosen: false },
    { points: 'execution', is: '20' },
    { points: 'output', is: '50' },
    { points: 'benefit', is: '30' },
    { execution: { budgeted: '100', executed: '95' }, score: '20' },
    { execution: { budgeted: '100', executed: '94' }, score: '14' },
    { execution: { budgeted: '100', executed: '80' }, score: '14' },
    { execution: { budgeted: '100', executed: '79' }, score: '0' },
    { total: '95', rate: '59', grade: 'fair', capped: '75' },
    { total: '95', rate: '60', grade: 'excellent' },
    { row: { level1: 'output', name: '质保金退还率', weight: '4', target: '', actual: '100%' }, min: '4', max: '4' },
    { row: { level1: 'output', name: '质保金退还率', weight: '4', target: '', actual: '96%' }, min: '2', max: '2' },
  ],
}

const all = [...editions, invented]

const form = formFromSketch({
  kind: 'project',
  region: '某某市',
  fiscalYear: '2030年',
  tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '90', weight: '20', score: '14' }],
  indicators: [
    { level1: '产出指标', name: '质保金退还率', target: '≥90%', actual: '96%', weight: '4', score: '2' },
    { level1: '产出指标', name: '改造里程', target: '≥50公里', actual: '50公里', weight: '46', score: '46' },
    { level1: '效益指标', name: '通车率', target: '≥90%', actual: '90%', weight: '30', score: '30' },
  ],
  total: '92',
})

describe('an edition for an invented province', () => {
  it('has cases that hold', () => {
    expect(runCases(invented)).toEqual([])
  })

  it('has a case for every number', () => {
    expect(looseNumbers(invented)).toEqual([])
  })

  it('is told where a number has no case', () => {
    const cases = invented.cases.filter((one) => !('total' in one && one.rate === '60'))
    expect(looseNumbers({ ...invented, cases })).toEqual(['caps.0.below 60 + 1 unit'])
  })

  it('is chosen for its place and years, and hinders no other', () => {
    const query = { kind: 'project', year: 2030 } as const
    expect(chooseAmong(all, { ...query, place: '某某市某局' })).toEqual({ edition: invented, choice: 'exact' })
    expect(chooseAmong(all, { ...query, place: '某某市', year: 2035 }).choice).toBe('earlierYear')
    for (const place of ['深圳市', '湖北省', '']) {
      expect(chooseAmong(all, { ...query, place })).toEqual(chooseAmong(editions, { ...query, place }))
    }
  })

  it('scores a form as it says, and otherwise than the national rule', () => {
    const scored = scoreForm(form, invented)
    expect(scored.rows.map(({ rule, recomputed }) => [rule, recomputed?.max.toString()])).toEqual([
      ['named', '2'],
      ['positive', '46'],
      ['positive', '30'],
    ])
    expect(scored.rows.map(({ agreement }) => agreement)).toEqual(['equal', 'equal', 'equal'])
    expect(scored.total.recomputed.max.toString()).toBe('92')
    expect(scored.rows[0]?.law).toEqual([law])
    expect(scoreForm(form, national).total.recomputed.max.toString()).not.toBe('92')
  })
})
