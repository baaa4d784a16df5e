import {
  type Cell,
  Exact,
  type FormPath,
  type Indicator,
  type NumberCell,
  type Reading,
  type Repair,
} from '../model/index.ts'
import { holdsMark, signTable } from '../model/sign-table.ts'
import { cite } from '../rulebook/index.ts'
import { readNumber, repairFromCounterpart } from '../values/index.ts'
import { answerOf } from './aids/events.ts'
import { quantityOf } from './aids/indicator-class.ts'
import type { IndicatorCheck, Problem } from './check.ts'

/** Other ways to write a sign, and the usual one. */
const variants: ReadonlyMap<string, string> = new Map([
  ...[...'≧⩾'].map((sign) => [sign, '≥'] as const),
  ...[...'≦⩽'].map((sign) => [sign, '≤'] as const),
  ...[...'\ufe66═\uff1d'].map((sign) => [sign, '='] as const),
  ...[...'\uff1e\ufe65'].map((sign) => [sign, '>'] as const),
  ...[...'\uff1c\ufe64'].map((sign) => [sign, '<'] as const),
  ...[...'\uff05\ufe6a'].map((sign) => [sign, '%'] as const),
  ...[...'0123456789'].map((digit) => [String.fromCharCode(0xff10 + Number(digit)), digit] as const),
])
const DOUBLE: readonly (readonly [RegExp, string])[] = [
  [/>=|=>/g, '≥'],
  [/<=|=</g, '≤'],
]
/** Letters that are read for digits, and the digits. */
const letters: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', Z: '2', S: '5', B: '8' }

const unusual = signTable([...variants.keys(), '='])

function usual(raw: string): string {
  if (!holdsMark(raw, unusual)) return raw
  let single = ''
  for (const sign of raw) single += variants.get(sign) ?? sign
  return DOUBLE.reduce((text, [sign, normal]) => text.replace(sign, normal), single)
}

/** Repairs worth a question. A figure that can stand as it is needs a second sign that it does not. */
function doubtsAbout(reading: Reading, actual: Reading | null): readonly Repair[] {
  return reading.repairs.filter(({ reason, value }) => {
    if (reason === 'strict-operator') return false
    if (reading.value === null || reason !== 'operator-read-as-digit') return true
    const [printed, repaired, given] = [reading.value, value, actual?.value ?? null].map((each) => quantityOf(each))
    if (given !== null && given!.number.equals(repaired!.number)) return true
    const isShare = printed!.unit?.name === '%'
    return isShare && printed!.number.greaterThan(Exact.hundred) && repaired!.number.atMost(Exact.hundred)
  })
}

/** A reading is offered, and a person confirms it. */
const asHint = { severity: 'info', certainty: 'review' } as const

function valueProblem(cell: Cell<Reading>, path: FormPath, actual: Cell<Reading>): Problem | null {
  const repairs = cell.value === null ? [] : doubtsAbout(cell.value, actual.value)
  const [best] = repairs
  if (best !== undefined) {
    const candidates = repairs.map((repair) => repair.text)
    return {
      message: 'doubtful',
      data: { text: cell.raw, candidates: candidates.join('、') },
      at: [path],
      ...asHint,
      ...(candidates.length === 1 ? { edit: { path, raw: best.text } } : {}),
    }
  }
  if (cell.value?.value === null && cell.value.reason !== null) {
    const likely = actual.value === null ? null : repairFromCounterpart(cell.value, actual.value)
    if (likely !== null)
      return { message: 'doubtful', data: { text: cell.raw, candidates: likely.text }, at: [path], ...asHint }
    return { message: 'unread', data: { text: cell.raw }, at: [path], certainty: 'review' }
  }
  const text = usual(cell.raw)
  if (text === cell.raw) return null
  return {
    message: 'variant',
    data: { text: cell.raw, usual: text },
    at: [path],
    severity: 'info',
    edit: { path, raw: text },
  }
}

