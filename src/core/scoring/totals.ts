/** The total: rounded rows plus rounded execution, rescaled and capped where the edition says so. */

import { type Band, Exact, type Form, type ScoredExecution, type ScoredForm, type Step } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'
import { capTotal } from './caps.ts'
import { roundBand, sayBand } from './rounding.ts'
import type { Tally } from './tally.ts'

/** What is known of the whole. */
export interface Whole {
  /** Of the rows that count. */
  readonly tally: Tally
  readonly execution: ScoredExecution
  readonly apart: Apart
  readonly edition: Edition
  /** Points of rows whose weight is not printed: they hold what the others leave of the total, at most. */
  readonly unweighted: Exact
  /** Total ÷ what is left of it without the rows that do not apply; 1 where they are simply dropped. */
  readonly scale: Exact
}

/**
 * Execution beside the rows, on the points that the form itself prints for it: its weights are its own, and a split other
 * than the edition's is said elsewhere. Nothing where execution does not stand apart.
 */
interface Apart {
  readonly points: Exact
  readonly band: Band
}

function executionApart(form: Form, execution: ScoredExecution, edition: Edition): Apart {
  const { points, recomputed } = execution
  if (recomputed === null) return { points: Exact.zero, band: { min: Exact.zero, max: Exact.zero } }
  const onTotalRow = form.tasks.find(({ role }) => role === 'total')?.weight.value
  const own = form.executionPoints.value ?? onTotalRow ?? points
  if (own.equals(points) || !own.isPositive) return { points, band: recomputed }
  // The edition gives execution nothing: what the form's own points are worth no rule says.
  if (points.isZero) return { points: own, band: { min: Exact.zero, max: own } }
  const share = own.dividedBy(points)
  const band = { min: recomputed.min.times(share), max: recomputed.max.times(share) }
  return { points: own, band: roundBand(band, edition) }
}

/** Points that rows without a weight may still hold: what weights and execution leave of the whole. */
function leftForUnweighted({ isUnweighted }: Tally, weights: Exact, edition: Edition): Exact {
  return isUnweighted ? Exact.max(Exact.zero, figureOf(edition.total).minus(weights)) : Exact.zero
}

/** Points of rows that do not apply are spread over the rest in proportion. */
function scaleOf({ away }: Tally, weights: Exact, edition: Edition): Exact {
  if (edition.notApplicable.method === 'drop') return Exact.one
  const rest = weights.minus(away)
  return rest.isPositive ? weights.dividedBy(rest) : Exact.one
}

export function wholeOf(form: Form, tally: Tally, execution: ScoredExecution, edition: Edition): Whole {
  const apart = executionApart(form, execution, edition)
  const weights = tally.weights.plus(apart.points)
  return {
    tally,
    execution,
    apart,
    edition,
    unweighted: leftForUnweighted(tally, weights, edition),
    scale: scaleOf(tally, weights, edition),
  }
}

/** The total that rows in this band make, with execution: rescaled, rounded, capped. */
export function totalOf(rows: Band, { execution, apart, edition, unweighted, scale }: Whole): Band {
  const sum: Band = {
    ...rows,
    min: rows.min.plus(apart.band.min).times(scale),
    max: rows.max.plus(unweighted).plus(apart.band.max).times(scale),
  }
  return capTotal(roundBand(sum, edition), execution.rate, edition)
}

function stepOf(whole: Whole, rows: Band, total: Band): Step {
  const { execution, apart, edition, unweighted, scale } = whole
  const parts = execution.recomputed === null ? [rows] : [rows, apart.band]
  const said = parts.map((band) => sayBand(band, edition))
  const otherPoints = execution.recomputed !== null && !apart.points.equals(execution.points)
  const remarks = [
    ...(otherPoints
      ? [
          {
            zh: `；执行得分按表列分值 ${apart.points} 分计`,
            en: `; execution counts ${apart.points} points, as the form prints`,
          },
        ]
      : []),
    ...(unweighted.isZero
      ? []
      : [{ zh: `；未列分值的行至多 ${unweighted} 分`, en: `; rows without a weight hold at most ${unweighted}` }]),
    ...(scale.equals(Exact.one)
      ? []
      : [{ zh: `；不适用分值按比例折算 × ${scale}`, en: `; rescaled for rows not applicable × ${scale}` }]),
  ]
  const result = sayBand(total, edition)
  return {
    say: {
      zh: `总分 = 各指标得分之和 + 执行得分 = ${said.map(({ zh }) => `(${zh})`).join(' + ')} = ${result.zh}${remarks.map(({ zh }) => zh).join('')}`,
      en: `total = indicator scores + execution = ${said.map(({ en }) => `(${en})`).join(' + ')} = ${result.en}${remarks.map(({ en }) => en).join('')}`,
    },
    inputs: [
      { symbol: { zh: '执行得分', en: 'execution' }, value: execution.printed?.toString() ?? '', path: 'tasks' },
    ],
    result: `${total.min}–${total.max}`,
    law: [edition.total.law, ...edition.rounding.law],
  }
}

/** Execution as it enters the printed sums: the total row's figure, else what the task rows add up to. */
function printedExecution({ recomputed, printed, added }: ScoredExecution): Exact | null {
  return recomputed === null ? null : (printed ?? added)
}

export function scoreTotal(form: Form, whole: Whole): ScoredForm['total'] {
  const { tally, execution, apart } = whole
  const recomputed = totalOf(tally.band, whole)
  return {
    printed: form.total.value,
    added: tally.scores.plus(printedExecution(execution) ?? Exact.zero),
    recomputed,
    weights: tally.weights.plus(apart.points),
    steps: [stepOf(whole, tally.band, recomputed)],
  }
}
