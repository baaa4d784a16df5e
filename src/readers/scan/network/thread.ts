/**
 * A thread that holds the recognition network and does nothing else: the network keeps the thread that asks it until it has
 * answered. Several of them, with a network on one processor each, are twice as fast as one network on two.
 */

import { parentPort, workerData } from 'node:worker_threads'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { LINE_HEIGHT, type Step, stepsOf } from './steps.ts'

export interface ThreadData {
  readonly network: SharedArrayBuffer
  readonly signs: readonly string[]
}

/** Lines that go through the network together: all as wide. */
export interface Batch {
  readonly width: number
  /** Number of each line, and where its pixels begin. */
  readonly members: readonly { readonly line: number; readonly from: number }[]
}

export interface Request {
  /** A byte a pixel, 0 is paper. */
  readonly pixels: SharedArrayBuffer
  readonly batches: readonly Batch[]
  /** One number: how many batches were begun. Each thread takes the next one, all have the same request. */
  readonly begun: SharedArrayBuffer
}

export type Answer =
  | { readonly kind: 'ready' }
  /** The runtime is not there, or not for this machine. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly lines: readonly (readonly [line: number, Step[]])[] }
  | { readonly kind: 'failed'; readonly why: string }

const port = parentPort!
const say = (answer: Answer) => port.postMessage(answer)

async function open({
  network,
  signs,
}: ThreadData): Promise<(request: Request) => Promise<(readonly [number, Step[]])[]>> {
  const runtime = await import('onnxruntime-node')
  const session: InferenceSession = await runtime.InferenceSession.create(new Uint8Array(network).slice(), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  })
  const input = session.inputNames[0]!
  const output = session.outputNames[0]!

  const runBatch = async (pixels: Uint8Array, { width, members }: Batch): Promise<(readonly [number, Step[]])[]> => {
    const plane = LINE_HEIGHT * width
    const values = new Float32Array(members.length * 3 * plane)
    members.forEach(({ from }, place) => {
      const first = place * 3 * plane
      for (let at = 0; at < plane; at++) values[first + at] = 1 - pixels[from + at]! / 127.5
      values.copyWithin(first + plane, first, first + plane)
      values.copyWithin(first + 2 * plane, first, first + plane)
    })
    const given: Tensor = new runtime.Tensor('float32', values, [members.length, 3, LINE_HEIGHT, width])
    const answer = (await session.run({ [input]: given }))[output]!
    const steps = answer.dims[1]!
    const data = answer.data as Float32Array
    return members.map(({ line }, place) => [line, stepsOf(data, place * steps * signs.length, steps, signs)])
  }

  return async ({ pixels, batches, begun }) => {
    const counter = new Int32Array(begun)
    const bytes = new Uint8Array(pixels)
    const found: (readonly [number, Step[]])[] = []
    for (;;) {
      const batch = batches[Atomics.add(counter, 0, 1)]
      if (batch === undefined) return found
      found.push(...(await runBatch(bytes, batch)))
    }
  }
}

try {
  const read = await open(workerData as ThreadData)
  let last = Promise.resolve()
  port.on('message', (request: Request) => {
    // In the order in which it was asked, also where the next request is there before the last was answered.
    last = last.then(async () => {
      try {
        say({ kind: 'read', lines: await read(request) })
      } catch (error) {
        say({ kind: 'failed', why: String(error) })
      }
    })
  })
  say({ kind: 'ready' })
} catch {
  say({ kind: 'missing' })
}
