/** Merged ranges of a sheet whose rows move, are copied, or whose labels are merged anew. */

import { columnName, type Range } from '../../containers/sheets/cell-names.ts'
import { type LabelRuns, type RowAt, shiftOf, type TableEdit } from '../../core/model/index.ts'
import type { TextEdits } from '../office/text-edits.ts'
import { childNamed, findAttribute, type XmlElement } from '../office/xml-tree.ts'
import type { RowMoves } from './formula-refs.ts'
import type { SheetPart } from './sheet-part.ts'

function nameOf({ top, left, bottom, right }: Range): string {
  return `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`
}

/** The range lies in a column whose labels are merged anew. */
function isRelabelled({ top, bottom, left, right }: Range, labels: readonly LabelRuns[]): boolean {
  return labels.some(
    (runs) => left >= runs.column && right < runs.column + runs.columnSpan && top >= runs.top && bottom <= runs.bottom,
  )
}

/** Ranges as they are now; the same text where nothing changed. */
function mergesNow(part: SheetPart, edit: TableEdit, moves: RowMoves): Range[] {
  const { inserts, labels } = edit
  const now = part.merges
    .filter((range) => !isRelabelled(range, labels))
    .map((range) => ({
      ...range,
      top: moves.row(range.top),
      // A range of several rows takes in what is put in below its last; one row's own does not.
      bottom: range.bottom > range.top ? moves.end(range.bottom) : moves.row(range.bottom),
    }))
  for (const { row, count } of inserts) {
    const first = row + shiftOf(inserts, row)
    for (const range of part.merges) {
      if (range.top !== row || range.bottom !== row || isRelabelled(range, labels)) continue
      for (let copy = 1; copy <= count; copy++) now.push({ ...range, top: first + copy, bottom: first + copy })
    }
  }
  const at = ({ row, copy }: RowAt) => row + shiftOf(inserts, row) + copy
  for (const { column, columnSpan, top, bottom, runs } of labels) {
    const covered = new Set<number>()
    for (const { from, to } of runs) {
      now.push({ top: at(from), bottom: at(to), left: column, right: column + columnSpan - 1 })
      for (let row = at(from); row <= at(to); row++) covered.add(row)
    }
    if (columnSpan === 1) continue
    const last = bottom + shiftOf(inserts, bottom) + (inserts.find(({ row }) => row === bottom)?.count ?? 0)
    for (let row = top + shiftOf(inserts, top); row <= last; row++) {
      if (!covered.has(row)) now.push({ top: row, bottom: row, left: column, right: column + columnSpan - 1 })
    }
  }
  return now.sort((a, b) => a.top - b.top || a.left - b.left)
}

/** What may stand before the list of merged ranges, behind the rows. */
const before: ReadonlySet<string> = new Set([
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
])

export function editMerges(part: SheetPart, edit: TableEdit, moves: RowMoves, edits: TextEdits): void {
  if (edit.inserts.length === 0 && edit.labels.length === 0) return
  const { text, root, data } = part
  const now = mergesNow(part, edit, moves)
  const list = childNamed(root, 'mergeCells')
  const lines = (prefix: string) => now.map((range) => `<${prefix}mergeCell ref="${nameOf(range)}"/>`).join('')
  if (list === null) {
    if (now.length === 0) return
    let behind: XmlElement = data
    for (const child of root.children) if (before.has(child.name)) behind = child
    edits.insert(
      behind.end,
      `<${root.prefix}mergeCells count="${now.length}">${lines(root.prefix)}</${root.prefix}mergeCells>`,
    )
    return
  }
  if (now.length === 0) {
    edits.replace(list.start, list.end, '')
    return
  }
  if (list.closeStart === list.end) return
  const count = findAttribute(text, list, 'count')
  if (count !== null) edits.replace(count.start, count.end, String(now.length))
  edits.replace(list.openEnd, list.closeStart, lines(list.prefix))
}
