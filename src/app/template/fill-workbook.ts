/** A form written into a blank workbook. */

import { cellName } from '../../containers/sheets/cell-names.ts'
import type { Form, Grid, SourceSpan, TableEdit } from '../../core/model/index.ts'
import { planFill } from '../../core/template/index.ts'
import { WorkbookEdit } from '../../editors/xlsx/workbook-edit.ts'
import type { Filled } from './fill-template.ts'

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
  for (const edit of edits) workbook.edit(sheets[edit.grid]!, edit satisfies TableEdit)
  return { content: edits.length === 0 ? null : workbook.bytes(), edits, formulas, findings, sourceAt }
}
