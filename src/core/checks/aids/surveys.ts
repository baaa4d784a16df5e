/** Surveys behind satisfaction figures: which percentages so many answers can give. */

import { Exact, type Indicator, type NumberCell, type Survey } from '../../model/index.ts'
import { headingOf, quantityOf } from './indicator-class.ts'

/** A printed percentage. Zeros at its end are not counted: 95.50% may be 95.5% as a sheet shows it. */
export interface PrintedPercent {
  readonly percent: Exact
  readonly decimals: number
}

const TEN = Exact.of('10')
const TWO = Exact.of('2')
const THREE = Exact.of('3')

function powerOfTen(decimals: number): Exact {
  let power = Exact.one
  for (let at = 0; at < decimals; at++) power = power.times(TEN)
  return power
}

/** The percentage an indicator reports; null where it reports another thing, a limit, or a share whose unit is not told. */
export function percentOf({ target, actual }: Indicator): PrintedPercent | null {
  const value = quantityOf(actual.value?.value)
  if (value === null || (value.operator !== null && value.operator !== 'equal')) return null
  const unit = value.unit ?? quantityOf(target.value?.value)?.unit
  // A bare 0.95 or 1 against a target in percent may be a share of one.
  if (unit?.name !== '%' || (value.unit === null && value.number.atMost(Exact.one))) return null
  let { decimals } = value
  while (decimals > 0 && value.number.round(decimals - 1).equals(value.number)) decimals--
  return { percent: value.number, decimals }
}

/** Shares that are printed so when rounded half up, half to even, or cut off: from half a unit of the last place below, up to a whole one above. */
function reachOf({ percent, decimals }: PrintedPercent): { readonly from: Exact; readonly below: Exact } {
  const unit = Exact.one.dividedBy(powerOfTen(decimals))
  return { from: percent.minus(unit.dividedBy(TWO)), below: percent.plus(unit) }
}

/** Whether a share, in percent, may be printed so. */
export function isRoundingOf(printed: PrintedPercent, share: Exact): boolean {
  const { from, below } = reachOf(printed)
  return share.atLeast(from) && share.lessThan(below)
}

/**
 * Whether a share of `answers` can be printed as this percentage: some k of n with 100·k/n in [p − ½u, p + u), u being one
 * unit of its last place.
 */
export function isPossible(printed: PrintedPercent, answers: Exact): boolean {
  const { from, below } = reachOf(printed)
  const least = from.times(answers).dividedBy(Exact.hundred)
  const count = least.isNegative ? Exact.zero : ceiling(least)
  return count.atMost(answers) && count.times(Exact.hundred).lessThan(below.times(answers))
}

/** With so many answers some share fits every percentage: nothing can be told. 1½ units reach from one share to the next. */
export function isDecidable({ decimals }: PrintedPercent, answers: Exact): boolean {
  return answers.isPositive && THREE.times(answers).lessThan(Exact.hundred.times(TWO).times(powerOfTen(decimals)))
}

export function ceiling(figure: Exact): Exact {
  const floor = figure.round(0, 'down')
  return floor.equals(figure) ? figure : floor.plus(Exact.one)
}

const SCALE =
  /加权|平均|量表|[三四五十百\d]+分制|综合得分|综合满意|指数|李克特|打分|评分|分值|各(?:项|题|类|维度)|多(?:项|题|个维度)/

/** Several questions, groups or marks are put together: such a figure need not be a share of answers. */
export function isComposite({ name, note, extra }: Indicator): boolean {
  const texts = [name, note, extra.explanation, extra.remark, extra.evidence]
  return texts.some((cell) => cell !== undefined && SCALE.test(cell.raw))
}

/** The answers a figure rests on: valid ones; else those that came back, else those asked, of which some may not count. */
export function answersOf(
  survey: Survey,
): { readonly cell: NumberCell; readonly count: Exact; readonly firm: boolean } | null {
  const { validAnswers, returnedAnswers, sampleSize } = survey
  if (validAnswers.value !== null) return { cell: validAnswers, count: validAnswers.value, firm: true }
  for (const cell of [returnedAnswers, sampleSize]) {
    if (cell.value !== null) return { cell, count: cell.value, firm: false }
  }
  return null
}

/** A scored row of satisfaction. */
export function isSatisfaction(indicator: Indicator): boolean {
  return indicator.role === 'scored' && headingOf(indicator) === 'satisfaction'
}
