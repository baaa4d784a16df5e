import { cite, reachesThreshold } from '../rulebook/index.ts'
import { isReviewersNote, saidIn, tellsRemedy, tellsShortfall } from './aids/notes.ts'
import { hasLostPoints, reachedPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'remedy-missing',
  code: 'B13',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '有偏差的指标写明了改进措施', en: 'Deviations come with a remedy' },
    failed: { zh: '只有原因，没有改进措施', en: 'A reason without a remedy' },
  },
  why: {
    zh: '未完成、扣分或偏离较大的，既要分析原因，也要提出改进措施。没有偏差的行只作提示。',
    en: 'A missed target, a deduction or a large deviation needs a cause and a remedy. Elsewhere it is a hint only.',
  },
  law: [cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    noRemedy: {
      text: {
        zh: '说明“{note}”写了情况或原因，没有写改进措施。',
        en: 'The remark “{note}” gives circumstances or a cause, but no remedy.',
      },
      advice: {
        zh: '补写改进措施：下一步做什么，何时完成；因指标值偏低的，写明下年如何调整。',
        en: 'Add the remedy: what will be done and by when; where the target was low, how it will be reset.',
      },
    },
    onlyRemark: {
      text: {
        zh: '本行没有偏差，说明“{note}”未写改进措施。',
        en: 'The row shows no deviation; its remark “{note}” names no remedy.',
      },
      advice: {
        zh: '确无偏差的可不补；属于偏差说明的，补写改进措施。',
        en: 'Nothing is needed if there is no deviation; otherwise add the remedy.',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { name: '新增学位', target: '≥450个', actual: '0个', weight: '15', note: '教学楼未投用,2023年秋季投入使用' },
          { name: '办学条件', target: '改善', actual: '部分改善', weight: '15', score: '10', note: '同上' },
          {
            name: '培训率',
            target: '≥90%',
            actual: '88%',
            weight: '5',
            score: '4.89',
            note: '部分人员抽调,回岗后补训',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:40',
      form: {
        indicators: [
          {
            name: '个案建档数',
            target: '≥127个',
            actual: '229个',
            weight: '0.85',
            note: '依据实际反馈情况,存在不可控因素。',
          },
        ],
      },
      flagged: ['noRemedy@indicators[0].note'],
    },
    {
      from: 'shenzhen-guangming-2021:42',
      form: {
        indicators: [
          {
            name: '活动参与人次',
            target: '≥10000人次',
            actual: '10000人次',
            weight: '0.52',
            score: '0.52',
            note: '受疫情影响,部分活动线上线下同步进行。',
          },
        ],
      },
      flagged: ['onlyRemark@indicators[0].note'],
    },
    {
      from: 'made',
      form: {
        indicators: [{ name: '培训人数', target: '50人', actual: '40人', weight: '5', score: '4', note: '人员流动。' }],
      },
      flagged: ['noRemedy@indicators[0].note'],
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
            note: '原因分析:人员正常流动 改进措施:及时完成招聘工作。',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          {
            name: '改造户数',
            target: '≥3600户',
            actual: '3588户',
            weight: '10',
            score: '9.97',
            note: '个别户拒改',
            extra: { remedy: '加强沟通' },
          },
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
            target: '≥90%',
            actual: '85%',
            weight: '10',
            score: '9.44',
            note: '多项任务未完成',
            extra: { reviewScore: '7' },
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'F023',
      form: {
        indicators: [
          { name: '猪养殖数量', target: '80头', actual: '80头' },
          { name: '养殖户满意度', target: '≥90%', actual: '95%', note: '有效问卷120份,入户调查' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const note = saidIn(indicator.note)
    // 同上: what the row above says holds here too.
    if (note === '' || note.startsWith('同上') || isReviewersNote(indicator)) return 'skip'
    // Some forms have a column of their own for it.
    if (tellsRemedy(note) || (indicator.extra.remedy !== undefined && saidIn(indicator.extra.remedy) !== ''))
      return 'pass'
    const share = reachedPercent(scored)
    const over = share !== null && reachesThreshold(edition, 'overReason', share)
    const due = over || scored.verdict === 'missed' || hasLostPoints(scored, edition)
    // 发放问卷120份 beside full points is information, not a cause.
    if (!due && !tellsShortfall(note)) return 'skip'
    return {
      message: due ? 'noRemedy' : 'onlyRemark',
      data: { note: indicator.note.raw },
      at: [`${path}.note`],
      severity: due ? 'warning' : 'info',
    }
  },
}
