/** From steps of the network to a text: signs, how sure each is, and what else it may be. */

import type { Step } from './engine.ts'

export interface Sign {
  readonly sign: string
  readonly probability: number
  /** Steps, the last included. */
  readonly from: number
  readonly to: number
  /** What else it may be, most likely first; '' where it may be none. */
  readonly others: readonly { readonly sign: string; readonly probability: number }[]
}

export interface LineReading {
  readonly signs: readonly Sign[]
  /** Between two signs: one that may have been missed. */
  readonly missed: readonly { readonly before: number; readonly sign: string; readonly probability: number }[]
}

const MISSED = 0.06

export function decodeLine(steps: readonly Step[]): LineReading {
  const signs: Sign[] = []
  const missed: { before: number; sign: string; probability: number }[] = []
  for (let at = 0; at < steps.length; ) {
    const { sign } = steps[at]!
    let to = at
    while (to + 1 < steps.length && steps[to + 1]!.sign === sign) to++
    const run = steps.slice(at, to + 1)
    if (sign === '') {
      const neighbours = [steps[at - 1]?.sign, steps[to + 1]?.sign]
      const best = run
        .flatMap(({ others }) => others.slice(0, 1))
        .filter((other) => other.probability >= MISSED && !neighbours.includes(other.sign) && other.sign !== ' ')
        .sort((a, b) => b.probability - a.probability)[0]
      if (best !== undefined) missed.push({ before: signs.length, ...best })
    } else {
      const peak = run.reduce((best, step) => (step.probability > best.probability ? step : best))
      const others = new Map<string, number>()
      for (const step of run)
        for (const other of step.others)
          if (other.sign !== '' || run.length === 1)
            others.set(other.sign, Math.max(others.get(other.sign) ?? 0, other.probability))
      signs.push({
        sign,
        probability: peak.probability,
        from: at,
        to,
        others: [...others]
          .map(([other, probability]) => ({ sign: other, probability }))
          .sort((a, b) => b.probability - a.probability)
          .slice(0, 3),
      })
    }
    at = to + 1
  }
  return { signs, missed }
}

export function textOf(signs: readonly Sign[]): string {
  return signs.map(({ sign }) => sign).join('')
}
