import { describe, expect, it } from 'vitest'
import { cutMoney } from './cut-money.ts'

const plain = ['name', 'budgeted.total', 'executed.total', 'rate', 'score']
const full = ['name', 'initialBudget', 'budgeted.total', 'executed.total', 'weight', 'rate', 'score']
const beijing = ['name', 'initialBudget', 'executed.total', 'weight', 'rate', 'score', '?得分计算方法']

describe('figures of a row of money that run together', () => {
  it('are cut where the rate is what was spent of the budget', () => {
    expect(cutMoney('年度财政资金总额2.342.34120', plain)).toEqual(['年度财政资金总额', '2.34', '2.34', '1', '20'])
    expect(cutMoney('年度财政资金总额2020100%20%', plain)).toEqual(['年度财政资金总额', '20', '20', '100%', '20%'])
  })

  it('are cut where the score is its share of the points', () => {
    expect(cutMoney('年度资金总额56.456.448.21085.5%8.55', full)).toEqual([
      '年度资金总额',
      '56.4',
      '56.4',
      '48.2',
      '10',
      '85.5%',
      '8.55',
    ])
    expect(cutMoney('年度资金总额:420.5210.251050%5执行率*该指标分值', beijing)).toEqual([
      '年度资金总额:',
      '420.5',
      '210.25',
      '10',
      '50%',
      '5',
      '执行率*该指标分值',
    ])
  })

  it('are left to the columns where no cut fulfils that, or several do', () => {
    expect(cutMoney('年度资金总额420.5210.25109%5', beijing)).toBe(null)
    expect(cutMoney('年度资金总额1111111111', ['name', 'budgeted.total', 'executed.total', 'rate'])).toBe(null)
    expect(cutMoney('年度资金总额0.50.5100%', ['name', 'executed.total', 'rate'])).toBe(null)
    expect(cutMoney('年度资金总额2020100%', ['name', 'budgeted.total', 'executed.total'])).toBe(null)
    expect(cutMoney('年度资金总额', plain)).toBe(null)
  })
})
