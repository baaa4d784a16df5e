import { cite } from '../rulebook/index.ts'
import { classOfName, classWords, headingOf, type IndicatorClass, quantityOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

/** Which classes of names do not belong under a heading. What may stand there in practice is left out. */
const strangers: Readonly<Partial<Record<IndicatorClass, readonly IndicatorClass[]>>> = {
  satisfaction: ['execution', 'timeliness', 'quality', 'cost', 'quantity'],
  cost: ['execution', 'satisfaction', 'timeliness', 'quality'],
  quantity: ['satisfaction', 'timeliness', 'quality', 'cost'],
  quality: ['satisfaction', 'timeliness', 'cost'],
  timeliness: ['satisfaction', 'quality', 'cost', 'quantity'],
  benefit: ['quality'],
}
const OF_LIFE = /体质|健康|水质|饮水|空气|环境/
const OF_COST = /成本|费用|单价|造价|标准|价格|节约|控制/

export const check: IndicatorCheck = {
  id: 'misfiled-indicator',
  code: 'C03',
  over: 'indicator',
  title: {
    passed: { zh: '三级指标与所在二级指标相符', en: 'Indicators stand under the right heading' },
    failed: { zh: '三级指标与所在二级指标不符', en: 'Indicator under the wrong heading' },
  },
  why: {
    zh: '抽查复核时，三级指标与二级指标不符的不予计分。',
    en: 'Reviewers give no points to an indicator that does not fit its heading.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/misfiled')],
  messages: {
    misfiled: {
      text: {
        zh: '“{name}”从名称看属于{is}，却列在{under}指标下',
        en: '“{name}” reads as {is} but stands under {under}',
      },
      advice: {
        zh: '移到“{is}”类指标下，或者改写指标名称和指标值，使之与所在类别相符',
        en: 'move it under {is}, or rewrite it so that it fits its heading',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:105',
      form: { indicators: [{ level1: '产出指标', level2: '成本指标', name: '支出进度达标率', target: '≥95%' }] },
      flagged: ['misfiled@indicators[0].name'],
    },
    {
      from: 'shenzhen-guangming-2021:136',
      form: {
        indicators: [
          { level1: '满意度指标', level2: '服务对象满意度指标', name: '“两个规划”调研工作验收合格率', target: '≥93%' },
        ],
      },
      flagged: ['misfiled@indicators[0].name'],
    },
    {
      from: 'made',
      form: { indicators: [{ level1: '产出指标', level2: '数量指标', name: '培训场地租赁费用', target: '≤3万元' }] },
      flagged: ['misfiled@indicators[0].name'],
    },
    {
      from: 'shenzhen-guangming-2021:57',
      form: { indicators: [{ level1: '产出指标', level2: '质量指标', name: '活动开展验收合格率', target: '≥95%' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '职责履行', name: '培训场地租赁费用', target: '≤3万元' },
          { level1: '产出指标', level2: '数量指标', name: '', target: '≤3万元' },
          { level1: '产出指标', level2: '数量指标', name: '公众号推文', target: '≥30篇' },
          { level1: '产出指标', level2: '质量指标', name: '持证上岗人数', target: '≥30人' },
          { level1: '产出指标', level2: '数量指标', name: '服务窗口费用', target: '4人/天(按实际人数为准)' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '成本指标', level2: '经济成本指标', name: '预算成本控制达标率', target: '≤100%' },
          { level1: '产出指标', level2: '时效指标', name: '每次维修所需费用', target: '按时' },
          { level1: '效益指标', level2: '生态效益指标', name: '水质达标率', target: '≥90%' },
          { level1: '效益指标', level2: '社会效益指标', name: '学生体质合格率', target: '≥92%' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const under = headingOf(indicator)
    const name = indicator.name.raw
    if (under === null || name === '') return 'skip'
    const is = classOfName(name)
    if (is === null || is === under) return 'pass'
    if (strangers[under]?.includes(is) !== true) return 'pass'
    if (under === 'cost' && OF_COST.test(name)) return 'pass'
    // 水质达标率, 空气质量优良率, 学生体质合格率: of the surroundings and of health the quality is the benefit.
    if (under === 'benefit' && (/生态|环境/.test(indicator.level2.cell.raw) || OF_LIFE.test(name))) return 'pass'
    // Money is a cost only where the target counts money: a word may hide in a longer name.
    if (is === 'cost' && quantityOf(indicator.target.value?.value)?.unit?.dimension !== 'money') return 'pass'
    return {
      message: 'misfiled',
      data: { name, is: classWords[is], under: classWords[under] },
      at: [`${path}.name`],
      certainty: 'review',
    }
  },
}
