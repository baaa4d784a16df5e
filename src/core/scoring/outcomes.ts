/** The ways in which a rule can end: a figure, full marks, a range, or a question for a person. */

import { type Band, type Bilingual, type Cell, type Citation, Exact, type Reading, type Step } from '../model/index.ts'
import { deductionFor, isOpenedByHand } from './over-achievement.ts'
import { sayBand, sayRounded } from './rounding.ts'
import type { Measured, RowFacts, RuleScore } from './rule.ts'

const symbols = {
  weight: { zh: '分值', en: 'weight' },
  target: { zh: '目标', en: 'target' },
  actual: { zh: '实际', en: 'actual' },
} as const

type Symbol = keyof typeof symbols

function inputsOf(row: RowFacts, names: readonly Symbol[]): Step['inputs'] {
  return names.map((name) => ({
    symbol: symbols[name],
    value: row.indicator[name].raw,
    path: `${row.path}.${name}`,
  }))
}

/** The figure as written; null for a range, whose border the comparison names. */
function writtenIn({ value }: Cell<Reading>): Exact | null {
  const read = value?.value
  return read !== null && read !== undefined && 'number' in read ? read.number : null
}

/** Target and actual as a worked formula shows them. */
export interface Figures {
  readonly target: string
  readonly actual: string
}

/** Figures as the form writes them where they stand in one unit, else converted. */
function figuresOf(row: RowFacts, { target, actual }: Measured): Figures {
  const written = writtenIn(row.indicator.target)
  const reached = writtenIn(row.indicator.actual)
  const asWritten = written !== null && reached !== null && written.times(actual).equals(reached.times(target))
  return asWritten
    ? { target: written.toString(), actual: reached.toString() }
    : { target: target.toString(), actual: actual.toString() }
}

function exactly(value: Exact): Band {
  return { min: value, max: value }
}

/** A formula worked out for a row whose figures are certain: '得分 = 分值 × 实际 ÷ 目标 = 5.06 × 64 ÷ 65 = 4.9821… → 4.98(四舍五入,保留2位小数)'. */
export function worked(
  row: RowFacts,
  formula: Bilingual,
  figures: (its: Figures) => string,
  value: Exact,
  law: readonly Citation[],
): RuleScore {
  const step = (): Step => {
    const rounded = sayRounded(value, row.edition)
    const shown = figures(figuresOf(row, row.measured!))
    return {
      say: {
        zh: `得分 = ${formula.zh} = ${shown} = ${rounded.zh}`,
        en: `score = ${formula.en} = ${shown} = ${rounded.en}`,
      },
      inputs: inputsOf(row, ['weight', 'actual', 'target']),
      result: value.toString(),
      law,
    }
  }
  return { band: exactly(value), decided: true, steps: [step], because: [], law }
}

/** So many points, for the reason given. */
export function earns(row: RowFacts, why: Bilingual, value: Exact, law: readonly Citation[]): RuleScore {
  const step = (): Step => {
    const rounded = sayRounded(value, row.edition)
    return {
      say: { zh: `${why.zh}，得分 = ${rounded.zh}`, en: `${why.en}: score = ${rounded.en}` },
      inputs: inputsOf(row, ['actual', 'target']),
      result: value.toString(),
      law,
    }
  }
  return { band: exactly(value), decided: true, steps: [step], because: [], law }
}

/** Nothing earned, for the reason given. */
export function nothing(row: RowFacts, why: Bilingual, law: readonly Citation[]): RuleScore {
  return earns(row, why, Exact.zero, law)
}

/** The full weight, less what the edition takes off for going far above a target where more is better. */
export function full(row: RowFacts, why: Bilingual, law: readonly Citation[], mayExceed = false): RuleScore {
  const reached = (): Step => {
    const rounded = sayRounded(row.weight, row.edition)
    return {
      say: {
        zh: `${why.zh}，得满分：得分 = 分值 = ${rounded.zh}`,
        en: `${why.en}: full marks, score = weight = ${rounded.en}`,
      },
      inputs: inputsOf(row, ['weight', 'actual', 'target']),
      result: row.weight.toString(),
      law,
    }
  }
  if (mayExceed && isOpenedByHand(row)) return openedByHand(row, law)
  const deduction = mayExceed ? deductionFor(row) : null
  if (deduction === null) return { band: exactly(row.weight), decided: true, steps: [reached], because: [], law }
  const { points, step } = deduction
  const cited = [...law, ...row.edition.overAchievement.law]
  return { band: exactly(row.weight.minus(points)), decided: true, steps: [reached, step], because: [], law: cited }
}

/** Full marks, or less by hand: no text says how much. */
function openedByHand(row: RowFacts, law: readonly Citation[]): RuleScore {
  const { law: own, threshold } = row.edition.overAchievement
  const percent = threshold!.value
  const say = {
    zh: `完成值超过指标值的${percent}%，得分可由人工调减`,
    en: `the actual is above ${percent} % of the target: the score may be reduced by hand`,
  }
  return within(row, { min: Exact.zero, max: row.weight }, say, [...law, ...own])
}

/** Met by every reading: the full weight, also where the figures themselves are not certain. */
export function met(row: RowFacts, law: readonly Citation[], mayExceed = false): RuleScore {
  return full(row, { zh: '实际完成值达到指标值', en: 'the actual meets the target' }, law, mayExceed)
}

/** A range that the rules give. */
export function within(
  row: RowFacts,
  band: Band,
  say: Bilingual,
  law: readonly Citation[],
  readings: NonNullable<RuleScore['readings']> = [],
): RuleScore {
  return { band, decided: true, steps: [ranged(row, band, say, law)], because: [say], law, readings }
}

function ranged(row: RowFacts, band: Band, say: Bilingual, law: readonly Citation[]): () => Step {
  return () => {
    const said = sayBand(band, row.edition)
    return {
      say: { zh: `${say.zh}，得分在 ${said.zh} 之间`, en: `${say.en}: the score lies in ${said.en}` },
      inputs: inputsOf(row, ['weight', 'actual', 'target']),
      result: `${band.min}–${band.max}`,
      law,
    }
  }
}

/** No rule decides: anything from nothing to the weight, and why. */
export function open(row: RowFacts, why: Bilingual, law: readonly Citation[]): RuleScore {
  const band = { min: Exact.zero, max: row.weight }
  return { band, decided: false, steps: [ranged(row, band, why, law)], because: [why], law }
}
