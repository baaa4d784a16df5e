import { decimalsOf, halfUnitOf } from '../arithmetic/index.ts'
import { cite } from '../rulebook/index.ts'
import { hasFullMarks, isWorded, kindOf, lastPlace, sayBand } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** Points or deductions that the form itself prints for the row: 每低于5%扣2分, 80%-90%计4分. A bare proportion has none. */
const STEPS = /扣|(?:计|得)\d+(?:\.\d+)?分/u

export const check: IndicatorCheck = {
  id: 'missed-target-score-off',
  code: 'B02',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '未完成的定量指标按规则计分', en: 'Missed quantitative targets are scored by the rule' },
    failed: { zh: '未完成的定量指标得分与规则不符', en: 'Score of a missed target off the rule' },
  },
  why: {
    zh: '定量指标未完成的，按完成比例计分。反向指标超标仍得满分的，由“反向指标超标”检查；逾期仍得满分的，由“日期指标”检查。',
    en: 'A missed quantitative target earns in proportion. Full marks on an exceeded limit and on a missed deadline have checks of their own.',
  },
  law: [cite('caiyu-2020-10/quantitative'), cite('integrated-platform/positive'), cite('integrated-platform/reverse')],
  messages: {
    tooHigh: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，未完成；按规则应得{due}分，表中为{printed}分，多计。',
        en: 'Target “{target}”, actual “{actual}”: missed. By the rule {due} points, the form gives {printed}: too many.',
      },
      advice: {
        zh: '核对指标值和完成值；数据无误的，得分改为{due}，并说明未完成原因。',
        en: 'Check both values; if they are right, set the score to {due} and say why the target was missed.',
      },
    },
    tooLow: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，未完成；按规则应得{due}分，表中为{printed}分，少计。',
        en: 'Target “{target}”, actual “{actual}”: missed. By the rule {due} points, the form gives {printed}: too few.',
      },
      advice: {
        zh: '核对指标值和完成值；数据无误的，得分改为{due}；另有扣分理由的，在偏差原因栏写明。',
        en: 'Check both values; if they are right, set the score to {due}, or state the reason for a further deduction.',
      },
    },
    partMissed: {
      text: {
        zh: '指标值“{target}”含多项，完成“{actual}”，其中有未完成的，仍得满分{printed}分。',
        en: 'The target “{target}” holds several, “{actual}” misses some of them, and full marks ({printed}) stand.',
      },
      advice: {
        zh: '核对各项完成值；确有未完成的，扣分并说明原因；多项最好分设指标。',
        en: 'Check each of them; where one was missed, deduct and say why; better set an indicator for each.',
      },
    },
    ownStandard: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，未完成；表中得{printed}分。表上另有评分标准“{standard}”，本软件不按它计分；按完成比例为{due}分。',
        en: 'Target “{target}”, actual “{actual}”: missed, {printed} points given. The form prints a standard of its own, “{standard}”, which is not computed here; in proportion it is {due}.',
      },
      advice: {
        zh: '按表上的评分标准核对得分。',
        en: 'Check the score against the standard printed on the form.',
      },
    },
    withinRounding: {
      text: {
        zh: '按规则应得{due}分，表中为{printed}分，差额在尾数取舍之内。',
        en: 'By the rule {due} points, the form gives {printed}: the difference is one of rounding.',
      },
      advice: { zh: '可不改；如需一致，按四舍五入填{due}。', en: 'May stay; rounded half up it is {due}.' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:38,57',
      form: {
        indicators: [
          { name: '工会工作者人数', target: '65人', actual: '64人', weight: '5.06', score: '4.98' },
          { name: '社区覆盖率', target: '≥95%', actual: '100%', weight: '3.57', score: '3.57' },
        ],
      },
      flagged: [],
    },
    {
      from: 'F001',
      form: { indicators: [{ name: '政策知晓率', target: '═ 100 %', actual: '98%', weight: '10', score: '9' }] },
      flagged: ['tooLow@indicators[0].score'],
    },
    {
      from: 'F053',
      form: { indicators: [{ name: '设备购置及安装', target: '550', actual: '20', weight: '9.3', score: '9.3' }] },
      flagged: ['tooHigh@indicators[0].score'],
    },
    {
      from: 'F015',
      form: { indicators: [{ name: '资助困难学生', target: '52', actual: '10', weight: '20.00', score: '3.84' }] },
      flagged: ['withinRounding@indicators[0].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '人均收入增速', target: '≥8%', actual: '7.8%', weight: '15', score: '14.6' },
          { name: '培训人数', target: '≥12人', actual: '10人', weight: '10', score: '8' },
          { name: '巡查次数', target: '≥50次', actual: '49次', weight: '10', score: '10' },
        ],
      },
      flagged: [
        'withinRounding@indicators[0].score',
        'withinRounding@indicators[1].score',
        'tooHigh@indicators[2].score',
      ],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '巡查人次及车次', target: '≥100人次、20车次', actual: '120人次、15车次', weight: '5', score: '5' },
          { name: '培训人数及场次', target: '≥100人次、5场', actual: '120人次、4场', weight: '5', score: '4' },
          { name: '培训人数及场次', target: '≥100人次、5场', actual: '120人次、5场', weight: '5', score: '5' },
        ],
      },
      flagged: ['partMissed@indicators[0].score'],
    },
    {
      from: 'k-reviewed-department-pipes:7',
      form: {
        indicators: [
          {
            name: '预算完成率',
            target: '100%',
            actual: '94.47%',
            weight: '5',
            score: '3',
            extra: { scoringRule: '100%计满分,每低于5%扣2分' },
          },
          {
            name: '实际完成率',
            target: '100%',
            actual: '98%',
            weight: '20',
            score: '20',
            extra: { scoringRule: '实际完成工作数/计划工作数×100%' },
          },
        ],
      },
      flagged: ['ownStandard@indicators[0].score', 'tooHigh@indicators[1].score'],
    },
    {
      from: 'shenzhen-guangming-2021:88',
      form: { indicators: [{ name: '活动总成本', target: '≤47万元', actual: '50万元', weight: '0.70', score: '0.7' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '完工时间', target: '6月30日前', actual: '7月15日', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:72',
      form: { indicators: [{ name: '经费发放及时率', target: '及时', actual: '100%', weight: '3.76', score: '3.76' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const { printed, recomputed, verdict, agreement } = scored
    if (printed === null || recomputed === null || isWorded(indicator) || verdict === 'met') return 'skip'
    if (hasFullMarks(scored) && (scored.reverse || kindOf(indicator.target) === 'date')) return 'skip'
    const [target, actual, given] = [indicator.target.raw, indicator.actual.raw, indicator.score.raw]
    const isPart = indicator.target.value?.value?.kind === 'several'
    if (isPart && verdict === 'missed' && hasFullMarks(scored))
      return {
        message: 'partMissed',
        data: { target, actual, printed: given },
        at: [`${path}.score`, `${path}.actual`],
      }
    // Where a range is due, no formula decides and a person judges.
    if (verdict === 'unknown' || !recomputed.min.equals(recomputed.max)) return 'unread'
    if (agreement !== 'outside') return 'pass'
    const off = printed.minus(recomputed.max)
    // Scores may be written in whole points or tenths; full marks are no rounding of less.
    const written = halfUnitOf(decimalsOf(indicator.score.raw))
    const near = off.abs().atMost(lastPlace(edition)) || (!hasFullMarks(scored) && off.abs().atMost(written))
    const due = sayBand(recomputed, edition)
    const standard = indicator.extra.scoringRule?.raw ?? ''
    if (!near && STEPS.test(standard.normalize('NFKC'))) {
      return {
        message: 'ownStandard',
        data: { target, actual, due, printed: given, standard },
        at: [`${path}.score`, `${path}.extra.scoringRule`],
        severity: 'warning',
        certainty: 'review',
      }
    }
    return {
      message: near ? 'withinRounding' : off.isNegative ? 'tooLow' : 'tooHigh',
      data: { target, actual, due, printed: given },
      at: [`${path}.score`, `${path}.actual`],
      severity: near ? 'info' : 'error',
      edit: { path: `${path}.score`, raw: due },
    }
  },
}
