import { describe, expect, it } from 'vitest'
import { runCheck } from '../../../tests/support/run-check.ts'
import { check } from './payment-ahead-of-progress.ts'

const form = (note: string) => ({
  tasks: [{ row: 'total' as const, name: '年度资金总额', budgeted: '100', executed: '96', rate: '96%' }],
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '护栏安装长度',
      target: '≥100米',
      actual: '60米',
      weight: '10',
      note,
    },
  ],
})

describe('payment ahead of progress', () => {
  it('is a hint where the rows behind tell why, or have no place to', () => {
    expect(runCheck(check, form('')).said).toEqual(['warning ahead@form'])
    expect(runCheck(check, form('材料到货较晚。')).said).toEqual(['info ahead@form'])
    expect(runCheck(check, form(''), { columns: ['name', 'target', 'actual'] }).said).toEqual(['info ahead@form'])
  })
})
