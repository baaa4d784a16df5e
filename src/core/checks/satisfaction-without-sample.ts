import { type FormPath, type Indicator, surveyFields } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { firstOfNothing } from './aids/outputs.ts'
import { isSatisfaction } from './aids/surveys.ts'
import type { FormCheck, Problem } from './check.ts'

const SURVEY = /问卷|调查|样本|抽样|访谈|回访|测评|份|随机/

/** 未提供调查问卷 tells that there is none. */
const NONE = /(?:未|没有|无|缺少?)[^,;。\uff0c\uff1b]{0,8}(?:问卷|调查|样本|抽样|测评|访谈|回访)/

function remarksOf({ note, extra }: Indicator): readonly string[] {
  return [note.raw, ...Object.values(extra).map((cell) => cell.raw)]
}

/** Printed in a column of its own, or told in a remark. */
function tellsSample(indicator: Indicator): boolean {
  return indicator.survey !== undefined || remarksOf(indicator).some((raw) => SURVEY.test(raw) && !NONE.test(raw))
}

function saysNone(indicator: Indicator): boolean {
  return remarksOf(indicator).some((raw) => NONE.test(raw))
}

function isAboveZero({ actual }: Indicator): boolean {
  return quantityOf(actual.value?.value)?.number.isPositive === true
}

interface Measured {
  readonly indicator: Indicator
  readonly path: FormPath
}

function nothingDelivered({ name, actual }: Indicator, claimed: readonly Measured[]): Problem {
  const [first, ...others] = claimed.map(({ path }) => path)
  const { indicator } = claimed[0]!
  const data = { output: name.raw, done: actual.raw, count: claimed.length }
  return {
    message: 'nothingDelivered',
    data: { ...data, name: indicator.name.raw, actual: indicator.actual.raw },
    at: [first!, ...others],
  }
}

