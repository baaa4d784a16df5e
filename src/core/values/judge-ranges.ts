/** Ranges against figures and against one another. */

import type { Bilingual, Exact, RangeValue, Verdict } from '../model/index.ts'
import { align, type Pair } from './align.ts'
import { rangeOverlaps, rangeUndercut } from './because.ts'
import { limitsCost, wantsLess } from './direction.ts'
import { agreed, type Beside, type Judgement } from './judge.ts'
import { type Figure, judgeFigures, sideOf, verdictOf } from './judge-figures.ts'

/** An actual that is a range: it holds only where both ends do. */
export function judgeRangeActual(target: Figure, actual: RangeValue, beside: Beside): Judgement {
  const end = (number: Exact): Judgement =>
    judgeFigures(target, { kind: 'quantity', operator: null, number, unit: actual.unit, decimals: 0 }, beside)
  const [low, high] = [end(actual.from), end(actual.to)]
  const verdict = agreed([low.verdict, high.verdict])
  const differs = low.verdict !== high.verdict
  return {
    ...low,
    verdict,
    actual: null,
    achievement: null,
    because: differs ? [...low.because, rangeOverlaps] : low.because,
  }
}

function nearer(low: Exact, high: Exact, actual: Exact): Exact {
  return actual.minus(low).abs().atMost(actual.minus(high).abs()) ? low : high
}

interface Borders {
  readonly low: Pair
  readonly high: Pair
  readonly because: readonly Bilingual[]
}

function bordersOf(
  target: RangeValue,
  number: Exact,
  actual: Figure | RangeValue,
  beside: Beside,
): Borders | readonly Bilingual[] {
  const side = sideOf(number, actual, beside.actualText)
  const low = align(sideOf(target.from, target, beside.targetText), side)
  const high = align(sideOf(target.to, target, beside.targetText), side)
  const [lowPair, highPair] = [low.pairs[0], high.pairs[0]]
  return lowPair === undefined || highPair === undefined
    ? low.because
    : { low: lowPair, high: highPair, because: low.because }
}

/** Less than the range may be the better, by the name or under 成本指标. */
function isLimit({ unit }: RangeValue, { context: { name = '', underCost = false }, targetText }: Beside): boolean {
  return wantsLess(name, targetText) || (underCost && limitsCost(name, targetText, unit))
}

/** A target that is a range: inside is met. */
export function judgeRange(target: RangeValue, actual: Figure | RangeValue, beside: Beside): Judgement {
  const ends = actual.kind === 'range' ? [actual.from, actual.to] : [actual.number]
  const verdicts: Verdict[] = []
  let reasons: readonly Bilingual[] = []
  let nearest: Pair | null = null
  for (const end of ends) {
    const borders = bordersOf(target, end, actual, beside)
    if (!('low' in borders)) {
      reasons = borders
      verdicts.push('unknown')
      continue
    }
    const { low, high, because } = borders
    reasons = because
    verdicts.push(verdictOf(low.actual.atLeast(low.target) && high.actual.atMost(high.target)))
    nearest = { target: nearer(low.target, high.target, low.actual), actual: low.actual }
  }
  const agreedOn = agreed(verdicts)
  const undercut = agreedOn === 'missed' && nearest!.actual.lessThan(nearest!.target) && isLimit(target, beside)
  const verdict = undercut ? 'unknown' : agreedOn
  if (undercut) reasons = [rangeUndercut, ...reasons]
  const single = actual.kind === 'range' ? null : nearest
  return {
    verdict,
    kind: 'range',
    operator: null,
    operatorFrom: null,
    target: single?.target ?? null,
    actual: single?.actual ?? null,
    achievement: null,
    because: new Set(verdicts).size > 1 ? [...reasons, rangeOverlaps] : reasons,
  }
}
