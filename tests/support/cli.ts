/** Runs the built command line as a user would. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from './source-files.ts'

export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export const cliPath = join(repositoryRoot, 'dist/cli.js')
export const samplePath = join(repositoryRoot, 'tests/corpus/shenzhen-guangming-2021/form.txt')

export function ziping(...words: readonly string[]): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cliPath, ...words], {
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { code: status, out: stdout, err: stderr }
}
