/**
 * A worker: a process of its own, since a thread that runs out of memory takes the whole program along, and native code
 * in a thread cannot be stopped. It is stopped from outside, by time and by memory, whatever it is doing.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Answers, ChangeRefused, type Job, type Stopped, stoppedAnswer, type Task } from './job.ts'
import type { Order, Reply } from './orders.ts'
import { unpack } from './pack.ts'

/** Part of a worker's memory that its objects may take; the rest is for code, buffers and native libraries. */
const HEAP_SHARE = 0.75
/** A worker that has grown beyond this part of its memory is replaced before the next job. */
const WORN_SHARE = 0.5
const MEMORY_CHECK_MS = 100
const START_MS = 60_000
/** So much of what a dying worker says is kept. */
const LAST_WORDS = 8192

/** Where the worker's program is: beside the built program, or its source when this runs from source. */
function entryFile(): string {
  const places = ['./worker.js', '../worker.js', './entry.ts'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no worker program at ${places.join(', ')}`)
  return found
}

function nodeOptions(entry: string, megabytes: number): string[] {
  const heap = `--max-old-space-size=${Math.floor(megabytes * HEAP_SHARE)}`
  if (!entry.endsWith('.ts')) return [heap]
  return [heap, '--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

/** Bytes of memory a process takes up, where the system tells (Linux). */
function residentBytes(pid: number): number | null {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]
    return pages === undefined ? null : Number(pages) * 4096
  } catch {
    return null
  }
}

interface Running {
  readonly id: number
  readonly settle: (end: Reply | Pick<Stopped, 'why' | 'detail'>) => void
}

export class Worker {
  readonly #megabytes: number
  readonly #entry: string
  #child: ChildProcess | null = null
  #ready: Promise<void> | null = null
  #running: Running | null = null
  #lastWords = ''
  #killedFor: Stopped['why'] | null = null
  #worn = false
  #nextId = 1

  /** `entry`: another program in the worker's place, for tests of what a worker may do. */
  constructor(megabytes: number, entry?: string) {
    this.#megabytes = megabytes
    this.#entry = entry ?? entryFile()
  }

  /** Starts the process ahead of its first job. */
  async start(): Promise<void> {
    this.#ready ??= this.#spawn()
    await this.#ready
  }

  async #spawn(): Promise<void> {
    const child = fork(this.#entry, [], {
      execArgv: nodeOptions(this.#entry, this.#megabytes),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child = child
    this.#lastWords = ''
    this.#killedFor = null
    this.#worn = false
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS)
    })
    await new Promise<void>((resolve, reject) => {
      const failed = (why: string) => reject(new Error(`the worker did not start: ${why} ${this.#lastWords}`))
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        failed('no answer')
      }, START_MS)
      child.once('error', (error) => failed(error.message))
      child.on('message', (message: Reply) => {
        if (message.kind === 'ready') {
          clearTimeout(timer)
          resolve()
        } else if (this.#running?.id === message.id) this.#running.settle(message)
      })
      // 'close' comes after the last of stderr, so that the last words are whole.
      child.once('close', (code, signal) => {
        clearTimeout(timer)
        if (this.#child === child) {
          this.#child = null
          this.#ready = null
        }
        failed(`exit ${code ?? signal}`)
        this.#running?.settle(this.#causeOfDeath(code, signal))
      })
    })
  }

  #causeOfDeath(code: number | null, signal: NodeJS.Signals | null): Pick<Stopped, 'why' | 'detail'> {
    if (this.#killedFor !== null) return { why: this.#killedFor, detail: '' }
    // Without our doing, SIGKILL is what a system does that has no memory left.
    if (signal === 'SIGKILL' || /out of memory|allocation failed/i.test(this.#lastWords))
      return { why: 'memory', detail: '' }
    return { why: 'crashed', detail: signal ?? `exit ${code}` }
  }

  #kill(why: Stopped['why'] | null): void {
    this.#killedFor = why
    this.#child?.kill('SIGKILL')
  }

  /** Does one job; one at a time. What was stopped is an answer too. Throws `ChangeRefused`. */
  async run<T extends Task>(task: T, job: Job, milliseconds: number): Promise<Answers[T]> {
    if (this.#running !== null) throw new Error('a worker does one job at a time')
    if (this.#worn) await this.close()
    await this.start()
    const child = this.#child
    const id = this.#nextId++
    const timer = setTimeout(() => this.#kill('time'), milliseconds)
    const watch = setInterval(() => {
      const bytes = child?.pid === undefined ? null : residentBytes(child.pid)
      if (bytes !== null && bytes > this.#megabytes * 2 ** 20) this.#kill('memory')
    }, MEMORY_CHECK_MS)
    try {
      const end = await new Promise<Parameters<Running['settle']>[0]>((settle) => {
        this.#running = { id, settle }
        // A worker that died between two jobs cannot be sent one: its death settles this.
        child?.send({ id, task, job } satisfies Order, () => {})
      })
      const stop = (why: Stopped['why'], detail: string) =>
        stoppedAnswer(task, job, { why, detail, milliseconds, megabytes: this.#megabytes })
      if ('why' in end) return stop(end.why, end.detail)
      switch (end.kind) {
        case 'answer':
          this.#worn = end.residentBytes > this.#megabytes * WORN_SHARE * 2 ** 20
          return unpack<Answers[T]>(end.packed)
        case 'refused':
          throw new ChangeRefused(end.refused)
        case 'failed':
          return stop('crashed', end.detail)
        case 'ready':
          throw new Error('a worker is ready only once')
      }
    } finally {
      this.#running = null
      clearTimeout(timer)
      clearInterval(watch)
    }
  }

  /** Ends the process, whatever it is doing. */
  async close(): Promise<void> {
    const child = this.#child
    if (child === null) return
    const closed = new Promise((resolve) => child.once('close', resolve))
    this.#kill('time')
    await closed
  }
}
