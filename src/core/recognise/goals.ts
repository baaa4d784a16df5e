/** Goals and what became of them, paired by number, by column, or as they stand. */

import { gather } from '../model/gather.ts'
import { emptyCell, type Goal, type TextCell } from '../model/index.ts'
import type { GoalSide } from '../rulebook/words/index.ts'
import { goalHeaderIn, isYearsHeader, type LabelledText, NOTHING, standing, YEAR } from './goals-by-year.ts'
import { NOT_ADJUSTED, type Placed, placeUnder } from './goals-under-headings.ts'
import { cellFrom, type Ledger } from './ledger.ts'
import { numberKey, type Piece, splitNumbered } from './numbered-goals.ts'
import type { Section } from './sections.ts'
import { cleanText, joinText, type SourceCell, type SourceRow } from './source.ts'
import { blockLabel, goalHeader } from './words.ts'

type Side = GoalSide

/** A label at the side of the block, or a fragment of one set vertically. */
function isSideLabel(cell: SourceCell, row: SourceRow): boolean {
  return cell === row.cells[0] && row.cells.length > 1 && (blockLabel(cell.key) !== null || cell.key.length <= 3)
}

interface Heading {
  readonly side: Side
  readonly cell: SourceCell
}

const NUMBERED = /^[(]?[一二三四五六七八九十]{1,2}[)、.]/

/** Columns of the two headings where they stand in one row. */
function headingsOf(row: SourceRow): Heading[] {
  const found = gather(row.cells, (cell) => {
    const side = goalHeaderIn(row, cell)
    return side === null ? [] : [{ side, cell }]
  })
  // 年度总体目标 before 预期目标 labels the block, and so does 三、绩效目标完成情况 before whatever follows.
  return found.filter(
    ({ side, cell }, index) =>
      !found.slice(index + 1).some((later) => later.side === side || (index === 0 && NUMBERED.test(cell.key))),
  )
}

/** The text cells of a section's rows, each with the side its place says, or null. */
function placed(section: Section, others: Goals['others'][number][], ledger: Ledger): Placed[] {
  const headings = section.header.map(headingsOf)
  ledger.ignore(
    'headerWord',
    gather(section.header, (row) => row.cells),
  )
  const columns = headings.find((found) => found.length === 2) ?? null
  const stacked = headings.flat().length
  const over = columns === null && stacked === 1 ? headings.flat()[0]! : null
  let current: Side | null = over?.side ?? null
  let heading: SourceCell | null = over?.cell ?? null
  const cells: Placed[] = []
  const isByYear = section.header.some(isYearsHeader)
  // 目标名称 主要内容 完成情况: each row is a goal.
  const isListed = isByYear || section.header.some((row) => row.cells.some(({ key }) => key === '目标名称'))
  for (const [at, row] of section.rows.entries()) {
    const texts: SourceCell[] = []
    const year = isByYear ? row.cells.find(({ key }) => YEAR.test(key)) : undefined
    if (year !== undefined) {
      const [text, ...results] = row.cells.filter((cell) => cell !== year)
      // A year yet to come: what is wanted of it, and nothing reached.
      if (text !== undefined && results.every(({ key }) => NOTHING.test(key))) {
        if (NOTHING.test(text.key)) ledger.ignore('label', [year, text])
        else others.push({ label: year, text })
        ledger.ignore('label', results)
        continue
      }
      ledger.ignore('label', [year])
    }
    for (const cell of row.cells) {
      if (cell === year) continue
      const side = goalHeader(cell.key)
      if (/^[.·…]{2,}$/.test(cell.key)) ledger.ignore('pageFurniture', [cell])
      else if (side !== null && (columns === null || cell.key.length <= 14)) {
        ledger.ignore('headerWord', [cell])
        if (columns === null) [current, heading] = [side, cell]
      } else if (row.cells.length === 1 && blockLabel(cell.key) === 'indicators') ledger.ignore('label', [cell])
      else if (isSideLabel(cell, row) && columns !== null) ledger.ignore('label', [cell])
      else {
        texts.push(cell)
        if (columns !== null) continue
        if (heading === null) cells.push({ cell, side: current })
        else placeUnder(heading, { cell, side: current }, cells, others)
      }
    }
    if (columns === null) continue
    const [left, right] = columns as [Heading, Heading]
    const main = columns.find((heading) => heading.side === 'stated') ?? left
    const earlier = earlierHeading(section, main.cell)
    if (earlier !== null && texts.length === 3) {
      // 无 for the adjusted goal: the one first set holds.
      const adjusted = NOT_ADJUSTED.test(texts[1]!.key)
      const [aside] = texts.splice(adjusted ? 1 : 0, 1)
      others.push({ label: adjusted ? main.cell : earlier, text: aside! })
    }
    // 总体完成率 behind the two columns: how far the goals were reached, in one figure.
    const rate = gather(section.header, ({ cells: all }) => all).find(({ key }) => key.endsWith('完成率'))
    const figure = texts.at(-1)
    if (rate !== undefined && figure !== undefined && /^\d+(?:\.\d+)?%?$/.test(figure.key)) {
      others.push({ label: rate, text: figure })
      texts.pop()
    }
    texts.forEach((cell, index) => {
      const byOrder = texts.length === 2 && index === 1 ? right : left
      const byPlace = cell.column >= right.cell.column ? right : left
      const last = index === texts.length - 1 ? right : left
      const inList = cell.source?.kind === 'text' ? last : byPlace
      const { side } = isListed ? inList : texts.length === 2 ? byOrder : byPlace
      cells.push({ cell, side, ...(isListed ? { listed: at } : {}) })
    })
  }
  return cells
}

