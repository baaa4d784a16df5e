import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import type { IndicatorCheck, Problem } from './check.ts'

/** A value cell that was never filled in. */
const VALUE =
  /^(?:(?:[≥≤≧≦><=\uff1e\uff1c\uff1d]|不低于|不少于|不超过|不高于)*[*xX×]{2,}.{0,4}|[?？]+|(?:详?见|参见)附[件表].*|待定.*|待补.*|待填.*|另行(?:通知|确定).*|同上|TBD|请填.*|填写.*|此处填.*)$/i
/** A name or a remark of a template, or with figures struck out. */
const TEXT = /[*×]{2,}|(?:^|[^A-Za-z])[xX]{2,}(?![A-Za-z])|(?:详?见|参见)附[件表]/
const TEMPLATE = /^(?:三级)?指标[\d一二三四五六七八九十]*[:：]?$|^[.…]+$/

export const check: IndicatorCheck = {
  id: 'placeholder-left',
  code: 'C20',
  over: 'indicator',
  title: {
    passed: { zh: '没有占位符', en: 'No placeholder is left' },
    failed: { zh: '留有占位符', en: 'Placeholder left in' },
  },
  why: {
    zh: '占位符说明内容没有填写，该行无法考核。',
    en: 'A placeholder means that nothing was filled in: the row cannot be assessed.',
  },
  severity: 'error',
  law: [cite('integrated-platform/completeness'), cite('caiyu-2021-101/indicator-attributes')],
  messages: {
    value: {
      text: { zh: '“{name}”的“{text}”是占位符，没有实际内容', en: '“{text}” of “{name}” is a placeholder' },
      advice: {
        zh: '填写实际的数值或文字；需附件说明的，表内写结论',
        en: 'fill in the value; where an annex tells more, print the result here',
      },
    },
    text: {
      text: { zh: '“{text}”中留有占位符', en: '“{text}” holds a placeholder' },
      advice: {
        zh: '补全文字；因公开而隐去的可以不改',
        en: 'complete the text; leave it if it was struck out for publication',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训人数', target: 'XX人', actual: '待定', weight: '5' },
          { name: '指标2', target: '≥5场', actual: '6场', note: '详见附件2' },
          { name: '补助户数', target: '≥**户', actual: '不少于××户' },
        ],
      },
      flagged: [
        'value@indicators[0].target',
        'value@indicators[0].actual',
        'text@indicators[1].name',
        'text@indicators[1].note',
        'value@indicators[2].target',
        'value@indicators[2].actual',
      ],
    },
    {
      from: 'F023',
      form: {
        indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头', note: '无' }, { name: 'MAXXX设备' }, {}],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const name = indicator.name.raw
    const problems: Problem[] = []
    for (const field of ['target', 'actual'] as const) {
      const text = indicator[field].raw.replace(/\s+/gu, '')
      if (VALUE.test(text)) problems.push({ message: 'value', data: { name, text }, at: [`${path}.${field}`] })
    }
    for (const field of ['name', 'note'] as const) {
      const text = indicator[field].raw.replace(/\s+/gu, '')
      if (!TEXT.test(text) && !(field === 'name' && TEMPLATE.test(text))) continue
      problems.push({
        message: 'text',
        data: { text: indicator[field].raw },
        at: [`${path}.${field}`],
        severity: 'warning',
        certainty: 'review',
      })
    }
    return answerOf(problems)
  },
}
