import { gather } from '../model/gather.ts'
import type { Indicator } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { headingOf, quantityOf } from './aids/indicator-class.ts'
import { hasFullMarks } from './aids/scored-rows.ts'
import type { FormCheck, Problem } from './check.ts'

/** Said of the work itself: nobody has accepted it yet. */
const UNACCEPTED =
  /(?:未|尚未|还未|暂未|没有)(?:组织|通过|完成|进行|开展|办理)?(?:竣工|完工|初步|最终|项目|工程)?验收|(?:待|等待|正在|准备)(?:组织|进行|办理)?(?:竣工|完工|项目|工程)?验收|验收(?:尚未|暂未|还未|未(?:完成|通过|进行))/
/** A problem that another part of the work had (未验收合格的已返工) is over. */
const OVER =
  /(?:已|均|全部|现已)(?:通过|完成|组织)?[^,;。\uff0c\uff1b]{0,6}验收(?:合格)?|不(?:需|涉及)[^,;。\uff0c\uff1b]{0,4}验收/

function saysUnaccepted({ actual, note }: Indicator): boolean {
  return [actual, note].some(({ raw }) => raw.includes('验收') && UNACCEPTED.test(raw) && !OVER.test(raw))
}

/** An acceptance of which nothing came: 验收合格率 0%, 未验收. */
function nothingAccepted(indicator: Indicator): boolean {
  if (!indicator.name.raw.includes('验收')) return false
  return saysUnaccepted(indicator) || quantityOf(indicator.actual.value?.value)?.number.isZero === true
}

const quantity = {
  level1: '产出指标',
  level2: '数量指标',
  name: '路灯改造盏数',
  target: '≥80盏',
  actual: '80盏',
  weight: '10',
  score: '10',
}
const acceptance = {
  level1: '产出指标',
  level2: '质量指标',
  name: '路灯改造验收合格率',
  target: '≥95%',
  actual: '0%',
  weight: '10',
  score: '0',
}

export const check: FormCheck = {
  id: 'quantity-without-acceptance',
  code: 'D10',
  over: 'form',
  title: {
    passed: { zh: '得满分的数量没有未验收的', en: 'No quantity in full marks awaits acceptance' },
    failed: { zh: '未验收却按数量满分', en: 'Full marks for a quantity that nobody accepted' },
  },
  why: {
    zh: '成果没有验收，数量还不能认定，不应得满分。表上写明未验收的才能查出，其余须看验收资料。',
    en: 'What was not accepted cannot be counted yet and earns no full marks. Found where the form says so; else the papers of acceptance tell.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/not-accepted')],
  messages: {
    own: {
      text: {
        zh: '“{name}”说明尚未验收，数量却得满分',
        en: '“{name}” is not accepted yet, and its quantity has full marks',
      },
      advice: { zh: '按已验收的数量填报和计分', en: 'report and score what was accepted' },
    },
    tied: {
      text: {
        zh: '“{other}”显示没有通过验收的成果，“{name}”却得满分',
        en: '“{other}” shows nothing accepted, and “{name}” has full marks',
      },
      advice: {
        zh: '核对二者是否同一项工作，按已验收的数量计分',
        en: 'check whether both are one work, and score what was accepted',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [{ ...quantity, note: '工程已完工，尚未组织竣工验收。' }] },
      flagged: ['own@indicators[0].score'],
    },
    { from: 'made', form: { indicators: [quantity, acceptance] }, flagged: ['tied@indicators[0].score'] },
    { from: 'made', form: { indicators: [quantity] }, flagged: [] },
    {
      from: 'made',
      form: {
        indicators: [
          acceptance,
          { ...quantity, name: '护栏安装长度' },
          { ...quantity, name: '' },
          { ...quantity, name: '桥梁加固座数', note: '已通过竣工验收。' },
          { ...quantity, name: '公厕翻新座数', score: '8', note: '正在组织验收。' },
          { ...quantity, name: '校舍加固面积', note: '初期未通过验收，整改后已全部通过验收。' },
          { ...acceptance, name: '校舍加固验收合格率', actual: '98%' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form, scored, words }) {
    const wordsOf = (indicator: Indicator) => words()(indicator.name.raw).telling
    const refused = form.indicators.filter((row) => nothingAccepted(row))
    const problems = gather(form.indicators, (indicator, index): Problem[] => {
      if (headingOf(indicator) !== 'quantity' || !hasFullMarks(scored.rows[index]!)) return []
      const name = indicator.name.raw
      const at = `indicators[${index}].score`
      if (saysUnaccepted(indicator)) return [{ message: 'own', data: { name }, at: [at], certainty: 'review' }]
      if (refused.length === 0) return []
      const own = new Set(wordsOf(indicator))
      const other = refused.find((row) => wordsOf(row).some((word) => own.has(word)))
      if (other === undefined) return []
      const path = `indicators[${form.indicators.indexOf(other)}].actual`
      return [{ message: 'tied', data: { name, other: other.name.raw }, at: [at, path], certainty: 'review' }]
    })
    return form.indicators.length === 0 ? 'skip' : answerOf(problems)
  },
}
