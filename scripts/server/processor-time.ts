/** Processor time of other processes, where the system tells (Linux). */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Ticks of /proc a second, as Linux tells them to programs on every machine. */
const TICKS = 100

interface ProcessStat {
  readonly parent: number
  readonly own: number
  /** Of its children that have ended. */
  readonly ended: number
}

function statOf(pid: number): ProcessStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (index: number) => Number(fields[index])
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    return null
  }
}

/** Seconds that a process with its threads has used. */
export function secondsOf(pid: number): number | null {
  const stat = statOf(pid)
  return stat === null ? null : stat.own / TICKS
}

/** Seconds of the embedded database in `data`: all of its processes, those too that have ended. */
export function databaseSeconds(data: string): number | null {
  try {
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    const main = statOf(pid)
    if (main === null) return null
    let ticks = main.own + main.ended
    for (const name of readdirSync('/proc')) {
      const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null
      if (stat?.parent === pid) ticks += stat.own + stat.ended
    }
    return ticks / TICKS
  } catch {
    return null
  }
}
