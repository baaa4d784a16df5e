/** Parts beside a sheet that name its cells: defined names, formulas of other sheets, charts, comments, drawings, tables. */

import { CannotEdit } from '../office/package-edit.ts'
import { TextEdits } from '../office/text-edits.ts'
import { attributeValue, descendants, findAttribute, textInside, type XmlElement } from '../office/xml-tree.ts'
import { moveFormula, moveRanges, type RowMoves } from './formula-refs.ts'
import type { SheetName, WorkbookEdit } from './workbook-edit.ts'
import { escapeMarkup } from './xml-text.ts'

type Change = (text: string, element: XmlElement, edits: TextEdits) => void

/** Rewrites elements of a part; a part that cannot be read is left as it is, unless it must change. */
function change(workbook: WorkbookEdit, part: string, each: Change, needed: boolean): void {
  try {
    const { text, root } = workbook.package.xml(part)
    const edits = new TextEdits()
    each(text, root, edits)
    for (const element of descendants(root)) each(text, element, edits)
    if (!edits.isEmpty) workbook.package.set(part, edits.apply(text))
  } catch (thrown) {
    if (needed || !(thrown instanceof CannotEdit)) throw thrown
  }
}

function moveText(text: string, element: XmlElement, edits: TextEdits, move: (formula: string) => string): void {
  if (element.children.length > 0) return
  const own = textInside(text, element)
  const moved = move(own)
  if (moved !== own) edits.replace(element.openEnd, element.closeStart, escapeMarkup(moved))
}

function moveRef(text: string, element: XmlElement, edits: TextEdits, moves: RowMoves, grows: boolean): void {
  const found = findAttribute(text, element, 'ref')
  if (found === null) return
  const moved = moveRanges(found.raw, moves, grows)
  if (moved !== found.raw) edits.replace(found.start, found.end, moved)
}

const formulas: ReadonlySet<string> = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName'])

/** The old way to draw notes is no strict XML: its rows are found by their words. */
function moveNotes(workbook: WorkbookEdit, part: string, moves: RowMoves): void {
  const text = workbook.package.text(part)
  const row = (number: string) => String(moves.row(Number(number)))
  const moved = text
    .replace(/(<x:Row>\s*)(\d+)(?=\s*<\/x:Row>)/g, (_, before: string, number: string) => before + row(number))
    .replace(/(<x:Anchor>)([\s\d,]+)(?=<\/x:Anchor>)/g, (_, before: string, anchor: string) => {
      const places = anchor.split(',')
      for (const at of [2, 6]) if (places[at] !== undefined) places[at] = ` ${row(places[at].trim())}`
      return before + places.join(',')
    })
  if (moved !== text) workbook.package.set(part, moved)
}

function moveSheetParts(workbook: WorkbookEdit, sheet: SheetName, moves: RowMoves): void {
  for (const { type, target } of workbook.package.office.relationships(sheet.part)) {
    if (!workbook.package.has(target)) continue
    if (type === 'vmlDrawing') moveNotes(workbook, target, moves)
    else if (type === 'comments' || type === 'threadedComment' || type === 'table') {
      change(workbook, target, (text, element, edits) => moveRef(text, element, edits, moves, type === 'table'), true)
    } else if (type === 'drawing') {
      const each: Change = (text, element, edits) => {
        const anchored = element.name === 'row' && (element.parent?.name === 'from' || element.parent?.name === 'to')
        if (anchored) moveText(text, element, edits, (own) => String(moves.row(Number(own))))
      }
      change(workbook, target, each, true)
    }
  }
}

/** Cells in the chain of calculation; a sheet's number stands only where it changes. */
function moveChain(workbook: WorkbookEdit, sheet: SheetName, moves: RowMoves): void {
  const part = workbook.linked('calcChain')
  if (part === null) return
  let id = ''
  const each: Change = (text, element, edits) => {
    if (element.name !== 'c') return
    id = attributeValue(text, element, 'i') ?? id
    const found = findAttribute(text, element, 'r')
    if (id !== sheet.id || found === null) return
    const moved = moveRanges(found.raw, moves, false)
    if (moved !== found.raw) edits.replace(found.start, found.end, moved)
  }
  change(workbook, part, each, true)
}

export function moveOtherParts(workbook: WorkbookEdit, sheet: SheetName, moves: RowMoves): void {
  const each: Change = (text, element, edits) => {
    if (!formulas.has(element.name)) return
    moveText(text, element, edits, (own) => moveFormula(own, sheet.name, false, moves))
  }
  change(workbook, workbook.main, each, true)
  for (const other of workbook.sheets) if (other !== sheet) change(workbook, other.part, each, false)
  for (const part of workbook.package.office.parts) {
    if (/^xl\/charts\/[^/]+\.xml$/i.test(part)) change(workbook, part, each, false)
  }
  moveSheetParts(workbook, sheet, moves)
  moveChain(workbook, sheet, moves)
}