export const check: FormCheck = {
  id: 'satisfaction-without-sample',
  code: 'C17',
  over: 'form',
  title: {
    passed: { zh: '满意度写明样本和方法', en: 'Satisfaction tells its sample and method' },
    failed: { zh: '满意度没有样本和方法', en: 'Satisfaction without sample' },
  },
  why: {
    zh: '没有调查样本和方法的满意度，复核时不予计分。',
    en: 'Reviewers give no points to satisfaction that no survey supports.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/satisfaction-data')],
  messages: {
    nothingDelivered: {
      text: {
        zh: '产出都没有完成（如“{output}”{done}），{count}项满意度却有数值，也没有说明调查了谁，如“{name}”{actual}',
        en: 'nothing was delivered (“{output}”: {done}), yet {count} satisfaction rows have a figure and no word on who was asked, such as “{name}” {actual}',
      },
      advice: {
        zh: '核对满意度的来源；服务对象尚未得到产出的，不填满意度数值，不计分',
        en: 'check where the figure comes from; those who got nothing yet cannot be asked: state no figure and take no points',
      },
    },
    blank: {
      text: {
        zh: '{count}项满意度没有填写样本数或调查方式，如“{name}”{actual}',
        en: '{count} satisfaction rows leave sample and method blank, such as “{name}” {actual}',
      },
      advice: {
        zh: '填写有效问卷数和调查方式，留存问卷备查',
        en: 'fill in valid answers and method, and keep the papers',
      },
    },
    noneSaid: {
      text: {
        zh: '{count}项满意度写明没有问卷或调查，如“{name}”{actual}',
        en: '{count} satisfaction rows say that there was no survey, such as “{name}” {actual}',
      },
      advice: {
        zh: '补做调查，写明有效问卷数和方式；没有调查的不填满意度数值',
        en: 'make up for the survey and tell valid answers and method; without one state no figure',
      },
    },
    unsaid: {
      text: {
        zh: '{count}项满意度没有说明样本数和调查方式（表中无此栏），其中{full}项为100%，如“{name}”{actual}',
        en: '{count} satisfaction rows do not tell sample and method (the form has no column for them), {full} of them at 100 %, such as “{name}” {actual}',
      },
      advice: {
        zh: '在备注中写明有效问卷数和调查方式，留存问卷备查',
        en: 'tell valid answers and method in the remark, and keep the papers',
      },
    },
  },
  examples: [
    {
      from: 'a-air-stations-one-line:1',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '建设监测子站', target: '11个', actual: '0', weight: '20' },
          {
            level1: '产出指标',
            level2: '时效指标',
            name: '完成时间',
            target: '2021年12月',
            actual: '未完成',
            weight: '15',
          },
          {
            level1: '产出指标',
            level2: '成本指标',
            name: '建设成本',
            target: '≤550万元',
            actual: '20万元',
            weight: '5',
          },
          { level1: '满意度指标', name: '群众满意度', target: '≥85%', actual: '88%', weight: '10' },
        ],
      },
      flagged: ['nothingDelivered@indicators[3].actual'],
    },
    {
      // One output came, if late; nobody was asked; none of 0 was wanted.
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '建设监测子站', target: '11个', actual: '0', weight: '20' },
          { level1: '产出指标', level2: '质量指标', name: '设备合格率', target: '100%', actual: '90%', weight: '15' },
          { level1: '满意度指标', name: '群众满意度', target: '≥85%', actual: '88%', weight: '10' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '建设监测子站', target: '11个', actual: '0', weight: '20' },
          { level1: '满意度指标', name: '群众满意度', target: '≥85%', actual: '0', weight: '10' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '质量指标', name: '安全事故', target: '0起', actual: '0起', weight: '20' },
          { level1: '满意度指标', name: '群众满意度', target: '≥85%', actual: '88%', weight: '10' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:128',
      form: {
        indicators: [
          {
            level1: '满意度指标',
            level2: '服务对象满意度指标',
            name: '工会组织员满意度',
            target: '≥95%',
            actual: '98%',
          },
          {
            level1: '满意度指标',
            level2: '服务对象满意度指标',
            name: '居住人员满意度',
            target: '≥95%',
            actual: '100%',
          },
        ],
      },
      flagged: ['unsaid@indicators[0].actual'],
    },
    {
      from: 'F9',
      form: {
        indicators: [
          { level1: '满意度指标', name: '受益群众满意度', target: '≥90%', actual: '95%', note: '未提供调查问卷' },
        ],
      },
      flagged: ['noneSaid@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '满意度指标', name: '学员满意度', target: '≥95%', actual: '98%', survey: { sampleSize: '' } },
          { level1: '满意度指标', name: '教师满意度', target: '≥95%', actual: '98%', survey: { sampleSize: '120' } },
        ],
      },
      flagged: ['blank@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '满意度指标', name: '学员满意度', target: '≥95%', actual: '98%', note: '发放问卷200份,有效196份' },
          { level1: '满意度指标', name: '居民满意度', target: '满意', actual: '满意' },
          { level1: '产出指标', level2: '数量指标', name: '培训人数', target: '≥95人', actual: '98人' },
          { level1: '满意度指标', name: '家长满意度', target: '≥95%', actual: '98%', extra: { evidence: '随机访谈' } },
          // Neither whole nor said to be without a survey, on a form without a column for it.
          { level1: '满意度指标', name: '住户满意度', target: '≥95%', actual: '96.5%' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form, scored }) {
    const measured = form.indicators
      .map((indicator, index) => ({ indicator, path: `indicators[${index}].actual` }))
      .filter(({ indicator }) => isSatisfaction(indicator))
      .filter(({ indicator }) => quantityOf(indicator.actual.value?.value) !== null)
    if (measured.length === 0) return 'skip'
    const silent = measured.filter(({ indicator }) => !tellsSample(indicator))
    if (silent.length === 0) return 'pass'
    const output = firstOfNothing(form, scored)
    const claimed = output === null ? [] : silent.filter(({ indicator }) => isAboveZero(indicator))
    if (output !== null && claimed.length > 0) return nothingDelivered(output, claimed)
    const hasColumn = surveyFields.some((field) => form.columns.indicators.includes(field))
    const none = silent.filter(({ indicator }) => saysNone(indicator))
    const full = silent.filter(({ indicator }) => indicator.actual.raw.startsWith('100'))
    // Hardly any form has a column for the sample: where a figure is credible and nothing says how it came about, there is nothing to say.
    if (!hasColumn && none.length === 0 && full.length === 0) return 'skip'
    const told = !hasColumn && none.length > 0 ? none : silent
    const { indicator } = told[0]!
    return {
      message: hasColumn ? 'blank' : none.length > 0 ? 'noneSaid' : 'unsaid',
      data: { count: told.length, full: full.length, name: indicator.name.raw, actual: indicator.actual.raw },
      at: [told[0]!.path, ...told.slice(1).map(({ path }) => path)],
      // Nobody can fill in a column that the form does not have; a figure without a survey is a matter of its own.
      ...(hasColumn || none.length > 0 ? {} : { severity: 'info' as const }),
    }
  },
}
