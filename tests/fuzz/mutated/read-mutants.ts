/** A process that reads spoiled files one after the other, as its parent hands over their numbers. */

import { readFileSync } from 'node:fs'
import { judge, processorSeconds } from './judge.ts'
import { mutantOf, type Share } from './mutant.ts'
import type { Seed } from './seeds.ts'

export interface Order {
  readonly numbers: readonly number[]
}

/** Of one file. `problem` is null where all holds. */
export interface Verdict {
  readonly number: number
  readonly from: string
  readonly share: Share
  readonly problem: string | null
  /** Processor seconds, and megabytes that the process has had at most. */
  readonly seconds: number
  readonly peak: number
}

const [seedsFile, base] = process.argv.slice(2) as [string, string]
const seeds = (JSON.parse(readFileSync(seedsFile, 'utf8')) as (Omit<Seed, 'bytes'> & { bytes: string })[]).map(
  (seed): Seed => ({ ...seed, bytes: new Uint8Array(Buffer.from(seed.bytes, 'base64')) }),
)

function secondsNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function verdictOn(number: number): Promise<Verdict> {
  const mutant = mutantOf(seeds, Number(base), number)
  const start = secondsNow()
  let problem: string | null
  try {
    problem = await judge(mutant)
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    problem = `threw ${said.split('\n').slice(0, 6).join(' ')}`
  }
  const seconds = secondsNow() - start
  if (problem === null && seconds > processorSeconds[mutant.share]) problem = `took ${seconds.toFixed(1)} s`
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  return { number, from: mutant.from, share: mutant.share, problem, seconds, peak }
}

process.on('disconnect', () => process.exit(0))
process.on('message', async ({ numbers }: Order) => {
  for (const number of numbers) {
    process.send?.(await verdictOn(number))
    // Lets the message go before the next file holds everything up.
    await new Promise((resolve) => setImmediate(resolve))
  }
})
process.send?.('ready')
