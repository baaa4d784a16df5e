/** Pieces of a table without lines → its sections: each begins with a row of heads, known by their words. */

import { type Group, groupOf, type LabelLines, type Piece, shared } from './pieces.ts'

/** What the words of a text say: it heads a column of a table, names rows at the left of one, or says that a sum stands below or beside it. */
export type WordKind = 'head' | 'label' | 'total' | null
export type KindOfWords = (text: string) => WordKind

export interface Head {
  readonly group: Group
  /** In the upper of two rows of heads, over others. */
  readonly isOver: boolean
  /** Reaches over both rows of heads. */
  readonly isTall: boolean
}

export interface HeaderRows {
  readonly heads: readonly Head[]
  readonly top: number
  readonly bottom: number
}

/** Lines of one head stand so close, in heights of text. */
const NEXT_LINE = 1.75
/** Middles of heads of one row lie so close. */
const LEVEL = 0.45
/** Two rows of heads stand so close, in heights of text. */
const TIER = 2.9
const MOST_LINES = 4
/** Signs under one another, as labels are set in narrow columns. */
const MOST_STACKED = 10
/** So many of a row's texts are heads. */
const MOST = 0.6

function below(piece: Piece, all: readonly Piece[], size: number): Piece | null {
  let best: Piece | null = null
  for (const one of all) {
    const down = one.middle - piece.middle
    if (down < size * 0.7 || down > size * NEXT_LINE || one.isNumber) continue
    if (shared(one, piece) <= Math.min(one.to - one.from, piece.to - piece.from) / 2) continue
    if (best === null || one.middle < best.middle) best = one
  }
  return best
}

interface WordGroups {
  readonly heads: Group[]
  readonly labels: Group[]
}

/** Texts that are heads, or labels of blocks, put together from their lines. */
function wordGroups(pieces: readonly Piece[], kindOfText: KindOfWords, size: number): WordGroups {
  const kindOf = (text: string): 'head' | 'label' | null => {
    const kind = kindOfText(text)
    return kind === 'total' ? 'head' : kind
  }
  const taken = new Set<Piece>()
  const groups: WordGroups = { heads: [], labels: [] }
  for (const piece of pieces) {
    if (taken.has(piece) || piece.isNumber) continue
    const lines = [piece]
    let kind = kindOf(piece.text)
    let whole = kind === null ? 0 : 1
    while (lines.length < (lines.every(({ text }) => text.length <= 2) ? MOST_STACKED : MOST_LINES)) {
      const next = below(lines.at(-1)!, pieces, size)
      if (next === null || taken.has(next)) break
      lines.push(next)
      const joined = kindOf(lines.map(({ text }) => text).join(''))
      if (joined === null || (whole > 0 && joined === 'head' && kindOf(next.text) !== null)) continue
      kind = joined
      whole = lines.length
    }
    if (kind === null) continue
    for (const one of lines.slice(0, whole)) taken.add(one)
    ;(kind === 'head' ? groups.heads : groups.labels).push(groupOf(lines.slice(0, whole)))
  }
  return groups
}

/** The lines of labels of blocks and levels, each with the label that it is of. */
export function labelsIn(pieces: readonly Piece[], kindOf: KindOfWords, size: number): LabelLines {
  return new Map(wordGroups(pieces, kindOf, size).labels.flatMap((group) => group.pieces.map((line) => [line, group])))
}

