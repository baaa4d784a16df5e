/** Tools side by side on the same work: what each took, as tables with ratios against the first. */

import { cpus, totalmem } from 'node:os'
import type { ToolTimes } from './run-tool.ts'

export interface Row {
  readonly tool: string
  readonly does: string
  readonly times: ToolTimes
  /** Warm milliseconds wanted. */
  readonly goal?: number
  readonly found?: string
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

/** The machine that a table was made on. */
export function machine(): string {
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}.`
}

/** What the columns of the tables say. */
export const legend =
  'Each tool in a process of its own, on the same files. *Warm*: median of later runs in one process, file bytes in memory. *CPU*: what the processors spent in such a run, or in the whole process where no warm figure stands; several cores and the compiler beside the run count too. *Whole process*: start to end, once with all its runs where a warm figure stands, else the median. *Peak*: resident memory of the largest process. *×*: against the first line, by the warm figure where both have one.'

const milliseconds = (value: number | null) =>
  value === null ? '—' : value >= 1000 ? Math.round(value).toString() : value.toFixed(1)

/** A table of Markdown: times and memory of each tool, and how many times those of the first line. */
export function tableOf({ title, rows }: Section): string[] {
  const first = rows[0]!.times
  const base = first.warm ?? first.whole
  const head = [
    'tool',
    'does',
    'warm ms',
    'goal',
    'CPU ms',
    'whole process ms',
    'peak MiB',
    'read',
    'time ×',
    'memory ×',
    'texts found',
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `## ${title}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(({ tool: name, does, times, goal, found }) => {
      const time = times.warm ?? times.whole
      return line([
        name,
        does,
        milliseconds(times.warm),
        goal === undefined ? '' : `≤ ${goal}`,
        milliseconds(times.cpu),
        milliseconds(times.whole),
        times.peak.toFixed(0),
        times.read === null ? '—' : String(times.read),
        (time / base).toFixed(2),
        (times.peak / first.peak).toFixed(2),
        found ?? '',
      ])
    }),
    '',
  ]
}