/** A heading of the same side left of the one that counts: 年初绩效目标 before 全年(调整)绩效目标. */
function earlierHeading(section: Section, main: SourceCell): SourceCell | null {
  const row = section.header.find((header) => header.cells.includes(main))
  return (
    row?.cells.find(
      (cell) => cell.column < main.column && goalHeader(cell.key) === 'stated' && blockLabel(cell.key) === null,
    ) ?? null
  )
}

function textCell(piece: Piece | undefined, ledger: Ledger): TextCell {
  if (piece === undefined) return emptyCell
  ledger.use(piece.cells)
  return cellFrom(piece.cells[0], piece.text, cleanText(piece.text))
}

/** A goal has no more paragraphs; what follows stands for itself. */
const MOST_PARAGRAPHS = 200

/** Continues an unnumbered piece with the next paragraph of the same side. */
function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last === undefined || piece.number !== null || last.cells.length >= MOST_PARAGRAPHS) {
    pieces.push(piece)
    return
  }
  const cells = [...last.cells, ...piece.cells] as [SourceCell, ...SourceCell[]]
  pieces[pieces.length - 1] = {
    ...last,
    text: joinText(last.text, piece.text),
    cells,
  }
}

export interface Goals {
  readonly goals: readonly Goal[]
  /** Texts under a further heading: the goal as first set, beside the adjusted one. */
  readonly others: readonly LabelledText[]
}

export function readGoals(sections: readonly Section[], ledger: Ledger): Goals {
  const goals: Goal[] = []
  const others: Goals['others'][number][] = []
  const stated: SourceCell[] = []
  const isByYear = sections.some(({ header }) => header.some(isYearsHeader))
  const paired = pairedSections(sections)
  for (const [at, section] of paired.entries()) {
    const isAbove = paired.slice(at + 1).some(headsBoth)
    if ((isByYear || isAbove) && !asksForCompletion(section)) {
      others.push(...standing(section, ledger))
      continue
    }
    const cells = placed(section, others, ledger)
    const numbered = (side: Side): boolean =>
      cells.some(({ cell, side: own }) =>
        splitNumbered(cell, own).some((piece) => piece.side === side && piece.number !== null),
      )
    const isListed = cells.some(({ listed }) => listed !== undefined)
    const both =
      isListed || (numbered('stated') && (numbered('achieved') || !cells.some(({ side }) => side === 'achieved')))
    const sides: Record<Side, Piece[]> = { stated: [], achieved: [], midTerm: [] }
    cells.forEach(({ cell, side, listed }, index) => {
      if (listed !== undefined) {
        const isFirst = !cells.slice(0, index).some((other) => other.listed === listed && other.side === side)
        append(sides[side!], {
          side: side!,
          number: isFirst ? String(listed + 1) : null,
          text: cell.text,
          cells: [cell],
        })
        return
      }
      // Two paragraphs without numbers under two stacked headings: the first is the goal, the second what became of it.
      const guess: Side | null = side ?? (!both && cells.length === 2 && index === 1 ? 'achieved' : null)
      const pieces = both
        ? splitNumbered(cell, guess)
        : [{ side: guess ?? 'stated', number: null, text: cell.text, cells: [cell] } satisfies Piece]
      if (pieces.filter((piece) => piece.number !== null).length > 1 && cell.source?.kind === 'text') {
        ledger.event('paragraphs-split', [cell], { parts: pieces.length })
      }
      for (const piece of pieces) append(sides[piece.side], piece)
    })
    for (const goal of pair(sides, both, goals.length, ledger)) goals.push(goal)
    stated.push(...gather(sides.stated, (piece) => piece.cells))
  }
  if (stated.length > 0 && !sections.some(asksForCompletion) && goals.every(({ achieved }) => achieved.raw === '')) {
    ledger.event('no-place-for-completion', stated.slice(0, 1))
  }
  return { goals, others }
}

