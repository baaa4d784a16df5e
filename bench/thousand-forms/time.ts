/**
 * A thousand different forms of 94 rows, recognised, scored and checked one after another in a warm process. Another
 * process makes them, so that the compiler sees here what it sees of forms that were read; reading their files is not
 * timed.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluate } from '../../src/core/evaluate/index.ts'
import type { Grid } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { BATCH, batchFile } from './batches.ts'

/** Enough for the compiler to have seen every layout and every rule. */
const WARM_UP = 500

export interface ThousandForms {
  readonly forms: number
  /** Milliseconds by the clock, of each form. */
  readonly times: readonly number[]
  /** Milliseconds that all threads of the process spent, the compiler and the collector of garbage too. */
  readonly processor: number
}

function timeBatches(folder: string, count: number): ThousandForms {
  const times: number[] = []
  let processor = 0
  for (let from = 0; from < WARM_UP + count; from += BATCH) {
    const lines = readFileSync(join(folder, batchFile(from)), 'utf8').split('\n')
    const grids = lines.map((line): Grid => JSON.parse(line))
    const before = process.cpuUsage()
    for (const grid of grids) {
      const start = process.hrtime.bigint()
      const [recognition] = recognise([grid]).forms
      evaluate(recognition!)
      if (from >= WARM_UP) times.push(Number(process.hrtime.bigint() - start) / 1e6)
    }
    const { user, system } = process.cpuUsage(before)
    if (from >= WARM_UP) processor += (user + system) / 1000
  }
  return { forms: times.length, times, processor }
}

/** `maker` is the built `make.ts` beside this file. */
export function timeForms(maker: string, count: number): ThousandForms {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-bench-'))
  try {
    const { status } = spawnSync(process.execPath, [maker, folder, `${WARM_UP + count}`], { stdio: 'inherit' })
    if (status !== 0) throw new Error(`the forms could not be made: ${status}`)
    return timeBatches(folder, count)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
