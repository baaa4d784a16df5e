/** Level-1 and level-2 blocks: what is printed for them, what the edition gives them, and what their rows add up to. */

import { gather } from '../model/gather.ts'
import type { Exact, Indicator, Label, Level1, ScoredBlock, ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { labelDepth, level1Points } from '../rulebook/index.ts'
import { type Tally, tallyParts, tallyRows } from './tally.ts'

/** A block of the form: which of its rows it holds, by their number, what they add up to, and how it is told. */
export interface Made {
  readonly at: readonly number[]
  readonly tally: Tally
  readonly block: ScoredBlock
}

export interface MadeLevel1 extends Made {
  readonly level2: readonly Made[]
}

export interface Blocks {
  /** In the order of the form. */
  readonly level1: readonly MadeLevel1[]
  /** All rows that count. */
  readonly tally: Tally
}

function level1Key({ level1Kind, level1 }: Indicator): string {
  return level1Kind === 'other' ? `other ${level1.cell.raw}` : level1Kind
}

/** The entry of a map, made where it is missing. */
function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/**
 * Numbers of rows by level 1 and level 2. Rows under one label need not stand together; a label of a known kind is known by
 * its kind. Parts of a row count with their parent.
 */
function grouped(indicators: readonly Indicator[]): Map<string, Map<string, number[]>> {
  const groups = new Map<string, Map<string, number[]>>()
  indicators.forEach((indicator, index) => {
    if (indicator.role === 'part') return
    const level1 = entry(groups, level1Key(indicator), () => new Map<string, number[]>())
    entry(level1, indicator.level2.cell.raw, () => []).push(index)
  })
  return groups
}

/** Points of a level-1 block; null where several printed blocks share them, or the edition gives none. */
function editionPoints(kind: Level1, printed: ReadonlySet<Level1>, edition: Edition): Exact | null {
  const own = edition.blocks.find(({ kinds }) => kinds.includes(kind))
  const sharers = own?.kinds.filter((other) => printed.has(other)) ?? []
  return sharers.length === 1 ? level1Points(edition, kind, printed) : null
}

function scoreOf({ scores, lost, lostWeight, band }: Tally): ScoredBlock['score'] {
  return { added: scores, lost: lost.length, lostWeight, recomputed: band }
}

interface Parts {
  readonly label: keyof typeof labelDepth
  readonly indicators: readonly Indicator[]
  readonly rows: readonly ScoredRow[]
  readonly tally: Tally
  readonly points: Exact | null
}

function blockOf({ label, indicators, rows, tally, points }: Parts): ScoredBlock {
  const labels: readonly Label[] = indicators.map((indicator) => indicator[label])
  return {
    level: labelDepth[label],
    level1Kind: indicators[0]!.level1Kind,
    name: labels.find(({ cell }) => cell.raw !== '')?.cell.raw ?? '',
    rows: rows.map(({ path }) => path),
    weight: {
      printed: labels.find(({ points: printed }) => printed.value !== null)?.points.value ?? null,
      edition: points,
      added: tally.weights,
    },
    score: scoreOf(tally),
  }
}

/** Blocks of a form whose rows are scored. */
export function makeBlocks(indicators: readonly Indicator[], scored: readonly ScoredRow[], edition: Edition): Blocks {
  const printed = new Set(indicators.filter(({ role }) => role === 'scored').map(({ level1Kind }) => level1Kind))
  const made = (at: readonly number[], tally: Tally, parts: Pick<Parts, 'label' | 'points'>): Made => ({
    at,
    tally,
    block: blockOf({
      label: parts.label,
      points: parts.points,
      indicators: at.map((index) => indicators[index]!),
      rows: at.map((index) => scored[index]!),
      tally,
    }),
  })
  const level1 = [...grouped(indicators).values()].map((own): MadeLevel1 => {
    const level2 = [...own.values()].map((at) =>
      made(at, tallyRows(at, indicators, scored), { label: 'level2', points: null }),
    )
    const at = gather(level2, (group) => group.at)
    const points = editionPoints(indicators[at[0]!]!.level1Kind, printed, edition)
    const { tally, block } = made(at, tallyParts(level2.map((group) => group.tally)), { label: 'level1', points })
    return { at, tally, block, level2 }
  })
  return { level1, tally: tallyParts(level1.map(({ tally }) => tally)) }
}

function withTally<M extends Made>(made: M, tally: Tally): M {
  const { block } = made
  const weight = { ...block.weight, added: tally.weights }
  return { ...made, tally, block: { ...block, weight, score: scoreOf(tally) } }
}

/** Blocks in which some rows are scored anew and all labels stay: those that hold none of these rows are the same objects. */
export function remakeBlocks(
  before: Blocks,
  changed: readonly number[],
  indicators: readonly Indicator[],
  scored: readonly ScoredRow[],
): Blocks {
  const isHere = ({ at }: Made) => changed.some((index) => at.includes(index))
  const level1 = before.level1.map((block) => {
    if (!isHere(block)) return block
    const level2 = block.level2.map((group) =>
      isHere(group) ? withTally(group, tallyRows(group.at, indicators, scored)) : group,
    )
    return { ...withTally(block, tallyParts(level2.map(({ tally }) => tally))), level2 }
  })
  return { level1, tally: tallyParts(level1.map(({ tally }) => tally)) }
}

/** Each level-1 block before its level-2 blocks. */
export function blocksInOrder({ level1 }: Blocks): readonly ScoredBlock[] {
  return gather(level1, ({ block, level2 }) => [block, ...level2.map((group) => group.block)])
}
