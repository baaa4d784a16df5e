import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { hasLostPoints, reachedPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** Causes that fit every shortfall of every form. */
const CAUSE =
  /疫情|新冠|(?:客观|特殊|历史|政策|天气|市场|外部|其他|各种|种种|诸多|多方面)(?:的)?(?:原因|因素|条件|情况)|不可控(?:因素|原因)?|不可抗|不可预[见测]|大环境|形势(?:变化|影响)/
/** That the target was missed is no effect: it is what the cause has to explain. */
const RESTATED =
  /(?:未|没有|没)(?:能)?(?:按[时期])?(?:全部|全面|完全|如期)?(?:完成|达到|达成|实现|达标)[^,;.。]{0,6}(?:目标值?|指标值?|任务|计划|预期|要求)?|(?:有所|造成|产生|存在|出现)?偏差|影响(?:了)?(?:(?:指标|目标|任务|工作|项目|完成)?[^,;.。]{0,4}?(?:完成|达成|进度|开展|实施)|指标|目标|任务|工作|项目)?/g
/** What happened through it: work put off, called off, moved, made smaller, or a figure. */
const EFFECT =
  /推迟|延[期迟误后长缓]|顺延|滞后|取消|暂[停缓]|停[工办课产业止运]|中[断止]|无法|不能|难以|未能|未(?:举办|召开|开展|开工|到[岗位货]|验收|支付|拨付|招|组织|安排)|减[少半缩]|[压缩]减|缩[小短]|下降|降低|回落|[上增]涨|涨价|增[加多长]|扩大|不足|短缺|缺[口乏少]|改[为在由成]|转[为入到]|调整[为到至]|线[上下]|居家|封[控闭路]|隔离|关[闭停]|限[制流行]|受[阻限]|放缓|缓慢|较[晚迟少慢低]|偏[少低晚]|超[出过支]|[少高低]于|结[余转]|节[约省]|换|改建|重新|搬迁|积压|集中|替代|\d/

/** What was affected, by its name. */
const AFFECTED =
  /影响(?:了|到)?[^,;.。]{0,6}(?:工期|施工|开工|复工|出行|客流|采购|供货|运输|物流|招标|征地|拆迁|收入|销售|授课|外出|到岗)/

export const check: IndicatorCheck = {
  id: 'cause-without-effect',
  code: 'B27',
  over: 'indicator',
  title: {
    passed: { zh: '原因写明了具体影响', en: 'Causes come with what they affected' },
    failed: { zh: '只说疫情、客观原因，没有写明影响', en: 'An epidemic or “outside reasons”, and no effect' },
  },
  why: {
    zh: '疫情、客观原因、不可控适用于任何偏差；不写明哪项工作因此推迟、取消或减少，就不成其为分析。',
    en: 'Epidemics and outside reasons fit every shortfall; without the work that was put off, called off or reduced they explain nothing.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/cause-and-effect'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    noEffect: {
      text: {
        zh: '说明“{note}”只提“{cause}”，没有写明影响了什么',
        en: 'the remark “{note}” names “{cause}” and no effect of it',
      },
      advice: {
        zh: '写明哪项工作因此推迟、取消或减少，数量和时间各是多少',
        en: 'say which work was put off, called off or reduced, by how much and until when',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          {
            name: '完工时间',
            target: '2022年9月底前',
            actual: '2022年12月',
            weight: '10',
            score: '5',
            note: '疫情影响工期,年后加快附属工程建设',
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
      flagged: ['noEffect@indicators[0].note'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          {
            name: '培训人数',
            target: '≥50人',
            actual: '40人',
            weight: '5',
            score: '4',
            note: '受疫情影响，未完成年度目标。',
          },
          { name: '宣讲场次', target: '≥5场', actual: '5场', weight: '5', score: '5', note: '客观原因影响。' },
        ],
      },
      flagged: ['noEffect@indicators[0].note', 'noEffect@indicators[1].note'],
    },
    {
      from: 'shenzhen-guangming-2021:42',
      form: {
        indicators: [
          { name: '活动参与人次', target: '≥10场', actual: '9场', note: '受疫情影响,部分活动线上线下同步进行。' },
          { name: '培训人数', target: '≥50人', actual: '40人', note: '受疫情影响，第三期培训推迟到次年。' },
          { name: '培训期数', target: '≥3期', actual: '2期', note: '因疫情少办1期。' },
          { name: '完工时间', target: '2022年11月', actual: '2022年12月', note: '受疫情影响工期顺延' },
          { name: '护栏长度', target: '≥3米', actual: '2米', note: '材料未到货。' },
          { name: '护栏安装', target: '≥3米', actual: '3米', note: '无' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const note = saidIn(indicator.note)
    const cause = CAUSE.exec(note)?.[0]
    if (cause === undefined) return note === '' ? 'skip' : 'pass'
    if (AFFECTED.test(note) || EFFECT.test(note.replace(RESTATED, ''))) return 'pass'
    const share = reachedPercent(scored)
    const over = share !== null && reachesThreshold(edition, 'overReason', share)
    const due = over || scored.verdict === 'missed' || hasLostPoints(scored, edition)
    return {
      message: 'noEffect',
      data: { note: indicator.note.raw, cause },
      at: [`${path}.note`],
      certainty: 'review',
      severity: due ? 'warning' : 'info',
    }
  },
}
