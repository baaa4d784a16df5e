/** Where one label's block of rows ends and the next begins. */

import { gather } from '../../model/gather.ts'

export interface BorderLabel {
  /** Row the label stands in. */
  readonly row: number
  /** How badly a row fits under the label: 0 fits, 100 says nothing, more speaks against it. */
  misfit(row: number): number
  /** Printed points of the block, scaled to whole numbers with `weights`; null where none. */
  readonly points: number | null
}

export interface BorderOptions {
  readonly rowCount: number
  /** Cost, in hundredths, per row of distance between a label and the middle of its block. */
  readonly pull: number
  /** Weight of each row in hundredths of a point; null where unknown. */
  readonly weights: readonly (number | null)[]
  /** What speaks against a border just above a row: names of the two rows that end alike. */
  readonly cuts: readonly number[]
  /** Rows at which a block may begin; null: any. */
  readonly starts: ReadonlySet<number> | null
}

/** Windows wider than this are searched near their middle only, so that time stays in proportion to the rows. */
const WINDOW = 250
const AGREED_SUM = 600
const OFF_START = 800

function candidates(after: number, upTo: number): number[] {
  const [low, high] = [after + 1, upTo]
  if (high - low < WINDOW) return Array.from({ length: high - low + 1 }, (_, index) => low + index)
  const middle = Math.floor((low + high) / 2)
  return Array.from({ length: WINDOW }, (_, index) => middle - WINDOW / 2 + index)
}

export interface Borders {
  /** First row of each label's block; the first is 0. */
  readonly starts: readonly number[]
  readonly cost: number
}

interface Sums {
  readonly fits: readonly Float64Array[]
  readonly weights: Float64Array
  readonly unknown: Int32Array
}

function prefixSums(labels: readonly BorderLabel[], options: BorderOptions): Sums {
  const { rowCount } = options
  const weights = new Float64Array(rowCount + 1)
  const unknown = new Int32Array(rowCount + 1)
  for (let row = 0; row < rowCount; row++) {
    const weight = options.weights[row] ?? null
    weights[row + 1] = weights[row]! + (weight ?? 0)
    unknown[row + 1] = unknown[row]! + (weight === null ? 1 : 0)
  }
  const fits = labels.map((label, index) => {
    const from = index === 0 ? 0 : labels[index - 1]!.row
    const to = index === labels.length - 1 ? rowCount : labels[index + 1]!.row + 1
    // Only rows between the neighbouring labels can ever be in this block.
    const sums = new Float64Array(to - from + 1)
    for (let row = from; row < to; row++) sums[row - from + 1] = sums[row - from]! + label.misfit(row)
    return sums
  })
  return { fits, weights, unknown }
}

function blockCost(
  labels: readonly BorderLabel[],
  sums: Sums,
  options: BorderOptions,
  index: number,
  start: number,
  end: number,
): number {
  const label = labels[index]!
  const from = index === 0 ? 0 : labels[index - 1]!.row
  const fits = sums.fits[index]!
  let cost = fits[end - from]! - fits[start - from]!
  cost += (options.pull * Math.abs(start + end - 1 - 2 * label.row)) / 2
  if (start > 0) cost += options.cuts[start] ?? 0
  if (options.starts !== null && !options.starts.has(start)) cost += OFF_START
  if (label.points !== null && sums.unknown[end]! === sums.unknown[start]!) {
    const off = Math.abs(sums.weights[end]! - sums.weights[start]! - label.points)
    // Shares rounded one by one miss their sum by at most half a hundredth each.
    if (2 * off <= end - start) cost -= AGREED_SUM
  }
  return cost
}

/** Labels stand somewhere inside their block: the borders between them that cost least. `labels` by row, ascending. */
export function bordersAround(labels: readonly BorderLabel[], options: BorderOptions): Borders {
  const sums = prefixSums(labels, options)
  interface State {
    readonly start: number
    readonly cost: number
    readonly from: State | null
  }
  let states: readonly State[] = [{ start: 0, cost: 0, from: null }]
  for (let index = 1; index < labels.length; index++) {
    const before = states
    states = gather(candidates(labels[index - 1]!.row, labels[index]!.row), (end) => {
      let best: State | null = null
      for (const state of before) {
        const cost = state.cost + blockCost(labels, sums, options, index - 1, state.start, end)
        if (best === null || cost < best.cost) best = { start: end, cost, from: state }
      }
      // Two labels in one row leave no border between them, nor any below.
      return best === null ? [] : [best]
    })
  }
  let last: State | null = null
  let least = Number.POSITIVE_INFINITY
  for (const state of states) {
    const cost = state.cost + blockCost(labels, sums, options, labels.length - 1, state.start, options.rowCount)
    if (cost < least) [last, least] = [state, cost]
  }
  const starts: number[] = []
  for (let state = last; state !== null; state = state.from) starts.push(state.start)
  return { starts: starts.reverse(), cost: least }
}

/** Labels stand at the top of their block. */
export function bordersBelow(labels: readonly BorderLabel[], options: BorderOptions): Borders {
  const sums = prefixSums(labels, options)
  const starts = labels.map((label, index) => (index === 0 ? 0 : label.row))
  const level = { ...options, pull: 0, starts: null, cuts: [] }
  const cost = labels.reduce(
    (total, _, index) =>
      total + blockCost(labels, sums, level, index, starts[index]!, starts[index + 1] ?? options.rowCount),
    0,
  )
  return { starts, cost }
}

/** Whether the rows can be parted so that each label stands in the middle of its block. Time is the number of labels. */
export function canBeCentred(labels: readonly { readonly row: number }[], rowCount: number): boolean {
  let begins: ReadonlySet<number> = new Set([0])
  labels.forEach(({ row }, index) => {
    const next = labels[index + 1]?.row ?? rowCount
    const ends = new Set<number>()
    for (const from of begins) {
      // An even number of rows has two in its middle.
      const centred = 2 * row - from + 1
      for (const end of [centred - 1, centred, centred + 1]) {
        const fits = index === labels.length - 1 ? end === rowCount : end <= next
        if (from <= row && end > row && fits) ends.add(end)
      }
    }
    begins = ends
  })
  return labels.length === 0 || begins.size > 0
}
