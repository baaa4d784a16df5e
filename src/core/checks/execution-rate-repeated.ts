import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import type { FormCheck, Problem } from './check.ts'

const EXECUTION =
  /(?:预算|资金|经费|项目资金|财政资金)(?:的)?(?:支出)?(?:执行|支付|使用|完成|支出)(?:完成)?(?:进度|率)|支出进度|支付进度/u

export const check: FormCheck = {
  id: 'execution-rate-repeated',
  code: 'C11',
  over: 'form',
  title: {
    passed: { zh: '没有指标重复预算执行率', en: 'No indicator repeats the execution rate' },
    failed: { zh: '指标与预算执行率重复', en: 'Execution rate repeated as an indicator' },
  },
  why: {
    zh: '预算执行率已单独计分，再设为产出指标，同一件事计了两次分。',
    en: 'The execution rate has points of its own; as an output it would be scored twice.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/duplicate-content')],
  messages: {
    repeated: {
      text: {
        zh: '“{name}”说的是预算执行情况，与预算执行率重复计分',
        en: '“{name}” is the execution rate, scored once already',
      },
      advice: {
        zh: '删除该指标，分值调给反映实际产出的指标',
        en: 'drop it and give its points to an indicator of real output',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:105',
      form: { indicators: [{ level1: '产出指标', level2: '成本指标', name: '支出进度达标率', target: '≥95%' }] },
      flagged: ['repeated@indicators[0].name'],
    },
    {
      from: 'F003',
      form: { indicators: [{ level1: '过程指标', level2: '预算执行', name: '预算执行率', target: '100%' }] },
      flagged: [],
    },
    {
      from: 'F045',
      form: {
        indicators: [{ level1: '产出指标', level2: '时效指标', name: '补贴发放及时率', target: '100%' }, { name: '' }],
      },
      flagged: [],
    },
  ],
  test({ form, scored }) {
    // Where no row has points, nothing is scored twice.
    const prints = form.columns.indicators.some((column) => column === 'weight' || column === 'score')
    if (!prints) return 'skip'
    // Where nothing stands apart for the execution, the row is the one place that scores it.
    const { points, recomputed } = scored.execution
    if (points.isZero || recomputed === null) return 'skip'
    const rows = gather(form.indicators, ({ name, level1Kind }, index) =>
      // Frames with 投入 and 过程 score the execution of the budget there and nowhere else.
      name.raw === '' || ['execution', 'process', 'input'].includes(level1Kind) ? [] : [{ name: name.raw, index }],
    )
    if (rows.length === 0) return 'skip'
    return answerOf(
      rows
        .filter(({ name }) => EXECUTION.test(withoutBlanks(name)))
        .map(
          ({ name, index }): Problem => ({
            message: 'repeated',
            data: { name },
            at: [`indicators[${index}].name`],
            certainty: 'review',
          }),
        ),
    )
  },
}
