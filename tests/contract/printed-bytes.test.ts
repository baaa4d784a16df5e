/** The same form is the same file, byte for byte, in whatever surroundings it is printed. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../support/source-files.ts'

/** Inside the repository, so that packages are found. */
const program = join(repositoryRoot, 'node_modules/.cache', `print-in-process-${process.pid}.mjs`)

function printedIn(surroundings: NodeJS.ProcessEnv, folder: string, umask: string): string {
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', `umask ${umask} && exec "$0" "$1"`, process.execPath, program],
    { cwd: folder, env: { PATH: process.env.PATH, ...surroundings }, encoding: 'utf8', timeout: 60_000 },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

describe('printed files', () => {
  it('are the same in another time zone, language, home, folder and umask', () => {
    buildSync({
      entryPoints: [join(repositoryRoot, 'tests/support/print-in-process.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    })
    const folder = mkdtempSync(join(tmpdir(), 'ziping-print-'))
    const here = printedIn({ TZ: 'UTC', LANG: 'C', HOME: folder }, repositoryRoot, '022')
    const there = printedIn({ TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8', HOME: '/' }, folder, '077')
    expect(here.split('\n')).toHaveLength(4)
    expect(there).toBe(here)
  })
})
