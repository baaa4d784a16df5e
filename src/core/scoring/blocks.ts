/** Level-1 and level-2 blocks: what is printed for them, what the edition gives them, and what their rows add up to. */

import { Exact, type Indicator, type Level1, type ScoredBlock, type ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { labelDepth, level1Points } from '../rulebook/index.ts'

interface Member {
  readonly indicator: Indicator
  readonly scored: ScoredRow
}

interface Group {
  readonly label: keyof typeof labelDepth
  readonly members: Member[]
}

/** Rows under one label need not stand together; a label of a known kind is known by its kind. */
function level1Key({ level1Kind, level1 }: Indicator): string {
  return level1Kind === 'other' ? `other ${level1.cell.raw}` : level1Kind
}

function level2Key(indicator: Indicator): string {
  return `${level1Key(indicator)}/${indicator.level2.cell.raw}`
}

function isLost({ agreement }: ScoredRow): boolean {
  return agreement === 'lost'
}

export function sumOfScores(rows: readonly ScoredRow[]): Exact {
  return Exact.sum(rows.map(({ printed }) => printed ?? Exact.zero))
}

export function sumOfWeights(rows: readonly ScoredRow[]): Exact {
  return Exact.sum(rows.map(({ weight }) => weight ?? Exact.zero))
}

/** From the least to the most that the rows can hold together. */
export function sumOfBands(rows: readonly ScoredRow[]): {
  readonly min: Exact
  readonly max: Exact
  readonly maxExcluded?: true
} {
  const bands = rows.map(({ recomputed }) => recomputed).filter((band) => band !== null)
  const min = Exact.sum(bands.map((band) => band.min))
  const max = Exact.sum(bands.map((band) => band.max))
  return { min, max, ...(bands.some(({ maxExcluded }) => maxExcluded) ? { maxExcluded: true } : {}) }
}

/** Points of a level-1 block; null where several printed blocks share them, or the edition gives none. */
function editionPoints(kind: Level1, printed: ReadonlySet<Level1>, edition: Edition): Exact | null {
  const entry = edition.blocks.find(({ kinds }) => kinds.includes(kind))
  const sharers = entry?.kinds.filter((other) => printed.has(other)) ?? []
  return sharers.length === 1 ? level1Points(edition, kind, printed) : null
}

function blockOf({ label, members }: Group, printed: ReadonlySet<Level1>, edition: Edition): ScoredBlock {
  const { level1Kind } = members[0]!.indicator
  const rows = members.map(({ scored }) => scored)
  const lost = rows.filter(isLost)
  const points = members.map(({ indicator }) => indicator[label].points.value).find((value) => value !== null)
  const named = members.map(({ indicator }) => indicator[label].cell.raw).find((raw) => raw !== '')
  return {
    level: labelDepth[label],
    level1Kind,
    name: named ?? '',
    rows: rows.map(({ path }) => path),
    weight: {
      printed: points ?? null,
      edition: label === 'level1' ? editionPoints(level1Kind, printed, edition) : null,
      added: sumOfWeights(rows),
    },
    score: {
      added: sumOfScores(rows),
      lost: lost.length,
      lostWeight: sumOfWeights(lost),
      recomputed: sumOfBands(rows),
    },
  }
}

/** In the order of the form, each level-1 block before its level-2 blocks. Parts of a row count with their parent. */
export function scoreBlocks(
  indicators: readonly Indicator[],
  rows: readonly ScoredRow[],
  edition: Edition,
): readonly ScoredBlock[] {
  const groups = new Map<string, Map<string, Group>>()
  const printed = new Set<Level1>()
  indicators.forEach((indicator, index) => {
    if (indicator.role === 'part') return
    const member = { indicator, scored: rows[index]! }
    const key = level1Key(indicator)
    const own = groups.get(key) ?? new Map<string, Group>()
    groups.set(key, own)
    for (const [name, label] of [
      ['', 'level1'],
      [level2Key(indicator), 'level2'],
    ] as const) {
      const group: Group = own.get(name) ?? { label, members: [] }
      own.set(name, group)
      group.members.push(member)
    }
    if (indicator.role === 'scored') printed.add(indicator.level1Kind)
  })
  return [...groups.values()].flatMap((own) => [...own.values()].map((group) => blockOf(group, printed, edition)))
}
