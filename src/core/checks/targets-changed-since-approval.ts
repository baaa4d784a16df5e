import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import type { Indicator } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sameIndicators } from './aids/same-indicator.ts'
import { normaliseWording } from './aids/wording.ts'
import type { FormCheck, Problem } from './check.ts'

const trained = { name: '培训人数', target: '≥500人', weight: '10' }

export const check: FormCheck = {
  id: 'targets-changed-since-approval',
  code: 'D15',
  over: 'form',
  title: {
    passed: { zh: '指标与批复的绩效目标一致', en: 'Indicators are as approved' },
    failed: { zh: '指标与批复的绩效目标不一致', en: 'Indicators differ from the approved ones' },
  },
  why: {
    zh: '指标值和分值随预算批复确定；自评时改动目标，等于先射箭后画靶。有批复的绩效目标表的才能比较，办理过目标调整的以调整后的为准。',
    en: 'Targets and weights are fixed with the budget; changed at self-evaluation they are drawn around the arrow. Compared where the approved targets are at hand; after an adjustment, with the adjusted ones.',
  },
  severity: 'error',
  law: [cite('caiyu-2021-101/fixed-with-approval')],
  messages: {
    target: {
      text: {
        zh: '“{name}”批复的指标值为“{approved}”，自评表为“{now}”',
        en: 'the target of “{name}” was approved as “{approved}”; the form has “{now}”',
      },
      advice: {
        zh: '按批复填写；已办理调整的，附上调整批复',
        en: 'put the approved one, or attach the approval of the change',
      },
    },
    weight: {
      text: {
        zh: '“{name}”批复的分值为{approved}，自评表为{now}',
        en: 'the weight of “{name}” was approved as {approved}; the form has {now}',
      },
      advice: { zh: '按批复填写分值', en: 'put the approved weight' },
    },
    gone: {
      text: {
        zh: '批复的指标“{name}”（{approved}）在自评表中没有',
        en: 'the approved indicator “{name}” ({approved}) is not in the form',
      },
      advice: { zh: '补上该指标，或附上调整批复', en: 'add it, or attach the approval of the change' },
    },
    added: {
      text: { zh: '“{name}”不在批复的绩效目标中', en: '“{name}” is none of the approved indicators' },
      advice: {
        zh: '核对名称；确系新增的，附上调整批复',
        en: 'check the name; if it is new, attach the approval of the change',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { ...trained, target: '≥300人', weight: '5' },
          { name: '慰问户数', target: '20户' },
        ],
      },
      beside: {
        approved: {
          indicators: [
            trained,
            { name: '修缮房屋面积', target: '≥80平方米' },
            { role: 'notApplicable', name: '生态改善', target: '不适用' },
          ],
        },
      },
      flagged: ['target@indicators[0].target', 'weight@indicators[0].weight', 'gone@form', 'added@indicators[1].name'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...trained, target: '≥ 500 人' },
          { name: '合格率', target: '≥95％', weight: '5.0' },
          { role: 'notApplicable', name: '不适用', target: '不适用' },
        ],
      },
      beside: {
        approved: {
          indicators: [
            { name: '培训人数', target: '≥500人' },
            { name: '合格率', target: '≥95%', weight: '5' },
          ],
        },
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [trained] }, flagged: [] },
    { from: 'made', form: { indicators: [trained] }, beside: { approved: {} }, flagged: [] },
  ],
  test({ form, beside: { approved } }) {
    if (approved === undefined || approved.indicators.length === 0) return 'skip'
    const pairs = sameIndicators(form.indicators, approved.indicators)
    const problems: Problem[] = gather(pairs, ({ first, second }) =>
      changesOf(form.indicators[first]!, approved.indicators[second]!, `indicators[${first}]`),
    )
    const kept = new Set(pairs.map(({ second }) => second))
    approved.indicators.forEach((row, index) => {
      if (kept.has(index) || row.role !== 'scored') return
      const data = { name: row.name.raw, approved: row.target.raw }
      problems.push({ message: 'gone', data, at: ['form'], severity: 'warning', certainty: 'review' })
    })
    const known = new Set(pairs.map(({ first }) => first))
    form.indicators.forEach((row, index) => {
      if (known.has(index) || row.role !== 'scored') return
      const at = [`indicators[${index}].name`] as const
      problems.push({ message: 'added', data: { name: row.name.raw }, at, severity: 'warning', certainty: 'review' })
    })
    const [first, ...others] = problems
    return first === undefined ? 'pass' : [first, ...others]
  },
}

/** Signs aside, a target says what it says; ≥ and > are no blanks. */
function plain(text: string): string {
  return withoutBlanks(text.normalize('NFKC').replace(/[≧⩾]/g, '≥').replace(/[≦⩽]/g, '≤'))
}

function changesOf(now: Indicator, approved: Indicator, path: string): Problem[] {
  const name = now.name.raw
  const problems: Problem[] = []
  const isSame = plain(now.target.raw) === plain(approved.target.raw)
  if (!isSame && normaliseWording(approved.target.raw) !== '') {
    const data = { name, approved: approved.target.raw, now: now.target.raw }
    problems.push({ message: 'target', data, at: [`${path}.target`] })
  }
  const [weight, fixed] = [now.weight.value, approved.weight.value]
  if (weight !== null && fixed !== null && !weight.equals(fixed)) {
    const data = { name, approved: approved.weight.raw, now: now.weight.raw }
    problems.push({ message: 'weight', data, at: [`${path}.weight`] })
  }
  return problems
}
