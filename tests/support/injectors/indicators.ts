/** Errors in the making of indicators: group C. */

import { withRow } from '../edit-sketch.ts'
import {
  besideMissed,
  costs,
  type Injector,
  inRow,
  judged,
  missed,
  quantity,
  row,
  satisfaction,
  share,
  weightText,
} from './injector.ts'

export const indicatorErrors: readonly Injector[] = [
  {
    code: 'C01',
    error: 'a quality target that only praises',
    kind: 'project',
    inject: inRow(
      (form) => judged(form).filter((index) => form.planned[index]!.level1 === 'output'),
      () => ({ target: '明显提升', actual: '明显提升' }),
    ),
  },
  {
    code: 'C03',
    error: 'an acceptance rate under satisfaction',
    kind: 'project',
    inject: inRow(satisfaction, () => ({ name: '园区道闸验收合格率', target: '≥95%', actual: '96%', note: '' })),
  },
  {
    code: 'C04',
    error: 'a floor under a cost',
    kind: 'project',
    inject: inRow(costs, () => ({ target: '≥50万元', actual: '50万元' })),
  },
  {
    code: 'C05',
    error: 'a share of at least 100 %',
    kind: 'project',
    inject: inRow(share, (sketch, index) => ({
      target: '≥100%',
      actual: '100%',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'C06',
    error: 'a target without operator',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `100${unit}`,
      actual: `110${unit}`,
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'C07',
    error: 'a target without unit',
    kind: 'project',
    inject: inRow(quantity, (sketch, index) => ({
      target: '≥100',
      actual: '100',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'C08',
    error: 'a word for a figure',
    kind: 'project',
    inject: inRow(share, (sketch, index) => ({
      target: '≥95%',
      actual: '及时',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'C08',
    error: 'beds wanted, people counted',
    kind: 'project',
    inject: inRow(besideMissed, (sketch, index) => ({
      target: '≥300张',
      actual: '310人',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'C09',
    error: 'one name twice',
    kind: 'project',
    inject: (form) => {
      const [first, second] = share(form)
      if (first === undefined || second === undefined) return null
      return {
        sketch: withRow(form.sketch, second, { name: form.sketch.indicators![first]!.name! }),
        at: [row(first), row(second)],
      }
    },
  },
  {
    code: 'C11',
    error: 'the execution rate as an indicator',
    kind: 'project',
    inject: inRow(share, (sketch, index) => ({
      name: '预算执行率',
      target: '≥95%',
      actual: '96%',
      score: weightText(sketch, index),
      note: '',
    })),
  },
  {
    code: 'C20',
    error: 'a placeholder left in the target',
    kind: 'project',
    inject: inRow(
      (form) => (missed(form).length > 1 ? quantity(form) : []),
      (sketch, index, unit) => ({
        target: `**${unit}`,
        actual: `100${unit}`,
        score: weightText(sketch, index),
        note: '',
      }),
    ),
  },
  {
    code: 'C21',
    error: 'a target that adjusts itself',
    kind: 'project',
    inject: inRow(quantity, (sketch, index, unit) => ({
      target: `≥100${unit}（按实际数量为准）`,
      actual: `100${unit}`,
      score: weightText(sketch, index),
      note: '',
    })),
  },
]
