/** The one way in which a tool times itself on a file. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** What one run gives: how much was read or written, so that a reader sees that the same work was done. */
export type Work = (bytes: Uint8Array, name: string) => Promise<number> | number

/**
 * `node tool.mjs TASK FILE RUNS`. Prints JSON: the first run, the median of the others by the clock and by what the processors
 * spent, in milliseconds, and what the last run gave.
 */
export async function timeTool(tools: Readonly<Record<string, () => Promise<Work>>>): Promise<void> {
  const [task = '', file = '', runs = '1'] = process.argv.slice(2)
  const bytes = new Uint8Array(readFileSync(file))
  const name = basename(file)
  const start = process.hrtime.bigint()
  const work = await tools[task]!()
  let read = await work(bytes.slice(), name)
  const first = Number(process.hrtime.bigint() - start) / 1e6
  const times: number[] = []
  const busy: number[] = []
  // Runs before the code is compiled are not counted.
  for (let run = 0; run < Number(runs) * 2; run++) {
    const copy = bytes.slice()
    const [from, spent] = [process.hrtime.bigint(), process.cpuUsage()]
    read = await work(copy, name)
    if (run < Number(runs)) continue
    times.push(Number(process.hrtime.bigint() - from) / 1e6)
    const { user, system } = process.cpuUsage(spent)
    busy.push((user + system) / 1000)
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? null
  process.stdout.write(JSON.stringify({ first, warm: median(times), cpu: median(busy), read }))
}
