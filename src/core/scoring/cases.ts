/** Runs the built-in cases of an edition: a changed number of the law must make one fail. */

import { gather } from '../model/gather.ts'
import { Exact, emptyCell, emptyLabel, type Indicator, type Level1 } from '../model/index.ts'
import type { Edition, EditionCase, IncompleteEdition, Level1PointsCase } from '../rulebook/edition.ts'
import { chooseAmong, editions, level1Points, reachesThreshold } from '../rulebook/index.ts'
import { readNumber, readValue } from '../values/index.ts'
import { capTotal } from './caps.ts'
import { earn } from './execution.ts'
import { gradeOf } from './grades.ts'
import { reviewRow } from './review.ts'
import { roundScore } from './rounding.ts'
import { scoreRow } from './row.ts'

export interface CaseFailure {
  readonly case: EditionCase
  /** What came out instead. */
  readonly got: string
}

/** A row as a case writes it down. */
export interface CaseRow {
  readonly level1?: Level1
  readonly name?: string
  readonly weight: string
  readonly target: string
  readonly actual: string
}

/** An indicator that holds what a case says and nothing else. */
export function indicatorOf({ level1 = 'output', name = '', weight, target, actual }: CaseRow): Indicator {
  const context = { name }
  const reading = readValue(target, context)
  return {
    role: reading.value?.kind === 'none' && reading.value.notApplicable ? 'notApplicable' : 'scored',
    level1: emptyLabel,
    level1Kind: level1,
    level2: emptyLabel,
    name: { raw: name, value: name },
    attribute: emptyCell,
    unit: emptyCell,
    target: { raw: target, value: reading },
    actual: { raw: actual, value: readValue(actual, context) },
    weight: { raw: weight, value: readNumber(weight).value },
    score: emptyCell,
    note: emptyCell,
    extra: {},
  }
}

function same(value: Exact | null | undefined, expected: string): boolean {
  return value?.equals(Exact.of(expected)) ?? false
}

function chosenByItself(edition: Edition): Edition {
  const { askedOnly: _, ...rest } = edition
  return rest
}

interface Run {
  readonly right: boolean
  readonly got: string
}

function asIs(points: string, expected: string): Run {
  return { right: same(Exact.of(points), expected), got: points }
}

function runPoints({ points, is, without }: Level1PointsCase, edition: Pick<Edition, 'blocks'>): Run {
  const kinds = gather(edition.blocks, (block) => block.kinds)
  const own = level1Points(edition, points, new Set(kinds.filter((kind) => !without?.includes(kind))))
  return { right: same(own, is), got: `${own}` }
}

/** What a case gives under an edition: whether it is right, and what came out. */
function run(one: EditionCase, edition: Edition): Run {
  if ('row' in one) {
    const { recomputed } = scoreRow(indicatorOf(one.row), 'row', { edition, fiscalYear: null, scoresPrinted: false })
    return {
      right: same(recomputed?.min, one.min) && same(recomputed?.max, one.max),
      got: `${recomputed?.min}–${recomputed?.max}`,
    }
  }
  if ('execution' in one) {
    const points = Exact.of(edition.executionPoints.value)
    const { budgeted, executed } = one.execution
    const score = roundScore(earn(points, Exact.of(budgeted), Exact.of(executed), edition, null).score, edition)
    return { right: same(score, one.score), got: score.toString() }
  }
  if ('total' in one) {
    const total = Exact.of(one.total)
    const rate = Exact.of(one.rate ?? '100')
    const { max } = capTotal({ min: total, max: total }, rate, edition)
    const grade = gradeOf(max, edition)
    return { right: grade === one.grade && same(max, one.capped ?? one.total), got: `${max} ${grade}` }
  }
  if ('review' in one) {
    const { weight, level1, level2 = '', review } = one
    const row = indicatorOf({ level1, weight, target: '≥1个', actual: '1个' })
    const indicator = { ...row, level2: { cell: { raw: level2, value: level2 }, points: emptyCell } }
    const scored = scoreRow(indicator, 'row', { edition, fiscalYear: null, scoresPrinted: false })
    const { band } = reviewRow(scored, indicator, review, edition)
    return { right: same(band?.min, one.min) && same(band?.max, one.max), got: `${band?.min}–${band?.max}` }
  }
  if ('place' in one) {
    // Whether it is in force there: one that is taken only when asked for stands beside the others here.
    const among = [chosenByItself(edition), ...editions.filter(({ id }) => id !== edition.id)]
    const level1 = new Set(one.level1 ?? [])
    const chosen = chooseAmong(among, { place: one.place, kind: edition.kind, year: one.year, level1 })
    const { choice } = chosen
    const isChosen = chosen.edition.id === edition.id && (choice === 'exact' || choice === 'national')
    return { right: isChosen === one.chosen, got: `${chosen.edition.id} ${choice}` }
  }
  if ('points' in one) {
    const { points } = one
    if (points === 'total') return asIs(edition.total.value, one.is)
    return points === 'execution' ? asIs(edition.executionPoints.value, one.is) : runPoints({ ...one, points }, edition)
  }
  const reached = [one.at, one.not].map((percent) => reachesThreshold(edition, one.threshold, Exact.of(percent)))
  return { right: reached[0] === true && reached[1] === false, got: reached.join(' ') }
}

/** The cases that do not come out as written; none for an edition as it is published. */
export function runCases(edition: Edition | IncompleteEdition): readonly CaseFailure[] {
  const runs: readonly (readonly [EditionCase, Run])[] =
    edition.status === 'incomplete'
      ? edition.cases.map((one) => [one, runPoints(one, edition)])
      : edition.cases.map((one) => [one, run(one, edition)])
  return gather(runs, ([one, { right, got }]) => (right ? [] : [{ case: one, got }]))
}
