/** Lines that a page break left no room for in the last row of a table: they stand below it, and belong to their cells. */

import type { RuledTable } from '../../containers/ruled-table.ts'
import { around, type Blob } from './components.ts'
import type { Area } from './share-ink.ts'
import type { TextLine } from './text-lines.ts'

/** Lines of one cell stand closer than this, in widths of a sign; what is written below a table stands off its border. */
const LEADING = 0.6
const OFF = 0.35

interface Bottom {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly lines: TextLine[]
}

/** Cells with text that end where their table ends. */
function bottomsOf(
  tables: readonly RuledTable[],
  areas: readonly Area[],
  lines: readonly (readonly TextLine[])[],
): ReadonlyMap<number, Bottom> {
  const bottoms = new Map<number, Bottom>()
  areas.forEach(({ table, cell }, area) => {
    const { cells, rowCount } = tables[table]!
    const { row, rowSpan, box } = cells[cell]!
    const own = lines[area]!
    if (row + rowSpan !== rowCount || own.length === 0 || own.some(({ stacked }) => stacked !== undefined)) return
    bottoms.set(area, { left: box[0], right: box[0] + box[2], bottom: box[1] + box[3], lines: [...own] })
  })
  return bottoms
}

/** It goes on with the text of the cell above it. */
function isNext({ box }: TextLine, { left, right, bottom, lines }: Bottom, em: number): boolean {
  const gap = box.top - lines.at(-1)!.box.bottom - 1
  const isBelow = box.bottom > bottom && box.top - bottom < em * OFF
  return box.left >= left && box.right <= right && isBelow && Math.abs(gap) < em * LEADING
}

/** The strokes of a line by the cell they stand below; null where one stands below none. */
function sharedOut(line: TextLine, bottoms: readonly Bottom[], em: number): ReadonlyMap<Bottom, TextLine> | null {
  const shares = new Map<Bottom, Blob[]>()
  for (const blob of line.blobs) {
    const middle = (blob.left + blob.right) / 2
    const owner = bottoms.find(({ left, right }) => middle >= left && middle < right)
    if (owner === undefined) return null
    shares.set(owner, [...(shares.get(owner) ?? []), blob])
  }
  const lines = [...shares].map(([owner, blobs]) => [owner, { box: around(blobs), blobs }] as const)
  return lines.every(([owner, part]) => isNext(part, owner, em)) ? new Map(lines) : null
}

/** Lines of each area, with those that ran over its lower border, and the lines that stay outside. */
export function withRunOver(
  tables: readonly RuledTable[],
  areas: readonly Area[],
  lines: readonly (readonly TextLine[])[],
  outside: readonly TextLine[],
  em: number,
): { readonly lines: readonly (readonly TextLine[])[]; readonly outside: readonly TextLine[] } {
  const bottoms = bottomsOf(tables, areas, lines)
  const all = [...bottoms.values()]
  const loose: TextLine[] = []
  for (const line of outside) {
    const shared = sharedOut(line, all, em)
    if (shared === null) loose.push(line)
    else for (const [owner, part] of shared) owner.lines.push(part)
  }
  return { lines: lines.map((own, area) => bottoms.get(area)?.lines ?? own), outside: loose }
}
