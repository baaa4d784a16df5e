/** Makes the kept blank forms of tests/files/template: built by other libraries, turned by LibreOffice. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertFiles, documentPackages, needPackages } from '../tests/support/office/programs.ts'
import {
  blankDocument,
  blankForms,
  blankWorkbook,
  nationalBlank,
  openBlank,
} from '../tests/support/template/blank-forms.ts'

needPackages({ '/usr/bin/soffice': documentPackages['/usr/bin/soffice'] })
const folder = 'tests/files/template'
mkdirSync(folder, { recursive: true })
const shop = mkdtempSync(join(tmpdir(), 'ziping-'))
const put = async (name: string, content: Promise<Uint8Array>): Promise<string> => {
  writeFileSync(join(shop, name), await content)
  return join(shop, name)
}
const workbooks = await Promise.all([
  ...blankForms.map((blank) => put(`${blank.id}.xlsx`, blankWorkbook(blank))),
  put('national-sums.xlsx', blankWorkbook(nationalBlank, { formulas: true })),
  put('open-features.xlsx', blankWorkbook(openBlank, { formulas: true, features: true })),
])
const documents = await Promise.all([
  ...blankForms.map((blank) => put(`${blank.id}.docx`, blankDocument(blank))),
  put('open-nested.docx', blankDocument(openBlank, true)),
])
await convertFiles(workbooks, 'xlsx:Calc MS Excel 2007 XML', folder)
await convertFiles(await convertFiles(documents, 'odt', shop), 'docx:MS Word 2007 XML', folder)
rmSync(shop, { recursive: true })
process.stdout.write(`${workbooks.length + documents.length} files in ${folder}\n`)
