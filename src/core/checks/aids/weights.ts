/** Weights of rows against the points that a block or the whole form must have: shared by A01, A02 and A03. */

import { finestDecimals, gapFromRounding } from '../../arithmetic/index.ts'
import { gather } from '../../model/gather.ts'
import { Exact, type Form, type FormPath, indicatorPath, type ScoredForm } from '../../model/index.ts'
import type { Edition } from '../../rulebook/edition.ts'
import type { FormSubject } from '../check.ts'
import { indicatorAt, isUnreadCell, rowNumber, sayFigure, sayList } from './figures.ts'
import { rememberEach } from './remember.ts'

export interface WeightRow {
  readonly path: FormPath
  readonly name: string
  readonly raw: string
  readonly value: Exact
}

/** By the form's order; null for a row without a weight of its own. */
const weightsOf = rememberEach((form: Form): readonly (WeightRow | null)[] =>
  form.indicators.map(({ name, weight, role }, index) =>
    role === 'scored' && weight.value !== null
      ? { path: indicatorPath(index), name: name.raw, raw: weight.raw, value: weight.value }
      : null,
  ),
)

/** The rows of `paths` that carry a weight of their own. */
export function weightRows(form: Form, paths: readonly FormPath[]): readonly WeightRow[] {
  const all = weightsOf(form)
  return paths.map((path) => all[rowNumber(path)]!).filter((row) => row !== null)
}

/** Rows of `paths` that count and whose weight is printed and could not be read. */
export function unreadWeights(form: Form, paths: readonly FormPath[]): readonly FormPath[] {
  return paths.filter((path) => {
    const { role, weight } = indicatorAt(form, path)
    return role === 'scored' && isUnreadCell(weight)
  })
}

/** Paths of all indicators of a form. */
export const indicatorPaths = rememberEach((form: Form): readonly FormPath[] =>
  form.indicators.map((_, index) => indicatorPath(index)),
)

/** Weights that miss the points they must add up to. */
export interface WeightGap {
  readonly added: Exact
  /** Points − added. */
  readonly gap: Exact
  /** Rounding of equal or money-proportional shares explains it. */
  readonly explained: boolean
  /** '某指标 0.83→0.84、…': the largest-remainder weights; empty where nothing is explained. */
  readonly repair: string
  /** The rows that the repair changes. */
  readonly changed: readonly FormPath[]
}

/** Null where the weights add up exactly. */
export function weightGap(rows: readonly WeightRow[], points: Exact): WeightGap | null {
  const weights = rows.map((row) => row.value)
  const added = Exact.sum(weights)
  const gap = points.minus(added)
  if (gap.isZero) return null
  const decimals = finestDecimals(rows.map((row) => row.raw))
  const { explained, repair } = gapFromRounding(weights, points, decimals)
  const changes = gather(repair ?? [], (weight, index) => {
    const row = rows[index]!
    return weight.equals(row.value)
      ? []
      : [{ path: row.path, say: `${row.name} ${row.raw}→${weight.toFixed(decimals)}` }]
  })
  return {
    added,
    gap,
    explained,
    repair: sayList(changes.map((change) => change.say)),
    changed: changes.map((change) => change.path),
  }
}

/** The data that the messages of A01 to A03 share. */
export function gapData(gap: WeightGap, points: Exact): Readonly<Record<string, string>> {
  return {
    added: sayFigure(gap.added),
    points: sayFigure(points),
    gap: sayFigure(gap.gap.abs()),
    repair: gap.repair,
  }
}

/** What the labels of the level-1 blocks leave of the full points; null where a block prints none, or nothing is left. */
function leftByLabels(scored: ScoredForm, edition: Edition): Exact | null {
  const labels = scored.blocks.filter((block) => block.level === 1).map((block) => block.weight.printed)
  const printed = labels.filter((points) => points !== null)
  const left = Exact.of(edition.total.value).minus(Exact.sum(printed))
  return printed.length > 0 && printed.length === labels.length && left.isPositive ? left : null
}

/**
 * Points that stand beside the indicators for execution: as printed in the money table, else what the labels of the blocks
 * leave, else what the edition gives; zero where they do not stand apart (an indicator row carries them, or nothing is
 * scored for execution).
 */
export function executionPoints({ form, scored, edition }: Pick<FormSubject, 'form' | 'scored' | 'edition'>): Exact {
  if (scored.execution.recomputed === null) return Exact.zero
  const onTotalRow = form.tasks.find((task) => task.role === 'total')?.weight.value
  return form.executionPoints.value ?? onTotalRow ?? leftByLabels(scored, edition) ?? scored.execution.points
}
