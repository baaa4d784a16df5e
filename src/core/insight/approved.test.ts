import { describe, expect, it } from 'vitest'
import { type FormSketch, formFromSketch } from '../recognise/sketch.ts'
import { approvedFor } from './approved.ts'

const rows = (...names: readonly string[]) => names.map((name) => ({ name, target: '≥1' }))
const targets = (sketch: FormSketch) => formFromSketch({ kind: 'project', stage: 'targets', ...sketch })

describe('the approved targets of a form', () => {
  const canteens = targets({ project: '社区食堂建设补助', indicators: rows('建成社区食堂数量', '就餐老人满意度') })
  const wards = targets({ project: '病区改造', indicators: rows('改造病床数', '患者满意度') })
  const office = targets({ kind: 'department', department: '某市民政局', indicators: rows('改造病床数') })

  it('are those of the same project, whatever else agrees', () => {
    const form = formFromSketch({ kind: 'project', project: '社区食堂 建设补助', indicators: rows('改造病床数') })
    expect(approvedFor(form, [wards, canteens])).toBe(canteens)
  })

  it('are of the same kind of form, by the name of the department', () => {
    const form = formFromSketch({ kind: 'department', department: '某市民政局', indicators: rows('改造病床数') })
    expect(approvedFor(form, [wards, office])).toBe(office)
    const nameless = formFromSketch({ kind: 'department', implementer: '某市民政局' })
    expect(approvedFor(nameless, [wards, office])).toBe(office)
  })

  it('are those with most indicators in common where the names differ', () => {
    const form = formFromSketch({ kind: 'project', indicators: rows('改造病床数', '患者满意度', '就餐老人满意度') })
    expect(approvedFor(form, [canteens, wards])).toBe(wards)
    expect(approvedFor(form, [wards, canteens])).toBe(wards)
  })

  it('are none where nothing agrees', () => {
    const form = formFromSketch({ kind: 'project', project: '道路养护', indicators: rows('养护里程') })
    expect(approvedFor(form, [canteens, wards, office])).toBeNull()
    expect(approvedFor(form, [])).toBeNull()
  })
})
