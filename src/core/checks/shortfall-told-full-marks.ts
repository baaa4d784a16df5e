import type { Indicator, ScoredRow } from '../model/index.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saysUnfinished } from '../values/index.ts'
import { admitsLowTarget, isReviewersNote, saidIn, tellsRemedy, tellsShortfall } from './aids/notes.ts'
import { hasFullMarks, kindOf, reachedPercent, shareOf } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** Degrees that ask for much, and those that tell of little. */
const MUCH = /显著|明显|大幅|极大|有效|切实|充分|全面/u
const LITTLE = /^(?:有所|略有|稍有|部分|初步|基本)/u

/** What the actual itself says against full marks, where no figure decides: not finished, or less than was asked for. */
function claimOf({ target, actual }: Indicator, scored: ScoredRow): 'unfinished' | 'weaker' | null {
  if (scored.verdict !== 'unknown' || !hasFullMarks(scored)) return null
  if (saysUnfinished(actual.raw) && !saysUnfinished(target.raw)) return 'unfinished'
  const isWord = [target, actual].every((cell) => kindOf(cell) === 'graded')
  return isWord && MUCH.test(target.raw) && LITTLE.test(actual.raw.trim()) ? 'weaker' : null
}

function wordsOf({ target, actual, score }: Indicator, path: string) {
  const data = { target: target.raw, actual: actual.raw, printed: score.raw }
  return { data, at: [`${path}.score`, `${path}.actual`] as const }
}

export const check: IndicatorCheck = {
  id: 'shortfall-told-full-marks',
  code: 'B12',
  over: 'indicator',
  severity: 'warning',
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
    unfinished: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，其中还有没做完的，仍得满分{printed}分。',
        en: 'Target “{target}”, actual “{actual}”: part of it is still to be done, and full marks ({printed}) are taken.',
      },
      advice: {
        zh: '写明到年底实际完成的数量；未达到指标值的，扣分并说明原因。',
        en: 'Say how much was done by the end of the year; where that is short of the target, take points off and give the reason.',
      },
    },
    weaker: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，用词的程度不及指标值，仍得满分{printed}分。',
        en: 'Target “{target}”, actual “{actual}”: the word says less than was asked for, and full marks ({printed}) are taken.',
      },
      advice: {
        zh: '只达到部分要求的，按“部分达成”计分；已达到的，完成值写明具体结果。',
        en: 'Score it as partly reached; if the target was reached, say by what result.',
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
      from: 'made',
      form: {
        indicators: [
          { name: '除险加固水库座数', target: '4座', actual: '3座,1座在建', weight: '15', score: '15' },
          { name: '老年人生活质量', target: '显著提升', actual: '有所提升', weight: '15', score: '15' },
        ],
      },
      flagged: ['unfinished@indicators[0].score', 'weaker@indicators[1].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '除险加固水库座数', target: '4座', actual: '3座,1座在建', weight: '15', score: '11.25' },
          { name: '在建水库座数', target: '4座在建', actual: '3座在建,1座停工', weight: '15', score: '15' },
          { name: '老年人生活质量', target: '显著提升', actual: '明显提升', weight: '15', score: '15' },
          { name: '生活质量', target: '提升', actual: '基本稳定', weight: '15', score: '15' },
          { name: '受益户数', target: '明显增加', actual: '300户', weight: '15', score: '15' },
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
    const claim = claimOf(indicator, scored)
    if (claim !== null) return { message: claim, ...wordsOf(indicator, path), certainty: 'review' }
    const note = saidIn(indicator.note)
    if (note === '' || shareOf(scored) === null || isReviewersNote(indicator)) return 'skip'
    const share = reachedPercent(scored)
    // The cause and the remedy of a large excess are asked for; they tell of no shortfall.
    const over = share !== null && reachesThreshold(edition, 'overNotice', share)
    const told = tellsShortfall(note) || (over ? admitsLowTarget(note) : tellsRemedy(note))
    if (!hasFullMarks(scored) || !told) return 'pass'
    const data = { printed: indicator.score.raw, note: indicator.note.raw }
    return { message: 'told', data, at: [`${path}.note`, `${path}.score`], severity: 'info', certainty: 'review' }
  },
}
