import { describe, expect, it } from 'vitest'
import { runCheck } from '../../../../tests/support/run-check.ts'
import type { FormSketch } from '../../recognise/sketch.ts'
import { check as actuals } from '../cost-actuals-off-execution.ts'
import { check as targets } from '../cost-targets-off-budget.ts'

const cost = (name: string, target: string, actual: string = target) => ({ level2: '成本指标', name, target, actual })
const form = (budgeted: string, indicators: NonNullable<FormSketch['indicators']>, moneyUnit = '万元'): FormSketch => ({
  moneyUnit,
  tasks: [{ name: '河道保洁经费', content: '河道清淤', budgeted, executed: budgeted }],
  indicators,
})

describe('cost rows of a task', () => {
  it('are added in every unit of money, bare figures in the unit of the table', () => {
    const rows = [cost('河道清淤费用', '≤10万'), cost('河道保洁费用', '≤50000元'), cost('河道护岸费用', '5')]
    expect(runCheck(targets, form('20', rows)).statuses).toEqual(['passed'])
    expect(runCheck(targets, form('20万元', rows)).statuses).toEqual(['passed'])
    expect(runCheck(targets, form('30', rows)).said).toEqual(['warning below@tasks[0].budgeted.total'])
  })

  it('leave out shares, words and prices, and say nothing where only those are there', () => {
    const others = [cost('河道成本控制率', '≤100%'), cost('河道成本', '合理'), cost('河道保洁单价', '≤3万元')]
    expect(runCheck(targets, form('20', [cost('河道清淤费用', '≤20万元'), ...others])).statuses).toEqual(['passed'])
    expect(runCheck(targets, form('20', others.slice(0, 2))).statuses).toEqual(['blocked'])
    expect(runCheck(targets, form('20', others.slice(2))).statuses).toEqual(['notApplicable'])
  })

  it.each([
    ['河道保洁标准', 'notApplicable'],
    ['河道保洁标准(元/公里)', 'notApplicable'],
    ['河道保洁标准\uff08元/公里\uff09', 'notApplicable'],
    ['河道保洁标准≤500元/公里', 'notApplicable'],
    ['河道保洁单价控制数', 'notApplicable'],
    ['人均河道保洁经费', 'notApplicable'],
    ['河道标准宣贯总成本', 'passed'],
    ['河道标准化建设费用', 'passed'],
  ])('take %s for a price only where the word says so', (name, status) => {
    expect(runCheck(targets, form('20', [cost(name, '≤20万元')])).statuses).toEqual([status])
  })

  it('are not compared where a figure, the money or its unit cannot be read', () => {
    const rows = [cost('河道清淤费用', '≤10万元')]
    expect(runCheck(actuals, form('20', [...rows, cost('河道保洁费用', '≤10万元', '')])).statuses).toEqual(['blocked'])
    expect(runCheck(actuals, form('', rows)).statuses).toEqual(['blocked'])
    expect(runCheck(actuals, form('20', rows, '')).statuses).toEqual(['blocked'])
  })

  it('ask for no reason where rows tied to nothing could fill the gap', () => {
    const rows = [cost('河道清淤费用', '≤10万元'), cost('租船费用', '≤12万元')]
    expect(runCheck(targets, form('20', rows)).said).toEqual([])
    expect(runCheck(actuals, form('20', rows)).said).toEqual(['info below@tasks[0].executed.total'])
  })
})
