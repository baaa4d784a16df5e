import { describe, expect, it } from 'vitest'
import type { FormSketch } from '../recognise/index.ts'
import { formFromSketch, withCell } from '../recognise/index.ts'
import { editionById } from '../rulebook/index.ts'
import { scoreForm } from '../scoring/index.ts'
import { compareForms } from './compare-forms.ts'

const sketch: FormSketch = {
  kind: 'project',
  fiscalYear: '2021',
  tasks: [
    { row: 'total', name: '年度资金总额', budgeted: '100', executed: '80', weight: '10', rate: '80%', score: '8' },
  ],
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '道路养护里程',
      target: '≥100公里',
      actual: '90公里',
      weight: '50',
      score: '45',
    },
    {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '受益人口',
      target: '≥200人',
      actual: '300人',
      weight: '30',
      score: '30',
    },
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '群众满意度',
      target: '≥90%',
      actual: '95%',
      weight: '10',
      score: '10',
    },
  ],
  total: '93',
}
const national = editionById('national-project-2020')!
const hubei = editionById('hubei-project-2020')!

function judged(
  edit: (form: ReturnType<typeof formFromSketch>) => ReturnType<typeof formFromSketch> = (form) => form,
  edition = national,
) {
  const form = edit(formFromSketch(sketch))
  return { form, scored: scoreForm(form, edition) }
}

describe('comparing two results', () => {
  it('the same form differs in nothing', () => {
    const { rows, unchanged, total } = compareForms(judged(), judged())
    expect(rows).toEqual([])
    expect(unchanged).toBe(3)
    expect(total.recomputed.max.isZero).toBe(true)
  })

  it('attributes a changed cell to its row', () => {
    const { rows, total, rest } = compareForms(
      judged(),
      judged((form) => withCell(form, 'indicators[0].actual', '100公里')!),
    )
    expect(rows.map(({ name, cells }) => [name, cells])).toEqual([['道路养护里程', ['actual']]])
    expect(rows[0]!.change.recomputed.max.toString()).toBe('5')
    expect(total.recomputed.max.toString()).toBe('5')
    expect(rest.recomputed.max.isZero).toBe(true)
  })

  it('attributes another edition to the execution and the rows it moves, and adds up exactly', () => {
    const { rows, execution, rest, total } = compareForms(judged(), judged(undefined, hubei))
    const explained = rows.reduce(
      (sum, row) => sum.plus(row.change.recomputed.max),
      execution.recomputed.max.plus(rest.recomputed.max),
    )
    expect(explained.toString()).toBe(total.recomputed.max.toString())
  })

  it('names rows that stand in one form only', () => {
    const fewer = judged((form) => ({ ...form, indicators: form.indicators.slice(1) }))
    expect(compareForms(judged(), fewer).rows[0]).toMatchObject({ name: '道路养护里程', after: null })
    expect(compareForms(fewer, judged()).rows.at(-1)).toMatchObject({ name: '道路养护里程', before: null })
  })
})
