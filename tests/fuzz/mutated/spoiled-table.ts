/** What a run over many spoiled files found and took, as the page that is kept of a long one. */

import { cpus } from 'node:os'
import type { FormatCost } from './run-mutants.ts'

export interface SpoiledRun {
  readonly count: number
  readonly seed: number
  /** Each share in words: how many files, in how many seconds. */
  readonly shares: readonly string[]
  /** Megabytes that one process had at most. */
  readonly peak: number
  readonly formats: readonly FormatCost[]
  readonly wrong: number
}

export function spoiledTable({ count, seed, shares, peak, formats, wrong }: SpoiledRun): string {
  return [
    '<!-- written by `./test --long` -->',
    '',
    '# 损坏的文件 · Spoiled files',
    '',
    `${count} files, seed ${seed}: ${wrong} were not answered as they have to be. ${shares.join(', ')}; a process had ${peak} MB at most. ` +
      `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}.`,
    '',
    'Each is read, recognised and checked; the answer is bounded in time and memory, said in both languages, and the same the second time (one in twenty is read twice).',
    '',
    '| 格式 · made from | 文件 · files | 毫秒 · ms each | 最慢 · slowest, s |',
    '|---|--:|--:|--:|',
    ...formats.map(
      ({ format, files, seconds, slowest }) =>
        `| ${format} | ${files} | ${((seconds / files) * 1000).toFixed(0)} | ${slowest.toFixed(1)} |`,
    ),
    '',
  ].join('\n')
}
