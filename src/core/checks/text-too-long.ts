import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import type { FormPath } from '../model/index.ts'
import { cite, editionById, type Parameter } from '../rulebook/index.ts'
import type { FormCheck, Problem } from './check.ts'

const long = (length: number) => '培训'.padEnd(length, '训')

export const check: FormCheck = {
  id: 'text-too-long',
  code: 'A21',
  over: 'form',
  severity: 'info',
  title: {
    passed: { zh: '文字说明不超过规定字数', en: 'Texts keep to their length' },
    failed: { zh: '文字说明超过规定字数', en: 'A text is longer than allowed' },
  },
  why: {
    zh: '四川的表式限定字数，超出部分系统不予保存。其他地区不检查此项。',
    en: 'The Sichuan form limits its texts, and the system cuts off the rest. Other places are not checked.',
  },
  law: [cite('sichuan-2023/text-lengths')],
  messages: {
    note: {
      text: {
        zh: '“{name}”的原因说明有{length}字，限{most}字。',
        en: 'The explanation of “{name}” has {length} characters, {most} are allowed.',
      },
      advice: { zh: '请压缩到{most}字以内。', en: 'Shorten it to {most} characters.' },
    },
    fact: {
      text: { zh: '“{name}”有{length}字，限{most}字。', en: '“{name}” has {length} characters, {most} are allowed.' },
      advice: { zh: '请压缩到{most}字以内。', en: 'Shorten it to {most} characters.' },
    },
  },
  examples: [
    {
      from: 'F025',
      form: { region: '四川省达州市', indicators: [{ name: '培训人数', note: long(101) }] },
      flagged: ['note@indicators[0].note'],
    },
    {
      from: 'F025',
      form: { department: '成都市某局', facts: { 评价结论: long(201) } },
      flagged: ['fact@facts[0].text'],
    },
    {
      from: 'made',
      form: {
        region: '四川省',
        indicators: [{ name: '培训人数', note: long(100) }],
        facts: { 存在问题: long(200), 联系人: long(300) },
      },
      flagged: [],
    },
    { from: 'made', form: { region: '深圳市', indicators: [{ name: '培训人数', note: long(101) }] }, flagged: [] },
  ],
  test({ form, edition }) {
    const names = [form.region, form.department, form.supervisor, form.title].map((cell) => cell.raw).join()
    const { explanationLength, conclusionLength } = SICHUAN.test(names) ? sichuan : edition.reasons
    if (explanationLength === undefined || conclusionLength === undefined) return 'skip'
    const [first, ...others] = [
      ...gather(form.indicators, ({ name, note }, index) =>
        tooLong('note', name.raw, note.raw, explanationLength, `indicators[${index}].note`),
      ),
      ...gather(form.facts, ({ label, text }, index) =>
        LIMITED.test(label.raw) ? tooLong('fact', label.raw, text.raw, conclusionLength, `facts[${index}].text`) : [],
      ),
    ]
    return first === undefined ? 'pass' : [first, ...others]
  },
}

/** Forms of other kinds and years are limited there as well. */
const sichuan = editionById('sichuan-project-2023')!.reasons
/** The province and its prefectures. */
const SICHUAN =
  /四川|成都|自贡|攀枝花|泸州|德阳|绵阳|广元|遂宁|内江|乐山|南充|眉山|宜宾|广安|达州|雅安|巴中|资阳|阿坝|甘孜|凉山/
const LIMITED = /评价结论|自评结论|存在问题|存在的问题|改进措施/

function tooLong(message: string, name: string, raw: string, limit: Parameter, path: FormPath): readonly Problem[] {
  const length = [...withoutBlanks(raw)].length
  const most = Number(limit.value)
  return length <= most ? [] : [{ message, data: { name, length, most }, at: [path] }]
}
