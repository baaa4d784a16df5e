import { gather } from '../model/gather.ts'
import { Exact, type FormPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import type { FormCheck } from './check.ts'

/** No source gives a number; a table beyond these says little about what matters. */
const MOST_ROWS = 40
const LEAST_WEIGHT = Exact.of('1/2')

export const check: FormCheck = {
  id: 'splintered-weights',
  code: 'C12',
  over: 'form',
  title: {
    passed: { zh: '指标数量和分值适中', en: 'Indicators are few and weighty' },
    failed: { zh: '指标过多、分值过碎', en: 'Splintered weights' },
  },
  why: {
    zh: '指标应少而精；分值不到0.5分的指标，完不完成都不影响结果。',
    en: 'Indicators should be few and decisive; below half a point a row decides nothing.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/limits'), cite('caiyu-2021-101/frame')],
  messages: {
    splintered: {
      text: {
        zh: '共{rows}项计分指标，其中{small}项分值不到{limit}分，最小{least}分',
        en: '{rows} scored indicators, {small} of them below {limit} points, the least {least}',
      },
      advice: { zh: '合并同类指标，突出核心指标', en: 'merge rows of one kind and keep those that matter' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:101',
      form: {
        indicators: [
          { name: '后勤保障经费', weight: '0.01' },
          { name: '年审运营管理经费', weight: '0.04' },
          { name: '成本', weight: '6.79' },
        ],
      },
      flagged: ['splintered@indicators[0].weight'],
    },
    {
      from: 'made',
      form: { indicators: Array.from({ length: 41 }, (_, index) => ({ name: `培训课程${index + 1}`, weight: '2' })) },
      flagged: ['splintered@indicators[0].weight'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训人数', weight: '10' },
          { name: '其中:女性', role: 'part' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form }) {
    const rows = gather(form.indicators, (indicator, index) => {
      const weight = indicator.weight.value
      return indicator.role === 'scored' && weight !== null && weight.isPositive
        ? [{ path: `indicators[${index}].weight` as FormPath, weight }]
        : []
    })
    const [first, ...others] = rows
    if (first === undefined) return 'skip'
    const small = rows.filter(({ weight }) => weight.lessThan(LEAST_WEIGHT))
    if (small.length === 0 && rows.length <= MOST_ROWS) return 'pass'
    const least = Exact.min(first.weight, ...others.map(({ weight }) => weight))
    const [head, ...rest] = small.length === 0 ? [first] : small
    return {
      message: 'splintered',
      data: { rows: rows.length, small: small.length, limit: LEAST_WEIGHT.toString(), least: least.toString() },
      at: [head!.path, ...rest.map(({ path }) => path)],
    }
  },
}
