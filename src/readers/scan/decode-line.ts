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

/** Darkness of ink in the picture of a line. */
const INK = 80
/** Columns of the picture that one step stands for. */
const STRIDE = 8
interface Reach {
  /** Around the middle of a sign its own strokes may be, in widths of a Chinese sign. */
  readonly own: number
  /** Ink so far behind the middle of the last sign is another's, if only a full stop; so far before the first, too. */
  readonly behind: number
}

const WIDE: Reach = { own: 0.66, behind: 0.84 }
/** Digits, and what stands among them. */
const NARROW: Reach = { own: 0.42, behind: 0.6 }
/** So much room is left between two signs beside what their own strokes take, where another stands between them. */
const ROOM = 0.38

function reachOf({ sign }: Sign): Reach {
  return /^[\d.,:%-]$/.test(sign) ? NARROW : WIDE
}

function inkedColumns({ width, height, data }: Raster): number[] {
  const inked: number[] = []
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (data[y * width + x]! < INK) continue
      inked.push(x)
      break
    }
  }
  return inked
}

/** A full stop at the end of a line of small print: the network often leaves it out. In widths of a Chinese sign. */
const STOP = { widest: 0.4, leastGap: 0.06, behind: 0.55 } as const
/** As sure as one can be of a sign told by where it stands. */
const BY_PLACE = 0.85
const HAN = /\p{Script=Han}/u

/** With the 。 that stands low behind the last Chinese sign, clear of it, where the network saw none. */
export function withStop(reading: LineReading, picture: Raster, em: number): LineReading {
  const last = reading.signs.at(-1)
  if (last === undefined || !HAN.test(last.sign)) return reading
  const inked = inkedColumns(picture)
  const end = inked.at(-1) ?? 0
  let at = inked.length - 1
  while (at > 0 && inked[at]! - inked[at - 1]! === 1) at--
  const [start, before] = [inked[at] ?? 0, inked[at - 1] ?? 0]
  const middle = ((last.from + last.to + 1) / 2) * STRIDE
  const isApart = start - before > em * STOP.leastGap && end - start + 1 <= em * STOP.widest
  if (!isApart || (start + end) / 2 - middle < em * STOP.behind) return reading
  for (let y = 0; y < picture.height * 0.5; y++)
    for (let x = start; x <= end; x++) if (picture.data[y * picture.width + x]! >= INK) return reading
  const stop: Sign = {
    sign: '。',
    probability: BY_PLACE,
    from: last.to,
    to: last.to,
    others: [{ sign: '，', probability: 0.1 }],
  }
  return { ...reading, signs: [...reading.signs, stop] }
}

/**
 * Ink that no sign accounts for: between two signs far apart, before the first or behind the last. The network leaves out
 * signs that it does not know. Gives the places: before which of the signs, or behind all.
 */
export function unreadInk(signs: readonly Sign[], { width, height, data }: Raster, em: number): number[] {
  if (signs.length === 0) return []
  const inked = inkedColumns({ width, height, data })
  const middles = signs.map(({ from, to }) => ((from + to + 1) / 2) * STRIDE)
  const first = inked[0] ?? 0
  const last = inked.at(-1) ?? 0
  const places: number[] = []
  if (middles[0]! - first > em * reachOf(signs[0]!).behind) places.push(0)
  for (let at = 1; at < signs.length; at++) {
    const [before, after] = [reachOf(signs[at - 1]!).own, reachOf(signs[at]!).own]
    const [from, to] = [middles[at - 1]!, middles[at]!]
    if (to - from < em * (before + after + ROOM)) continue
    const between = inked.filter((x) => x > from + em * before && x < to - em * after)
    if (between.length >= em * 0.2) places.push(at)
  }
  if (last - middles.at(-1)! > em * reachOf(signs.at(-1)!).behind) places.push(signs.length)
  return places
}

/** Within a sentence signs stand so far apart, in widths of a sign, middle to middle, and no farther: one between them is lost. */
const FAR_APART = 1.75
const EVENLY = 1.25
const SENTENCE = 6

/** Before which signs of a sentence there is room for another, though no ink: grain or a cut may have taken it. */
export function holes(signs: readonly Sign[], em: number): number[] {
  const steps = signs.slice(1).map(({ from, to }, at) => ((from + to - signs[at]!.from - signs[at]!.to) / 2) * STRIDE)
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.75)] ?? 0
  if (signs.length < SENTENCE || usual > em * EVENLY) return []
  return steps.flatMap((step, at) => {
    const isWithin = HAN.test(signs[at]!.sign) && HAN.test(signs[at + 1]!.sign)
    return isWithin && step >= em * FAR_APART ? [at + 1] : []
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
