/** Misread signs: where the printed pair is no word and exactly one look-alike makes it one. Suggested, never taken. */

import { gather } from '../../model/gather.ts'
import { signTable } from '../../model/sign-table.ts'
import { commonWords, lookAlikes } from './common-words.ts'
import { isHan, pairOf } from './pairs.ts'

export interface Misread {
  /** Index of the doubtful sign in the text. */
  readonly at: number
  /** The printed pair and the word it is likely to be. */
  readonly printed: string
  readonly likely: string
  /** The whole text with the one sign replaced. */
  readonly repaired: string
}

/** A digit, % or a point: what stands behind it is a unit. */
function isFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x25 || code === 0x2e
}

const alternatives: ReadonlyMap<number, readonly string[]> = lookAlikes.reduce((all, group) => {
  for (const sign of group) {
    const known = all.get(sign.charCodeAt(0)) ?? []
    const others = [...group].filter((other) => other !== sign && !known.includes(other))
    all.set(sign.charCodeAt(0), [...known, ...others])
  }
  return all
}, new Map<number, readonly string[]>())

/** Signs that have look-alikes. */
const doubtful = signTable([...alternatives.keys()].map((code) => String.fromCharCode(code)))

/** The place next to one, blanks skipped. */
function beside(text: string, from: number, step: 1 | -1): number {
  let at = from + step
  if (isHan(text.charCodeAt(at))) return at
  while (text[at] !== undefined && text[at]!.trim() === '') at += step
  return at
}

/** The code of a Han sign; 0 where a sign of another kind stands. */
function hanAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return isHan(code) ? code : 0
}

/** The Han signs around a place, blanks skipped. */
interface Neighbours {
  readonly before: number
  readonly after: number
  /** The signs beyond them. */
  readonly beforeLast: number
  readonly afterNext: number
}

interface Offer {
  readonly other: string
  readonly side: 'before' | 'after'
}

/** With which neighbour, that belongs to no other word, a sign put in this place would make a word. */
function sideOf(sign: string, { beforeLast, before, after, afterNext }: Neighbours): Offer['side'] | null {
  const { suggested, known } = commonWords()
  const code = sign.charCodeAt(0)
  if (suggested.has(pairOf(code, after)) && !known.has(pairOf(after, afterNext))) return 'after'
  return suggested.has(pairOf(before, code)) && !known.has(pairOf(beforeLast, before)) ? 'before' : null
}

function misreadAt(text: string, at: number): Misread | null {
  const code = text.charCodeAt(at)
  if (isFigure(text.charCodeAt(at - 1))) return null
  const { known } = commonWords()
  const left = beside(text, at, -1)
  const right = beside(text, at, 1)
  const before = hanAt(text, left)
  const after = hanAt(text, right)
  // Nearly all signs stand in a word that is known.
  if (known.has(pairOf(before, code)) || known.has(pairOf(code, after))) return null
  const around: Neighbours = {
    before,
    after,
    beforeLast: hanAt(text, beside(text, left, -1)),
    afterNext: hanAt(text, beside(text, right, 1)),
  }
  // 因 stands before a clause, and makes no word with what went before: 舞台剧因主创变动延期.
  const isCause = text[at] === '因'
  const offers = gather(alternatives.get(code)!, (other): Offer[] => {
    const side = sideOf(other, around)
    return side === null || (isCause && side === 'before') ? [] : [{ other, side }]
  })
  if (offers.length !== 1) return null
  const { other, side } = offers[0]!
  const [first, last] = [String.fromCharCode(before), String.fromCharCode(after)]
  return {
    at,
    printed: side === 'after' ? text[at] + last : first + text[at],
    likely: side === 'after' ? other + last : first + other,
    repaired: text.slice(0, at) + other + text.slice(at + 1),
  }
}

/** All misread signs of a text, in order. */
export function findMisread(text: string): readonly Misread[] {
  const found: Misread[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (doubtful[code] === 0) continue
    const misread = misreadAt(text, at)
    if (misread !== null) found.push(misread)
  }
  return found
}
