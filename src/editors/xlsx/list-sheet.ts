/** A sheet behind all others that lists the remarks, each place a link to its cell. */

import { TextEdits } from '../office/text-edits.ts'
import { attributeValue, childNamed, findAttribute, type XmlElement } from '../office/xml-tree.ts'
import type { ListWords, Remark } from '../remark.ts'
import type { WorkbookEdit } from './workbook-edit.ts'
import { escapeMarkup, sheetText } from './xml-text.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
/** No sheet has a longer name. */
const LONGEST_NAME = 31

interface Looks {
  readonly text: number
  readonly header: number
  readonly link: number
}

function countedUp(text: string, list: XmlElement, more: number, edits: TextEdits): void {
  const count = findAttribute(text, list, 'count')
  if (count !== null) edits.replace(count.start, count.end, String(list.children.length + more))
}

/** Styles put behind those that are there, which keep their numbers; without styles all cells look plain. */
function addLooks(workbook: WorkbookEdit): Looks {
  const plain: Looks = { text: 0, header: 0, link: 0 }
  const part = workbook.linked('styles')
  if (part === null) return plain
  const { text, root } = workbook.package.xml(part)
  const fonts = childNamed(root, 'fonts')
  const cells = childNamed(root, 'cellXfs')
  if (fonts === null || cells === null || fonts.closeStart === fonts.end || cells.closeStart === cells.end) return plain
  const p = root.prefix
  const edits = new TextEdits()
  const font = (inside: string) => `<${p}font>${inside}<${p}sz val="10"/><${p}name val="宋体"/></${p}font>`
  edits.insert(
    fonts.closeStart,
    font('') +
      font(`<${p}b/>`) +
      font(`<${p}u/>`).replace(`<${p}sz val="10"/>`, `<${p}sz val="10"/><${p}color rgb="FF0563C1"/>`),
  )
  countedUp(text, fonts, 3, edits)
  const first = fonts.children.length
  const look = (own: number) =>
    `<${p}xf numFmtId="0" fontId="${own}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`
  edits.insert(cells.closeStart, [first, first + 1, first + 2].map(look).join(''))
  countedUp(text, cells, 3, edits)
  workbook.package.set(part, edits.apply(text))
  const style = cells.children.length
  return { text: style, header: style + 1, link: style + 2 }
}

/** A name that no sheet has. */
function freeName(title: string, workbook: WorkbookEdit, taken: readonly string[]): string {
  const used = new Set([...workbook.sheets.map(({ name }) => name), ...taken].map((name) => name.toLowerCase()))
  const base = title.replace(/[:\\/?*[\]]/g, ' ').slice(0, LONGEST_NAME - 3)
  let name = base
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${base}${number}`
  return name
}

/** In signs of Latin writing. */
const widths = [6, 8, 20, 60, 40, 40] as const
/** In points; no row is higher than the last. */
const LINE_HEIGHT = 13.5
const HIGHEST = 405

/** Office programs do not measure rows of a file that they did not write: the height is said. */
function heightOf(texts: readonly string[]): number {
  const lines = texts.map((text, column) => {
    const room = widths[column]! - 1
    return text
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((line.length + line.replace(/[\u0000-\u02ff]/g, '').length) / room)),
        0,
      )
  })
  return Math.min(HIGHEST, Math.max(...lines) * LINE_HEIGHT + 2)
}

function sheetXml(remarks: readonly Remark[], words: ListWords, looks: Looks): string {
  const cell = (column: string, row: number, text: string, style: number) =>
    `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`
  const columns = ['A', 'B', 'C', 'D', 'E', 'F']
  const rows = [
    `<row r="1">${cell('A', 1, words.title, looks.header)}</row>`,
    `<row r="2">${words.headers.map((header, index) => cell(columns[index]!, 2, header, looks.header)).join('')}</row>`,
  ]
  const links: string[] = []
  remarks.forEach((remark, index) => {
    const row = index + 3
    const isLink = remark.source?.kind === 'sheet'
    const texts = [remark.severity, remark.where, remark.message, remark.basis, remark.advice]
    const number = `<c r="A${row}" s="${looks.text}"><v>${remark.number}</v></c>`
    const cells = texts.map((text, at) =>
      cell(columns[at + 1]!, row, text, at === 1 && isLink ? looks.link : looks.text),
    )
    rows.push(
      `<row r="${row}" ht="${heightOf([String(remark.number), ...texts])}" customHeight="1">${number}${cells.join('')}</row>`,
    )
    if (remark.source?.kind === 'sheet') {
      const location = `'${remark.source.sheet.replaceAll("'", "''")}'!${remark.source.cell}`
      links.push(
        `<hyperlink ref="C${row}" location="${escapeMarkup(location)}" display="${escapeMarkup(remark.where.slice(0, 200))}"/>`,
      )
    }
  })
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>` +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}

/** Throws CannotEdit. */
export function addListSheet(workbook: WorkbookEdit, remarks: readonly Remark[], words: ListWords): void {
  const edit = workbook.package
  const { text, root } = edit.xml(workbook.main)
  const list = childNamed(root, 'sheets')
  if (list === null) return
  const all = list.children.map((sheet) => attributeValue(text, sheet, 'name') ?? '')
  const ids = list.children.map((sheet) => Number(attributeValue(text, sheet, 'sheetId') ?? 0))
  const part = edit.freeName('xl/worksheets/sheet', '.xml')
  edit.add(part, sheetXml(remarks, words, addLooks(workbook)))
  edit.addContentType(part, SHEET)
  const folder = workbook.main.slice(0, workbook.main.lastIndexOf('/') + 1)
  const target = part.startsWith(folder) ? part.slice(folder.length) : `/${part}`
  const tie = edit.addRelationship(workbook.main, `${OFFICE}/worksheet`, target)
  const name = freeName(words.title, workbook, all)
  const line = `<${root.prefix}sheet xmlns:r="${OFFICE}" name="${escapeMarkup(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${tie}"/>`
  edit.set(workbook.main, text.slice(0, list.closeStart) + line + text.slice(list.closeStart))
}
