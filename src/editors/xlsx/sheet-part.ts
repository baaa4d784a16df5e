/** One worksheet as its rows and cells, each with the place it stands at in the text of its part. */

import { type Range, readCellName, readRange } from '../../containers/sheets/cell-names.ts'
import type { XmlPart } from '../office/package-edit.ts'
import { attributeValue, childNamed, type XmlElement } from '../office/xml-tree.ts'

export interface PartCell {
  readonly element: XmlElement
  readonly column: number
  /** Index of its style; 0 where it has none. */
  readonly style: number
  readonly formula: XmlElement | null
}

export interface PartRow {
  readonly element: XmlElement
  readonly row: number
  readonly cells: readonly PartCell[]
  readonly hidden: boolean
}

export interface SheetPart extends XmlPart {
  readonly data: XmlElement
  readonly rows: readonly PartRow[]
  readonly merges: readonly Range[]
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function cellsOf(text: string, row: XmlElement): PartCell[] {
  let column = -1
  return row.children.flatMap((element) => {
    if (element.name !== 'c') return []
    const named = attributeValue(text, element, 'r')
    const address = named === undefined ? null : readCellName(named)
    column = address?.column ?? column + 1
    const style = Number(attributeValue(text, element, 's') ?? 0)
    return [{ element, column, style, formula: childNamed(element, 'f') }]
  })
}

/** Rows that share a number with one before them are left out: programs show the first. */
export function readSheetPart(part: XmlPart): SheetPart | null {
  const { text, root } = part
  const data = childNamed(root, 'sheetData')
  if (data === null) return null
  const rows: PartRow[] = []
  let last = -1
  for (const element of data.children) {
    if (element.name !== 'row') continue
    const number = Number(attributeValue(text, element, 'r') ?? last + 2)
    if (!Number.isInteger(number) || number - 1 <= last) continue
    last = number - 1
    rows.push({
      element,
      row: last,
      cells: cellsOf(text, element),
      hidden: isTrue(attributeValue(text, element, 'hidden')),
    })
  }
  const list = childNamed(root, 'mergeCells')
  const merges = (list?.children ?? []).flatMap((element) => {
    const range = readRange(attributeValue(text, element, 'ref') ?? '')
    return range === null ? [] : [range]
  })
  return { ...part, data, rows, merges }
}
