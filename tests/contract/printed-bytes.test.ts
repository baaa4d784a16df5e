/** The same form is the same file, byte for byte, in every product and format, in whatever surroundings it is printed. */

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { products } from '../../src/app/print/index.ts'
import { layOutForm } from '../../src/core/layout/index.ts'
import { layoutById } from '../../src/core/rulebook/index.ts'
import { writeDocx } from '../../src/writers/docx/index.ts'
import { writePdf } from '../../src/writers/pdf/index.ts'
import { writeXlsx } from '../../src/writers/xlsx/index.ts'
import { generateAny } from '../support/generate-any.ts'
import { corpusFolder } from '../support/golden.ts'
import { repositoryRoot } from '../support/source-files.ts'

/** Inside the repository, so that packages are found. */
const program = join(repositoryRoot, 'node_modules/.cache', `print-in-process-${process.pid}.mjs`)
const folder = mkdtempSync(join(tmpdir(), 'ziping-print-'))

/** A text, the same form as workbook, document and pages, two forms in one file. */
const files = ['sample.txt', 'made.xlsx', 'made.docx', 'made.pdf', 'two.txt'].map((name) => join(folder, name))

beforeAll(async () => {
  buildSync({
    entryPoints: [join(repositoryRoot, 'tests/support/print-in-process.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const layout = layoutById('national-project')!
  copyFileSync(join(corpusFolder, 'b-yunnan-school-pipes', 'form.txt'), files[0]!)
  const grid = layOutForm(generateAny(20260101, layout, 12), layout)
  writeFileSync(files[1]!, writeXlsx(grid))
  writeFileSync(files[2]!, writeDocx(grid))
  writeFileSync(files[3]!, await writePdf(grid))
  copyFileSync(join(corpusFolder, 'a-two-projects-web-pipes', 'form.txt'), files[4]!)
}, 120_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(program, { force: true })
})

function printedIn(surroundings: NodeJS.ProcessEnv, from: string, umask: string, order: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', `umask ${umask} && exec "$0" "$@"`, process.execPath, program, ...order],
    { cwd: from, env: { PATH: process.env.PATH, ...surroundings }, encoding: 'utf8', timeout: 120_000 },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

describe('printed files', () => {
  it('are the same in another time zone, language, home, folder and umask, and in another order', () => {
    const here = printedIn({ TZ: 'UTC', LANG: 'C', HOME: folder }, repositoryRoot, '022', files)
    const there = printedIn(
      { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', HOME: '/' },
      folder,
      '077',
      [...files].reverse(),
    )
    for (const { id, formats } of products) {
      for (const format of formats) expect(here, `${id} ${format}`).toContain(` ${id} ${format} zh `)
    }
    expect(there.split('\n')).toEqual(here.split('\n'))
  }, 240_000)
})
