/** Grids → xlsx: the official form as a workbook of one sheet, ready to print, or a workbook to fill in. Same input, same bytes. */

import { strToU8, zipSync } from 'fflate'
import type { Grid } from '../../core/model/index.ts'
import { type Book, type BookSheet, CellExtras } from './book.ts'
import { type CellNote, noteBoxes, notesXml } from './notes.ts'
import {
  contentTypes,
  type Listed,
  noteParts,
  packageParts,
  properties,
  workbookParts,
  workbookXml,
} from './package.ts'
import { layOnPage, rowPlaces, unlaid } from './page.ts'
import { drawSheet, SharedStrings } from './sheet-xml.ts'
import { Styles } from './styles.ts'

export { type Book, type BookSheet, type CellExtra, CellExtras, type Mark, type Validation } from './book.ts'
export { cellValueOf } from './cell-value.ts'
export { noteAuthor } from './notes.ts'
export { quotedName } from './package.ts'
export { rowPlaces } from './page.ts'
export { cellName, columnName } from './sheet-xml.ts'

export interface WriteXlsxOptions {
  /** Title in the properties of the document; the grid's name where left out. */
  readonly title?: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The first day a zip can name. Built from its parts, since that is how it is taken apart: no time zone gets in. */
const firstDay = () => new Date(1980, 0, 1, 0, 0, 0)

/** Levels of packing: one sheet is packed as small as can be, a workbook of several in half the time. */
const SMALL = 6
const QUICK = 3

const DEFAULT_SHEET_NAME = '绩效自评表'
const LONGEST_SHEET_NAME = 31

/** Without the signs a sheet's name may not have, and not longer than it may be. */
export function sheetNameOf(name: string): string {
  const allowed = name.replace(/[\u0000-\u001f[\]:*?/\\]/g, ' ').replace(/^[\s']+|[\s']+$/g, '')
  const short = [...allowed].reduce(
    (kept, character) => (kept.length + character.length > LONGEST_SHEET_NAME ? kept : kept + character),
    '',
  )
  return short.trim() === '' || /^history$/i.test(short) ? DEFAULT_SHEET_NAME : short
}

/** Extras by the rows of the sheet: a row too high for one takes several. */
function placed(sheet: BookSheet): BookSheet {
  if (sheet.extras === undefined || sheet.hidden === true) return sheet
  const rows = rowPlaces(sheet.grid)
  if (rows.every((place, row) => place === row)) return sheet
  const extras = new CellExtras()
  for (const { row, column, extra } of sheet.extras.all) extras.set(rows[row]!, column, extra)
  return { ...sheet, extras }
}

function notesOf({ extras }: BookSheet): readonly CellNote[] {
  return (extras?.all ?? [])
    .flatMap(({ row, column, extra }) => (extra.note === undefined ? [] : [{ row, column, text: extra.note }]))
    .sort((a, b) => a.row - b.row || a.column - b.column)
}

/** Draws all sheets of a workbook. Names of sheets are to be different; the first is shown first. */
export function writeBook({ title, sheets, names = {} }: Book): Uint8Array {
  const drawing = { styles: new Styles(), strings: new SharedStrings() }
  const parts: (readonly [string, string])[] = []
  const listed = sheets.map((given, index): Listed => {
    const sheet = placed(given)
    const page = sheet.hidden === true ? unlaid(sheet.grid) : layOnPage(sheet.grid)
    const notes = notesOf(sheet)
    const xml = drawSheet(sheet, page, drawing, {
      selected: sheets.length > 1 && index === 0,
      notes: notes.length > 0,
    })
    const number = index + 1
    parts.push([`xl/worksheets/sheet${number}.xml`, xml])
    if (notes.length > 0) {
      parts.push([`xl/worksheets/_rels/sheet${number}.xml.rels`, noteParts(number)])
      parts.push([`xl/comments${number}.xml`, notesXml(notes)])
      parts.push([`xl/drawings/vmlDrawing${number}.vml`, noteBoxes(notes)])
    }
    return {
      name: sheetNameOf(sheet.name ?? sheet.grid.name ?? ''),
      hidden: sheet.hidden === true,
      rows: page.rows.length,
      columns: page.columns.length,
      repeated: page.repeated,
      notes: notes.length > 0,
    }
  })
  const counts = sheets.some(({ extras }) => extras?.counts === true)
  const all: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(listed)],
    ['_rels/.rels', packageParts],
    ['xl/workbook.xml', workbookXml(listed, names, counts)],
    ['xl/_rels/workbook.xml.rels', workbookParts(listed)],
    ...parts,
    ['xl/styles.xml', drawing.styles.toXml()],
    ['xl/sharedStrings.xml', drawing.strings.toXml()],
    ['docProps/core.xml', properties(title)],
  ]
  return zipSync(Object.fromEntries(all.map(([path, xml]) => [path, strToU8(DECLARATION + xml)])), {
    level: sheets.length > 1 ? QUICK : SMALL,
    mtime: firstDay(),
    os: 0,
  })
}

/** Draws a grid as an official form. Texts that look like formulas stay texts; figures print as they are written. */
export function writeXlsx(grid: Grid, options: WriteXlsxOptions = {}): Uint8Array {
  return writeBook({ title: options.title ?? grid.name ?? DEFAULT_SHEET_NAME, sheets: [{ grid }] })
}
