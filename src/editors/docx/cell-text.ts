/** Text written into a cell or a paragraph of a document, in the look that stands there. */

import { spliceTexts, type TextSplice } from '../office/spliced-texts.ts'
import type { TextEdits } from '../office/text-edits.ts'
import { attributeValue, childNamed, descendants, textInside, type XmlElement } from '../office/xml-tree.ts'
import { isDropped, ownElements } from './document-part.ts'
import { runInside, wordText } from './word-text.ts'

/** XML of an element, '' for none. */
export function xmlOf(text: string, element: XmlElement | null): string {
  return element === null ? '' : text.slice(element.start, element.end)
}

function isPrompting(text: string, control: XmlElement): boolean {
  const mark = promptMark(control)
  return mark !== null && !/^(?:0|false|off)$/.test(attributeValue(text, mark, 'val') ?? '1')
}

/** Says that the control shows only what to type. */
function promptMark(control: XmlElement): XmlElement | null {
  const properties = childNamed(control, 'sdtPr')
  return properties === null ? null : childNamed(properties, 'showingPlcHdr')
}

/** How the runs of a paragraph look: the first that has text, else the paragraph's own mark. A prompt's look is its own. */
export function runLook(text: string, paragraph: XmlElement): string {
  const run = ownElements(paragraph, 'r').find((one) => childNamed(one, 't') !== null && !hasPrompt(text, one))
  const properties = childNamed(paragraph, 'pPr')
  const own = run === undefined ? (properties === null ? null : childNamed(properties, 'rPr')) : childNamed(run, 'rPr')
  if (own === null) return ''
  // Marks of tracked changes belong to the paragraph's end alone.
  const inside = own.children.filter((child) => !isDropped(child) && child.name !== 'ins' && child.name !== 'moveTo')
  if (inside.length === 0) return ''
  return `<${own.prefix}rPr>${inside.map((child) => xmlOf(text, child)).join('')}</${own.prefix}rPr>`
}

/** It stands in a control, around the run, the paragraph or the cell, that shows only what to type. */
function hasPrompt(text: string, element: XmlElement): boolean {
  for (let up = element.parent; up !== null && up.name !== 'tbl'; up = up.parent) {
    if (up.name === 'sdt' && isPrompting(text, up)) return true
  }
  return false
}

/** Runs of plain text, without pictures, fields and breaks of pages. */
function isTextRun(run: XmlElement): boolean {
  const names = run.children.map(({ name }) => name)
  return (
    names.includes('t') &&
    names.every((name) => ['rPr', 't', 'tab', 'br', 'cr', 'lastRenderedPageBreak'].includes(name))
  )
}

/** Puts a text in place of what a paragraph says. */
export function writeParagraph(source: string, paragraph: XmlElement, text: string, edits: TextEdits): void {
  const w = paragraph.prefix
  const run = `<${w}r>${runLook(source, paragraph)}${runInside(text, w)}</${w}r>`
  if (paragraph.closeStart === paragraph.end) {
    const slash = source.lastIndexOf('/', paragraph.end - 1)
    edits.replace(slash, paragraph.end, `>${run}</${w}p>`)
    return
  }
  const control = [...descendants(paragraph)].find((one) => one.name === 'sdt' && isPrompting(source, one))
  const content = control === undefined ? null : childNamed(control, 'sdtContent')
  if (control !== undefined && content !== null) {
    const mark = promptMark(control)!
    edits.replace(mark.start, mark.end, '')
    edits.replace(content.openEnd, content.closeStart, run)
    return
  }
  const [first, ...others] = ownElements(paragraph, 'r').filter(isTextRun)
  if (first === undefined) edits.insert(paragraph.closeStart, run)
  else edits.replace(first.start, first.end, run)
  for (const other of others) edits.replace(other.start, other.end, '')
}

/** Puts a text in place of what a cell says: in its first paragraph, the others go. */
export function writeCell(source: string, cell: XmlElement, text: string, edits: TextEdits): void {
  const all = ownElements(cell, 'p')
  const [first, ...others] = all
  if (first === undefined) {
    const w = cell.prefix
    edits.insert(cell.closeStart, `<${w}p><${w}r>${runInside(text, w)}</${w}r></${w}p>`)
    return
  }
  // A control around the paragraphs, or around the cell, no longer shows what to type.
  for (let up = first.parent; up !== null && up.name !== 'tbl'; up = up.parent) {
    const mark = up.name === 'sdt' && isPrompting(source, up) ? promptMark(up) : null
    if (mark !== null) edits.replace(mark.start, mark.end, '')
  }
  writeParagraph(source, first, text, edits)
  const hasTable = ownElements(cell, 'tbl').length > 0 || cell.children.some(({ name }) => name === 'tbl')
  if (hasTable) return
  for (const other of others) if (other.parent === first.parent) edits.replace(other.start, other.end, '')
}

interface Piece {
  /** Null for signs that are elements of their own. */
  readonly element: XmlElement | null
  readonly from: number
  readonly text: string
}

/** What a cell or paragraph says, piece by piece, as a reader joins it. */
function piecesOf(source: string, element: XmlElement): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const put = (piece: XmlElement | null, text: string) => {
    pieces.push({ element: piece, from: at, text })
    at += text.length
  }
  const paragraphs = element.name === 'p' ? [element] : ownElements(element, 'p')
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) put(null, '\n')
    for (const one of descendants(paragraph, (inner) => !isDropped(inner))) {
      if (one.parent?.name !== 'r' || isDropped(one)) continue
      if (one.name === 't') put(one, textInside(source, one))
      else if (['tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'sym'].includes(one.name)) put(null, ' ')
    }
  })
  return pieces
}

/** Writes over a stretch of what a cell or paragraph says; the run it stands in keeps its look. */
export function spliceText(source: string, element: XmlElement, writes: readonly TextSplice[], edits: TextEdits): void {
  const pieces = piecesOf(source, element).filter((piece) => piece.element !== null)
  for (const [index, now] of spliceTexts(pieces, writes).entries()) {
    const { element: node, text } = pieces[index]!
    if (node === null || now === text) continue
    const w = node.prefix
    edits.replace(node.start, node.end, `<${w}t xml:space="preserve">${wordText(now)}</${w}t>`)
  }
}
