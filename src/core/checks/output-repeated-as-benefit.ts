import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { type Recall, rememberLast } from './aids/remember.ts'
import { findRepeats, matterOf, type Wording, wordingOf } from './aids/wording.ts'
import type { FormCheck, Problem } from './check.ts'

/** The matter of a name, made ready to be compared. */
function coreOf(name: string): Wording {
  return wordingOf(matterOf(name))
}

const repeatsAmong = rememberLast(
  (names: readonly string[]) => names,
  (names, recall: Recall) => findRepeats(names.map((name) => recall(coreOf, name))),
)

export const check: FormCheck = {
  id: 'output-repeated-as-benefit',
  code: 'C10',
  over: 'form',
  title: {
    passed: { zh: '效益指标没有重复产出内容', en: 'No benefit repeats an output' },
    failed: { zh: '效益指标重复产出内容', en: 'Output repeated as benefit' },
  },
  why: {
    zh: '产出是做了什么，效益是带来什么；同一内容两处计分，复核时只认一处。',
    en: 'An output is what was done, a benefit what came of it; the same content in both is counted once.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/duplicate-content')],
  messages: {
    same: {
      text: {
        zh: '效益指标“{benefit}”与产出指标“{output}”内容相同',
        en: 'the benefit “{benefit}” repeats the output “{output}”',
      },
      advice: { zh: '效益指标改写为产出带来的变化', en: 'let the benefit tell what the output changed' },
    },
    near: {
      text: {
        zh: '效益指标“{benefit}”与产出指标“{output}”内容相近（{similarity}%）',
        en: 'the benefit “{benefit}” is close to the output “{output}” ({similarity} %)',
      },
      advice: { zh: '核对是否同一内容两处计分', en: 'check whether the same content is scored twice' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '农村危房改造户数' },
          { level1: '产出指标', level2: '数量指标', name: '农村道路硬化里程' },
          { level1: '效益指标', level2: '社会效益指标', name: '有效推进农村危房改造户数' },
          { level1: '效益指标', level2: '社会效益指标', name: '农村的道路硬化水平' },
          { level1: '效益指标', level2: '社会效益指标', name: '中心卫生院门诊楼改造提质' },
          { level1: '产出指标', level2: '数量指标', name: '中心卫生院门诊楼的改造提质' },
        ],
      },
      flagged: ['same@indicators[2].name', 'near@indicators[3].name', 'near@indicators[4].name'],
    },
    {
      from: 'shenzhen-guangming-2021:41',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '开展青少年活动场数' },
          { level1: '产出指标', level2: '数量指标', name: '青少年活动场次' },
          { level1: '产出指标', level2: '质量指标', name: '开展青少年的活动场次' },
          { level1: '效益指标', level2: '社会效益指标', name: '提升区青少年幸福感' },
          { level1: '效益指标', level2: '社会效益指标', name: '团员归属感认同感' },
          { level1: '效益指标', level2: '社会效益指标', name: '提升团员归属感认同感' },
          { level1: '效益指标', level2: '社会效益指标', name: '宣传' },
          { level1: '满意度指标', level2: '服务对象满意度指标', name: '培训' },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ level1: '产出指标', level2: '数量指标', name: '培训人数' }] }, flagged: [] },
  ],
  test({ form, recall }) {
    const rows = gather(form.indicators, (indicator, index) => {
      const { role, level1Kind, name } = indicator
      const isSide = role === 'scored' && (level1Kind === 'output' || level1Kind === 'benefit')
      return isSide ? [{ name, isOutput: level1Kind === 'output', path: `indicators[${index}].name` }] : []
    })
    if (!rows.some((row) => row.isOutput) || rows.every((row) => row.isOutput)) return 'skip'
    const { same, near } = repeatsAmong(
      rows.map((row) => row.name.raw),
      recall,
    )
    const pairs = [
      ...gather(same, (group) => {
        const output = group.find((index) => rows[index]!.isOutput)
        const benefits = group.filter((index) => !rows[index]!.isOutput)
        return output === undefined ? [] : benefits.map((benefit) => ({ output, benefit, similarity: 100 }))
      }),
      ...near
        .filter(({ first, second }) => rows[first]!.isOutput !== rows[second]!.isOutput)
        .map(({ first, second, similarity }) =>
          rows[first]!.isOutput
            ? { output: first, benefit: second, similarity }
            : { output: second, benefit: first, similarity },
        ),
    ]
    return answerOf(
      pairs.map(({ output, benefit, similarity }): Problem => {
        const [made, gained] = [rows[output]!, rows[benefit]!]
        return {
          message: similarity === 100 ? 'same' : 'near',
          data: { output: made.name.raw, benefit: gained.name.raw, similarity },
          at: [gained.path, made.path],
          certainty: 'review',
          ...(similarity === 100 ? {} : { severity: 'info' as const }),
        }
      }),
    )
  },
}
