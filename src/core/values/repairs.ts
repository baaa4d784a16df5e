/**
 * OCR confusions, offered and never applied. Each repair is a text that parses; a person confirms it. The list is of
 * confusions seen in published forms: ≥ read as 2, 工, ^, 5=; 个 as ↑; % as $; 10 as IO; a lost leading digit.
 */

import { gather } from '../model/gather.ts'
import type { Reading, Repair, Value } from '../model/index.ts'
import { fold } from './fold.ts'
import { type Parsed, parse } from './parser.ts'

export type RepairReason =
  | 'operator-read-as-digit'
  | 'operator-read-as-sign'
  | 'strict-operator'
  | 'letters-for-digits'
  | 'glyph-for-unit'
  | 'sign-for-percent'
  | 'separator-for-point'
  | 'lost-leading-digit'

/** Readings that are only mentioned: the text as it stands is clear. */
export const advisory: ReadonlySet<string> = new Set<RepairReason>(['strict-operator'])

interface Candidate {
  readonly reason: RepairReason
  readonly text: string
}

/** What may have stood where OCR left this sign, likeliest first. */
const signs: Readonly<Record<string, readonly string[]>> = {
  工: ['≥', '1'],
  士: ['≥', '±'],
  乏: ['≥'],
  二: ['≥', '='],
  三: ['≥', '3'],
  之: ['≥'],
  '^': ['≥', '≤'],
  V: ['≥', '≤'],
  v: ['≥', '≤'],
  '√': ['≥', '≤'],
  N: ['≥'],
  W: ['≤'],
  '》': ['≥', '>'],
  '《': ['≤', '<'],
  '2=': ['≥'],
  '5=': ['≥'],
  '3=': ['≥'],
}

function isDigit(mark: string | undefined): boolean {
  return mark !== undefined && mark >= '0' && mark <= '9'
}

function signCandidates(text: string): Candidate[] {
  for (const [sign, readings] of Object.entries(signs)) {
    if (!text.startsWith(sign)) continue
    const behind = text.slice(sign.length).trimStart()
    if (!isDigit(behind[0])) continue
    return readings.map((reading) => ({ reason: 'operator-read-as-sign', text: reading + behind }))
  }
  return []
}

/** Each mark is rewritten on its own; the text is short where repairs are sought. */
function rewrite(text: string, change: (mark: string, at: number) => string): string {
  let changed = ''
  for (let at = 0; at < text.length; at++) changed += change(text[at]!, at)
  return changed
}

const digitsOfLetters: Readonly<Record<string, string>> = { I: '1', l: '1', '|': '1', O: '0', o: '0' }
/** Letters that are letters unless they stand among digits. */
const digitsAmongDigits: Readonly<Record<string, string>> = { Z: '2', z: '2', S: '5', s: '5', B: '8' }

function digitOf(mark: string, text: string, at: number): string {
  const among = isDigit(text[at - 1]) || isDigit(text[at + 1])
  return digitsOfLetters[mark] ?? (among ? digitsAmongDigits[mark] : undefined) ?? mark
}

function letterCandidates(text: string): Candidate[] {
  const repaired = rewrite(text, (mark, at) => digitOf(mark, text, at))
  return repaired === text ? [] : [{ reason: 'letters-for-digits', text: repaired }]
}

function glyphCandidates(text: string): Candidate[] {
  const arrow = text.indexOf('↑')
  if (arrow > 0 && isDigit(text[arrow - 1])) return [{ reason: 'glyph-for-unit', text: text.replace('↑', '个') }]
  if (text.includes('$')) return [{ reason: 'sign-for-percent', text: text.replaceAll('$', '%') }]
  return []
}

/** 98,5% and 98。5%: the point was read as another mark; 98. 5%: a blank was set behind it. */
function pointCandidates(text: string): Candidate[] {
  const repaired = rewrite(text, (mark, at) => {
    if ((mark === ',' || mark === '。') && isDigit(text[at - 1]) && isDigit(text[at + 1])) return '.'
    return mark === ' ' && text[at - 1] === '.' && isDigit(text[at + 1]) ? '' : mark
  })
  return repaired === text ? [] : [{ reason: 'separator-for-point', text: repaired }]
}

function leadingDigitCandidates(text: string): Candidate[] {
  return text.startsWith('.') && isDigit(text[1]) ? [{ reason: 'lost-leading-digit', text: `0${text}` }] : []
}

/** 28 may be ≥8, 290% may be ≥90%. Not where a zero or a separator would come first: 20, 2021, 2,370, 2.5. */
function digitCandidates(text: string, value: Value): Candidate[] {
  if (value.kind !== 'quantity' || value.operator !== null || !text.startsWith('2')) return []
  const behind = text.slice(1)
  if (!isDigit(behind[0]) || behind[0] === '0' || value.number.isNegative) return []
  return [{ reason: 'operator-read-as-digit', text: `≥${behind}` }]
}

function isMeasured(value: Value | null): value is Value {
  return value !== null && (value.kind === 'quantity' || value.kind === 'range' || value.kind === 'duration')
}

function offer(candidates: readonly Candidate[], finish: (value: Value) => Value): Repair[] {
  const repairs: Repair[] = []
  for (const { reason, text } of candidates) {
    const { value } = parse(text)
    if (isMeasured(value)) repairs.push({ reason, text, value: finish(value) })
  }
  return repairs
}

/** Longer texts are sentences; OCR repairs of figures are not sought in them. */
const LONGEST = 40

function strictCandidates(text: string, value: Value): Candidate[] {
  const strict = value.kind === 'quantity' && value.operator === 'moreThan' && text.startsWith('>')
  return strict ? [{ reason: 'strict-operator', text: `≥${text.slice(1)}` }] : []
}

const noRepairs: readonly Repair[] = []

/** Repairs of a folded text. `finish` adds what the cells beside it say, as was done with the value itself. */
export function repairsOf(text: string, parsed: Parsed, finish: (value: Value) => Value): readonly Repair[] {
  if (text.length > LONGEST) return []
  if (parsed.value !== null) {
    // The repairs of a text that can be read begin so, all of them.
    if (!text.startsWith('2') && !text.startsWith('>')) return noRepairs
    return offer([...digitCandidates(text, parsed.value), ...strictCandidates(text, parsed.value)], finish)
  }
  const first = offer(
    [
      ...signCandidates(text),
      ...glyphCandidates(text),
      ...letterCandidates(text),
      ...pointCandidates(text),
      ...leadingDigitCandidates(text),
    ],
    finish,
  )
  return [
    ...first,
    ...offer(
      gather(first, (repair) => digitCandidates(repair.text, repair.value)),
      finish,
    ),
  ]
}

/** The text from the point on: ".8万元" of "M.8万元". */
function behindPoint(text: string): string | null {
  const point = text.indexOf('.')
  return point >= 0 && isDigit(text[point + 1]) ? text.slice(point) : null
}

/**
 * Leading digits that were lost (M.8万元), where the other cell of the row ends in the same digits (14.8万元) and so
 * supports them. Never part of a verdict: the other cell cannot prove itself.
 */
export function repairFromCounterpart(reading: Reading, counterpart: Reading): Repair | null {
  if (reading.reason === null || counterpart.value === null || !isMeasured(counterpart.value)) return null
  const lost = behindPoint(fold(reading.raw))
  const text = fold(counterpart.raw)
  if (lost === null || lost !== behindPoint(text)) return null
  return { reason: 'lost-leading-digit', text, value: counterpart.value }
}
