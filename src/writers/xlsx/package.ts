/** The parts of a workbook's package that name the others: content types, relationships, the list of sheets and names. */

import { columnName } from './sheet-xml.ts'
import { plainText } from './xml-text.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet as the workbook lists it. */
export interface Listed {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  readonly columns: number
  /** First and last row (from 0) that each page repeats. */
  readonly repeated: readonly [number, number] | null
  readonly notes: boolean
}

export function contentTypes(sheets: readonly Listed[]): string {
  const notes = sheets.some((sheet) => sheet.notes)
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    notes ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' : '',
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
    ...sheets.map(
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
    ),
    ...sheets.map((sheet, index) =>
      sheet.notes
        ? `<Override PartName="/xl/comments${index + 1}.xml" ContentType="${SPREADSHEET}.comments+xml"/>`
        : '',
    ),
    `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '</Types>',
  ].join('')
}

export const packageParts = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

export function workbookParts(sheets: readonly Listed[]): string {
  const count = sheets.length
  return [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    ...sheets.map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    ),
    `<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId${count + 2}" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`,
    '</Relationships>',
  ].join('')
}

/** The boxes and the texts of the notes of sheet `number`. */
export function noteParts(number: number): string {
  return [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    `<Relationship Id="rId1" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/>`,
    `<Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments${number}.xml"/>`,
    '</Relationships>',
  ].join('')
}

export function properties(title: string): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${plainText(title)}</dc:title></cp:coreProperties>`
}

/** A sheet's name as formulas write it: 'name'. */
export function quotedName(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`
}

/** The rows that each page repeats, and the area to print, are names of the workbook. */
function printNames(sheet: Listed, index: number): string {
  const quoted = plainText(quotedName(sheet.name))
  const area = `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted}!$A$1:$${columnName(Math.max(0, sheet.columns - 1))}$${Math.max(1, sheet.rows)}</definedName>`
  const { repeated } = sheet
  const titles =
    repeated === null
      ? ''
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${repeated[0] + 1}:$${repeated[1] + 1}</definedName>`
  return `${area}${titles}`
}

export function workbookXml(
  sheets: readonly Listed[],
  names: Readonly<Record<string, string>>,
  counts: boolean,
): string {
  const own = Object.entries(names).map(
    ([name, refersTo]) => `<definedName name="${plainText(name)}">${plainText(refersTo)}</definedName>`,
  )
  return [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView/></bookViews>',
    '<sheets>',
    ...sheets.map(
      ({ name, hidden }, index) =>
        `<sheet name="${plainText(name)}" sheetId="${index + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
    ),
    '</sheets>',
    `<definedNames>${sheets.map((sheet, index) => (sheet.hidden ? '' : printNames(sheet, index))).join('')}${own.join('')}</definedNames>`,
    counts ? '<calcPr calcId="0" fullCalcOnLoad="1"/>' : '',
    '</workbook>',
  ].join('')
}
