/**
 * What a row says of its survey: 样本量, 有效问卷, 满意份数, 调查方式. Columns of their own come first; what they leave open
 * is read from the texts of the row ("发放问卷200份，回收有效问卷186份，满意174人"), each piece with its place.
 */

import { withoutBlanks } from '../model/blanks.ts'
import {
  type Cell,
  Exact,
  emptyCell,
  emptySurvey,
  type Indicator,
  type NumberCell,
  type Survey,
  type SurveyField,
  surveyFields,
  type TextCell,
} from '../model/index.ts'
import { cellFrom } from './ledger.ts'
import { foldWidth } from './source.ts'

const COUNT = /^(?:共|共计)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万)?(?:份|张|人|人次|名|户|个|位|票|件|家)?$/
const TEN_THOUSAND = Exact.of('10000')

/** A count as cells and texts print it: 200, 200份, 1,200人, 1.2万份. What is no count (约200份) is null, never 0. */
export function countIn(text: string): Exact | null {
  const found = COUNT.exec(withoutBlanks(foldWidth(text)))
  if (found === null) return null
  const [, whole = '', fraction, tenThousands] = found
  const digits = whole.replaceAll(',', '')
  if (tenThousands === undefined) return fraction === undefined ? Exact.of(digits) : null
  return Exact.of(fraction === undefined ? digits : `${digits}.${fraction}`).times(TEN_THOUSAND)
}

/** About so many (约, 余) is no figure. */
const DIGITS = String.raw`(?<![约近\d])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?万?`
/** A figure is counted in answers or people; without a unit it ends its clause. */
const ENDS_CLAUSE = String.raw`\s*(?:$|[;:、()]|,(?!\d))`
const NUMBER = String.raw`(${DIGITS}\s*(?:份|张|人次|人|名|户|位|票)(?![口均数率])|${DIGITS}\s*个(?=${ENDS_CLAUSE})|${DIGITS}(?=${ENDS_CLAUSE}))`
/** Words between a verb and its number: no other number, no end of a clause. */
const BETWEEN = String.raw`[^\d,.;:、()%]{0,14}?:?\s*`
const ASKING = '(?:调查|抽查|抽样|访谈|回访|走访|抽取|测评|随访|采访|访问|受访)'

function telling(before: string): RegExp {
  return new RegExp(`${before}${BETWEEN}${NUMBER}`)
}

function counted(units: string, behind: string): RegExp {
  return new RegExp(String.raw`(${DIGITS}\s*[${units}])${behind}`)
}

/** How each figure is told; the first that matches counts, and what it matched tells nothing else. */
const figures: readonly (readonly [Exclude<SurveyField, 'surveyMethod'>, readonly RegExp[]])[] = [
  [
    'validAnswers',
    [
      counted('份张', '(?:为|是|系)?有效'),
      telling('有效(?:问卷|样本|答卷|调查问卷|调查表|回收|回收问卷|份数|票)(?!率|回收率)'),
      telling('有效(?!率|回收率|性|地)'),
    ],
  ],
  [
    'satisfiedAnswers',
    [
      telling('(?<![不很较非常比本分])满意(?!度|率|程度|情况|调查|测评|不)'),
      counted('份人户票名', '(?:表示|选择|回答)?满意(?!度|率|程度|情况|调查|测评)'),
    ],
  ],
  ['returnedAnswers', [telling('(?:回收|收回|收到)(?!率)(?![^\\d,;、]{0,8}有效)')]],
  [
    'sampleSize',
    [
      telling('(?:发放|下发|派发|发出|投放|印发|发送)(?!率)'),
      telling('样本(?:总?量|总?数|数量|容量)?'),
      telling(`${ASKING}(?!率|结果)`),
      counted('人名户', '[^\\d,;、]{0,6}?(?:进行|开展|参与|参加|接受)[^\\d,;、]{0,8}(?:问卷|调查|测评|访谈)'),
    ],
  ],
]

/** Counted by degrees (非常满意120人，基本满意30人): which of them the unit counts as satisfied is not said. */
const GRADED = /(?:非常|很|十分|比较|较为?|基本|一般)满意(?:的)?[^\d,;]{0,4}\d/

const METHOD =
  /(?:网络|线上|线下|现场|纸质|电子|匿名|随机|电话|入户|第三方|微信|短信)*(?:问卷调查|问卷测评|抽样问卷调查|抽样问卷|抽样调查|民意调查|民意测评|满意度测评|(?:电话|入户|随机|现场|个别|线上)(?:访谈|回访|访问|走访|调查|抽查|抽样|测评)|网络(?:调查|测评|投票)|第三方(?:测评|调查|评估)|座谈会|扫码评价)/

/** No method by itself (问卷回收不足), but one where answers are counted. */
const BARE_METHOD = /问卷/
/** 未提供调查问卷, 没有开展抽样: what is not there. */
const NOT_THERE = /(?:未|没有|无|缺少?)[^,;]{0,8}(?:问卷|调查|样本|抽样|测评|访谈|回访)/

/** Rows whose figure comes of asking people. */
const SURVEYED = /满意|知晓|认可|认同/
const MENTIONS = /问卷|样本|调查|抽样|抽查|访|测评|答卷|有效|满意\D{0,4}\d/
const textFields = ['explanation', 'remark', 'evidence'] as const

