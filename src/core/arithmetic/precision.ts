/**
 * Written precision: how far a printed figure can stand from the one it was rounded from. A figure with d decimals
 * carries ±0.5·10^-d. See docs/decisions/0005-sums-and-tolerance.md.
 */

import { Exact } from '../model/index.ts'
import { readNumber } from '../values/index.ts'

/** Most cells are plain, and need not be read in full to count their decimals. */
const PLAIN = /^(?:\d+(?:\.(\d+))?%?)?$/

/** Decimals written in a number cell: "47.1004万元" → 4, "94.47%" → 2 (of a percent), "10" → 0. */
export function decimalsOf(raw: string): number {
  const plain = PLAIN.exec(raw)
  return plain === null ? readNumber(raw).decimals : (plain[1]?.length ?? 0)
}

const places: Exact[] = []
const halves: Exact[] = []
const HALF = Exact.of('1/2')

/** One unit in the last of `decimals` places: 2 → 0.01. */
export function lastPlaceOf(decimals: number): Exact {
  places[decimals] ??= Exact.one.dividedBy(Exact.of(10n ** BigInt(decimals)))
  return places[decimals]
}

/** Half of that unit: the most by which rounding to `decimals` places moves a figure. */
export function halfUnitOf(decimals: number): Exact {
  halves[decimals] ??= lastPlaceOf(decimals).times(HALF)
  return halves[decimals]
}

/** The finest precision written among the texts. */
export function finestDecimals(raws: readonly string[]): number {
  return raws.reduce((finest, raw) => Math.max(finest, decimalsOf(raw)), 0)
}

/**
 * The most by which a printed sum can differ from the sum of its printed addends when each was rounded on its own: the
 * written precision of all of them, added up. A whole number beside figures with decimals has lost its trailing zeros
 * (133 for 133.00), not its decimals: it counts as precise as the coarsest figure that shows decimals.
 */
export function toleranceOfSum(raws: readonly string[], resultRaw: string): Exact {
  const written = [...raws, resultRaw].map(decimalsOf)
  const shown = written.filter((decimals) => decimals > 0)
  const least = shown.length === 0 ? 0 : Math.min(...shown)
  return Exact.sum(written.map((decimals) => halfUnitOf(Math.max(decimals, least))))
}
