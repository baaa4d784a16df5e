/** Sections → the table of a page; labels of a section that goes over pages are placed when all of them are known. */

import type { TableCell, TableItem } from '../../containers/page-flow.ts'
import { textOf } from './cell-text.ts'
import { tilesOf } from './headed-labels.ts'
import { edgesOf, type Placed, SAME, type Section } from './headed-section.ts'
import { type Group, groupOf } from './pieces.ts'

/** A table of a page, as far as it is known before the pages after it. */
export interface HeadedDraft {
  readonly sections: readonly Section[]
  readonly left: number
  readonly right: number
  /** Goes on with the section that the page before ended with. */
  readonly goesOn: boolean
  table: TableItem
}

/** Labels of a section that goes over pages stand in the middle of rows on several of them: placed anew when all pages are known. */
export function finishLabels(drafts: readonly HeadedDraft[]): void {
  const tiles = new Map<Section, readonly Placed[]>()
  let chain: Section[] = []
  const finish = (): void => {
    if (chain.length < 2) return
    withFirstColumn(chain)
    for (const [index, own] of tilesWithin(chain).entries()) tiles.set(chain[index]!, own)
  }
  for (const { sections, goesOn } of drafts) {
    for (const [index, section] of sections.entries()) {
      if (index === 0 && goesOn) chain.push(section)
      else {
        finish()
        chain = [section]
      }
    }
  }
  finish()
  for (const draft of drafts) {
    if (!draft.sections.some((section) => tiles.has(section))) continue
    Object.assign(
      draft.table,
      assembled(
        draft,
        draft.sections.map((section) => tiles.get(section) ?? tilesWithin([section])[0]!),
      ),
    )
  }
}

/** The label of all rows stands on one page only: what begins at the left edge of the others begins right of its column. */
function withFirstColumn(parts: readonly Section[]): void {
  const own = parts.flatMap(({ columns, edges }) =>
    columns[0]?.head === null && edges[0] !== undefined ? [edges[0]] : [],
  )
  const edge = Math.min(...own)
  for (const { columns, placed, labels } of parts) {
    if (columns[0] === undefined || columns[0].from < edge - SAME) continue
    for (const one of [...placed, ...labels]) if (one.from === Number.NEGATIVE_INFINITY) one.from = edge
  }
}

/** One section, in parts where page breaks cut it → the labels of each part on its rows; blank where the text is in another part. */
export function tilesWithin(parts: readonly Section[]): Placed[][] {
  const placed: Placed[][] = parts.map(() => [])
  // One frame for all parts: each begins where the one before it ends.
  const shifts: number[] = []
  const rowEdges: number[] = []
  for (const { bands } of parts) {
    const own = edgesOf(bands)
    const shift = rowEdges.length === 0 ? 0 : rowEdges.at(-1)! - own[0]!
    shifts.push(shift)
    rowEdges.push(...own.slice(rowEdges.length === 0 ? 0 : 1).map((edge) => edge + shift))
  }
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.bands.length, 0))
  const columns: {
    from: number
    to: number
    first: number
    groups: { group: Group; part: number; middle: number }[]
  }[] = []
  for (const [part, { labels }] of parts.entries()) {
    for (const { groups, from, to, first } of labels) {
      let own = columns.find((column) => Math.abs(column.to - to) <= SHIFTED)
      if (own === undefined) {
        own = { from, to, first: starts[part]! + first, groups: [] }
        columns.push(own)
      }
      own.groups.push(...groups.map((group) => ({ group, part, middle: group.middle + shifts[part]! })))
    }
  }
  const labelled = rowEdges.slice(0, rowEdges.length - parts.at(-1)!.tail)
  for (const { from, to, first, groups } of columns) {
    const moved = groups.map(({ group, middle }) => ({ ...group, middle }))
    for (const [index, tile] of tilesOf(moved, labelled, first, starts.slice(1)).entries()) {
      const { group, part } = groups[index]!
      for (const [number, { bands: own }] of parts.entries()) {
        const [row, rowEnd] = [Math.max(tile.row, starts[number]!), Math.min(tile.rowEnd, starts[number]! + own.length)]
        if (row >= rowEnd) continue
        const here = { row: row - starts[number]!, rowEnd: rowEnd - starts[number]!, from, to, doubtful: tile.doubtful }
        placed[number]!.push({ ...here, group: number === part ? group : null })
      }
    }
  }
  return placed
}

