/** Which strokes belong to which cell of a table, and which are none: dust, and what is left of the ruling lines. */

import type { RuledTable } from '../../containers/ruled-table.ts'
import type { Blob } from './components.ts'

/** The strokes of one cell. */
export interface Area {
  readonly table: number
  readonly cell: number
  readonly blobs: Blob[]
}

/** Too small for any sign: dust. */
export function isDust(blob: Blob, em: number): boolean {
  return Math.max(blob.right - blob.left, blob.bottom - blob.top) + 1 < em * 0.07 || blob.area < em * em * 0.004
}

/** Larger than any sign and nearly empty: what is left of the lines around a cell. */
function isFrame({ left, right, top, bottom, area }: Blob, em: number): boolean {
  const [wide, high] = [right - left + 1, bottom - top + 1]
  return Math.min(wide, high) > em * 1.8 && area < wide * high * 0.12
}

/** Thin, and on the outer border of a table: what is left of its lines where the page is bent. */
function isRim({ left, right, top, bottom }: Blob, { box: [x, y, width, height] }: RuledTable, em: number): boolean {
  const near = em * 0.4
  if (right < x - near || left > x + width + near || bottom < y - near || top > y + height + near) return false
  if (bottom - top < em * 0.2) return Math.min(Math.abs(top - y), Math.abs(top - y - height)) <= near
  return right - left < em * 0.2 && Math.min(Math.abs(left - x), Math.abs(left - x - width)) <= near
}

/** Each blob belongs to the cell that holds its middle, or to the text outside. */
export function share(
  blobs: readonly Blob[],
  tables: readonly RuledTable[],
  em: number,
): { areas: Area[]; outside: Blob[] } {
  const areas = tables.flatMap((table, index) =>
    table.cells.map((_, cell): Area => ({ table: index, cell, blobs: [] })),
  )
  const boxes = tables.flatMap((table) => table.cells.map(({ box }) => box))
  const outside: Blob[] = []
  for (const blob of blobs) {
    const x = (blob.left + blob.right) / 2
    const y = (blob.top + blob.bottom) / 2
    if (isFrame(blob, em)) continue
    const index = boxes.findIndex(
      ([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height,
    )
    if (index < 0) {
      if (!tables.some((table) => isRim(blob, table, em))) outside.push(blob)
    } else areas[index]!.blobs.push(blob)
  }
  return { areas, outside }
}
