/** Grid → xlsx: the official form as a workbook of one sheet, ready to print. Same grid, same bytes. */

import { strToU8, zipSync } from 'fflate'
import type { Grid } from '../../core/model/index.ts'
import { layOnPage } from './page.ts'
import { columnName, drawSheet } from './sheet-xml.ts'
import { plainText } from './xml-text.ts'

export interface WriteXlsxOptions {
  /** Title in the properties of the document; the grid's name where left out. */
  readonly title?: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The first day a zip can name. Built from its parts, since that is how it is taken apart: no time zone gets in. */
const firstDay = () => new Date(1980, 0, 1, 0, 0, 0)

const DEFAULT_SHEET_NAME = '绩效自评表'
const LONGEST_SHEET_NAME = 31

/** Without the signs a sheet's name may not have, and not longer than it may be. */
function sheetNameOf(name: string): string {
  const allowed = name.replace(/[\u0000-\u001f[\]:*?/\\]/g, ' ').replace(/^[\s']+|[\s']+$/g, '')
  const short = [...allowed].reduce(
    (kept, character) => (kept.length + character.length > LONGEST_SHEET_NAME ? kept : kept + character),
    '',
  )
  return short.trim() === '' || /^history$/i.test(short) ? DEFAULT_SHEET_NAME : short
}

const contentTypes = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`,
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

const packageParts = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

const workbookParts = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`,
  `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>`,
  `<Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`,
  '</Relationships>',
].join('')

function properties(title: string): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${plainText(title)}</dc:title></cp:coreProperties>`
}

/** The rows that each page repeats, and the area to print, are names of the workbook. */
function namesOf(sheet: string, rows: number, columns: number, repeated: readonly [number, number] | null): string {
  const quoted = plainText(`'${sheet.replaceAll("'", "''")}'`)
  const area = `<definedName name="_xlnm.Print_Area" localSheetId="0">${quoted}!$A$1:$${columnName(Math.max(0, columns - 1))}$${Math.max(1, rows)}</definedName>`
  const titles =
    repeated === null
      ? ''
      : `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$${repeated[0] + 1}:$${repeated[1] + 1}</definedName>`
  return `<definedNames>${area}${titles}</definedNames>`
}

/** Draws a grid as an official form. Texts that look like formulas stay texts; figures print as they are written. */
export function writeXlsx(grid: Grid, options: WriteXlsxOptions = {}): Uint8Array {
  const page = layOnPage(grid)
  const drawn = drawSheet(page, grid.bordered)
  const name = sheetNameOf(grid.name ?? '')
  const workbook = [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets><sheet name="${plainText(name)}" sheetId="1" r:id="rId1"/></sheets>`,
    namesOf(name, page.rows.length, page.columns.length, page.repeated),
    '</workbook>',
  ].join('')
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageParts],
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', workbookParts],
    ['xl/worksheets/sheet1.xml', drawn.sheet],
    ['xl/styles.xml', drawn.styles],
    ['xl/sharedStrings.xml', drawn.sharedStrings],
    ['docProps/core.xml', properties(options.title ?? grid.name ?? DEFAULT_SHEET_NAME)],
  ]
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(DECLARATION + xml)])), {
    level: 6,
    mtime: firstDay(),
    os: 0,
  })
}
