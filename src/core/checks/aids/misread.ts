/** Misread signs: where the printed pair is no word and exactly one look-alike makes it one. Suggested, never taken. */

import { commonWords, lookAlikes } from './common-words.ts'

export interface Misread {
  /** Index of the doubtful sign in the text. */
  readonly at: number
  /** The printed pair and the word it is likely to be. */
  readonly printed: string
  readonly likely: string
  /** The whole text with the one sign replaced. */
  readonly repaired: string
}

const HAN = /\p{Script=Han}/u
const NUMBER = /[\d%.]/

const alternatives: ReadonlyMap<string, ReadonlySet<string>> = lookAlikes.reduce((all, group) => {
  for (const sign of group) {
    const others = [...group].filter((other) => other !== sign)
    all.set(sign, new Set([...(all.get(sign) ?? []), ...others]))
  }
  return all
}, new Map<string, Set<string>>())

/** The Han signs around a place, blanks skipped: an empty string where a sign of another kind stands. */
interface Surroundings {
  readonly beforeLast: string
  readonly before: string
  readonly after: string
  readonly afterNext: string
}

function neighbour(text: string, from: number, step: 1 | -1): { readonly sign: string; readonly at: number } {
  let at = from + step
  while (text[at] !== undefined && text[at]!.trim() === '') at += step
  const sign = text[at] ?? ''
  return { sign: HAN.test(sign) ? sign : '', at }
}

function surroundingsOf(text: string, at: number): Surroundings {
  const before = neighbour(text, at, -1)
  const after = neighbour(text, at, 1)
  return {
    before: before.sign,
    after: after.sign,
    beforeLast: neighbour(text, before.at, -1).sign,
    afterNext: neighbour(text, after.at, 1).sign,
  }
}

/** Words that a sign put in this place would make with a neighbour that belongs to no other word. */
function wordsWith(
  sign: string,
  around: Surroundings,
): readonly (readonly [printedWith: 'before' | 'after', word: string])[] {
  const { suggested, known } = commonWords()
  const found: (readonly ['before' | 'after', string])[] = []
  if (suggested.has(sign + around.after) && !known.has(around.after + around.afterNext))
    found.push(['after', sign + around.after])
  if (suggested.has(around.before + sign) && !known.has(around.beforeLast + around.before))
    found.push(['before', around.before + sign])
  return found
}

function misreadAt(text: string, at: number): Misread | null {
  const sign = text[at]!
  const others = alternatives.get(sign)
  if (others === undefined || NUMBER.test(text[at - 1] ?? '')) return null
  const around = surroundingsOf(text, at)
  const { known } = commonWords()
  if (known.has(around.before + sign) || known.has(sign + around.after)) return null
  const offers = [...others].flatMap((other) =>
    wordsWith(other, around)
      .slice(0, 1)
      .map(([side, word]) => ({ other, side, word })),
  )
  if (offers.length !== 1) return null
  const { other, side, word } = offers[0]!
  return {
    at,
    printed: side === 'after' ? sign + around.after : around.before + sign,
    likely: word,
    repaired: text.slice(0, at) + other + text.slice(at + 1),
  }
}

/** All misread signs of a text, in order. */
export function findMisread(text: string): readonly Misread[] {
  const found: Misread[] = []
  for (let at = 0; at < text.length; at++) {
    const misread = misreadAt(text, at)
    if (misread !== null) found.push(misread)
  }
  return found
}
