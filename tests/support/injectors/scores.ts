/** Errors in scores against their rule: group B. */

import { printCents } from '../cents.ts'
import { centsOf, goodNote, isFull, overNote, rowsWhere, shareOfWeight, withRow, withTotal } from '../edit-sketch.ts'
import {
  besideMissed,
  complaints,
  costs,
  deadline,
  hasRoom,
  type Injector,
  inRow,
  judged,
  less,
  missed,
  quantity,
  row,
  weightText,
  withMoney,
} from './injector.ts'

export const scoreErrors: readonly Injector[] = [
  {
    code: 'B01',
    error: 'target met, half a point taken off',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `100${unit}`,
      score: less(weightText(sketch, index), 50),
      note: '',
    })),
  },
  {
    code: 'B02',
    error: 'score of a missed target half a point too high',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `40${unit}`,
      score: printCents(centsOf(shareOfWeight(sketch, index, 40)) + 50),
      note: goodNote,
    })),
  },
  {
    code: 'B03',
    error: 'upper limit passed, full marks kept',
    kind: 'project',
    inject: inRow(complaints, (sketch, index) => ({
      target: '≤20件',
      actual: '22件',
      score: weightText(sketch, index),
      note: goodNote,
    })),
  },
  {
    code: 'B04',
    error: 'target with an equals sign not hit',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `=100${unit}`,
      actual: `110${unit}`,
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'B06',
    error: 'one and a half times the target without a word',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `150${unit}`,
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'B07',
    error: 'a low target admitted, full marks kept',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `150${unit}`,
      score: weightText(sketch, index),
      note: '原因分析：年初目标值设置过低。改进措施：明年按实际情况重新测算目标值。',
    })),
  },
  {
    code: 'B08',
    error: 'two and a half times the target, explained',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `250${unit}`,
      score: weightText(sketch, index),
      note: overNote,
    })),
  },
  {
    code: 'B09',
    error: 'partly reached by its word, full marks',
    kind: 'project',
    inject: inRow(judged, (sketch, index) => ({
      actual: '部分达成预期指标',
      score: weightText(sketch, index),
      note: goodNote,
    })),
  },
  {
    code: 'B10',
    error: 'one word, 95 % here and 85 % there',
    kind: 'project',
    inject: (form) => {
      const [first, second] = judged(form)
      if (first === undefined || second === undefined) return null
      const at = (index: number, percent: number) => ({
        actual: '全部达成预期指标',
        score: shareOfWeight(form.sketch, index, percent),
        note: goodNote,
      })
      return {
        sketch: withTotal(withRow(withRow(form.sketch, first, at(first, 95)), second, at(second, 85))),
        at: [row(first), row(second)],
      }
    },
  },
  {
    code: 'B11',
    error: 'points lost without a word',
    kind: 'project',
    inject: inRow(missed, () => ({ note: '' })),
  },
  {
    code: 'B12',
    error: 'one of four still being built, full marks kept',
    kind: 'project',
    inject: inRow(besideMissed, (sketch, index) => ({
      target: '≥4座',
      actual: '3座，1座在建',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'B13',
    error: 'a reason without a remedy',
    kind: 'project',
    inject: inRow(missed, () => ({ note: '受汛期连续降雨影响，部分点位进场推迟。' })),
  },
  {
    code: 'B14',
    error: 'seven tenths of the money spent, no word on it',
    kind: 'project',
    inject: (form) => ({ sketch: withMoney(form, '200.00', '140.00'), at: ['tasks'] }),
  },
  {
    code: 'B16',
    error: 'late, full marks kept',
    kind: 'project',
    inject: inRow(deadline, (sketch, index) => ({
      target: `${sketch.fiscalYear}6月30日前`,
      actual: `${sketch.fiscalYear}9月20日`,
      score: weightText(sketch, index),
    })),
  },
  {
    code: 'B17',
    error: 'half of the allowed cost, no word on it',
    kind: 'project',
    inject: inRow(costs, () => ({ target: '≤50万元', actual: '25万元' })),
  },
  {
    code: 'B18',
    error: 'a quarter above the limit, no word on it',
    kind: 'project',
    beside: {
      B03: 'of the score: the limit is passed and no points are taken off; B18 asks for the reason in the remark',
    },
    inject: inRow(complaints, (sketch, index) => ({
      target: '≤20件',
      actual: '25件',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'B19',
    error: 'the note says 20 % above, the figures 50 %',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}`,
      actual: `150${unit}`,
      score: weightText(sketch, index),
      note: '原因分析：群众申请增多，超过目标值20%。改进措施：今后按月比对登记信息。',
    })),
  },
  {
    code: 'B20',
    error: 'full marks everywhere',
    kind: 'project',
    inject: (form) => {
      const perfect = rowsWhere(form, (_, index) => !isFull(form.sketch, index)).reduce((sketch, index) => {
        const { work, name, level1, level2Name } = form.planned[index]!
        const isCounted = level1 === 'benefit' && /数$|年限$/.test(name)
        const counted = isCounted ? form.sketch.indicators![index]!.target!.replace(/^[^\d]*[\d.,，]+/, '') : '%'
        const measure = level2Name === '数量指标' ? work!.unit : counted
        const isLess = name.endsWith('件数') && level1 === 'benefit'
        const figures = isLess
          ? { target: '≤20件', actual: '20件' }
          : { target: `≥90${measure}`, actual: `90${measure}` }
        return withRow(sketch, index, { ...figures, score: weightText(sketch, index), note: '' })
      }, form.sketch)
      return {
        sketch: withTotal(withMoney({ ...form, sketch: perfect }, '200.00', '200.00')),
        at: ['form', 'indicators', 'total'],
      }
    },
  },
  {
    code: 'B22',
    error: 'a point on a row that does not apply',
    kind: 'project',
    inject: (form) => {
      const { sketch, planned } = form
      if (!hasRoom(form)) return null
      const index = planned.findIndex((plan) => plan.work === null)
      return index < 0 ? null : { sketch: withTotal(withRow(sketch, index, { score: '1' })), at: [row(index)] }
    },
  },
]
