import { describe, expect, it } from 'vitest'
import { type FormSketch, formFromSketch } from '../recognise/index.ts'
import { earlierFormsOf, projectFormsOf } from './index.ts'

const rows = { indicators: [{ name: '修缮活动室处数', target: '4处' }] }
const department = (fiscalYear: string, more: FormSketch = {}) =>
  formFromSketch({ kind: 'department', department: '区文化馆', fiscalYear, ...more })

describe('forms of other files beside a form', () => {
  it('takes earlier years of the same unit, the latest first, one of each', () => {
    const [of2020, of2021] = [department('2020'), department('2021')]
    const others = [
      of2020,
      of2021,
      department('2021'),
      department('2022'),
      department(''),
      department('2019', { department: '区图书馆' }),
      department('2019', { stage: 'targets' }),
      formFromSketch({ kind: 'project', project: '送戏下乡', fiscalYear: '2019' }),
    ]
    expect(earlierFormsOf(department('2022'), others)).toEqual([
      { year: 2021, form: of2021 },
      { year: 2020, form: of2020 },
    ])
    expect(earlierFormsOf(department(''), others)).toEqual([])
  })

  it('goes by rows in common where a form names nobody', () => {
    const nameless = department('2021', { department: '', ...rows })
    expect(earlierFormsOf(department('2022', rows), [nameless])).toEqual([{ year: 2021, form: nameless }])
    expect(earlierFormsOf(department('2022'), [nameless])).toEqual([])
  })

  it('takes projects of the same year beside a department, and beside nothing else', () => {
    const project = (fiscalYear: string, stage?: 'targets') =>
      formFromSketch({ kind: 'project', project: '送戏下乡', fiscalYear, ...(stage === undefined ? {} : { stage }) })
    const [same, undated] = [project('2022'), project('')]
    const others = [same, undated, project('2021'), project('2022', 'targets'), department('2022')]
    expect(projectFormsOf(department('2022'), others)).toEqual([same, undated])
    expect(projectFormsOf(department(''), [same])).toEqual([same])
    expect(projectFormsOf(same, others)).toEqual([])
  })
})
