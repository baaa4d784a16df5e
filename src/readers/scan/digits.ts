/** Signs told by what stands beside them: O and o among digits are 0, l and I are 1; × between words is no letter. */

import type { Sign } from './decode-line.ts'

const LIKE: Readonly<Record<string, string>> = { O: '0', o: '0', 〇: '0', D: '0', Q: '0', l: '1', I: '1', '|': '1' }
const OF_NUMBERS = /^[0-9.,，%％+\-/~:：() ]$/

const HALVES: Readonly<Record<string, string>> = { '\uff08': '(', '\uff09': ')' }

/** A bracket typed wide with one typed narrow: nobody does that, both are taken for narrow. */
function pairBrackets(signs: readonly Sign[]): readonly Sign[] {
  const opening = signs.filter(({ sign }) => sign === '(' || sign === '\uff08')
  const closing = signs.filter(({ sign }) => sign === ')' || sign === '\uff09')
  if (opening.length !== 1 || closing.length !== 1) return signs
  if ((opening[0]!.sign === '(') === (closing[0]!.sign === ')')) return signs
  return signs.map((each) => ({ ...each, sign: HALVES[each.sign] ?? each.sign }))
}

/** The network's readings with what stands beside each sign taken into account; what was read stays an alternative. */
export function settleDigits(read: readonly Sign[]): Sign[] {
  const signs = joinPermille(pairBrackets(read))
  const isNumber = signs.every(({ sign }) => OF_NUMBERS.test(sign) || LIKE[sign] !== undefined)
  return signs.map((each, at) => {
    const digit = LIKE[each.sign]
    if (isNumber && digit !== undefined) return changed(each, digit)
    if (each.sign === '\uff0e' && HAN.test(signs[at - 1]?.sign ?? '')) return changed(each, '。')
    if (each.sign === '\u2236') return { ...each, sign: ':' }
    if ((each.sign === 'x' || each.sign === 'X') && isBetweenWords(signs, at)) return changed(each, '×')
    return each
  })
}

/** The network knows no ‰: it says %0 or %o. */
function joinPermille(signs: readonly Sign[]): readonly Sign[] {
  const at = signs.findIndex(
    ({ sign }, index) => /^[%％]$/.test(sign) && /^[0oO°。]$/.test(signs[index + 1]?.sign ?? ''),
  )
  const rest = signs[at + 2]?.sign
  // In a sentence it is the stop that it looks like: 不低于98%。
  const isSentence = signs.slice(0, Math.max(0, at)).some(({ sign }) => /^[，,；;：:]$/.test(sign))
  if (at >= 0 && isSentence && signs[at + 1]!.sign === '。') return signs
  if (at < 1 || !/^\d$/.test(signs[at - 1]!.sign) || (rest !== undefined && /^\d$/.test(rest))) return signs
  const [percent, circle] = [signs[at]!, signs[at + 1]!]
  const probability = Math.min(percent.probability, PERMILLE)
  const permille = { ...percent, sign: '‰', probability, to: circle.to, others: [{ sign: '%', probability: 0.2 }] }
  return [...signs.slice(0, at), permille, ...signs.slice(at + 2)]
}

/** No surer than this: a circle behind % may be another's. */
const PERMILLE = 0.88

function changed(each: Sign, sign: string): Sign {
  const own = each.others.find((other) => other.sign === sign)
  const others = [
    { sign: each.sign, probability: each.probability * 0.3 },
    ...each.others.filter((other) => other !== own),
  ]
  return { ...each, sign, probability: Math.max(own?.probability ?? 0, 0.85), others }
}

/** A capital beside digits is more often a digit, or two that touch. */
export function hasLetterAmongDigits(signs: readonly Sign[]): boolean {
  return signs.some(({ sign }, at) => {
    if (!/^[A-Za-z]$/.test(sign)) return false
    const [before, after, next] = [signs[at - 1]?.sign, signs[at + 1]?.sign, signs[at + 2]?.sign]
    const isDigit = (other: string | undefined) => other !== undefined && /^\d$/.test(other)
    return (
      (isDigit(before) && isDigit(after)) ||
      (after === '.' && isDigit(next)) ||
      (before === '.' && isDigit(signs[at - 2]?.sign))
    )
  })
}

const HAN = /\p{Script=Han}/u
const LATIN = /[A-Za-z]/

/** A letter alone between Chinese words, figures or brackets. */
function isBetweenWords(signs: readonly Sign[], at: number): boolean {
  const [before, after] = [signs[at - 1]?.sign, signs[at + 1]?.sign]
  return before !== undefined && after !== undefined && !LATIN.test(before) && !LATIN.test(after)
}
