import { cite } from '../rulebook/index.ts'
import { forecastVerdict, isMarked } from './aids/forecast.ts'
import type { IndicatorCheck } from './check.ts'

const trained = { name: '培训人数', target: '≥500人', actual: '120人' }

export const check: IndicatorCheck = {
  id: 'likelihood-contradicting-forecast',
  code: 'F02',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '完成目标可能性与预计完成情况一致', en: 'Likelihood and forecast agree' },
    failed: { zh: '完成目标可能性与预计完成情况矛盾', en: 'Likelihood contradicting the forecast' },
  },
  why: {
    zh: '选“确定能”而预计数达不到指标值，或选“完全不可能”而预计数已达到，必有一处填错。',
    en: 'A target that “will certainly be reached” by a figure below it, or “cannot be” by one that reaches it: one of the two is wrong.',
  },
  law: [cite('integrated-platform/monitoring'), cite('ziping-proposal/forecast')],
  messages: {
    certainButShort: {
      text: {
        zh: '可能性选“确定能”，预计全年完成“{forecast}”达不到指标值“{target}”',
        en: '“certain” is marked, yet “{forecast}” falls short of the target “{target}”',
      },
      advice: { zh: '核对预计完成情况和可能性', en: 'check both the forecast and the likelihood' },
    },
    impossibleButMet: {
      text: {
        zh: '可能性选“完全不可能”，预计全年完成“{forecast}”已达到指标值“{target}”',
        en: '“impossible” is marked, yet “{forecast}” reaches the target “{target}”',
      },
      advice: { zh: '核对预计完成情况和可能性', en: 'check both the forecast and the likelihood' },
    },
    several: {
      text: { zh: '完成目标可能性选了不止一项', en: 'more than one likelihood is marked' },
      advice: { zh: '三项中只选一项', en: 'mark one of the three' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        stage: 'monitoring',
        indicators: [
          { ...trained, extra: { forecast: '380人', likelihoodCertain: '√' } },
          { ...trained, extra: { forecast: '510人', likelihoodNone: '√' } },
          { ...trained, extra: { forecast: '510人', likelihoodCertain: '√', likelihoodPossible: '√' } },
        ],
      },
      flagged: [
        'certainButShort@indicators[0].extra.likelihoodCertain',
        'impossibleButMet@indicators[1].extra.likelihoodNone',
        'several@indicators[2].extra.likelihoodPossible',
      ],
    },
    {
      from: 'made',
      form: {
        stage: 'monitoring',
        indicators: [
          { ...trained, extra: { forecast: '380人', likelihoodPossible: '√' } },
          { ...trained, extra: { forecast: '500人', likelihoodCertain: '√' } },
          { ...trained, extra: { forecast: '380人', likelihoodNone: '√' } },
          { ...trained, extra: { forecast: '380人' } },
          { ...trained, extra: { likelihoodCertain: '√' } },
          { target: '≥500人', extra: { forecast: '510人', likelihoodCertain: '√' } },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const fields = (['likelihoodCertain', 'likelihoodPossible', 'likelihoodNone'] as const).filter((field) =>
      isMarked(indicator.extra[field]),
    )
    const [first, second] = fields
    if (first === undefined) return 'skip'
    if (second !== undefined) return { message: 'several', data: {}, at: [`${path}.extra.${second}`] }
    const verdict = forecastVerdict(indicator)
    const data = { target: indicator.target.raw, forecast: indicator.extra.forecast?.raw ?? '' }
    const at = [`${path}.extra.${first}`] as const
    if (first === 'likelihoodCertain' && verdict === 'missed') return { message: 'certainButShort', data, at }
    if (first === 'likelihoodNone' && verdict === 'met') return { message: 'impossibleButMet', data, at }
    return 'pass'
  },
}
