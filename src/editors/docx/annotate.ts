/** A document with a comment at each remark's cell and pages at its end that list them all; what is there already stays. */

import type { XmlElement } from '../office/xml-tree.ts'
import { attributeValue, childNamed, descendants } from '../office/xml-tree.ts'
import { type ListWords, type Remark, remarkLines } from '../remark.ts'
import type { DocumentEdit } from './document-edit.ts'
import { ownElements } from './document-part.ts'
import { listPages } from './list-pages.ts'
import { runInside, wordText } from './word-text.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** The paragraph that a remark is shown at. */
function paragraphOf(document: DocumentEdit, { source }: Remark): XmlElement | null {
  if (source?.kind === 'text') return document.part.paragraphs[source.line - 1] ?? null
  if (source?.kind !== 'table') return null
  const row = document.part.tables[source.table - 1]?.rows[source.row - 1]
  const cell = row?.cells.find(({ column }) => column === source.column - 1)
  return cell === undefined ? null : (ownElements(cell.element, 'p')[0] ?? null)
}

/** One more than the largest number that elements of these names have. */
function nextId(text: string, root: XmlElement, ...names: readonly string[]): number {
  let most = -1
  for (const element of descendants(root)) {
    if (!names.includes(element.name)) continue
    const id = Number(attributeValue(text, element, 'id') ?? '')
    if (Number.isInteger(id) && id > most) most = id
  }
  return most + 1
}

function commentXml(remark: Remark, id: number, words: ListWords, w: string): string {
  const lines = remarkLines(remark, words).map((line) => `<${w}p><${w}r>${runInside(line, w)}</${w}r></${w}p>`)
  return `<${w}comment ${w}id="${id}" ${w}author="${wordText(words.author)}" ${w}initials="ZP">${lines.join('')}</${w}comment>`
}

/** Writes the comments into the part that the document has for them, or a new one. `first`: number of the first. */
function addComments(document: DocumentEdit, remarks: readonly Remark[], words: ListWords): number {
  const edit = document.package
  const link = edit.office.relationships(document.main).find(({ type }) => type === 'comments')
  if (link !== undefined && edit.has(link.target)) {
    const { text, root } = edit.xml(link.target)
    const first = nextId(text, root, 'comment')
    const xml = remarks.map((remark, index) => commentXml(remark, first + index, words, root.prefix)).join('')
    const isEmpty = root.closeStart === root.end
    edit.set(
      link.target,
      isEmpty
        ? `${text.slice(0, root.openEnd - 2)}>${xml}</${root.prefix}comments>${text.slice(root.end)}`
        : text.slice(0, root.closeStart) + xml + text.slice(root.closeStart),
    )
    return first
  }
  const part = edit.has('word/comments.xml') ? edit.freeName('word/comments', '.xml') : 'word/comments.xml'
  const xml = remarks.map((remark, index) => commentXml(remark, index, words, 'w:')).join('')
  edit.add(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${WORD}">${xml}</w:comments>`,
  )
  edit.addContentType(part, COMMENTS)
  const folder = document.main.slice(0, document.main.lastIndexOf('/') + 1)
  edit.addRelationship(
    document.main,
    `${OFFICE}/comments`,
    part.startsWith(folder) ? part.slice(folder.length) : `/${part}`,
  )
  return 0
}

interface Mark {
  readonly before: string
  readonly after: string
}

/** What stands before and behind the words of a paragraph: where comments begin and end, and the place links lead to. */
function marksOf(id: number, bookmark: number, number: number, w: string): Mark {
  return {
    before: `<${w}bookmarkStart ${w}id="${bookmark}" ${w}name="ziping_${number}"/><${w}bookmarkEnd ${w}id="${bookmark}"/><${w}commentRangeStart ${w}id="${id}"/>`,
    after: `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`,
  }
}

/** Throws CannotEdit. */
export function annotateDocument(document: DocumentEdit, remarks: readonly Remark[], words: ListWords): void {
  const { text, root } = document.part
  const placed = remarks.flatMap((remark) => {
    const paragraph = paragraphOf(document, remark)
    return paragraph === null ? [] : [{ remark, paragraph }]
  })
  const first =
    placed.length === 0
      ? 0
      : addComments(
          document,
          placed.map(({ remark }) => remark),
          words,
        )
  const bookmark = nextId(text, root, 'bookmarkStart')
  const marks = new Map<XmlElement, Mark[]>()
  placed.forEach(({ remark, paragraph }, index) => {
    const w = paragraph.prefix
    const own = marks.get(paragraph) ?? []
    marks.set(paragraph, own)
    own.push(marksOf(first + index, bookmark + index, remark.number, w))
  })
  for (const [paragraph, own] of marks) {
    const before = own.map((mark) => mark.before).join('')
    const after = own.map((mark) => mark.after).join('')
    if (paragraph.closeStart === paragraph.end) {
      const slash = text.lastIndexOf('/', paragraph.end - 1)
      document.edits.replace(slash, paragraph.end, `>${before}${after}</${paragraph.prefix}p>`)
      continue
    }
    document.edits.insert(childNamed(paragraph, 'pPr')?.end ?? paragraph.openEnd, before)
    document.edits.insert(paragraph.closeStart, after)
  }
  const body = childNamed(root, 'body')
  if (body === null) return
  const last = body.children.at(-1)
  const at = last?.name === 'sectPr' ? last.start : body.closeStart
  const linked = new Set(placed.map(({ remark }) => remark.number))
  document.edits.insert(at, listPages(remarks, linked, words, body.prefix))
}
