import { cite, reachesThreshold } from '../rulebook/index.ts'
import { admitsLowTarget, isReviewersNote, saidIn, tellsRemedy, tellsShortfall } from './aids/notes.ts'
import { hasFullMarks, reachedPercent, shareOf } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'shortfall-told-full-marks',
  code: 'B12',
  over: 'indicator',
  severity: 'info',
  title: {
    passed: { zh: '满分指标的说明中没有提到问题', en: 'No remark on a full score tells of a problem' },
    failed: { zh: '说明中提到问题或偏差，得分却为满分', en: 'A problem is told, yet full marks are taken' },
  },
  why: {
    zh: '一边说明偏差、困难或改进措施，一边给满分，前后不一，复核时容易被质疑。超额的行按要求写明原因和措施的，不提示。',
    en: 'Telling of a deviation, a difficulty or a remedy beside full marks does not fit together; reviewers will ask. The cause and remedy that an excess needs are left alone.',
  },
  law: [cite('caiyu-2020-10/responsibility'), cite('pidu-review-2025/consistent-deductions')],
  messages: {
    told: {
      text: {
        zh: '得满分{printed}分，但说明中提到问题、偏差或改进措施：“{note}”。',
        en: 'Full marks ({printed}), but the remark tells of a problem, a deviation or a remedy: “{note}”.',
      },
      advice: {
        zh: '问题影响本指标的，应扣分；不影响的，在说明中讲清。',
        en: 'If the problem touches this indicator, take points off; if not, say so in the remark.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:46',
      form: {
        indicators: [
          {
            name: '活动场次',
            target: '≥5场',
            actual: '52场',
            weight: '0.72',
            score: '0.72',
            note: '改进措施:将重新设置合理目标值。',
          },
        ],
      },
      flagged: ['told@indicators[0].note'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          {
            name: '培训人数',
            target: '≥50人',
            actual: '70人',
            weight: '5',
            score: '5',
            note: '偏差原因:新增两个片区。改进措施:下年按实际需求测算。',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训人数', target: '≥50人', actual: '50人', weight: '5', score: '5', note: '未发现问题。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'f9-chengdu-review-tsv',
      form: {
        indicators: [
          {
            name: '资金支付及时率',
            target: '=100%',
            actual: '100%',
            weight: '10',
            score: '10',
            note: '多项任务未完成',
            extra: { reviewScore: '7' },
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:38',
      form: {
        indicators: [
          {
            name: '工会工作者人数',
            target: '65人',
            actual: '64人',
            weight: '5.06',
            score: '4.98',
            note: '人员正常流动。',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:57',
      form: { indicators: [{ name: '社区覆盖率', target: '≥95%', actual: '100%', weight: '3.57', score: '3.57' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const note = saidIn(indicator.note)
    if (note === '' || shareOf(scored) === null || isReviewersNote(indicator)) return 'skip'
    const share = reachedPercent(scored)
    // The cause and the remedy of a large excess are asked for; they tell of no shortfall.
    const over = share !== null && reachesThreshold(edition, 'overNotice', share)
    const told = tellsShortfall(note) || (over ? admitsLowTarget(note) : tellsRemedy(note))
    if (!hasFullMarks(scored) || !told) return 'pass'
    const data = { printed: indicator.score.raw, note: indicator.note.raw }
    return { message: 'told', data, at: [`${path}.note`, `${path}.score`], certainty: 'review' }
  },
}
