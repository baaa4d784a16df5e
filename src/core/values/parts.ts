/** Parts of a whole in digits: 12/15, done of planned, where what stands on the other side says that it is one. */

import { Exact, type QuantityValue, type Value } from '../model/index.ts'
import { quantityOf } from './quantities.ts'
import { unitOf } from './units.ts'

interface Part {
  readonly done: Exact
  readonly planned: Exact
}

const PART = /^(\d{1,6})\/(\d{1,6})(?:\((\d{1,3}(?:\.\d+)?)%\))?$/u
const DECIMALS = 2

/** 12/15, 12/15(80%); null for more done than planned, and where the percentage behind it says something else. */
function readPart(word: string): Part | null {
  const [, first, second, percent] = PART.exec(word) ?? []
  if (first === undefined || second === undefined) return null
  const [done, planned] = [Exact.of(first), Exact.of(second)]
  if (!planned.isPositive || done.greaterThan(planned)) return null
  const told = percent === undefined ? null : Exact.of(percent)
  return told === null || told.equals(shareOf({ done, planned }).round(decimalsOf(percent!))) ? { done, planned } : null
}

function decimalsOf(figure: string): number {
  const point = figure.indexOf('.')
  return point < 0 ? 0 : figure.length - point - 1
}

function shareOf({ done, planned }: Part): Exact {
  return done.times(Exact.hundred).dividedBy(planned)
}

export function isPart(word: string): boolean {
  return readPart(word) !== null
}

/** What a part is beside `other`: 80% beside a percentage, 12 beside the 15 that were planned; null beside anything else. */
export function partBeside(word: string, other: Value): Value | null {
  const part = readPart(word)
  if (part === null || other.kind !== 'quantity') return null
  if (other.unit?.name === '%') return quantityOf(null, shareOf(part), unitOf('%'), DECIMALS)
  return isPlanned(other, part) ? quantityOf(null, part.done, other.unit, 0) : null
}

/** The other side counts, and counts as many as the part says were planned. */
function isPlanned({ unit, number }: QuantityValue, { planned }: Part): boolean {
  return unit?.dimension !== 'share' && number.equals(planned)
}
