/** Level-1 and level-2 blocks: what is printed for them, what the edition gives them, and what their rows add up to. */

import type { Exact, Indicator, Label, Level1, ScoredBlock, ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { labelDepth, level1Points } from '../rulebook/index.ts'
import { type Tally, tallyParts, tallyRows } from './tally.ts'

interface Level2Group {
  readonly indicators: Indicator[]
  readonly rows: ScoredRow[]
}

/** Rows under one label need not stand together; a label of a known kind is known by its kind. */
type Groups = Map<string, Map<string, Level2Group>>

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

/** Parts of a row count with their parent. */
function grouped(indicators: readonly Indicator[], rows: readonly ScoredRow[]): Groups {
  const groups: Groups = new Map()
  indicators.forEach((indicator, index) => {
    if (indicator.role === 'part') return
    const level1 = entry(groups, level1Key(indicator), () => new Map<string, Level2Group>())
    const level2 = entry(level1, indicator.level2.cell.raw, () => ({ indicators: [], rows: [] }))
    level2.indicators.push(indicator)
    level2.rows.push(rows[index]!)
  })
  return groups
}

/** Points of a level-1 block; null where several printed blocks share them, or the edition gives none. */
function editionPoints(kind: Level1, printed: ReadonlySet<Level1>, edition: Edition): Exact | null {
  const own = edition.blocks.find(({ kinds }) => kinds.includes(kind))
  const sharers = own?.kinds.filter((other) => printed.has(other)) ?? []
  return sharers.length === 1 ? level1Points(edition, kind, printed) : null
}

interface Block {
  readonly label: keyof typeof labelDepth
  readonly indicators: readonly Indicator[]
  readonly rows: readonly ScoredRow[]
  readonly tally: Tally
  readonly points: Exact | null
}

function blockOf({ label, indicators, rows, tally, points }: Block): ScoredBlock {
  const labels: readonly Label[] = indicators.map((indicator) => indicator[label])
  const { weights, scores, lost, lostWeight, band } = tally
  return {
    level: labelDepth[label],
    level1Kind: indicators[0]!.level1Kind,
    name: labels.find(({ cell }) => cell.raw !== '')?.cell.raw ?? '',
    rows: rows.map(({ path }) => path),
    weight: {
      printed: labels.find(({ points: printed }) => printed.value !== null)?.points.value ?? null,
      edition: points,
      added: weights,
    },
    score: { added: scores, lost, lostWeight, recomputed: band },
  }
}

export interface Blocks {
  /** In the order of the form, each level-1 block before its level-2 blocks. */
  readonly blocks: readonly ScoredBlock[]
  /** All rows that count. */
  readonly tally: Tally
}

export function scoreBlocks(indicators: readonly Indicator[], scored: readonly ScoredRow[], edition: Edition): Blocks {
  const printed = new Set(indicators.filter(({ role }) => role === 'scored').map(({ level1Kind }) => level1Kind))
  const level1 = [...grouped(indicators, scored).values()].map((own) => {
    const level2 = [...own.values()].map((group) => ({ ...group, tally: tallyRows(group.rows) }))
    const members = level2.flatMap((group) => group.indicators)
    const tally = tallyParts(level2.map((group) => group.tally))
    const points = editionPoints(members[0]!.level1Kind, printed, edition)
    const rows = level2.flatMap((group) => group.rows)
    const blocks = [
      blockOf({ label: 'level1', indicators: members, rows, tally, points }),
      ...level2.map((group) => blockOf({ ...group, label: 'level2', points: null })),
    ]
    return { blocks, tally }
  })
  return { blocks: level1.flatMap(({ blocks }) => blocks), tally: tallyParts(level1.map(({ tally }) => tally)) }
}
