import { withoutBlanks } from '../model/blanks.ts'
import { cite } from '../rulebook/index.ts'
import { changeOf, namesEvent, wantsLess } from '../values/index.ts'
import { headingOf, quantityOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

/** Rates that are the better the higher they are, whatever the rate is of. */
const MORE_IS_BETTER =
  /(?:满意|合格|达标|优良|优秀|完好|完成|及时|准时|覆盖|知晓|普及|入学|就业|办结|答复|回复|兑现|到位|利用|使用|参与|节约|节省|增长|提升|提高|下降|降低|减少|修复|治理|整改|通过|准确|正确|成活|存活|治愈|痊愈|保存|公开|签约|履约)(?:率|度|程度|比例|幅度)$/u
const BRACKETS = /[(\uff08][^()\uff08\uff09]*[)\uff09]/gu

const row = (name: string, target: string) => ({ level1: '产出指标', level2: '质量指标', name, target })

export const check: IndicatorCheck = {
  id: 'operator-against-name',
  code: 'C23',
  over: 'indicator',
  title: {
    passed: { zh: '指标值的方向与名称一致', en: 'Targets point the way of their names' },
    failed: { zh: '指标值的方向与名称相反', en: 'A target pointing against its name' },
  },
  why: {
    zh: '投诉率要求不低于、合格率要求不超过，或名称说降低而指标值说提升，照此考核就会奖劣罚优。',
    en: 'A complaint rate of at least, a pass rate of at most, or a name that says less with a target that says more would reward the worse.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/wording'), cite('caiyu-2021-101/indicator-attributes')],
  messages: {
    floor: {
      text: {
        zh: '“{name}”越少越好，指标值“{target}”却要求不低于',
        en: 'of “{name}” less is better, and the target “{target}” says at least',
      },
      advice: { zh: '改用“≤”，或把名称改为要达到的结果', en: 'use “≤”, or name the result that is wanted' },
    },
    ceiling: {
      text: {
        zh: '“{name}”越高越好，指标值“{target}”却要求不超过',
        en: 'of “{name}” more is better, and the target “{target}” says at most',
      },
      advice: { zh: '改用“≥”', en: 'use “≥”' },
    },
    words: {
      text: {
        zh: '“{name}”与指标值“{target}”一个说多、一个说少',
        en: 'one of “{name}” and its target “{target}” says more, the other less',
      },
      advice: {
        zh: '名称保持中性，方向写在指标值里',
        en: 'keep the name neutral and put the direction into the target',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          row('有责投诉率', '≥5%'),
          row('能耗下降率', '≤5%'),
          row('工程验收合格率（一次）', '<95%'),
          row('群众办事时间减少', '明显增加'),
        ],
      },
      flagged: [
        'floor@indicators[0].target',
        'ceiling@indicators[1].target',
        'ceiling@indicators[2].target',
        'words@indicators[3].target',
      ],
    },
    {
      from: 'made',
      form: {
        indicators: [
          row('有责投诉率', '≤5%'),
          row('投诉办结率', '≥95%'),
          row('能耗下降率', '≥5%'),
          row('安全事故下降', '有效下降'),
          row('有责投诉率', '较上年下降≥5%'),
          row('群众收入增长', '≥5%'),
          row('预算资金支出', '≥5万元'),
          row('有责投诉率', '95%'),
          row('培训人数', '≤50人'),
          { level1: '产出指标', level2: '成本指标', name: '事故损失', target: '≥5万元' },
          { name: '' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const { raw } = indicator.name
    const name = withoutBlanks(raw)
    const target = quantityOf(indicator.target.value?.value)
    // A floor on a cost has a check of its own.
    if (name === '' || headingOf(indicator) === 'cost') return 'skip'
    const [changes, wanted] = target === null ? [changeOf(name), changeOf(indicator.target.raw)] : [null, null]
    const isFloor = target?.operator === 'atLeast' || target?.operator === 'moreThan'
    const isCeiling = target?.operator === 'atMost' || target?.operator === 'lessThan'
    const message =
      isFloor && namesEvent(name) && wantsLess(name, indicator.target.raw)
        ? 'floor'
        : isCeiling && MORE_IS_BETTER.test(name.replace(BRACKETS, ''))
          ? 'ceiling'
          : changes !== null && wanted !== null && changes !== wanted
            ? 'words'
            : null
    if (message === null) return 'pass'
    return {
      message,
      data: { name: indicator.name.raw, target: indicator.target.raw },
      at: [`${path}.target`],
      certainty: 'review',
    }
  },
}
