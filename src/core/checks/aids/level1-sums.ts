/** What the weights of each level-1 block must add up to, and where they miss it: shared by A01 and A02. */

import { gather } from '../../model/gather.ts'
import { Exact, type FormPath } from '../../model/index.ts'
import type { FormSubject } from '../check.ts'
import { editionBlocks, printedBlocks } from './level1-points.ts'
import { executionPoints, indicatorPaths, unreadWeights, type WeightGap, weightGap, weightRows } from './weights.ts'

/** Rows whose weights must add up to the points of their block. */
export interface Level1Sum {
  readonly name: string
  readonly rows: readonly FormPath[]
  readonly points: Exact
}

/** 投入 and 过程 beside 产出 and 效果: the split of rules that know no such blocks says nothing of the form. */
export function isOfOtherFrame({ scored, edition }: FormSubject): boolean {
  const known = new Set(gather(edition.blocks, ({ kinds }) => kinds))
  return scored.blocks.some(
    ({ level, level1Kind, weight }) =>
      level === 1 && !known.has(level1Kind) && level1Kind !== 'execution' && weight.added.isPositive,
  )
}

/** With the points for execution the weights make up the full points. */
export function addsUpToFull({ form, scored, edition }: FormSubject): boolean {
  const points = Exact.of(edition.total.value).minus(executionPoints({ form, scored, edition }))
  return Exact.sum(weightRows(form, indicatorPaths(form)).map((each) => each.value)).equals(points)
}

/** By the points in the labels; where the form does not add up and a block prints none, by those of the rules. */
export function level1Sums(subject: FormSubject): readonly Level1Sum[] {
  const { scored, edition } = subject
  const labelled = printedBlocks(scored).map(({ block, points }) => ({ name: block.name, rows: block.rows, points }))
  if (isOfOtherFrame(subject) || addsUpToFull(subject)) return labelled
  const byRules = editionBlocks(scored, edition)
    .filter(({ blocks }) => !blocks.every((block) => block.weight.printed !== null))
    .map(({ blocks, points }) => ({
      name: blocks.map((block) => block.name).join('、'),
      rows: gather(blocks, (block) => block.rows),
      points,
    }))
  return [...labelled, ...byRules]
}

/** Null where the weights add up, or where that cannot be seen. */
export function gapOf(form: FormSubject['form'], { rows: paths, points }: Omit<Level1Sum, 'name'>): WeightGap | null {
  const rows = weightRows(form, paths)
  return rows.length === 0 || unreadWeights(form, paths).length > 0 ? null : weightGap(rows, points)
}

/**
 * The level-2 blocks among these rows that print their points miss, together, just this gap: level2-weights-off tells it at
 * the blocks where it arises.
 */
export function isToldAtLevel2({ form, scored }: FormSubject, paths: readonly FormPath[], { gap }: WeightGap): boolean {
  const among = new Set(paths)
  const gaps = gather(scored.blocks, ({ level, name, rows, weight }) => {
    if (level !== 2 || name === '' || weight.printed === null || !rows.every((row) => among.has(row))) return []
    return gapOf(form, { rows, points: weight.printed })?.gap ?? []
  })
  return gaps.length > 0 && Exact.sum(gaps).equals(gap)
}
