/**
 * Next year's target as a range with its reasons. No text gives a formula: this is our own proposal, and it says what it
 * rests on. It is never written into a form by itself.
 */

import { quantityOf } from '../checks/aids/indicator-class.ts'
import { gather } from '../model/gather.ts'
import { type Bilingual, Exact, type Indicator } from '../model/index.ts'
import { lessIsWanted } from '../scoring/index.ts'
import { historyOf, inUnitOf, medianOf, unitOfIndicator, type YearForm } from './history.ts'

export interface TargetFacts {
  /** Results of the years, oldest first, in one unit, decimal texts. */
  readonly actuals: readonly { readonly year: number; readonly value: string }[]
  /** The present target in that unit, where it is a figure. */
  readonly target?: string
  /** Less is better: costs, complaints, days. */
  readonly lessIsBetter: boolean
  /** Results of comparable units in the last year, in the same unit. */
  readonly peers?: readonly string[]
  /** What cannot be passed: seats, staff, 100 of a share. */
  readonly capacity?: string
  /** Decimals to round to: those the unit writes. */
  readonly decimals: number
}

export type TargetSuggestion =
  | { readonly least: string; readonly most: string; readonly reasons: readonly Bilingual[] }
  | { readonly least: null; readonly most: null; readonly reasons: readonly Bilingual[] }

/** Years that count. */
const YEARS = 3
/** Fewer peers than this say nothing. */
const LEAST_PEERS = 3

function worse(one: Exact, other: Exact, isLess: boolean): Exact {
  return isLess ? Exact.max(one, other) : Exact.min(one, other)
}

function better(one: Exact, other: Exact, isLess: boolean): Exact {
  return isLess ? Exact.min(one, other) : Exact.max(one, other)
}

/** Whether each year was better than the one before. */
function isImproving(values: readonly Exact[], isLess: boolean): boolean {
  return values.every(
    (value, index) =>
      index === 0 || (isLess ? value.lessThan(values[index - 1]!) : value.greaterThan(values[index - 1]!)),
  )
}

/**
 * The easy end is the middle of the last three results, the demanding end the best of them; where every year was better than
 * the last, the average step is added once more. Peers (three or more) move the easy end to their middle where that asks
 * for more; capacity cuts both ends.
 */
export function suggestTarget(facts: TargetFacts): TargetSuggestion {
  const { lessIsBetter: isLess, decimals } = facts
  const last = facts.actuals.slice(-YEARS)
  const values = last.map(({ value }) => Exact.of(value))
  const middle = medianOf(values)
  if (middle === null) {
    return {
      least: null,
      most: null,
      reasons: [
        { zh: '没有可比的往年完成值，不能建议', en: 'no comparable results of earlier years: nothing to suggest' },
      ],
    }
  }
  const reasons: Bilingual[] = []
  const listed = last.map(({ year, value }) => `${year}: ${value}`).join('，')
  reasons.push({ zh: `往年完成值 ${listed}`, en: `results of earlier years ${listed.replaceAll('，', ', ')}` })
  let easy = middle
  let demanding = values.reduce((best, value) => better(best, value, isLess))
  if (values.length === YEARS && isImproving(values, isLess)) {
    const step = values
      .at(-1)!
      .minus(values[0]!)
      .dividedBy(Exact.of(YEARS - 1))
    demanding = values.at(-1)!.plus(step)
    if (demanding.isNegative) demanding = Exact.zero
    reasons.push({
      zh: `逐年改善，平均每年${step.toFixed(decimals)}，高端按此再加一次`,
      en: `each year was better, by ${step.toFixed(decimals)} on average: added once more at the demanding end`,
    })
  }
  const peers = (facts.peers ?? []).map((value) => Exact.of(value))
  const ofPeers = peers.length < LEAST_PEERS ? null : medianOf(peers)
  if (ofPeers !== null) {
    const raised = better(easy, ofPeers, isLess)
    if (!raised.equals(easy)) {
      easy = raised
      demanding = better(demanding, raised, isLess)
      reasons.push({
        zh: `同类单位（${peers.length}个）完成值的中位数为${ofPeers.toFixed(decimals)}，低端按此提高`,
        en: `the middle of ${peers.length} comparable units is ${ofPeers.toFixed(decimals)}: the easy end follows`,
      })
    }
  }
  if (facts.capacity !== undefined) {
    const capacity = Exact.of(facts.capacity)
    const cut = (value: Exact): Exact => worse(value, capacity, isLess)
    if (!cut(demanding).equals(demanding)) {
      reasons.push({ zh: `不超过${facts.capacity}`, en: `not beyond ${facts.capacity}` })
    }
    easy = cut(easy)
    demanding = cut(demanding)
  }
  const present = facts.target === undefined ? easy : Exact.of(facts.target)
  if (!present.equals(easy) && worse(present, easy, isLess).equals(present)) {
    reasons.push({
      zh: `现指标值${facts.target}低于往年水平`,
      en: `the present target ${facts.target} is easier than earlier years`,
    })
  }
  const [least, most] = isLess ? [demanding, easy] : [easy, demanding]
  return { least: least.toFixed(decimals), most: most.toFixed(decimals), reasons }
}

export interface RowSuggestion {
  /** Row of the latest form. */
  readonly index: number
  readonly name: string
  readonly unit: string
  readonly suggestion: TargetSuggestion
}

/** ≤ and < say that less is better, whatever the name says; ≥ and > the contrary. */
function countsDown(row: Indicator): boolean {
  const operator = quantityOf(row.target.value?.value)?.operator ?? null
  if (operator === 'atMost' || operator === 'lessThan') return true
  return operator === null && lessIsWanted(row)
}

/**
 * For each row of the latest form whose results are figures. `peers`: forms of comparable units of the latest year; rows are
 * told by name and wording.
 */
export function suggestTargets(
  latest: YearForm,
  earlier: readonly YearForm[],
  peers: readonly YearForm['form'][] = [],
): readonly RowSuggestion[] {
  const besides = peers.map((form) => historyOf(latest, [{ year: latest.year - 1, form }]))
  return gather(historyOf(latest, earlier), ({ index, name, unit, points }): RowSuggestion[] => {
    const indicator = latest.form.indicators[index]!
    const actuals = gather(points, ({ year, value }) => (value === null ? [] : [{ year, value }]))
    if (actuals.length === 0) return []
    const target = quantityOf(indicator.target.value?.value)
    const inUnit = target === null ? null : inUnitOf(target, unitOfIndicator(indicator))
    const ofPeers = gather(besides, (rows) => {
      const { points: both } = rows[index]!
      const value = both.length > 1 ? both[0]!.value : null
      return value === null ? [] : [value]
    })
    const suggestion = suggestTarget({
      actuals,
      lessIsBetter: countsDown(indicator),
      decimals: quantityOf(indicator.actual.value?.value)?.decimals ?? target?.decimals ?? 0,
      peers: ofPeers,
      ...(inUnit === null ? {} : { target: inUnit.toString() }),
      ...(unit === '%' ? { capacity: '100' } : {}),
    })
    return [{ index, name, unit, suggestion }]
  })
}
