/** Everything in a sheet beside its rows and merges that names cells: validations, formats, filters, panes, breaks. */

import type { TextEdits } from '../office/text-edits.ts'
import { descendants, findAttribute, textInside, type XmlElement } from '../office/xml-tree.ts'
import { moveFormula, moveRanges, type RowMoves } from './formula-refs.ts'
import type { SheetPart } from './sheet-part.ts'
import { escapeMarkup } from './xml-text.ts'

/** Elements that hold a formula as their text. */
const formulas: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f', 'calculatedColumnFormula'])
const ranges: readonly string[] = ['ref', 'sqref']
/** One cell each, which does not grow. */
const cells: readonly string[] = ['topLeftCell', 'activeCell', 'r1', 'r2']

function moveAttribute(
  text: string,
  element: XmlElement,
  name: string,
  edits: TextEdits,
  move: (raw: string) => string,
): void {
  const found = findAttribute(text, element, name)
  if (found === null) return
  const moved = move(found.raw)
  if (moved !== found.raw) edits.replace(found.start, found.end, moved)
}

export function moveElsewhere(part: SheetPart, sheet: string, moves: RowMoves, edits: TextEdits): void {
  const { text, root, data } = part
  for (const element of descendants(root, (one) => one !== data && one.name !== 'mergeCells')) {
    if (element === data || element.name === 'mergeCell') continue
    for (const name of ranges) moveAttribute(text, element, name, edits, (raw) => moveRanges(raw, moves))
    for (const name of cells) moveAttribute(text, element, name, edits, (raw) => moveRanges(raw, moves, false))
    if (element.name === 'brk' && element.parent?.name === 'rowBreaks') {
      // A break stands below the row of that number.
      moveAttribute(text, element, 'id', edits, (raw) => String(moves.row(Number(raw))))
    }
    if (element.name === 'sqref' && element.children.length === 0) {
      edits.replace(element.openEnd, element.closeStart, moveRanges(textInside(text, element), moves))
    } else if (formulas.has(element.name) && element.children.length === 0 && element.closeStart > element.openEnd) {
      const own = textInside(text, element)
      const moved = moveFormula(own, sheet, true, moves)
      if (moved !== own) edits.replace(element.openEnd, element.closeStart, escapeMarkup(moved))
    }
  }
}