/** Some heading or label of the section asks what became of its goals. */
function asksForCompletion({ header, rows }: Section): boolean {
  return [...header, ...rows].some((row) => row.cells.some((cell) => goalHeader(cell.key) === 'achieved'))
}

/** A section that only states goals is completed by the next one, which only tells what became of them. */
function pairedSections(sections: readonly Section[]): Section[] {
  const made: Section[] = []
  for (const section of sections) {
    const last = made.at(-1)
    if (
      last !== undefined &&
      !section.header.some(isYearsHeader) &&
      // 整体支出绩效目标 with its text, over a table of goals: it holds beside them.
      !(headsBoth(section) && last.rows.length > 0) &&
      last.header.length + section.header.length <= 1 &&
      last.rows.length + section.rows.length > 0
    ) {
      // 完成情况 below what is stated stays below it.
      const rows = [...last.rows, ...(last.rows.length > 0 ? section.header : []), ...section.rows]
      made[made.length - 1] = { header: last.rows.length > 0 ? last.header : [...last.header, ...section.header], rows }
    } else if (
      last !== undefined &&
      onlySide(last) === 'stated' &&
      (onlySide(section) === 'achieved' || isOther(last, section))
    ) {
      made[made.length - 1] = {
        header: [],
        rows: [...last.header, ...last.rows, ...section.header, ...section.rows],
      }
    } else made.push(section)
  }
  return made
}

/** 全年(调整)绩效目标 below 年初绩效目标, each alone over its text. */
function isOther(one: Section, other: Section): boolean {
  const [above, below] = [one, other].map(({ header }) => gather(header, headingsOf).map(({ cell }) => cell.key))
  return onlySide(other) === 'stated' && above!.length === 1 && below!.length === 1 && above![0] !== below![0]
}

/** Both columns of goals are headed. */
function headsBoth({ header }: Section): boolean {
  return header.some((row) => headingsOf(row).length === 2)
}

function onlySide(section: Section): Side | null {
  const sides = new Set(gather(section.header, (row) => headingsOf(row).map((heading) => heading.side)))
  return sides.size === 1 ? [...sides][0]! : null
}

function pair(
  { stated, achieved, midTerm }: Readonly<Record<Side, readonly Piece[]>>,
  byNumber: boolean,
  first: number,
  ledger: Ledger,
): Goal[] {
  const open = new Set([...achieved, ...midTerm])
  const matchOf = (piece: Piece, index: number, side: readonly Piece[]): Piece | undefined => {
    const match = byNumber
      ? side.find(
          (other) =>
            open.has(other) &&
            (piece.number === null
              ? other.number === null
              : other.number !== null && numberKey(other.number) === numberKey(piece.number)),
        )
      : side[index]
    if (match !== undefined) open.delete(match)
    return match
  }
  const goals = stated.map((piece, index): Goal => {
    const path = `goals[${first + index}]`
    const match = matchOf(piece, index, achieved)
    const longer = matchOf(piece, index, midTerm)
    ledger.locate(piece.cells, `${path}.stated`)
    ledger.locate(match?.cells, `${path}.achieved`)
    ledger.locate(longer?.cells, `${path}.midTerm`)
    return {
      stated: textCell(piece, ledger),
      achieved: textCell(match, ledger),
      ...(longer === undefined ? {} : { midTerm: textCell(longer, ledger) }),
    }
  })
  for (const left of open) {
    const cell = textCell(left, ledger)
    goals.push(
      left.side === 'midTerm'
        ? { stated: emptyCell, achieved: emptyCell, midTerm: cell }
        : { stated: emptyCell, achieved: cell },
    )
  }
  return goals
}
