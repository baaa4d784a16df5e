/** From steps of the network to a text: signs, how sure each is, and what else it may be. */

import type { Step } from './engine.ts'
import type { Raster } from './raster.ts'

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

const MISSED = 0.03

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

/** Columns of the picture that one step stands for. */
const STRIDE = 8
/** Two signs so far apart, in widths of a Chinese sign, have room for another between them. */
const APART = 1.7
/** Ink so far behind the middle of the last sign is another's, if only a full stop. */
const BEHIND = 0.84
/** Around the middle of a sign its own strokes may be. */
const OWN = 0.66

/**
 * Ink that no sign accounts for: between two signs far apart, before the first or behind the last. The network leaves out
 * signs that it does not know. Gives the places: before which of the signs, or behind all.
 */
export function unreadInk(signs: readonly Sign[], { width, height, data }: Raster, em: number): number[] {
  if (signs.length === 0) return []
  const inked: number[] = []
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (data[y * width + x]! < INK) continue
      inked.push(x)
      break
    }
  }
  const middles = signs.map(({ from, to }) => ((from + to + 1) / 2) * STRIDE)
  const first = inked[0] ?? 0
  const last = inked.at(-1) ?? 0
  const edges = [first - em * (OWN - 0.1), ...middles, last]
  return edges.slice(1).flatMap((next, at) => {
    if (at === signs.length) return next - edges[at]! > em * BEHIND ? [at] : []
    if (next - edges[at]! < em * APART) return []
    const between = inked.filter((x) => x > edges[at]! + em * OWN && x < next - em * OWN)
    return between.length >= em * 0.2 ? [at] : []
  })
}

/** Where ink is left over, the sign that the network would have seen there, if any. */
export function fillIn({ signs, missed }: LineReading, places: readonly number[]): LineReading {
  const filled: Sign[] = []
  for (let at = 0; at <= signs.length; at++) {
    const [likely] = missed.filter(({ before }) => before === at).sort((a, b) => b.probability - a.probability)
    if (places.includes(at) && likely !== undefined) filled.push({ ...likely, from: -1, to: -1, others: [] })
    if (at < signs.length) filled.push(signs[at]!)
  }
  return { signs: filled, missed: [] }
}

const INK = 80
