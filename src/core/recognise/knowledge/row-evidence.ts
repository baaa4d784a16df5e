/**
 * What the other cells of its row say of a doubtful target or result: a figure that stands twice, a word of the scale, a
 * result that goes with its score.
 */

import { gather } from '../../model/gather.ts'
import type { Exact, Form, Indicator, Reading, Value, Verdict } from '../../model/index.ts'
import { compareValues, readValue } from '../../values/index.ts'
import { closedUp, withFigures } from './candidates.ts'
import { contextOf, ownTarget, percentOf } from './form-cells.ts'

export type Finding =
  | { readonly kind: 'stands' }
  | { readonly kind: 'taken'; readonly raw: string; readonly by: 'word' | 'score' }
  /** Best guess first. */
  | { readonly kind: 'open'; readonly candidates: readonly string[] }

/** A word that the language of values knows. */
function isKnownWord(value: Value | null): boolean {
  return value?.kind === 'completion' || value?.kind === 'graded' || value?.kind === 'none'
}

function figureOf(value: Value | null): Exact | null {
  return value?.kind === 'quantity' || value?.kind === 'duration' ? value.number : null
}

/** What a value says, apart from how it is written. */
function meaningOf({ value, raw }: Reading): string {
  return value === null ? `? ${raw}` : JSON.stringify(value)
}

/** The verdict that the printed score speaks for; null where it speaks for none. */
function verdictByScore({ weight, score }: Indicator): Verdict | null {
  if (weight.value === null || score.value === null || !weight.value.isPositive) return null
  if (score.value.equals(weight.value)) return 'met'
  return score.value.lessThan(weight.value) ? 'missed' : null
}

/** In percent: what agrees with its row, though another reading does too, needs to be as sure as this. */
const LEAST_SURE = 80
/** Signs read with this were seen as they are printed. */
const SURE_SIGNS = 95
/** 290% for ≥90%, 250 for ≥50: the sign became a figure. */
const SIGN_AS_FIGURE = /^[2Z7VvN>]=?\s*(?=\d)/

function signReadings(raw: string): string[] {
  if (raw.startsWith('>')) return [`≥${raw.slice(1)}`]
  if (raw.startsWith('<')) return [`≤${raw.slice(1)}`]
  return SIGN_AS_FIGURE.test(raw) ? [raw.replace(SIGN_AS_FIGURE, '≥')] : []
}

/** Looks at `indicators[index].target` or `.actual`. */
export function judgeValue(form: Form, index: number, field: 'target' | 'actual'): Finding {
  const indicator = form.indicators[index]!
  const cell = indicator[field]
  const raw = field === 'target' ? ownTarget(indicator) : cell.raw
  const context = contextOf(form, indicator)
  const repaired = (cell.value?.repairs ?? []).map(({ text }) => text)
  const texts = [
    raw,
    ...closedUp(raw),
    ...(cell.alternatives ?? []),
    ...withFigures(raw),
    ...(field === 'target' ? signReadings(raw) : []),
    ...(cell.value?.value === null ? repaired : []),
  ]
  const options = gather([...new Set(texts)], (text) =>
    text === '' ? [] : [{ text, reading: readValue(text, context) }],
  )
  if (options.length === 0) return { kind: 'open', candidates: [] }
  const [first] = options
  const isRead = first!.text === raw && first!.reading.value !== null
  if (isRead && options.every(({ reading }) => meaningOf(reading) === meaningOf(first!.reading))) {
    if (options.length > 1 || percentOf(cell) >= LEAST_SURE) return { kind: 'stands' }
  }
  const words = options.filter(({ reading }) => isKnownWord(reading.value))
  if (words.length > 0 && figureOf(first!.reading.value) === null) {
    if (words[0]!.text === raw) return { kind: 'stands' }
    if (words.length === 1) return { kind: 'taken', raw: words[0]!.text, by: 'word' }
  }
  const other = field === 'target' ? indicator.actual : indicator.target
  const beside = other.value
  const figure = figureOf(first!.reading.value)
  const twin = figureOf(beside?.value ?? null)
  const isSure = percentOf(other) >= LEAST_SURE
  if (isRead && figure !== null && twin !== null && isSure && figure.equals(twin)) return { kind: 'stands' }
  const wanted = verdictByScore(indicator)
  if (beside === null || beside.value === null || wanted === null) return open(options, raw)
  const verdictOf = ({ reading }: { readonly reading: Reading }): Verdict =>
    reading.value === null
      ? 'unknown'
      : field === 'target'
        ? compareValues(reading, beside, context).verdict
        : compareValues(beside, reading, context).verdict
  const fits = options.filter((option) => verdictOf(option) === wanted)
  if (fits.length === 0) return open(options, raw)
  if (fits[0]!.text === raw) {
    const others = fits.slice(1).filter(({ reading }) => meaningOf(reading) !== meaningOf(fits[0]!.reading))
    return others.length === 0 || percentOf(cell) >= LEAST_SURE ? { kind: 'stands' } : open(fits, raw)
  }
  if (fits.length > 1) return open(fits, raw)
  // A figure is not given up for a text with which the score goes: no text is contradicted by a score.
  if (figure !== null && verdictOf(first!) === 'unknown' && figureOf(fits[0]!.reading.value) === null)
    return percentOf(cell) >= LEAST_SURE ? { kind: 'stands' } : open(options, raw)
  // Signs that were seen without doubt may be printed so: a person is asked.
  return percentOf(cell) < SURE_SIGNS ? { kind: 'taken', raw: fits[0]!.text, by: 'score' } : open(fits, raw)
}

function open(options: readonly { readonly text: string }[], raw: string): Finding {
  const texts = options.map(({ text }) => text)
  return { kind: 'open', candidates: raw === '' || texts.includes(raw) ? texts : [...texts, raw] }
}
