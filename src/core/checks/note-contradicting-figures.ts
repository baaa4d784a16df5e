import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { breakdownIn, completionAsSaid, overAsSaid, saidIn } from './aids/notes.ts'
import { reachedPercent, sayPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck, IndicatorSubject, Problem } from './check.ts'

interface Claim {
  readonly message: 'over' | 'completion' | 'breakdown'
  readonly said: Exact
  /** The claim holds where it comes near any of these. */
  readonly real: readonly Exact[]
  /** Percent by which it may be off: remarks round. */
  readonly slack: Exact
}

function claimsOf(note: string, { indicator, scored, edition }: IndicatorSubject): readonly Claim[] {
  const value = indicator.actual.value?.value
  const figure = value?.kind === 'quantity' ? value : null
  const share = reachedPercent(scored)
  const slack = Exact.of(edition.reasons.deviation.value)
  const claims: Claim[] = []
  const over = overAsSaid(note)
  if (over !== null && share !== null) {
    // "超过目标值150%" is also written where 150 % of the target is meant.
    claims.push({ message: 'over', said: over, real: [share.minus(Exact.hundred), share], slack })
  }
  const completion = completionAsSaid(note)
  if (completion !== null && share !== null) {
    const printed = figure?.unit?.name === '%' ? [figure.number] : []
    claims.push({ message: 'completion', said: completion, real: [share, ...printed], slack })
  }
  const parts = Exact.sum(breakdownIn(note))
  // A sum of another size altogether breaks down something else.
  if (figure !== null && isHalfToDouble(parts, figure.number)) {
    claims.push({ message: 'breakdown', said: parts, real: [figure.number], slack: Exact.zero })
  }
  return claims
}

function isHalfToDouble(one: Exact, other: Exact): boolean {
  return one.isPositive && one.plus(one).atLeast(other) && one.atMost(other.plus(other))
}

function isWrong({ said, real, slack }: Claim): boolean {
  const allowed = said.times(slack).dividedBy(Exact.hundred)
  return real.every((figure) => said.minus(figure).abs().greaterThan(allowed))
}

export const check: IndicatorCheck = {
  id: 'note-contradicting-figures',
  code: 'B19',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '说明中的数字与本行数据相符', en: 'Figures in the remarks agree with the row' },
    failed: { zh: '说明中的数字与本行数据矛盾', en: 'Figures in the remark contradict the row' },
  },
  why: {
    zh: '说明与数据矛盾，必有一处有误；完成值也可能填错或识别错。',
    en: 'Where remark and figures disagree, one of them is wrong; the actual may be a slip or a reading error.',
  },
  law: [cite('review-practice/attachment-checks'), cite('caiyu-2020-10/responsibility')],
  messages: {
    over: {
      text: {
        zh: '说明称超出目标{said}，而完成“{actual}”为指标值“{target}”的{share}。',
        en: 'The remark says {said} above the target; the actual “{actual}” is {share} of the target “{target}”.',
      },
      advice: {
        zh: '对照原始资料核对完成值和说明，改正有误的一处。',
        en: 'Compare actual and remark with the records and mend the one that is wrong.',
      },
    },
    completion: {
      text: {
        zh: '说明称完成率为{said}，而完成“{actual}”为指标值“{target}”的{share}。',
        en: 'The remark says {said} complete; the actual “{actual}” is {share} of the target “{target}”.',
      },
      advice: {
        zh: '对照原始资料核对完成值和说明，改正有误的一处。',
        en: 'Compare actual and remark with the records and mend the one that is wrong.',
      },
    },
    breakdown: {
      text: {
        zh: '说明所列各项合计为{said}，而完成值为“{actual}”。',
        en: 'The parts listed in the remark add up to {said}; the actual is “{actual}”.',
      },
      advice: {
        zh: '核对各项数量，改正说明或完成值。',
        en: 'Check the parts, and mend the remark or the actual.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:46',
      form: {
        indicators: [
          { name: '活动场次', target: '≥5场', actual: '52场', note: '开展多次线上活动,致超过目标值50%完成。' },
        ],
      },
      flagged: ['over@indicators[0].note'],
    },
    {
      from: 'shenzhen-guangming-2021:41',
      form: {
        indicators: [
          { name: '活动场数', target: '≥14场', actual: '20场', note: '青悦会4+学习社3+深港澳1+评选5 +筑梦行7' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [{ name: '活动场数', target: '≥14场', actual: '21场', note: '报告会4场+座谈会3场+讲座13场。' }],
      },
      flagged: ['breakdown@indicators[0].note'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '100人', actual: '60人', note: '受疫情影响,完成率仅95%。' }] },
      flagged: ['completion@indicators[0].note'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '100人', actual: '150人', note: '需求增加,超额完成50%。' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '完工时限', target: '2023年12月', actual: '2023年10月', note: '提前完成。' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [{ name: '活动场数', target: '按需开展', actual: '21场', note: '报告会4场+座谈会3场+讲座13场。' }],
      },
      flagged: ['breakdown@indicators[0].note'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '合格率', target: '80%', actual: '60%', note: '受疫情影响,完成率60%。' }] },
      flagged: [],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test(subject) {
    const { indicator, path, scored } = subject
    const note = saidIn(indicator.note)
    const claims = note === '' ? [] : claimsOf(note, subject)
    if (claims.length === 0) return 'skip'
    const share = reachedPercent(scored)
    const [first, ...others] = claims.filter(isWrong).map(
      ({ message, said }): Problem => ({
        message,
        data: {
          said: message === 'breakdown' ? said.toString() : sayPercent(said),
          target: indicator.target.raw,
          actual: indicator.actual.raw,
          share: share === null ? '' : sayPercent(share),
        },
        at: [`${path}.note`, `${path}.actual`],
        certainty: 'review',
      }),
    )
    return first === undefined ? 'pass' : [first, ...others]
  },
}
