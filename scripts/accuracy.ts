/**
 * Makes documents of every format from forms (see tests/support/office/), reads them back with the product and says what
 * came back right. Keeps the table in docs/generated/accuracy.md when run whole.
 *
 *   npm run accuracy                                   everything; installs the Debian packages it needs
 *   npm run accuracy -- --formats xlsx,scan --layouts national-project --sources right --per-layout 2 --seed 7
 *   npm run accuracy -- --keep DIR                     leaves the files there
 *   npm run accuracy -- --keep DIR --only-make         makes the files (and DIR/truth/FORM.txt) and stops
 *   npm run accuracy -- --verbose                      every difference, with its file
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type FormSource, officeForms } from '../tests/support/office/forms.ts'
import { formats, makeFiles, type OfficeFormat } from '../tests/support/office/make-files.ts'
import { documentPackages, needPackages } from '../tests/support/office/programs.ts'

const { values } = parseArgs({
  options: {
    formats: { type: 'string' },
    layouts: { type: 'string' },
    sources: { type: 'string', default: 'right,any,corpus' },
    'per-layout': { type: 'string', default: '1' },
    seed: { type: 'string', default: '20260101' },
    keep: { type: 'string' },
    'only-make': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})

const wanted = formats.filter((format) => values.formats?.split(',').includes(format) ?? true)
const offices = officeForms({
  seed: Number(values.seed),
  perLayout: Number(values['per-layout']),
  sources: values.sources.split(',') as FormSource[],
  ...(values.layouts === undefined ? {} : { layouts: values.layouts.split(',') }),
})

needPackages(documentPackages)
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'ziping-accuracy-')) : resolve(values.keep)
try {
  mkdirSync(join(folder, 'truth'), { recursive: true })
  for (const { id, truth } of offices) writeFileSync(join(folder, 'truth', `${id}.txt`), `${truth.join('\n')}\n`)
  for (const format of wanted as OfficeFormat[]) {
    const files = await makeFiles(folder, offices, [format])
    process.stdout.write(`${format}: ${files.length} files\n`)
  }
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}