/** Heads in rows: their middles are level, or their first lines are. */
function levels(groups: readonly Group[], size: number): Group[][] {
  const rows: Group[][] = []
  for (const group of [...groups].sort((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1)
    const isLevel =
      row !== undefined &&
      (Math.abs(row[0]!.middle - group.middle) <= LEVEL * size || Math.abs(row[0]!.top - group.top) <= LEVEL * size)
    if (isLevel) row.push(group)
    else rows.push([group])
  }
  return rows
}

/** A text of which this piece is the first line, or one further down. */
function wholeText(piece: Piece, pieces: readonly Piece[], size: number): Group {
  const lines = [piece]
  for (let next = below(piece, pieces, size); next !== null && lines.length < MOST_LINES; ) {
    lines.push(next)
    next = below(next, pieces, size)
  }
  return groupOf(lines)
}

/** What stands level with heads is most likely one, if nobody knows its words; null where the row is none of heads. `used`: lines of heads. */
function withUnknown(
  row: readonly Group[],
  pieces: readonly Piece[],
  used: ReadonlySet<Piece>,
  size: number,
): Group[] | null {
  const middle = row.reduce((sum, group) => sum + group.middle, 0) / row.length
  const isLevel = (at: number): boolean => Math.abs(at - middle) <= LEVEL * size
  const beside = pieces.filter((piece) => !used.has(piece) && isLevel(piece.middle))
  if (beside.some(({ isNumber }) => isNumber) && row.length < 4) return null
  if (row.length < (row.length + beside.length) * MOST) return null
  // A label merged over the rows below may stand as high.
  const alone = beside.filter(
    (piece) =>
      !piece.isNumber && wholeText(piece, pieces, size).pieces.length === 1 && !isBelowText(piece, pieces, size),
  )
  return [...row, ...alone.map((piece) => groupOf([piece]))]
}

function isBelowText(piece: Piece, pieces: readonly Piece[], size: number): boolean {
  return pieces.some((other) => other.middle < piece.middle && below(other, [piece], size) !== null)
}

/** In the middle of several heads of the row below. */
function isOverSeveral(group: Group, row: readonly Group[], size: number): boolean {
  const sorted = [...row].sort((a, b) => a.from - b.from)
  const middle = (group.from + group.to) / 2
  return sorted.some((first, index) =>
    sorted.slice(index + 1).some((last) => Math.abs((first.from + last.to) / 2 - middle) <= CENTRED * size),
  )
}

/** Heights of text by which a head may stand off the middle of those below it. */
const CENTRED = 2

/**
 * A row that goes on with the heads above: the heads of two rows do not stand under one another, but for those over several. `next`: the
 * row below, over heads of which one stands, with tall heads beside it between the two rows.
 */
function isUnder(
  row: readonly Group[],
  open: readonly Group[],
  next: readonly Group[] | undefined,
  size: number,
): boolean {
  const last = Math.max(...open.map(({ middle }) => middle))
  if (row[0]!.middle - last > TIER * size) return false
  const under = row.filter((group) => open.some((other) => shared(group, other) > 0))
  if (under.length === 0) {
    const [first] = open
    const isBetween = row.some(({ to }) => to < first!.from) && row.some(({ from }) => from > first!.to)
    const isOverNext = next !== undefined && next[0]!.middle - last <= TIER * size && isOverSeveral(first!, next, size)
    return row.length > 1 && (open.length > 1 || isBetween || isOverNext)
  }
  const over = open.filter((group) => row.some((other) => shared(group, other) > 0))
  return over.every((group) => isOverSeveral(group, row, size))
}

/** With three levels the middle one is of heads over both rows; with two the upper one is, unless it stands over others. */
function isUnderHead(group: Group, other: Group, tiers: readonly (readonly Group[])[]): boolean {
  return tiers.length > 2 || shared(group, other) > 0
}

/** The rows of heads of a page, from the top. */
export function headerRows(pieces: readonly Piece[], kindOf: KindOfWords, size: number): HeaderRows[] {
  const { heads: words } = wordGroups(pieces, kindOf, size)
  const used = new Set(words.flatMap((group) => group.pieces))
  const rows = levels(words, size).flatMap((row) => withUnknown(row, pieces, used, size) ?? [])
  const blocks: Group[][] = []
  const inRows = levels(rows, size)
  for (const [index, row] of inRows.entries()) {
    const open = blocks.at(-1)
    if (open !== undefined && isUnder(row, open, inRows[index + 1], size)) open.push(...row)
    else blocks.push([...row])
  }
  return blocks.flatMap((groups): HeaderRows[] => {
    if (!levels(groups, size).some((tier) => tier.length >= 2)) return []
    const tiers = levels(groups, size)
    const [upper, lower] = [tiers[0]![0]!.middle, tiers.at(-1)![0]!.middle]
    const heads = groups.map((group): Head => {
      const isLow = tiers.length === 1 || Math.abs(group.middle - lower) <= LEVEL * size
      const isOver =
        !isLow &&
        Math.abs(group.middle - upper) <= LEVEL * size &&
        tiers.at(-1)!.some((other) => isUnderHead(group, other, tiers))
      return { group, isOver, isTall: !isLow && !isOver }
    })
    return [
      {
        heads,
        top: Math.min(...groups.map(({ top }) => top)),
        bottom: Math.max(...groups.map(({ bottom }) => bottom)),
      },
    ]
  })
}
