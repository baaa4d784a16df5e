/** How much room a cell of a sheet has for its text: rows whose height is written down do not grow with it. */

import type { GridCell } from '../../core/model/index.ts'
import { attributeValue, childNamed } from '../office/xml-tree.ts'
import type { SheetPart } from './sheet-part.ts'
import { type CellLooks, USUAL_SIZE } from './styles-part.ts'

/** In points. */
export interface CellRoom {
  readonly width: number
  readonly height: number
  /** Of its font. */
  readonly size: number
}

/** A column is so many digits of the usual font wide: 7 pixels each and 5 more, at 96 dots an inch. */
const pointsOf = (digits: number): number => (digits * 7 + 5) * 0.75
const USUAL_WIDTH = 8.43

function widthsOf({ text, root }: SheetPart): (column: number) => number {
  const usual = childNamed(root, 'sheetFormatPr')
  const others = Number((usual && attributeValue(text, usual, 'defaultColWidth')) ?? USUAL_WIDTH)
  const ranges = (childNamed(root, 'cols')?.children ?? []).map((element) => ({
    first: Number(attributeValue(text, element, 'min')) - 1,
    last: Number(attributeValue(text, element, 'max')) - 1,
    width: Number(attributeValue(text, element, 'width') ?? others),
  }))
  return (column) => pointsOf(ranges.find(({ first, last }) => column >= first && column <= last)?.width ?? others)
}

/** The room of each cell; null where a row of it fits itself to its text. */
export function roomsOf(part: SheetPart, { sizes }: CellLooks): (cell: GridCell) => CellRoom | null {
  const widthOf = widthsOf(part)
  const heights = new Map(
    part.rows.map(({ row, element }) => [row, Number(attributeValue(part.text, element, 'ht') ?? Number.NaN)]),
  )
  const styles = new Map(part.rows.flatMap(({ row, cells }) => cells.map((one) => [`${row},${one.column}`, one.style])))
  return ({ row, column, rowSpan, columnSpan }) => {
    let [width, height] = [0, 0]
    for (let at = column; at < column + columnSpan; at++) width += widthOf(at)
    for (let at = row; at < row + rowSpan; at++) height += heights.get(at) ?? Number.NaN
    const size = sizes[styles.get(`${row},${column}`) ?? 0] ?? USUAL_SIZE
    return Number.isFinite(width) && Number.isFinite(height) ? { width, height, size } : null
  }
}
