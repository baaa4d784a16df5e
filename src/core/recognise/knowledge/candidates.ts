/** What a doubtful figure may say: as read, as the recogniser's other readings have it, and by the usual confusions. */

import type { Exact } from '../../model/index.ts'
import { readNumber } from '../../values/index.ts'

export interface Candidate {
  readonly raw: string
  readonly value: Exact
  /** 0: as read; 1: another reading of the recogniser; 2: a usual confusion of signs. */
  readonly rank: 0 | 1 | 2
}

/** Signs that recognition takes for one another. */
const confusions: Readonly<Record<string, string>> = {
  '0': '68',
  '1': '7',
  '2': '7',
  '3': '85',
  '4': '9',
  '5': '638',
  '6': '580',
  '7': '12',
  '8': '360',
  '9': '4',
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  b: '6',
  g: '9',
  q: '9',
  ',': '.',
  '\u3002': '.',
  '\u00b7': '.',
  ':': '.',
}

/** A cell has no more readings than these. */
const MOST = 14
/** Longer figures than this are not searched for confusions. */
const LONGEST = 12

const LETTERS = /[OoDQIl|SsBZzbgq]/
/** A letter among figures was a figure: 20Z3年, 95.2Z万元; every text that comes of it. */
export function withFigures(text: string): string[] {
  if (!/\d/.test(text)) return []
  let made = ''
  for (let at = 0; at < text.length; at++) {
    const beside = /[\d.]/.test(text[at - 1] ?? '') || /[\d.]/.test(text[at + 1] ?? '')
    made += beside && LETTERS.test(text[at]!) ? confusions[text[at]!]! : text[at]!
  }
  return made === text ? [] : [made]
}

function confused(raw: string): string[] {
  const made: string[] = []
  for (let at = 0; at < raw.length; at++) {
    for (const other of confusions[raw[at]!] ?? '') made.push(raw.slice(0, at) + other + raw.slice(at + 1))
  }
  // A point that is lost: 1250 for 12.50.
  if (/^\d{3,}$/.test(raw))
    for (const decimals of [2, 1]) made.push(`${raw.slice(0, -decimals)}.${raw.slice(-decimals)}`)
  return made
}

/** A blank within a figure comes from how its signs were set: 10.0 0 is 10.00. */
export function closedUp(text: string): string[] {
  const closed = text.replace(/(?<=[\d.])\s+(?=[\d.%\uff05\u2030])/g, '')
  return closed === text ? [] : [closed]
}

/** Readings of a figure, likeliest first; those that are no figure are left out. `wide`: usual confusions too. */
export function candidatesOf(raw: string, others: readonly string[], wide: boolean): readonly Candidate[] {
  const found: Candidate[] = []
  const add = (text: string, rank: Candidate['rank']): void => {
    if (found.length >= MOST || text === '') return
    const { value } = readNumber(text)
    if (value !== null && !found.some((one) => one.value.equals(value))) found.push({ raw: text, value, rank })
  }
  add(raw, 0)
  for (const text of [raw, ...others]) for (const closed of closedUp(text)) add(closed, 1)
  for (const other of others) add(other, 1)
  if (wide && raw.length <= LONGEST) for (const other of confused(raw)) add(other, 2)
  return found
}
