/** Small figures over lists of forms, exact; places on the screen may be rounded, what is read may not. */

import type { FilingSummary } from '../../../src/api/types.ts'
import { Exact } from '../../../src/core/model/index.ts'

/** 执行率 in percent with two decimals; null where a figure is missing. */
export function rateOf({ budgeted, executed }: Pick<FilingSummary, 'budgeted' | 'executed'>): string | null {
  if (budgeted === null || executed === null) return null
  const whole = Exact.of(budgeted)
  return whole.isZero ? null : Exact.of(executed).times(Exact.hundred).dividedBy(whole).toFixed(2)
}

/** Own total above all that the rules give. */
export function isBeyond({ total, recomputed }: Pick<FilingSummary, 'total' | 'recomputed'>): boolean {
  return total !== null && recomputed !== null && Exact.of(total).greaterThan(Exact.of(recomputed.max))
}

/**
 * From where to where a drawing goes so that one figure far off does not squeeze all others into a corner: as far as the figures go,
 * but no farther than three times the middle half of them beyond it (Tukey's outer fences). `outside`: how many lie beyond.
 */
export function spanOf(values: readonly number[]): {
  readonly from: number
  readonly to: number
  readonly outside: number
} {
  const sorted = [...values].sort((one, other) => one - other)
  if (sorted.length === 0) return { from: 0, to: 0, outside: 0 }
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!
  const room = 3 * (at(0.75) - at(0.25))
  const [least, most] = [at(0.25) - room, at(0.75) + room]
  const within = room === 0 ? sorted : sorted.filter((value) => value >= least && value <= most)
  return { from: within[0]!, to: within.at(-1)!, outside: sorted.length - within.length }
}

export interface Interval {
  /** Whole points; the last one holds 100. */
  readonly from: number
  readonly to: number
  readonly forms: number
}

/** How many totals lie in each interval of one point (five where they lie far apart), from the lowest to 100. */
export function intervalsOf(totals: readonly string[]): readonly Interval[] {
  if (totals.length === 0) return []
  const figures = totals.map((text) => Exact.of(text))
  const least = Number(
    figures
      .reduce((one, other) => Exact.min(one, other))
      .round(0, 'down')
      .toString(),
  )
  const step = 100 - least > 20 ? 5 : 1
  const first = Math.max(0, Math.floor(least / step) * step)
  const intervals: Interval[] = []
  for (let from = first; from < 100; from += step) {
    const to = from + step
    const forms = figures.filter(
      (figure) =>
        figure.atLeast(Exact.of(from)) && (to >= 100 ? figure.atMost(Exact.hundred) : figure.lessThan(Exact.of(to))),
    ).length
    intervals.push({ from, to, forms })
  }
  return intervals
}

/** Running shares of parts in the order given, in percent with one decimal. */
export function runningShares(parts: readonly string[]): readonly string[] {
  const whole = Exact.sum(parts.map((part) => Exact.of(part)))
  let sum = Exact.zero
  return parts.map((part) => {
    sum = sum.plus(Exact.of(part))
    return whole.isZero ? '0.0' : sum.times(Exact.hundred).dividedBy(whole).toFixed(1)
  })
}

export interface UnitYears {
  readonly unit: string
  readonly name: string
  /** By year, the latest form of the unit that has a total. */
  readonly years: ReadonlyMap<number, FilingSummary>
  /** Highest total less the lowest. */
  readonly spread: string
}

/** Units with totals in at least two of the years, those that changed most first. */
export function unitYears(filings: readonly FilingSummary[], years: readonly number[]): readonly UnitYears[] {
  const units = new Map<string, Map<number, FilingSummary>>()
  for (const filing of filings) {
    if (filing.total === null || filing.kind !== 'department' || !years.includes(filing.fiscalYear)) continue
    const own = units.get(filing.organisation.id) ?? new Map<number, FilingSummary>()
    own.set(filing.fiscalYear, filing)
    units.set(filing.organisation.id, own)
  }
  return [...units]
    .filter(([, own]) => own.size > 1)
    .map(([unit, own]) => {
      const totals = [...own.values()].map(({ total }) => Exact.of(total!))
      const most = totals.reduce((one, other) => Exact.max(one, other))
      const least = totals.reduce((one, other) => Exact.min(one, other))
      return { unit, name: [...own.values()][0]!.organisation.name, years: own, spread: most.minus(least).toString() }
    })
    .sort((one, other) => Exact.of(other.spread).compare(Exact.of(one.spread)))
}
