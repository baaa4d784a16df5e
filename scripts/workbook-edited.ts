/**
 * Has LibreOffice edit fill-in workbooks as people do (rows put in, moved and taken out, cells written over, saved anew),
 * openpyxl fill one without working out a formula, and keeps what comes out as files of the tests:
 * `npx tsx scripts/workbook-edited.ts`.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentPackages, needPackages, run } from '../tests/support/office/programs.ts'
import {
  blankToFill,
  editedWorkbook,
  figuresIntoBlank,
  kept,
  keptFolder,
  typedIntoBlank,
} from '../tests/support/workbook-edited.ts'

const soffice = '/usr/bin/soffice'
const python = '/usr/lib/python3/dist-packages/openpyxl/__init__.py'
needPackages({ [soffice]: documentPackages[soffice], [python]: 'python3-openpyxl' })

const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
const { bytes, rows } = await editedWorkbook()
const source = join(folder, 'workbook.xlsx')
writeFileSync(source, bytes)
mkdirSync(keptFolder, { recursive: true })

const blank = blankToFill()
const blankSource = join(folder, 'blank.xlsx')
writeFileSync(blankSource, blank.bytes)
const typed = [
  ...Object.entries(typedIntoBlank).map(
    ([path, text]) => `  sheet.getCellRangeByName("${blank.cells[path]}").String = "${text}"`,
  ),
  ...Object.entries(figuresIntoBlank).map(
    ([path, value]) => `  sheet.getCellRangeByName("${blank.cells[path]}").Value = ${value}`,
  ),
].join('\n')

/** The way a person works: `at` are rows of the sheet from 1. */
const basic = `
Sub Edit(source As String, target As String, filter As String)
  Dim load(0) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden" : load(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, load())
  sheet = book.Sheets.getByIndex(0)
  sheet.unprotect("")
  ' written over: the actual of the first row, the note of the second
  sheet.getCellRangeByName("${rows.actual}").String = "30"
  sheet.getCellRangeByName("${rows.note}").String = "改写的原因"
  ' a row to spare is written
  sheet.getCellRangeByName("${rows.spareName}").String = "新增指标"
  sheet.getCellRangeByName("${rows.spareTarget}").String = "≥10次"
  sheet.getCellRangeByName("${rows.spareWeight}").Value = 1
  sheet.getCellRangeByName("${rows.spareActual}").String = "5次"
  ' a row is taken out, two are put in above the table
  sheet.Rows.removeByIndex(${rows.gone - 1}, 1)
  sheet.Rows.insertByIndex(${rows.above - 1}, 2)
  book.calculateAll()
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName" : save(0).Value = filter
  book.storeToURL(ConvertToURL(target), save())
  book.close(True)
End Sub

Sub Move(source As String, target As String)
  Dim load(0) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden" : load(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, load())
  sheet = book.Sheets.getByIndex(0)
  sheet.unprotect("")
  ' a row is put in, another cut and pasted into it, its old place taken out
  sheet.Rows.insertByIndex(${rows.before - 1}, 1)
  Dim area As New com.sun.star.table.CellRangeAddress
  Dim place As New com.sun.star.table.CellAddress
  area.Sheet = 0 : area.StartColumn = ${rows.firstColumn} : area.EndColumn = 60
  area.StartRow = ${rows.cut} : area.EndRow = ${rows.cut}
  place.Sheet = 0 : place.Column = ${rows.firstColumn} : place.Row = ${rows.before - 1}
  sheet.moveRange(place, area)
  sheet.Rows.removeByIndex(${rows.cut}, 1)
  book.calculateAll()
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName" : save(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), save())
  book.close(True)
End Sub

Sub Fill(source As String, target As String)
  Dim load(0) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden" : load(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, load())
  sheet = book.Sheets.getByIndex(0)
${typed}
  book.calculateAll()
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName" : save(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), save())
  book.close(True)
End Sub

Sub Main
  Move("${source}", "${join(folder, kept.moved)}")
  Fill("${blankSource}", "${join(folder, kept.blank)}")
  Edit("${source}", "${join(folder, kept.edited)}", "Calc MS Excel 2007 XML")
  Edit("${source}", "${join(folder, kept.open)}", "calc8")
End Sub
`

const profile = join(folder, 'profile')
const user = `-env:UserInstallation=file://${profile}`
// The first start makes the profile; what is put there before is overwritten.
await run(soffice, [user, '--headless', '--terminate_after_init'], 120)
const library = join(profile, 'user/basic/Standard')
mkdirSync(library, { recursive: true })
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
writeFileSync(
  join(library, 'script.xlb'),
  `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edits"/></library:library>`,
)
const escaped = basic.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
writeFileSync(
  join(library, 'Edits.xba'),
  `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escaped}</script:module>`,
)
writeFileSync(
  join(profile, 'user/basic/script.xlc'),
  `${head}<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
)
await run(soffice, [user, '--headless', '--norestore', 'macro:///Standard.Edits.Main'], 180)

const filled = join(folder, kept.filled)
const script = `
import openpyxl
book = openpyxl.load_workbook(${JSON.stringify(source)})
sheet = book.worksheets[0]
sheet[${JSON.stringify(rows.actual)}] = "30"
sheet[${JSON.stringify(rows.note)}] = "改写的原因"
book.save(${JSON.stringify(filled)})
`
await run('/usr/bin/python3', ['-c', script], 60)
for (const name of Object.values(kept)) writeFileSync(join(keptFolder, name), readFileSync(join(folder, name)))
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${Object.values(kept).join(', ')} → ${keptFolder}\n`)
