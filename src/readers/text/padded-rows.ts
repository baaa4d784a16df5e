/**
 * Rows of pipes that web archives write: blank cells are left out, the end of a row is filled up with pipes to the width of
 * the table, and a line break inside a cell ends the line. The count of pipes tells which lines are one row.
 */

export interface PlacedCell {
  readonly text: string
  /** From 1, in its line. */
  readonly column: number
  /** From 1. */
  readonly line: number
  /** Where a line break inside the cell was kept. */
  readonly endLine?: number
}

export interface PaddedRow {
  readonly line: number
  readonly endLine: number
  /** Without the blanks that fill the row up: how many cells there are says nothing of where they stood. */
  readonly cells: readonly PlacedCell[]
  /** Blank cells were kept: the cells stand where they stood, as far as no merged cell is left out before them. */
  readonly blankCell?: true
}

/** A line of nothing but pipes, below cells that have a line each: it fills a row up. */
const FILL_ALONE = /^\s*\|{2,}\s*$/
/** At the end of a row: a cell's own pipe, then pipes that follow one another without a blank between them. */
const FILLED_UP = /\|\s?\|+$/
/** A pipe, a blank or two, and a pipe: a blank cell that was kept. */
const KEPT_BLANK = /\|[ \t\u3000]+\|[^|]/
/** A row broken over more lines than this is none. */
const MOST_LINES = 40
const FEWEST_ROWS = 4
const LEAST_WIDTH = 4

function countPipes(line: string): number {
  let count = 0
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) count++
  return count
}

/** The numbers of pipes that whole rows have: those of several filled-up rows, the commonest first. */
function widthsOf(counts: readonly number[]): readonly number[] {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  const common = [...seen].filter(([width, times]) => width >= LEAST_WIDTH && times >= FEWEST_ROWS)
  return common.sort(([, a], [, b]) => b - a).map(([width]) => width)
}

/** The line on which the row begun on `start` has all its `width` pipes, or -1. */
function endOfRow(counts: readonly number[], start: number, width: number): number {
  let sum = 0
  for (let at = start; at < counts.length && at < start + MOST_LINES; at++) {
    sum += counts[at]!
    if (sum === width) return at
    if (sum > width) return -1
  }
  return -1
}

/** `before` with the text of the next line, as a line break inside a cell. */
function goneOn(before: PlacedCell, text: string, line: number): PlacedCell {
  return { ...before, text: `${before.text}\n${text}`, endLine: line }
}

function cellsOf(lines: readonly string[], start: number, end: number, opened: boolean): readonly PlacedCell[] {
  const cells: PlacedCell[] = []
  // What stands behind the last pipe of a line goes on in the next one.
  let open: PlacedCell[] = []
  for (let at = start; at <= end; at++) {
    const text = lines[at]!
    const line = at + 1
    const take = (from: number, to: number): PlacedCell => {
      const own = text.slice(from, to)
      return open[0] === undefined ? { text: own, column: from + 1, line } : goneOn(open[0], own, line)
    }
    let from = 0
    for (let pipe = text.indexOf('|'); pipe >= 0; pipe = text.indexOf('|', from)) {
      cells.push(take(from, pipe))
      open = []
      from = pipe + 1
    }
    if (text.slice(from).trim() !== '') open = [take(from, text.length)]
  }
  cells.push(...open)
  if (opened) cells.shift()
  return cells
}

function withoutFill(cells: readonly PlacedCell[]): readonly PlacedCell[] {
  return cells.slice(0, cells.findLastIndex(({ text }) => text.trim() !== '') + 1)
}

/** Most of the lines are a cell each, blank ones too, and lines of pipes alone end the rows. */
function isCellALine(lines: readonly string[], counts: readonly number[]): boolean {
  let [alone, single, piped] = [0, 0, 0]
  lines.forEach((line, at) => {
    if (counts[at]! > 0) piped++
    if (counts[at] === 1) single++
    else if (FILL_ALONE.test(line)) alone++
  })
  return alone >= FEWEST_ROWS && single > alone && (alone + single) * 5 >= piped * 4
}

/** The pipes of each row whose cells have a line each: all since the row before it was filled up. */
function sumsByFill(lines: readonly string[], counts: readonly number[]): readonly number[] {
  const sums: number[] = []
  let sum = 0
  lines.forEach((line, at) => {
    const count = counts[at]!
    // A line of several cells is no part of such a row.
    sum = count > 1 && !FILL_ALONE.test(line) ? 0 : sum + count
    if (!FILL_ALONE.test(line)) return
    sums.push(sum)
    sum = 0
  })
  return sums
}

/** Where each row begins and ends. A file may hold tables of several widths: one goes on with its own while it fits. */
function rowEnds(counts: readonly number[], widths: readonly number[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  let current = widths[0]!
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue
    const width = [current, ...widths].find((candidate) => endOfRow(counts, at, candidate) >= 0)
    if (width === undefined) continue
    current = width
    const end = endOfRow(counts, at, width)
    ends.set(at, end)
    at = end
  }
  return ends
}

/**
 * The rows of such a text, or null where it is none: most lines with pipes make up rows of one width, filled up at their
 * end, and hardly any has kept a blank cell in its middle. Lines outside such rows are rows of their own cells.
 */
export function paddedRows(lines: readonly string[]): readonly PaddedRow[] | null {
  const counts = lines.map(countPipes)
  const filled = lines.map((line, at) => counts[at]! >= 2 && FILLED_UP.test(line.trimEnd()))
  const padded = filled.filter(Boolean).length
  const kept = lines.filter((line) => KEPT_BLANK.test(line)).length
  if (padded < FEWEST_ROWS || kept * 10 > padded) return null
  const cellALine = isCellALine(lines, counts)
  const widths = widthsOf(cellALine ? sumsByFill(lines, counts) : counts.filter((_, at) => filled[at]))
  if (widths.length === 0) return null
  const ends = rowEnds(counts, widths)
  let [inRows, piped] = [0, 0]
  for (const [start, end] of ends) for (let at = start; at <= end; at++) if (counts[at]! > 0) inRows++
  for (const count of counts) if (count > 0) piped++
  if (inRows * 3 < piped * 2) return null
  const leading = [...ends.keys()].filter((at) => lines[at]!.trimStart().startsWith('|')).length
  const opened = leading * 10 >= ends.size * 9
  const rows: PaddedRow[] = []
  for (let at = 0; at < lines.length; at++) {
    const end = ends.get(at) ?? at
    if (counts[at] === 0) rows.push({ line: at + 1, endLine: end + 1, cells: textOf(lines[at]!, at) })
    else if (cellALine && ends.has(at)) {
      const last = FILL_ALONE.test(lines[end]!) ? end - 1 : end
      rows.push({ line: at + 1, endLine: end + 1, cells: cellsOf(lines, at, last, false), blankCell: true })
    } else rows.push({ line: at + 1, endLine: end + 1, cells: withoutFill(cellsOf(lines, at, end, opened)) })
    for (let next = at + 1; next <= end; next++) rows.push({ line: next + 1, endLine: next + 1, cells: [] })
    at = end
  }
  return rows
}

function textOf(line: string, at: number): readonly PlacedCell[] {
  return line === '' ? [] : [{ text: line, column: 1, line: at + 1 }]
}