function isSurveyed({ level1Kind, level2, name }: SurveyedRow): boolean {
  return level1Kind === 'satisfaction' || SURVEYED.test(level2.cell.raw) || SURVEYED.test(name.raw)
}

/** The piece of a cell from `start` on, with its own place where the cell stands in a line of text. */
function pieceOf<T>({ raw, origin, confidence }: Cell<unknown>, start: number, text: string, value: T): Cell<T> {
  const piece = text.trim()
  // Blanks were closed up where the printed length is another: then the place of the whole cell is all that is known.
  const within = origin?.kind === 'text' && origin.endLine === undefined && origin.length === raw.length
  const place = within ? { ...origin, column: origin.column + start, length: piece.length } : origin
  return cellFrom({ source: place, confidence }, raw.slice(start, start + piece.length), value)
}

type Told = { [F in SurveyField]?: Survey[F] }

function tellIn(cell: Cell<unknown>, told: Told): void {
  if (!MENTIONS.test(cell.raw)) return
  // A wide comma ends a clause and never groups digits.
  const whole = foldWidth(cell.raw.replaceAll('\uff0c', ';').replaceAll('\u3002', ';'))
  let text = whole
  for (const [field, patterns] of figures) {
    if (told[field] !== undefined || (field === 'satisfiedAnswers' && GRADED.test(whole))) continue
    const match = firstOf(patterns, text)
    if (match === null) continue
    const value = countIn(match.figure)
    if (value === null) continue
    told[field] = pieceOf(cell, match.start, match.figure, value)
    // A figure is told once: the same words do not tell another field.
    text = text.slice(0, match.start) + '*'.repeat(match.figure.length) + text.slice(match.start + match.figure.length)
  }
  if (told.surveyMethod !== undefined || NOT_THERE.test(whole)) return
  const isCounted = figures.some(([field]) => told[field] !== undefined)
  const method = METHOD.exec(whole) ?? (isCounted ? BARE_METHOD.exec(whole) : null)
  if (method !== null) told.surveyMethod = pieceOf(cell, method.index, method[0], method[0])
}

function firstOf(
  patterns: readonly RegExp[],
  text: string,
): { readonly figure: string; readonly start: number } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match === null) continue
    const figure = match[1]!
    return { figure: figure.trimEnd(), start: match.index + match[0].lastIndexOf(figure) }
  }
  return null
}

export type SurveyedRow = Pick<Indicator, 'level1Kind' | 'level2' | 'name' | 'actual' | 'note' | 'extra'>

/** What the texts of a row tell: its result, its remark, its explanation. */
function toldIn(row: SurveyedRow): Told {
  const told: Told = {}
  if (!isSurveyed(row)) return told
  for (const cell of [row.actual, row.note]) if (cell.raw.length > 3) tellIn(cell, told)
  for (const field of textFields) {
    const cell = row.extra[field]
    if (cell !== undefined) tellIn(cell, told)
  }
  return told
}

/** The survey of a row: `own` what its columns print, the rest as its texts tell. Undefined where nothing is said. */
export function surveyOf(own: Told, row: SurveyedRow): Survey | undefined {
  const told = toldIn(row)
  const printed = surveyFields.some((field) => (own[field]?.raw ?? '') !== '')
  if (!printed && surveyFields.every((field) => told[field] === undefined)) return undefined
  const numberOf = (field: Exclude<SurveyField, 'surveyMethod'>): NumberCell => filled(own[field], told[field])
  return {
    sampleSize: numberOf('sampleSize'),
    returnedAnswers: numberOf('returnedAnswers'),
    validAnswers: numberOf('validAnswers'),
    satisfiedAnswers: numberOf('satisfiedAnswers'),
    surveyMethod: filled(own.surveyMethod, told.surveyMethod),
  }
}

function filled<T>(own: Cell<T> | undefined, told: Cell<T> | undefined): Cell<T> {
  return own !== undefined && own.raw !== '' ? own : (told ?? emptyCell)
}

/** The row after an edit of one of its texts: what the text told before is told anew, what its columns print stays. */
export function withSurveyRetold(edited: Indicator, before: Indicator): Indicator {
  const { survey = emptySurvey } = before
  const told = toldIn(before)
  const own: Told = {}
  for (const field of surveyFields) {
    const cell = survey[field]
    if (cell.raw !== '' && cell.raw !== told[field]?.raw) Object.assign(own, { [field]: cell })
  }
  return withSurvey(edited, surveyOf(own, edited))
}

/** The row with this survey; without any where it says nothing. */
export function withSurvey(row: Indicator, survey: Survey | undefined): Indicator {
  if (survey === row.survey) return row
  const { role, level1, level1Kind, level2, name, attribute, unit, target, actual, weight, score, note, extra } = row
  if (survey !== undefined) {
    return {
      role,
      level1,
      level1Kind,
      level2,
      name,
      attribute,
      unit,
      target,
      actual,
      weight,
      score,
      note,
      extra,
      survey,
    }
  }
  return { role, level1, level1Kind, level2, name, attribute, unit, target, actual, weight, score, note, extra }
}

/** One printed text as a cell of the survey. */
export function surveyCell(field: SurveyField, raw: string): NumberCell | TextCell {
  if (raw === '') return emptyCell
  return field === 'surveyMethod' ? { raw, value: raw } : { raw, value: countIn(raw) }
}
