/**
 * Has LibreOffice work out the formulas of fill-in workbooks, made of generated rows by every edition, and holds each result
 * against the engine: `npm run workbook [rows for each edition]`. With `--keep` one of the workbooks it worked out becomes a
 * file of the tests.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildWorkbook } from '../src/app/workbook/build-workbook.ts'
import { editions } from '../src/core/rulebook/index.ts'
import { documentPackages, needPackages, run } from '../tests/support/office/programs.ts'
import { compareResults, recalculated, withoutResults } from '../tests/support/workbook-results.ts'
import { typedForm } from '../tests/support/workbook-rows.ts'

const program = '/usr/bin/soffice'
needPackages({ [program]: documentPackages[program] })
const keep = process.argv.includes('--keep')
const rows = Number(process.argv[2] ?? 300)
const folder = mkdtempSync(join(tmpdir(), 'workbook-'))

async function convert(paths: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')]
  await run(program, [profile, '--headless', ...to, ...paths], 500)
}

try {
  const forms = editions.map((edition, index) => ({
    edition,
    form: typedForm(1000 + index, rows, edition.kind, 'national-project'),
    name: `${edition.id}.xlsx`,
  }))
  for (const { edition, form, name } of forms)
    writeFileSync(join(folder, name), withoutResults(buildWorkbook(form, { edition, blank: true })))
  await convert(forms.map(({ name }) => join(folder, name)))
  let [all, decided, wrong] = [0, 0, 0]
  for (const { edition, form, name } of forms) {
    const bytes = readFileSync(join(folder, 'out', name))
    const compared = await compareResults(bytes, form, edition)
    all += compared.rows
    decided += compared.decided
    wrong += compared.wrong.length
    process.stdout.write(
      `${edition.id}: ${compared.rows} rows, ${compared.decided} scores by formula, ${compared.wrong.length} differ\n`,
    )
    for (const line of compared.wrong.slice(0, 10)) process.stdout.write(`  ${line}\n`)
  }
  if (keep) {
    const { edition, form, file } = recalculated()
    writeFileSync(join(folder, 'kept.xlsx'), withoutResults(buildWorkbook(form, { edition, blank: true })))
    await convert([join(folder, 'kept.xlsx')])
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, readFileSync(join(folder, 'out/kept.xlsx')))
  }
  process.stdout.write(
    `LibreOffice: ${all} rows over ${forms.length} editions, ${decided} scores by formula, ${wrong} differ from the engine\n`,
  )
  process.exitCode = wrong === 0 && decided > 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
