/**
 * Results that a workbook keeps of its formulas, after cells were written: plain sums are worked out anew, all others are
 * dropped, so that the office program works them out when it opens the file.
 */

import { cellName } from '../../containers/sheets/cell-names.ts'
import type { SheetCell } from '../../containers/sheets/content.ts'
import { type OpenFormula, resultsOf } from '../../containers/sheets/formula.ts'
import { TextEdits } from '../office/text-edits.ts'
import { attributeValue, childNamed, findAttribute, textInside } from '../office/xml-tree.ts'
import { carryFormula } from './formula-refs.ts'
import { type PartCell, readSheetPart, type SheetPart } from './sheet-part.ts'
import type { SheetName, WorkbookEdit } from './workbook-edit.ts'

function textOf(part: SheetPart, cell: PartCell): string {
  const value = childNamed(cell.element, 'v')
  return value === null ? '' : textInside(part.text, value)
}

function setResult(part: SheetPart, cell: PartCell, result: string | null, edits: TextEdits): void {
  const value = childNamed(cell.element, 'v')
  const type = findAttribute(part.text, cell.element, 't')
  if (value === null && result === null) return
  const before = value === null ? null : textInside(part.text, value)
  if (before !== null && result !== null && type === null && Number(before) === Number(result)) return
  if (type !== null) edits.replace(type.from, type.end + 1, '')
  const tag = `${cell.element.prefix}v`
  const xml = result === null ? '' : `<${tag}>${result}</${tag}>`
  if (value === null) edits.insert(cell.formula!.end, xml)
  else edits.replace(value.start, value.end, xml)
}

function decimal(result: string): string {
  return result.includes('.') ? result.replace(/\.?0+$/, '') : result
}

/** The written sheet: what can be worked out is, the rest is dropped. Gives whether it has any formula. */
function recalculateSheet(workbook: WorkbookEdit, sheet: SheetName): boolean {
  const part = readSheetPart(workbook.package.xml(sheet.part))!
  const cells: SheetCell[] = []
  const open: (OpenFormula & { readonly cell: PartCell })[] = []
  const shared = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>()
  for (const row of part.rows) {
    for (const cell of row.cells) {
      const at = { row: row.row, column: cell.column }
      if (cell.formula === null) {
        const text = textOf(part, cell)
        const isNumber = attributeValue(part.text, cell.element, 't') === undefined && text !== ''
        const figure = isNumber ? { figure: text } : {}
        if (text !== '' || childNamed(cell.element, 'is') !== null) cells.push({ ...at, text, ...figure })
        continue
      }
      const own = textInside(part.text, cell.formula)
      const id = attributeValue(part.text, cell.formula, 'si')
      if (id !== undefined && own !== '') shared.set(id, { text: own, ...at })
      const from = id === undefined ? undefined : shared.get(id)
      const formula =
        own !== '' || from === undefined ? own : carryFormula(from.text, at.row - from.row, at.column - from.column)
      open.push({ ...at, formula, cell })
    }
  }
  if (open.length === 0) return false
  const results = resultsOf(cells, open)
  const edits = new TextEdits()
  for (const one of open) {
    const result = results.get(cellName(one))
    setResult(part, one.cell, result === undefined ? null : decimal(result), edits)
  }
  if (!edits.isEmpty) workbook.package.set(sheet.part, edits.apply(part.text))
  return true
}

/** Other sheets that read the written one: their results no longer hold. */
function dropResults(workbook: WorkbookEdit, other: SheetName, sheet: SheetName): void {
  const part = readSheetPart(workbook.package.xml(other.part))
  if (part === null) return
  const placed = part.rows.flatMap((row) => row.cells.filter(({ formula }) => formula !== null))
  const reads = placed.some((cell) => textInside(part.text, cell.formula!).includes(sheet.name))
  if (!reads) return
  const edits = new TextEdits()
  for (const one of placed) setResult(part, one, null, edits)
  if (!edits.isEmpty) workbook.package.set(other.part, edits.apply(part.text))
}

/** Tells office programs to work everything out when they open the file. */
function askForAll(workbook: WorkbookEdit): void {
  const { text, root } = workbook.package.xml(workbook.main)
  const settings = childNamed(root, 'calcPr')
  const edits = new TextEdits()
  if (settings !== null) {
    const found = findAttribute(text, settings, 'fullCalcOnLoad')
    if (found !== null) edits.replace(found.start, found.end, '1')
    else edits.insert(settings.start + 1 + settings.prefix.length + settings.name.length, ' fullCalcOnLoad="1"')
  } else {
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
    const behind = before.map((name) => childNamed(root, name)).find((element) => element !== null)
    if (behind == null) return
    edits.insert(behind.end, `<${root.prefix}calcPr fullCalcOnLoad="1"/>`)
  }
  workbook.package.set(workbook.main, edits.apply(text))
}

export function recalculate(workbook: WorkbookEdit, sheet: SheetName): void {
  const own = recalculateSheet(workbook, sheet)
  let others = false
  for (const other of workbook.sheets) {
    if (other === sheet || !workbook.package.text(other.part).includes('<f')) continue
    others = true
    dropResults(workbook, other, sheet)
  }
  if (own || others) askForAll(workbook)
}
