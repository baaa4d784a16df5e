import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { reachedPercent, sayPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'equal-target-not-hit',
  code: 'B04',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '“等于”类指标恰好完成', en: 'Targets with an equals sign are hit exactly' },
    failed: { zh: '“等于”类指标未恰好完成', en: 'Target with an equals sign not hit exactly' },
  },
  why: {
    zh: '有的地区规定“等于”类指标未恰好完成须人工定分。未达到的得分由“定量未完成得分”检查，没有计算符号的由“缺计算符号”检查。',
    en: 'Some places have an equal target that is not hit scored by hand. Scores of missed targets and targets without an operator have checks of their own.',
  },
  law: [cite('hebei-tianjin-practice/strict-equal'), cite('integrated-platform/equal')],
  messages: {
    notHit: {
      text: {
        zh: '指标值“{target}”要求恰好完成，实际为“{actual}”（指标值的{share}），得分须人工确定。',
        en: 'Target “{target}” is to be hit exactly; the actual is “{actual}” ({share} of it): the score is set by hand.',
      },
      advice: { zh: '说明偏差原因，由审核人确定得分。', en: 'State the reason; the reviewer sets the score.' },
    },
    exceeded: {
      text: {
        zh: '指标值“{target}”为“等于”，实际为“{actual}”（指标值的{share}）。本规则按完成计，有的地区须人工定分。',
        en: 'Target “{target}” says equal, the actual is “{actual}” ({share} of it). These rules take it as met; elsewhere the score is set by hand.',
      },
      advice: {
        zh: '如本意是“不少于”，今后将计算符号改为“≥”。',
        en: 'If “at least” is meant, write “≥” next time.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:65',
      form: { indicators: [{ name: '服务项目合格率', target: '95%', actual: '100%', weight: '0.51', score: '0.51' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训班期数', target: '=8期', actual: '9期', weight: '5', score: '5' }] },
      flagged: ['exceeded@indicators[0].actual'],
    },
    {
      from: 'F025',
      form: { indicators: [{ name: '项目验收合格率', target: '﹦ 100 %', actual: '100', weight: '20', score: '20' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '务工岗位', target: '≥5个', actual: '6个', weight: '10', score: '10' },
          { name: '培训班期数', target: '=8期', actual: '6期', weight: '5', score: '3.75' },
          { name: '宣传册数量', target: '100份', actual: '180份', weight: '5', score: '5' },
          { name: '值岗人数', target: '4人/天(按实际人数为准)', actual: '4人/天', weight: '5', score: '5' },
          { name: '服务质量', target: '良好', actual: '良好', weight: '5', score: '5' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const value = indicator.target.value?.value
    const share = reachedPercent(scored)
    if (share === null || (value?.kind !== 'quantity' && value?.kind !== 'duration')) return 'skip'
    const over = share.greaterThan(Exact.hundred)
    const data = () => ({ target: indicator.target.raw, actual: indicator.actual.raw, share: sayPercent(share) })
    if (value.operator === 'equal') {
      if (share.equals(Exact.hundred)) return 'pass'
      const severity = edition.equal.method === 'strict' && saidIn(indicator.note) === '' ? 'warning' : 'info'
      if (edition.equal.method === 'strict')
        return { message: 'notHit', data: data(), at: [`${path}.actual`], severity }
      return over ? { message: 'exceeded', data: data(), at: [`${path}.actual`], severity } : 'pass'
    }
    return 'skip'
  },
}
