/** Reads many spoiled files in processes that can be stopped: what kills one, or holds it up, is a result like any other. */

import { type ChildProcess, fork } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { mutantOf, type Share, shareOf } from './mutant.ts'
import type { Verdict } from './read-mutants.ts'
import { makeSeeds } from './seeds.ts'

/** Megabytes that the objects of one process may take, and that the whole of it may. */
const HEAP = 512
export const MEMORY = 1400
/** Seconds without an answer after which a process is held to hang, however busy the machine. */
const patience: Readonly<Record<Share, number>> = { other: 120, pdf: 300, picture: 300 }
/** Files in one order; small ones share the pictures evenly. */
const BATCH = 25

export interface Result {
  readonly counts: Readonly<Record<Share, number>>
  /** Processor seconds of all files together, by share. */
  readonly seconds: Readonly<Record<Share, number>>
  readonly peak: number
  /** By the format of the file that was spoiled. */
  readonly formats: readonly FormatCost[]
  readonly wrong: readonly Verdict[]
  /** Where the files that went wrong are kept, each under its number. */
  readonly folder: string
}

/** What the files of one format took. */
export interface FormatCost {
  readonly format: string
  readonly files: number
  /** Processor seconds, of all and of the slowest. */
  readonly seconds: number
  readonly slowest: number
}

export interface Plan {
  readonly base: number
  readonly count: number
  readonly processes: number
  /** A file that keeps every answer as a line: a run that was broken off goes on behind what it holds. */
  readonly journal?: string | undefined
  /** Called after each file. */
  readonly onAnswer?: (answered: number, wrong: number) => void
}

interface Shop {
  readonly program: string
  readonly seeds: string
  readonly base: number
  readonly take: () => readonly number[]
  readonly note: (verdict: Verdict) => void
}

/** The program of the processes, built: read from its source it takes a third longer. Beside the packages it needs. */
function builtProgram(): string {
  const outdir = fileURLToPath(new URL('../../../node_modules/.cache/mutants', import.meta.url))
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  buildSync({
    entryPoints: {
      'read-mutants': source('read-mutants.ts'),
      network: source('../../../src/readers/scan/network/thread.ts'),
    },
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
  return join(outdir, 'read-mutants.mjs')
}

function spawn({ program, seeds, base }: Shop): ChildProcess {
  return fork(program, [seeds, String(base)], {
    execArgv: [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=32'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Reads the numbers; gives back those left when the process died, of which the first is the one that killed it. */
function readBatch(child: ChildProcess, numbers: readonly number[], shop: Shop): Promise<readonly number[]> {
  return new Promise((resolve) => {
    let done = 0
    let held = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let said = ''
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        held = true
        child.kill('SIGKILL')
      }, patience[shareOf(numbers[done]!)] * 1000)
    }
    const onSaid = (part: Buffer) => {
      said = (said + part.toString()).slice(-600)
    }
    const onMessage = (verdict: Verdict | 'ready') => {
      if (verdict === 'ready') return
      done++
      shop.note(verdict)
      if (done < numbers.length) watch()
      else end()
    }
    const end = () => {
      clearTimeout(timer)
      child.off('message', onMessage).off('close', onClose)
      child.stderr?.off('data', onSaid)
      resolve(numbers.slice(done))
    }
    const onClose = (code: number | null, signal: string | null) => {
      const number = numbers[done]!
      const problem = held ? 'hangs' : `killed its process: ${code ?? signal} ${said}`
      shop.note({ number, from: '', share: shareOf(number), problem, seconds: 0, peak: 0 })
      end()
    }
    child.on('message', onMessage).once('close', onClose)
    child.stderr?.on('data', onSaid)
    child.send({ numbers })
    watch()
  })
}

async function work(shop: Shop): Promise<void> {
  let child: ChildProcess | null = null
  for (let numbers = shop.take(); numbers.length > 0; numbers = shop.take()) {
    let left = numbers
    while (left.length > 0) {
      child ??= spawn(shop)
      left = await readBatch(child, left, shop)
      if (left.length > 0) {
        left = left.slice(1)
        child = null
      }
    }
  }
  child?.disconnect()
}

function journalled(journal: string | undefined): Verdict[] {
  if (journal === undefined || !existsSync(journal)) return []
  // The last line of a run that was broken off may be cut; every whole one ends its line.
  const whole = readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  return whole.map((line): Verdict => JSON.parse(line))
}

function costsOf(verdicts: readonly Verdict[]): FormatCost[] {
  const formats = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const format = extname(verdict.from).slice(1)
    const known = formats.get(format)
    if (known === undefined) formats.set(format, [verdict])
    else known.push(verdict)
  }
  return [...formats].sort().map(([format, all]) => ({
    format,
    files: all.length,
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
    slowest: all.reduce((most, { seconds }) => Math.max(most, seconds), 0),
  }))
}

/** Spoiled files number 0 to `count`, in `processes` at once. */
export async function runMutants({ base, count, processes, journal, onAnswer }: Plan): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-mutants-'))
  const seeds = join(folder, 'seeds.json')
  const made = await makeSeeds()
  writeFileSync(
    seeds,
    JSON.stringify(made.map((seed) => ({ ...seed, bytes: Buffer.from(seed.bytes).toString('base64') }))),
  )
  const verdicts = journalled(journal)
  const answered = new Set(verdicts.map(({ number }) => number))
  let next = 0
  let wrongs = 0
  const shop: Shop = {
    program: builtProgram(),
    seeds,
    base,
    take: () => {
      const numbers: number[] = []
      for (; next < count && numbers.length < BATCH; next++) if (!answered.has(next)) numbers.push(next)
      return numbers
    },
    note: (said) => {
      const verdict = said.from === '' ? { ...said, from: mutantOf(made, base, said.number).from } : said
      verdicts.push(verdict)
      if (journal !== undefined) appendFileSync(journal, `${JSON.stringify(verdict)}\n`)
      if (verdict.problem !== null) wrongs++
      onAnswer?.(verdicts.length, wrongs)
    },
  }
  await Promise.all(Array.from({ length: processes }, () => work(shop)))
  const wrong = verdicts.filter(({ problem }) => problem !== null)
  const large = verdicts.find(({ peak }) => peak > MEMORY)
  if (large !== undefined) wrong.push({ ...large, problem: `memory of ${large.peak} MB` })
  // What went wrong is kept, to be looked at and to become a test.
  rmSync(seeds)
  for (const { number } of wrong) writeFileSync(join(folder, `${number}`), mutantOf(made, base, number).bytes)
  if (wrong.length === 0) rmSync(folder, { recursive: true })
  const of = (share: Share) => verdicts.filter((verdict) => verdict.share === share)
  const secondsOf = (share: Share) => of(share).reduce((sum, { seconds }) => sum + seconds, 0)
  return {
    counts: { other: of('other').length, pdf: of('pdf').length, picture: of('picture').length },
    seconds: { other: secondsOf('other'), pdf: secondsOf('pdf'), picture: secondsOf('picture') },
    peak: verdicts.reduce((most, { peak }) => Math.max(most, peak), 0),
    formats: costsOf(verdicts),
    wrong,
    folder,
  }
}
