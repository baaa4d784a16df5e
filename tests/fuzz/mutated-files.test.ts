/** Files of every format, spoiled at random: each is answered in bounded time and memory, in words, and the same each time. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runsOf } from '../support/runs.ts'
import { runMutants } from './mutated/run-mutants.ts'
import { spoiledTable } from './mutated/spoiled-table.ts'

const runs = runsOf('mutated files', 250)
/** A long run can be told to take fewer cores, and to keep its answers so that it can go on after a break. */
const processes = Number(process.env.ZIPING_PROCESSES ?? 2)
const journal = process.env.ZIPING_JOURNAL

it('are all answered', async () => {
  const started = Date.now()
  const { counts, seconds, peak, formats, wrong, folder } = await runMutants({
    base: runs.seed,
    count: runs.count,
    processes,
    journal,
    onAnswer: (answered, wrongs) => {
      if (answered % 1000 > 0) return
      const minutes = ((Date.now() - started) / 60_000).toFixed(1)
      process.stdout.write(`mutated files: ${answered} of ${runs.count} after ${minutes} min, ${wrongs} wrong\n`)
    },
  })
  const shares = (['other', 'pdf', 'picture'] as const).map(
    (share) => `${counts[share]} ${share} in ${seconds[share].toFixed(0)} processor seconds`,
  )
  process.stdout.write(`mutated files: ${shares.join(', ')}; at most ${peak} MB\n`)
  const table = process.env.ZIPING_SPOILED_TABLE
  if (table !== undefined) writeFileSync(table, spoiledTable({ ...runs, shares, peak, formats, wrong: wrong.length }))
  expect(wrong.map(({ number, from, problem }) => `${join(folder, String(number))} of ${from}: ${problem}`)).toEqual([])
  expect(counts.other + counts.pdf + counts.picture).toBe(runs.count)
}, 14_000_000)
