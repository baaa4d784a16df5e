/** Runs a tool in a process of its own under GNU time: wall clock and peak memory of the whole process, and what it says itself. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Ran {
  /** Whole process, start to end, milliseconds. */
  readonly whole: number
  /** What the processors spent: of the whole process, or of a warm run where the tool tells it. */
  readonly cpu: number
  /** Peak resident memory of the largest process, MiB. */
  readonly peak: number
  readonly said: string
}

export function runTimed(program: string, args: readonly string[], seconds: number): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-bench-'))
  const notes = join(folder, 'time')
  try {
    const { status, stdout, stderr, error } = spawnSync(
      '/usr/bin/time',
      ['-f', '%e %M %U %S', '-o', notes, program, ...args],
      // Long results go to a file of the tool's own or are short.
      { encoding: 'utf8', timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 256 * 1024 * 1024 },
    )
    if (error !== undefined || status === null) throw new Error(`${program} did not end: ${error?.message ?? 'killed'}`)
    const [wall = '0', memory = '0', user = '0', system = '0'] = readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .at(-1)!
      .split(' ')
    // Exit code 1 says that a form has errors.
    if (status > 1) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr.slice(-600)}`)
    const cpu = (Number(user) + Number(system)) * 1000
    return { whole: Number(wall) * 1000, cpu, peak: Number(memory) / 1024, said: stdout }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface ToolTimes extends Ran {
  readonly first: number | null
  readonly warm: number | null
  readonly read: number | null
}

/** A tool that prints its own times as JSON. */
export function runTool(program: string, args: readonly string[], seconds = 900): ToolTimes {
  const ran = runTimed(program, args, seconds)
  const own = JSON.parse(ran.said) as { first: number; warm: number; cpu: number; read: number }
  return { ...ran, ...own }
}

/** A program that does its work and ends: the median of `runs` processes. */
export function runProgram(program: string, args: readonly string[], runs: number, seconds = 900): ToolTimes {
  const all = Array.from({ length: runs }, () => runTimed(program, args, seconds)).sort((a, b) => a.whole - b.whole)
  const median = all[Math.floor(runs / 2)]!
  return { ...median, peak: Math.max(...all.map(({ peak }) => peak)), first: null, warm: null, read: null }
}
