/** A workbook with a comment at each remark's cell and a sheet that lists them all; what is there already stays. */

import { readCellName } from '../../containers/sheets/cell-names.ts'
import type { PackageEdit } from '../office/package-edit.ts'
import { TextEdits } from '../office/text-edits.ts'
import { attributeValue, childNamed } from '../office/xml-tree.ts'
import { type ListWords, type Remark, remarkLines } from '../remark.ts'
import { addListSheet } from './list-sheet.ts'
import { noteShapes, notesPart } from './note-shapes.ts'
import type { SheetName, WorkbookEdit } from './workbook-edit.ts'
import { escapeMarkup, sheetText } from './xml-text.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** Texts by the names of their cells. */
type Notes = ReadonlyMap<string, string>

/** What stands behind the old drawing of notes in a sheet. */
const behind: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
])

function relativeTo(part: string, target: string): string {
  const from = part.split('/').slice(0, -1)
  const to = target.split('/')
  let same = 0
  while (same < from.length && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}

function run(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/></${prefix}rPr><${prefix}t xml:space="preserve">${sheetText(text)}</${prefix}t></${prefix}r>`
}

/** Comments of a sheet that has some: its own stay, a cell that has one gets the new text below it. Gives the cells that had none. */
function addToComments(edit: PackageEdit, part: string, notes: Notes, author: string): string[] {
  const { text, root } = edit.xml(part)
  const edits = new TextEdits()
  const p = root.prefix
  const authors = childNamed(root, 'authors')
  const list = childNamed(root, 'commentList')
  if (authors === null || list === null) return []
  const id = authors.children.length
  edits.insert(authors.closeStart, `<${p}author>${escapeMarkup(author)}</${p}author>`)
  const taken = new Set<string>()
  for (const comment of list.children) {
    const ref = attributeValue(text, comment, 'ref') ?? ''
    const note = notes.get(ref)
    const body = childNamed(comment, 'text')
    if (note === undefined || body === null || taken.has(ref)) continue
    taken.add(ref)
    // A text without runs cannot be followed by one.
    const plain = childNamed(body, 't')
    if (plain !== null && childNamed(body, 'r') === null) {
      edits.replace(plain.start, plain.start, `<${p}r>`)
      edits.insert(plain.end, `</${p}r>${run(`\n${note}`, p)}`)
    } else {
      const last = body.children.findLast(({ name }) => name === 'r')
      edits.insert(last?.end ?? body.closeStart, run(`\n${note}`, p))
    }
  }
  const fresh = [...notes.keys()].filter((cell) => !taken.has(cell))
  edits.insert(list.closeStart, commentLines(fresh, notes, id, p))
  edit.set(part, edits.apply(text))
  return fresh
}

function commentLines(cells: readonly string[], notes: Notes, author: number, p: string): string {
  return cells
    .map(
      (cell) =>
        `<${p}comment ref="${cell}" authorId="${author}"><${p}text>${run(notes.get(cell)!, p)}</${p}text></${p}comment>`,
    )
    .join('')
}

function newComments(edit: PackageEdit, sheet: SheetName, notes: Notes, author: string): void {
  const part = edit.freeName('xl/comments', '.xml')
  edit.add(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors><author>${escapeMarkup(author)}</author></authors><commentList>${commentLines([...notes.keys()], notes, 0, '')}</commentList></comments>`,
  )
  edit.addContentType(part, COMMENTS)
  edit.addRelationship(sheet.part, `${OFFICE}/comments`, relativeTo(sheet.part, part))
}

/** The shapes that show the notes: in the drawing that the sheet has for such, else in a new one. */
function drawNotes(
  workbook: WorkbookEdit,
  sheet: SheetName,
  cells: readonly string[],
  notes: Notes,
  block: number,
): void {
  const edit = workbook.package
  const { text, root } = edit.xml(sheet.part)
  const own = childNamed(root, 'legacyDrawing')
  const id = own === null ? undefined : attributeValue(text, own, 'id')
  const link = edit.office.relationships(sheet.part).find((one) => one.id === id)
  const boxes = cells.flatMap((cell) => {
    const address = readCellName(cell)
    return address === null ? [] : [{ ...address, text: notes.get(cell)! }]
  })
  if (link !== undefined && edit.has(link.target)) {
    const drawing = edit.text(link.target)
    const end = drawing.lastIndexOf('</xml>')
    const numbers = [...drawing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number))
    const first = Math.max(block * 1024, ...numbers) + 1
    if (end >= 0) edit.set(link.target, drawing.slice(0, end) + noteShapes(boxes, first) + drawing.slice(end))
    return
  }
  const part = edit.freeName('xl/drawings/vmlDrawing', '.vml')
  edit.add(part, notesPart(boxes, block))
  edit.addDefaultType('vml', DRAWING)
  const tie = edit.addRelationship(sheet.part, `${OFFICE}/vmlDrawing`, relativeTo(sheet.part, part))
  const line = `<${root.prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="${tie}"/>`
  const at = root.children.find(({ name }) => behind.has(name))?.start ?? root.closeStart
  edit.set(sheet.part, text.slice(0, at) + line + text.slice(at))
}

/** Remarks whose places are cells of `sheet`, by cell. */
function notesOn(sheet: SheetName, remarks: readonly Remark[], words: ListWords): Notes {
  const notes = new Map<string, string>()
  for (const remark of remarks) {
    if (remark.source?.kind !== 'sheet' || remark.source.sheet !== sheet.name) continue
    const { cell } = remark.source
    const lines = remarkLines(remark, words).join('\n')
    const before = notes.get(cell)
    notes.set(cell, before === undefined ? lines : `${before}\n${lines}`)
  }
  return notes
}

/** Throws CannotEdit. */
export function annotateWorkbook(workbook: WorkbookEdit, remarks: readonly Remark[], words: ListWords): void {
  const edit = workbook.package
  let block = [...edit.office.parts].filter((part) => /vmlDrawing\d*\.vml$/i.test(part)).length + 1
  for (const sheet of workbook.sheets) {
    const notes = notesOn(sheet, remarks, words)
    if (notes.size === 0) continue
    const part = edit.office.relationships(sheet.part).find(({ type }) => type === 'comments')?.target
    if (part === undefined || !edit.has(part)) newComments(edit, sheet, notes, words.author)
    const cells =
      part !== undefined && edit.has(part) ? addToComments(edit, part, notes, words.author) : [...notes.keys()]
    drawNotes(workbook, sheet, cells, notes, block)
    // Shapes are numbered in blocks of 1024.
    block += Math.floor(cells.length / 1024) + 1
  }
  addListSheet(workbook, remarks, words)
}
