/** A form written into a blank workbook. */

import { finding } from '../../containers/findings.ts'
import { linesOf } from '../../containers/form-page/row-heights.ts'
import { cellName } from '../../containers/sheets/cell-names.ts'
import {
  type Finding,
  type Form,
  type Grid,
  type Place,
  type SourceSpan,
  shiftOf,
  type TableEdit,
} from '../../core/model/index.ts'
import { planFill, type SourceAt } from '../../core/template/index.ts'
import { WorkbookEdit } from '../../editors/xlsx/workbook-edit.ts'
import type { Filled } from './fill-template.ts'

type Rooms = ReturnType<WorkbookEdit['rooms']>

/** What the cells of each sheet print, by sheet and name. */
function textsOf(grids: readonly Grid[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sheets = new Map<string, Map<string, string>>()
  for (const { cells } of grids) {
    for (const { source, text } of cells) {
      if (source?.kind !== 'sheet' || text === '') continue
      const texts = sheets.get(source.sheet) ?? new Map<string, string>()
      sheets.set(source.sheet, texts)
      if (!texts.has(source.cell)) texts.set(source.cell, text)
    }
  }
  return sheets
}

/** Height of a line as a share of the size of its font: at the least, so that what is told is so. */
const LINE = 1.15

/** Texts that need more lines than the rows have room for, whose heights stay as the template has them. */
function cutTexts(edit: TableEdit, grid: Grid, roomOf: Rooms, sourceAt: SourceAt): Place[] {
  const cells = new Map(grid.cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
  return edit.cells.flatMap(({ row, copy, column, text, splice, path }): Place[] => {
    const cell = cells.get(`${row},${column}`)
    const room = cell === undefined || splice !== undefined ? null : roomOf(cell)
    if (room === null || linesOf(text, room.width, room.size) * room.size * LINE <= room.height) return []
    const source = sourceAt(edit.grid, row + shiftOf(edit.inserts, row) + copy, column)
    return [{ path, text, ...(source === undefined ? {} : { source }) }]
  })
}

function tellCut(places: readonly Place[]): readonly Finding[] {
  return places.length === 0 ? [] : [finding('template/text-cut', 'cells', 'warning', { count: places.length }, places)]
}

/** `grids`: the workbook as it was read. Throws CannotEdit. */
export function fillWorkbook(form: Form, bytes: Uint8Array, name: string, grids: readonly Grid[]): Filled | null {
  const workbook = WorkbookEdit.open(bytes)
  if (!(workbook instanceof WorkbookEdit)) return null
  const texts = textsOf(grids)
  // A sheet without any text is no form.
  const sheets = workbook.sheets.filter((sheet) => texts.has(sheet.name) && !sheet.hidden)
  const sourceAt = (grid: number, row: number, column: number): SourceSpan | undefined => {
    const sheet = sheets[grid]
    return sheet === undefined ? undefined : { kind: 'sheet', sheet: sheet.name, cell: cellName({ row, column }) }
  }
  const groups = sheets.map((sheet) => [workbook.grid(sheet, texts.get(sheet.name)!)])
  const { edits, findings, formulas } = planFill(form, groups, name, sourceAt)
  const cut = edits.flatMap((edit) =>
    cutTexts(edit, groups[edit.grid]![0]!, workbook.rooms(sheets[edit.grid]!), sourceAt),
  )
  for (const edit of edits) workbook.edit(sheets[edit.grid]!, edit satisfies TableEdit)
  return {
    content: edits.length === 0 ? null : workbook.bytes(),
    edits,
    formulas,
    findings: [...findings, ...tellCut(cut)],
    sourceAt,
  }
}
