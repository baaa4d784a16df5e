/**
 * Makes the short report that is kept in tests/files/report/: as docx, as the PDF that LibreOffice makes of it, and what is
 * in it. Run by hand when the maker changes: npx tsx scripts/accuracy/keep-report.ts
 */

import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertFiles, documentPackages, needPackages } from '../../tests/support/office/programs.ts'
import { makeReport, reportDocx } from '../../tests/support/office/report.ts'
import { pagesOf } from './report.ts'

needPackages(documentPackages)
const folder = new URL('../../tests/files/report/', import.meta.url).pathname
const report = makeReport(2, { projects: 2, prose: 1, others: 7, look: 'g' })
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'report.docx'), await reportDocx(report))
await convertFiles([join(folder, 'report.docx')], 'pdf', folder)
const { pages, spans } = await pagesOf(join(folder, 'report.pdf'), report)
const expected = {
  pages,
  otherTables: report.otherTables,
  forms: report.forms.map(({ layout, truth }, index) => ({ layout: layout.id, pages: spans[index], truth })),
}
renameSync(join(folder, 'report.pdf'), join(folder, 'report-by-office.pdf'))
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`)
