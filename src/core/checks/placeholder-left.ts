import { withoutBlanks } from '../model/blanks.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { holdsPlaceholder, isPlaceholder } from './aids/placeholders.ts'
import type { IndicatorCheck, Problem } from './check.ts'

/** What each of them begins with. */
const STARTS_TEMPLATE = /^\s*[三指.…]/
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
      form: { indicators: [{ name: '走访户数', target: '≥50户', actual: '48户', note: '同上' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训人数', target: 'XX人', actual: '待定', weight: '5' },
          { name: '指标2', target: '≥5场', actual: '6场', note: '详见附件2' },
          { name: '补助户数', target: '≥**户', actual: '不少于××户' },
          { name: '走访户数', target: '（请填写数量）', actual: '略', note: '原因分析：（待补充）。' },
          { name: '印刷份数', target: '≥5份', actual: '如：xxx', note: '请填写' },
        ],
      },
      flagged: [
        'value@indicators[0].target',
        'value@indicators[0].actual',
        'text@indicators[1].name',
        'text@indicators[1].note',
        'value@indicators[2].target',
        'value@indicators[2].actual',
        'value@indicators[3].target',
        'value@indicators[3].actual',
        'text@indicators[3].note',
        'value@indicators[4].actual',
        'text@indicators[4].note',
      ],
    },
    {
      from: 'F023',
      form: {
        indicators: [
          { name: '猪养殖数量', target: '80头', actual: '80头', note: '无' },
          { name: 'MAXXX设备' },
          { name: '省略说明字数', note: '请示已批复，填写完整。' },
          {},
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const name = indicator.name.raw
    const problems: Problem[] = []
    for (const field of ['target', 'actual'] as const) {
      const text = indicator[field].raw
      if (isPlaceholder(text)) problems.push({ message: 'value', data: { name, text }, at: [`${path}.${field}`] })
    }
    for (const field of ['name', 'note'] as const) {
      const { raw } = indicator[field]
      // The remark of the row above holds here too.
      if (raw === '' || (field === 'note' && raw.includes('同上') && /^\s*同上[。.]?\s*$/.test(raw))) continue
      const isTemplate = field === 'name' && STARTS_TEMPLATE.test(raw) && TEMPLATE.test(withoutBlanks(raw))
      if (!isTemplate && !isPlaceholder(raw) && !holdsPlaceholder(raw)) continue
      problems.push({
        message: 'text',
        data: { text: raw },
        at: [`${path}.${field}`],
        severity: 'warning',
        certainty: 'review',
      })
    }
    return answerOf(problems)
  },
}