function numberProblem(cell: NumberCell, path: FormPath): Problem | null {
  if (cell.raw === '' || cell.value !== null) return null
  const text = [...usual(cell.raw)].map((sign) => letters[sign] ?? sign).join('')
  if (readNumber(text).value === null) return null
  const data = { text: cell.raw, candidates: text }
  return { message: 'doubtful', data, at: [path], ...asHint, edit: { path, raw: text } }
}

function problemsIn(indicator: Indicator, path: FormPath): readonly Problem[] {
  return [
    valueProblem(indicator.target, `${path}.target`, indicator.actual),
    valueProblem(indicator.actual, `${path}.actual`, indicator.target),
    numberProblem(indicator.weight, `${path}.weight`),
    numberProblem(indicator.score, `${path}.score`),
  ].filter((problem) => problem !== null)
}

export const check: IndicatorCheck = {
  id: 'sign-variant',
  code: 'E07',
  over: 'indicator',
  title: {
    passed: { zh: '符号和数字写法通用', en: 'Signs and digits are the usual ones' },
    failed: { zh: '符号或数字写法不通用', en: 'Unusual or doubtful signs' },
  },
  why: {
    zh: '同一符号有多种写法，系统之间传递时会丢失或读错。',
    en: 'Signs with several shapes get lost or misread on their way between systems.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    variant: {
      text: {
        zh: '“{text}”中的符号不通用，按“{usual}”理解',
        en: '“{text}” holds unusual signs and was read as “{usual}”',
      },
      advice: { zh: '改为“{usual}”', en: 'write “{usual}”' },
    },
    doubtful: {
      text: { zh: '“{text}”可能有误读，或为：{candidates}', en: '“{text}” may be misread; it could be {candidates}' },
      advice: { zh: '对照原表确认，确认前按原样处理', en: 'confirm by the original; until then it stands as printed' },
    },
    unread: {
      text: {
        zh: '“{text}”读不出是什么数，本行得分无法核对',
        en: '“{text}” cannot be read, so that the score of the row cannot be checked',
      },
      advice: { zh: '对照原表改正', en: 'mend it by the original' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:91',
      form: { indicators: [{ name: '春节困难义工慰问经费', target: '≦4万元', actual: '3.2万元' }] },
      flagged: ['variant@indicators[0].target'],
    },
    {
      from: 'F017',
      form: { indicators: [{ name: '完成率', target: '>= 99 %', actual: '100\uff05' }] },
      flagged: ['variant@indicators[0].target', 'variant@indicators[0].actual'],
    },
    {
      from: 'F003',
      form: { indicators: [{ name: '保障人数', target: '2370人', actual: '2370人', weight: '10', score: 'IO' }] },
      flagged: ['doubtful@indicators[0].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '艾滋病检测人次', target: '≥12000人次', actual: '1Z356人次' },
          { name: '结核病登记数', target: '≥4#60例', actual: '472例' },
          { name: '绿化、水电费', target: 'M.8万元', actual: '14.8万元' },
        ],
      },
      flagged: ['doubtful@indicators[0].actual', 'unread@indicators[1].target', 'doubtful@indicators[2].target'],
    },
    {
      from: 'F019',
      form: { indicators: [{ name: '市民满意度调查', target: '290%', actual: '100%' }] },
      flagged: ['doubtful@indicators[0].target'],
    },
    {
      from: 'F035',
      form: {
        indicators: [
          { name: '宣传栏', target: '28块', actual: '8块' },
          { name: '种薯合格率', target: '290$', actual: '98%' },
          { name: '发芽率', target: '>90%', actual: '达标' },
          { name: '座椅', target: '28把', actual: '好' },
        ],
      },
      flagged: ['doubtful@indicators[0].target', 'doubtful@indicators[1].target'],
    },
    {
      from: 'shenzhen-guangming-2021:39',
      form: {
        indicators: [{ name: '慰问活动覆盖人数', target: '≥60人', actual: '80人', weight: '0.85', score: '优秀' }],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    return answerOf(problemsIn(indicator, path))
  },
}
