import { withoutBlanks } from '../model/blanks.ts'
import { cite } from '../rulebook/index.ts'
import { headingOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

/** Columns in which a form can say how a word is judged. */
const STANDARDS = ['explanation', 'scoringRule', 'targetBasis'] as const
const FIGURE = /\d/
/** 指标1:, 定性: what stands before name or target as a label of the form. */
const LABEL = /^(?:指标\d+[:：、.]?|定性(?:指标)?[:：]?)/u
/** Names that say of what a percentage is the share, or by how much something changed. */
const OF_WHAT =
  /[率比占度幅较增减降]|提高|提升|节约|覆盖|份额|满意|百分|%|指数|系数|安全感|幸福感|获得感|达标|完成|普及/u
/** Words that praise. Words that can be answered by yes or no (完整, 合规, 符合, 健全) are checked as they stand. */
const PRAISE =
  /^(?:效果|成效|作用|影响|效益)?(?:较|很|更|比较|非常|基本|总体)?(?:好|良好|优|优良|优秀|高|强|大|快|明显|显著|及时|有效|满意)$|(?:提升|提高|增强|改善|加强|促进|优化|扩大|见效|好转|推进)$|^(?:有效|明显|显著|不断|持续|稳步|逐步)/

/** Without blanks and what stands before it as a label. */
function bare(raw: string): string {
  return withoutBlanks(raw).replace(LABEL, '')
}

export const check: IndicatorCheck = {
  id: 'vague-target',
  code: 'C01',
  over: 'indicator',
  title: {
    passed: { zh: '指标值可以衡量', en: 'Targets can be measured' },
    failed: { zh: '指标值空洞', en: 'Vague target' },
  },
  why: {
    zh: '“良好”“及时”“有效提升”没有标准，复核时按空洞程度扣分。',
    en: 'A bare word of praise has no standard; reviewers deduct by how hollow it is.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/hollow'), cite('caiyu-2015-88/goal-quality')],
  messages: {
    output: {
      text: {
        zh: '{under}指标“{name}”的指标值只写“{target}”，没有可衡量的标准',
        en: 'the {under} indicator “{name}” has only the word “{target}” as its target',
      },
      advice: {
        zh: '改用数量、比率或日期，或写明评判标准',
        en: 'use a number, a rate or a date, or say how the word is judged',
      },
    },
    shareOfNothing: {
      text: {
        zh: '效益指标“{name}”的指标值是“{target}”，看不出是什么的比例',
        en: 'the benefit “{name}” has the target “{target}”: a share of what is not said',
      },
      advice: {
        zh: '名称写明比率（如知晓率、达标率），或者改为能够计量的指标',
        en: 'name the rate (of awareness, of compliance …), or set something that can be counted',
      },
    },
    benefit: {
      text: {
        zh: '“{name}”的指标值只写“{target}”，没有写明怎样算达到',
        en: '“{name}” has only the word “{target}” as its target and does not say when it is reached',
      },
      advice: {
        zh: '能量化的尽量量化（如知晓率、增长率）；不能量化的写明评判标准和佐证',
        en: 'measure what can be measured; for the rest say how it is judged and proven',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:64',
      form: {
        indicators: [
          {
            level1: '产出指标',
            level2: '质量指标',
            name: '婚姻家庭纠纷调解服务完成情况',
            target: '良好',
            actual: '良好',
          },
          {
            level1: '效益指标',
            level2: '社会效益指标',
            name: '有效提升职工获得感',
            target: '有效提升',
            actual: '全部达成预期指标',
          },
        ],
      },
      flagged: ['output@indicators[0].target', 'benefit@indicators[1].target'],
    },
    {
      from: 'F001',
      form: {
        indicators: [
          { level1: '效益指标', level2: '社会效益指标', name: '促进学校教育事业健康发展', target: '≧ 100 %' },
          { level1: '效益指标', level2: '社会效益指标', name: '对基建市场公平的影响程度', target: '效果明显' },
          { level1: '效益指标', level2: '社会效益指标', name: '指标1:居住条件改善', target: '明显改善' },
          { level1: '效益指标', level2: '社会效益指标', name: '贫困学生家庭负担', target: '定性 有效' },
        ],
      },
      flagged: [
        'shareOfNothing@indicators[0].target',
        'benefit@indicators[1].target',
        'benefit@indicators[2].target',
        'benefit@indicators[3].target',
      ],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '效益指标', level2: '社会效益指标', name: '政策知晓率', target: '≥80%' },
          { level1: '效益指标', level2: '社会效益指标', name: '群众安全感', target: '≥96%' },
          { level1: '效益指标', level2: '经济效益指标', name: '农户收入', target: '较上年增长5%' },
          { level1: '效益指标', level2: '社会效益指标', name: '带动就业', target: '≥50人' },
          { level1: '效益指标', level2: '社会效益指标', name: '不适用', target: '不适用', role: 'notApplicable' },
          { level2: '质量指标', name: '服务质量', target: '良好', extra: { scoringRule: '抽查10次,无投诉为良好' } },
          { level2: '数量指标', name: '培训人数', target: '≥50人' },
          { level2: '质量指标', name: '制度完备', target: '完备', note: '' },
          { level2: '时效指标', name: '补贴发放', target: '及时', note: '每月10日前发放' },
          { level2: '质量指标', name: '操作规程', target: '规范' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    if (indicator.role !== 'scored') return 'skip'
    const value = indicator.target.value?.value
    if (value?.kind === 'quantity') {
      if (value.unit?.name !== '%' || headingOf(indicator) !== 'benefit') return 'skip'
      if (OF_WHAT.test(bare(indicator.name.raw) + bare(indicator.target.raw).replace('%', ''))) return 'skip'
      const data = { name: indicator.name.raw, target: indicator.target.raw }
      return { message: 'shareOfNothing', data, at: [`${path}.target`], certainty: 'review' }
    }
    if (value?.kind !== 'graded') return 'skip'
    if (!PRAISE.test(bare(indicator.target.raw))) return 'pass'
    const hasStandard = STANDARDS.some((field) => (indicator.extra[field]?.raw ?? '') !== '')
    if (hasStandard || FIGURE.test(bare(indicator.name.raw) + indicator.note.raw)) return 'pass'
    const heading = headingOf(indicator)
    const isOutput = heading === 'quantity' || heading === 'timeliness' || heading === 'quality' || heading === 'cost'
    const under = { quantity: '数量', timeliness: '时效', quality: '质量', cost: '成本' }
    return {
      message: isOutput ? 'output' : 'benefit',
      data: { name: indicator.name.raw, target: indicator.target.raw, under: isOutput ? under[heading] : '效益' },
      at: [`${path}.target`],
      certainty: 'review',
      // A benefit may be told in words, as long as its effect is shown.
      ...(isOutput ? {} : { severity: 'info' as const }),
    }
  },
}
