/** Files of every format, spoiled at random: each is answered in bounded time and memory, in words, and the same each time. */

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runsOf } from '../support/runs.ts'
import { runMutants } from './mutated/run-mutants.ts'

const runs = runsOf('mutated files', 250)

it('are all answered', async () => {
  const { counts, seconds, peak, wrong, folder } = await runMutants(runs.seed, runs.count, 2)
  const shares = (['other', 'pdf', 'picture'] as const).map(
    (share) => `${counts[share]} ${share} in ${seconds[share].toFixed(0)} processor seconds`,
  )
  process.stdout.write(`mutated files: ${shares.join(', ')}; at most ${peak} MB\n`)
  expect(wrong.map(({ number, from, problem }) => `${join(folder, String(number))} of ${from}: ${problem}`)).toEqual([])
  expect(counts.other + counts.pdf + counts.picture).toBe(runs.count)
}, 14_000_000)
