/** Makes the kept files of tests/files/tables: documents written by other libraries, turned by LibreOffice. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { featureDocument, featureWorkbook } from '../tests/contract/readers/feature-files.ts'
import { keptFolder } from '../tests/contract/readers/kept-files.ts'
import { asDocx } from '../tests/contract/readers/made-files.ts'
import { keptSamples } from '../tests/contract/readers/tables.ts'
import { convertFiles, documentPackages, needPackages } from '../tests/support/office/programs.ts'

needPackages({ '/usr/bin/soffice': documentPackages['/usr/bin/soffice'] })
const shop = mkdtempSync(join(tmpdir(), 'ziping-'))
mkdirSync(keptFolder, { recursive: true })
for (const [index, table] of keptSamples().entries()) {
  writeFileSync(join(shop, `${index + 1}.docx`), await asDocx(table))
}
writeFileSync(join(shop, 'features.docx'), await featureDocument())
const documents = readdirSync(shop).map((file) => join(shop, file))
await convertFiles(documents, 'doc', keptFolder)
const workbook = join(shop, 'features.xlsx')
writeFileSync(workbook, await featureWorkbook())
await convertFiles([workbook], 'xls:MS Excel 97', keptFolder)
await convertFiles([workbook], 'ods', keptFolder)
const pages = mkdtempSync(join(tmpdir(), 'ziping-'))
for (const [index, table] of keptSamples().entries()) {
  writeFileSync(join(pages, `${index + 1}.docx`), await asDocx(table, true))
}
const printed = readdirSync(pages).map((file) => join(pages, file))
await convertFiles(printed, 'pdf', keptFolder)
for (const folder of [shop, pages]) rmSync(folder, { recursive: true })
process.stdout.write(`${documents.length + printed.length + 2} files in ${keptFolder}\n`)
