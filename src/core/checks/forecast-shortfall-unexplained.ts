import { cite } from '../rulebook/index.ts'
import { forecastVerdict, isMarked } from './aids/forecast.ts'
import { saidIn } from './aids/notes.ts'
import type { IndicatorCheck } from './check.ts'

const causes = ['causeFunds', 'causeRules', 'causeStaff', 'causeEquipment', 'causeOther'] as const

const trained = { name: '培训人数', target: '≥500人', actual: '120人' }

export const check: IndicatorCheck = {
  id: 'forecast-shortfall-unexplained',
  code: 'F01',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '预计完不成的指标都说明了原因', en: 'Every expected shortfall has its reason' },
    failed: { zh: '预计全年完不成而未说明原因', en: 'Expected shortfall without a reason' },
  },
  why: {
    zh: '监控是为了及早纠偏：预计全年完不成的，选明原因（经费、制度、人员、硬件条件、其他）或写明说明，才知道要解决什么。',
    en: 'Monitoring is there to put things right in time: a shortfall that is expected comes with its cause, marked or told.',
  },
  law: [cite('integrated-platform/monitoring'), cite('ziping-proposal/forecast')],
  messages: {
    impossible: {
      text: {
        zh: '指标值“{target}”，预计全年“{forecast}”，可能性选“完全不可能”，未选原因也未写说明',
        en: 'target “{target}”, expected “{forecast}”, marked as impossible, with no cause marked or told',
      },
      advice: {
        zh: '选明偏差原因或写明说明，并提出纠偏措施；目标确需调整的，按程序申请',
        en: 'mark or tell the cause and what is done about it; if the target must change, apply for it',
      },
    },
    unexplained: {
      text: {
        zh: '指标值“{target}”，预计全年完成“{forecast}”，达不到，未选原因也未写说明',
        en: 'target “{target}”, expected of the year “{forecast}”: short, with no cause marked or told',
      },
      advice: {
        zh: '选明偏差原因或写明说明，并提出纠偏措施；目标确需调整的，按程序申请',
        en: 'mark or tell the cause and what is done about it; if the target must change, apply for it',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: { stage: 'monitoring', indicators: [{ ...trained, extra: { forecast: '380人' } }] },
      flagged: ['unexplained@indicators[0].extra.forecast'],
    },
    {
      from: 'm-canteen-monitoring-tsv:13',
      form: {
        stage: 'monitoring',
        indicators: [
          {
            name: '建设完成时间',
            target: '2025年12月底前',
            extra: { forecast: '2026年2月底前', likelihoodNone: '√' },
          },
        ],
      },
      flagged: ['impossible@indicators[0].extra.likelihoodNone'],
    },
    {
      from: 'made',
      form: {
        stage: 'monitoring',
        indicators: [
          { ...trained, extra: { forecast: '380人', causeStaff: '√' } },
          {
            name: '建设完成时间',
            target: '2025年12月底前',
            extra: { forecast: '2026年2月底前', likelihoodNone: '√', causeFunds: '√' },
          },
          { ...trained, extra: { forecast: '380人' }, note: '承办机构未定,第四季度补办两期。' },
          { ...trained, extra: { forecast: '500人', causeFunds: '否' } },
          { ...trained, extra: { forecast: '按计划推进' } },
          { ...trained, extra: { forecast: '' } },
          { name: '培训场次', extra: { forecast: '3场' } },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        stage: 'monitoring',
        indicators: [
          {
            name: '不适用',
            role: 'notApplicable',
            target: '不适用',
            extra: { forecast: '0' },
          },
          {
            name: '补贴标准',
            attribute: '≤',
            target: '≤ 100 元/人',
            unit: '元/人',
            extra: { forecast: '100', causeOther: '×' },
          },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const verdict = forecastVerdict(indicator)
    if (verdict === null) return 'skip'
    const isTold = saidIn(indicator.note) !== '' || causes.some((cause) => isMarked(indicator.extra[cause]))
    const data = { target: indicator.target.raw, forecast: indicator.extra.forecast!.raw }
    // A date named in advance may still be beaten; that it cannot be kept is marked beside it.
    if (verdict === 'unknown' && !isTold && isMarked(indicator.extra.likelihoodNone))
      return { message: 'impossible', data, at: [`${path}.extra.likelihoodNone`, `${path}.extra.forecast`] }
    if (verdict === 'unknown') return 'unread'
    if (verdict === 'met' || isTold) return 'pass'
    return { message: 'unexplained', data, at: [`${path}.extra.forecast`] }
  },
}