/** Points by which the right edge of a column of labels may differ from page to page. */
const SHIFTED = 12

function columnEdges({ known, left, right }: { known: readonly number[]; left: number; right: number }): number[] {
  const edges = [left - SAME]
  for (const edge of [...known].sort((a, b) => a - b)) if (edge - edges.at(-1)! > SAME) edges.push(edge)
  edges.push(right + SAME)
  return edges
}

/** A text fills its column at least so far. */
function widestLine({ pieces }: Group): number {
  return Math.max(...pieces.map(({ from, to }) => to - from)) + 1
}

/** Edges at which cells begin or end; those closer than texts can be are one. */
function usedEdges(placed: readonly Placed[], { left, right }: Pick<HeadedDraft, 'left' | 'right'>): number[] {
  const inner = placed.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite)
  return columnEdges({ known: inner, left, right })
}

/** The table of a page. `labels`: of each section, placed on its rows. */
export function assembled(draft: Omit<HeadedDraft, 'table'>, labels: readonly (readonly Placed[])[]): TableItem {
  const { sections } = draft
  const all = sections.flatMap(({ placed }, index) => [...placed, ...labels[index]!])
  const edges = usedEdges(all, draft)
  const columnAt = (x: number): number =>
    edges.reduce((best, edge, index) => (Math.abs(edge - x) < Math.abs(edges[best]! - x) ? index : best), 0)
  const bands = sections.flatMap((section) => section.bands)
  const rowEdges = edgesOf(bands)
  const cells = new Map<
    string,
    { row: number; rowEnd: number; column: number; columnEnd: number; group: Group | null; doubtful: boolean }
  >()
  const owner = bands.map(() => new Array<string | undefined>(edges.length - 1))
  let first = 0
  for (const [number, { placed, bands: own }] of sections.entries()) {
    for (const { group, row, rowEnd, from, to, doubtful } of [...placed, ...labels[number]!]) {
      const column = from === Number.NEGATIVE_INFINITY ? 0 : columnAt(from)
      const columnEnd = Math.max(column + 1, to === Number.POSITIVE_INFINITY ? edges.length - 1 : columnAt(to))
      const key = `${first + row} ${column}`
      const taken = owner[first + row]![column]
      if (taken !== undefined) {
        const cell = cells.get(taken)!
        cell.group = groupOf([...(cell.group?.pieces ?? []), ...(group?.pieces ?? [])])
        cell.doubtful = true
        continue
      }
      const cell = { row: first + row, rowEnd: first + rowEnd, column, columnEnd, group, doubtful }
      // What another cell covers already ends this one.
      for (let r = cell.row; r < cell.rowEnd; r++) {
        for (let c = column; c < cell.columnEnd; c++) {
          if (owner[r]![c] === undefined) continue
          if (r > cell.row) cell.rowEnd = r
          else cell.columnEnd = c
        }
      }
      cells.set(key, cell)
      for (let r = cell.row; r < cell.rowEnd; r++) for (let c = column; c < cell.columnEnd; c++) owner[r]![c] = key
    }
    first += own.length
  }
  owner.forEach((row, number) => {
    for (let column = 0; column < row.length; column++) {
      if (row[column] !== undefined) continue
      cells.set(`${number} ${column}`, {
        row: number,
        rowEnd: number + 1,
        column,
        columnEnd: column + 1,
        group: null,
        doubtful: false,
      })
    }
  })
  const sorted = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)
  return {
    kind: 'table',
    box: [edges[0]!, rowEdges[0]!, edges.at(-1)! - edges[0]!, rowEdges.at(-1)! - rowEdges[0]!],
    rowCount: bands.length,
    columnCount: edges.length - 1,
    cells: sorted.map(({ row, rowEnd, column, columnEnd, group, doubtful }): TableCell => {
      const [x, y] = [edges[column]!, rowEdges[row]!]
      return {
        row,
        column,
        rowSpan: rowEnd - row,
        columnSpan: columnEnd - column,
        box: [x, y, edges[columnEnd]! - x, rowEdges[rowEnd]! - y],
        text:
          group === null
            ? ''
            : textOf(
                group.pieces.flatMap(({ line }) => line.words),
                () => widestLine(group),
              ),
        ...(doubtful && group !== null ? { doubtful } : {}),
      }
    }),
    openTop: false,
    openBottom: false,
    bordered: false,
    byHeads: true,
  }
}
