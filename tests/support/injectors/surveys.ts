/** Errors in surveys and in what a form says of itself: the later codes of groups B, C and D. */

import { rowsWhere, shareOfWeight, weightOf, withRow, withTotal } from '../edit-sketch.ts'
import type { GeneratedForm } from '../generate-form.ts'
import {
  full,
  type Injector,
  inRow,
  missed,
  quantity,
  row,
  satisfaction,
  share,
  weightText,
  withMoney,
} from './injector.ts'

const surveyed = 'surveyed-project'

/** Rows of full marks at a whole percentage, in an order that does not depend on their figures. */
const asked = (form: GeneratedForm) => satisfaction(form).filter((index) => form.sketch.indicators![index]!.survey)

export const surveyErrors: readonly Injector[] = [
  {
    code: 'C24',
    error: 'a percentage that 186 answers cannot give',
    kind: 'project',
    layout: surveyed,
    inject: inRow(asked, () => ({
      target: '≥90%',
      actual: '94.3%',
      survey: { sampleSize: '200', validAnswers: '186', surveyMethod: '电话回访' },
    })),
  },
  {
    code: 'C25',
    error: 'more valid answers than were sent out',
    kind: 'project',
    layout: surveyed,
    inject: inRow(asked, () => ({
      target: '≥90%',
      actual: '95%',
      survey: { sampleSize: '200', validAnswers: '300', surveyMethod: '电话回访' },
    })),
  },
  {
    code: 'C25',
    error: 'a rate that is not satisfied over valid, told in a remark',
    kind: 'project',
    inject: inRow(satisfaction, () => ({
      target: '≥90%',
      actual: '98%',
      note: '发放问卷500份，回收有效问卷400份，满意372份。',
    })),
  },
  {
    code: 'C26',
    error: 'twelve answers',
    kind: 'project',
    layout: surveyed,
    inject: inRow(asked, () => ({
      target: '≥75%',
      actual: '75%',
      survey: { sampleSize: '12', validAnswers: '12', satisfiedAnswers: '9', surveyMethod: '电话回访' },
    })),
  },
  {
    code: 'C27',
    error: 'three satisfaction rows at 100 %',
    kind: 'project',
    inject: (form) => {
      const rows = satisfaction(form).slice(0, 3)
      if (rows.length < 3) return null
      const all = { target: '≥90%', actual: '100%', note: '' }
      return { sketch: rows.reduce((sketch, index) => withRow(sketch, index, all), form.sketch), at: rows.map(row) }
    },
  },
  {
    code: 'C23',
    error: 'a ceiling on a rate that should be high',
    kind: 'project',
    inject: inRow(share, (sketch, index) => ({
      target: '≤95%',
      actual: '95%',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'B23',
    error: 'the target was dropped in mid-year, its points were not',
    kind: 'project',
    inject: inRow(full, (sketch, index) => ({
      note: `${sketch.indicators![index]!.note ?? ''}经批准，该指标已取消。`,
    })),
  },
  {
    code: 'B26',
    error: 'one empty phrase on three rows',
    kind: 'project',
    inject: (form) => {
      const rows = rowsWhere(form, (plan, index) => {
        const first = form.planned.findIndex(({ topic }) => topic === plan.topic)
        return first === index
      }).slice(0, 3)
      if (rows.length < 3) return null
      const note = '原因分析：推进力度不够，思想认识不足。改进措施：今后强化管理。'
      return {
        sketch: rows.reduce((sketch, index) => withRow(sketch, index, { note }), form.sketch),
        at: rows.map(row),
      }
    },
  },
  {
    code: 'B27',
    error: 'the epidemic, and nothing it did',
    kind: 'project',
    inject: inRow(missed, () => ({ note: '原因分析：受疫情影响，未完成年度目标。改进措施：今后加强调度。' })),
  },
  {
    code: 'C15',
    error: 'a target of half of what was reached the year before',
    kind: 'project',
    layout: 'xinjiang-project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `105${unit}`,
      score: weightText(sketch, index),
      note: '',
      extra: { ...sketch.indicators![index]!.extra, lastYearActual: `200${unit}` },
    })),
  },
  {
    code: 'C19',
    error: 'prisoners asked in a form that knows none',
    kind: 'project',
    inject: (form) => {
      const [index] = satisfaction(form)
      const knowsPrisoners = /司法|矫正|公安|监狱/.test(JSON.stringify(form.sketch))
      if (index === undefined || knowsPrisoners) return null
      return { sketch: withRow(form.sketch, index, { name: '服刑人员满意度' }), at: [row(index)] }
    },
  },
  {
    code: 'D08',
    error: 'a scored row without its papers',
    kind: 'project',
    layout: 'xinjiang-project',
    inject: (form) => {
      const [index, other] = full(form)
      if (index === undefined || other === undefined) return null
      return { sketch: withRow(form.sketch, index, { extra: { evidence: '' } }), at: [row(index)] }
    },
  },
  {
    code: 'D10',
    error: 'full marks for what nobody has accepted',
    kind: 'project',
    inject: inRow(
      (form) => quantity(form).filter((index) => full(form).includes(index)),
      (sketch, index) => ({ note: `${sketch.indicators![index]!.note ?? ''}已完工，尚未组织竣工验收。` }),
    ),
  },
  {
    code: 'D12',
    error: 'all paid, the quantities two fifths done, no word on it',
    kind: 'project',
    beside: { B11: 'of each row that lost points without a reason; D12 sets the whole of the work against the money' },
    inject: (form) => {
      const outputs = rowsWhere(form, ({ level1, level2Name }) => level1 === 'output' && level2Name !== '成本指标')
      const weigh = (rows: readonly number[]) => rows.reduce((sum, index) => sum + weightOf(form.sketch, index), 0)
      const counted = outputs.filter((index) => form.planned[index]!.level2Name === '数量指标')
      if (weigh(counted) * 2 < weigh(outputs) || counted.length === 0) return null
      const paid = withMoney(form, '200.00', '200.00')
      const sketch = counted.reduce((changed, index) => {
        const { unit } = form.planned[index]!.work!
        return withRow(changed, index, {
          target: `≥300${unit}`,
          actual: `120${unit}`,
          score: shareOfWeight(changed, index, 40),
          note: '',
        })
      }, paid)
      return { sketch: withTotal(sketch), at: ['form'] }
    },
  },
  {
    code: 'D16',
    error: 'the reviewer gives half',
    kind: 'project',
    layout: 'review-sheet',
    inject: inRow(full, (sketch, index) => ({
      extra: { reviewScore: String(Number(sketch.indicators![index]!.score) / 2) },
    })),
  },
]
