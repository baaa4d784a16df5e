/** Makes the kept files of tests/files/tables: tables written as docx by another library, turned by LibreOffice. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
const documents = readdirSync(shop).map((file) => join(shop, file))
await convertFiles(documents, 'doc', keptFolder)
rmSync(shop, { recursive: true })
process.stdout.write(`${documents.length} files in ${keptFolder}\n`)
