import { cite } from '../rulebook/index.ts'
import { saysReduction } from '../values/index.ts'
import { headingOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

/** More is better even under cost: what is saved or cut down. */
const SAVING = /节约|节省|降低|减少|下降|压减|压缩/
/** A standard of support is paid out at least so high. */
const STANDARD = /标准(?:[(\uff08][^()]*[)\uff09])?$/u

export const check: IndicatorCheck = {
  id: 'floor-on-cost',
  code: 'C04',
  over: 'indicator',
  title: {
    passed: { zh: '成本指标未用大于等于', en: 'No cost has a floor' },
    failed: { zh: '成本指标用了大于等于', en: 'A cost with a floor' },
  },
  why: {
    zh: '成本以不超过为目标；用“≥”意味着花得越多越好。',
    en: 'A cost is to stay below its target; “≥” would reward spending more.',
  },
  severity: 'error',
  law: [cite('pidu-review-2025/misfiled'), cite('caiyu-2021-101/frame')],
  messages: {
    floor: {
      text: {
        zh: '成本指标“{name}”的指标值写作“{target}”，含义是不低于',
        en: 'the cost “{name}” has the target “{target}”, which means at least',
      },
      advice: {
        zh: '成本类改用“≤”；如果不是成本，请移到相应类别',
        en: 'use “≤” for a cost; move it to its own class if it is none',
      },
    },
    standard: {
      text: {
        zh: '“{name}”的指标值写作“{target}”：如为补助标准，下限应作为质量指标，成本应写上限',
        en: '“{name}” has the target “{target}”: the least of a standard is a matter of quality, a cost has a ceiling',
      },
      advice: {
        zh: '分清补助标准（不低于）与成本（不超过），分别设置指标',
        en: 'set the standard (at least) and the cost (at most) as two indicators',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:105',
      form: { indicators: [{ level1: '产出指标', level2: '成本指标', name: '支出进度达标率', target: '≥95%' }] },
      flagged: ['floor@indicators[0].target'],
    },
    {
      from: 'made',
      form: {
        indicators: [{ level1: '成本指标', level2: '经济成本指标', name: '低保户补助标准', target: '≥530元/人·月' }],
      },
      flagged: ['standard@indicators[0].target'],
    },
    {
      from: 'shenzhen-guangming-2021:87',
      form: {
        indicators: [
          { level1: '产出指标', level2: '成本指标', name: '开展青少年维权工作总成本', target: '≤76万元' },
          { level1: '成本指标', level2: '经济成本指标', name: '办公用房租金节约率', target: '≥5%' },
          { level1: '成本指标', level2: '经济成本指标', name: '单位能耗费用', target: '较上年降低≥5%' },
          { level1: '产出指标', level2: '数量指标', name: '培训人数', target: '≥50人' },
          { level1: '产出指标', level2: '成本指标', name: '会议费', target: '按规定执行' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    if (headingOf(indicator) !== 'cost') return 'skip'
    const value = indicator.target.value?.value
    if (value?.kind !== 'quantity' && value?.kind !== 'duration') return 'skip'
    const isFloor = value.operator === 'atLeast' || value.operator === 'moreThan'
    const name = indicator.name.raw
    if (!isFloor || SAVING.test(name) || saysReduction(indicator.target.raw)) return 'pass'
    const at = [`${path}.target`] as const
    const data = { name, target: indicator.target.raw }
    if (STANDARD.test(name)) return { message: 'standard', data, at, severity: 'warning', certainty: 'review' }
    return { message: 'floor', data, at }
  },
}
