/** What lies over the cells of a sheet: where a shape stands, and what kind of object it is ([MS-ODRAW], [MS-XLS] Obj). */

import type { CellAddress } from '../../containers/sheets/cell-names.ts'

const ANCHOR = 0xf010
const MOST_ATOMS = 10_000

/** The cell under the upper left corner of the last shape that a piece of drawing places; null where it places none. */
export function anchorOf(drawing: Uint8Array): CellAddress | null {
  const view = new DataView(drawing.buffer, drawing.byteOffset, drawing.byteLength)
  let anchor: CellAddress | null = null
  for (let at = 0, count = 0; at + 8 <= drawing.length && count < MOST_ATOMS; count++) {
    const isContainer = (drawing[at]! & 0x0f) === 0x0f
    const length = view.getUint32(at + 4, true)
    if (view.getUint16(at + 2, true) === ANCHOR && at + 18 <= drawing.length) {
      anchor = { column: view.getUint16(at + 10, true) & 0xff, row: view.getUint16(at + 14, true) }
    }
    at += isContainer ? 8 : 8 + length
  }
  return anchor
}

/** Kind (8 a picture, 0x19 a comment) and number of an object. */
export function objectOf(body: Uint8Array): { readonly kind: number; readonly id: number } {
  if (body.length < 8 || body[0] !== 0x15) return { kind: -1, id: -1 }
  return { kind: body[4]! | (body[5]! << 8), id: body[6]! | (body[7]! << 8) }
}
