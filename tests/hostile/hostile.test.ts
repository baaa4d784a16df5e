/** Files made to hurt: each is answered in bounded time and memory, with a reason in Chinese and English. */

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ReaderId, readerOf } from '../contract/readers/readers.ts'
import { hostileFiles } from './files.ts'

interface HostileResult {
  readonly reader: ReaderId
  readonly name: string
  readonly milliseconds: number
  readonly grids: number
  readonly says: readonly string[]
  readonly errors: number
  readonly peak: number
}

/** The processes that read them at once. */
const PROCESSES = 2

describe('hostile files, read in processes with 448 MB of memory for their objects', () => {
  const results = new Map<string, HostileResult>()
  let ended: readonly (number | null)[] = []

  const readShare = async (share: number): Promise<number | null> => {
    const script = fileURLToPath(new URL('read-in-process.ts', import.meta.url))
    const args = ['--max-old-space-size=448', '--import', 'tsx', script, String(share), String(PROCESSES)]
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 560_000,
    })
    for await (const line of createInterface({ input: child.stdout })) {
      const result = JSON.parse(line) as HostileResult
      results.set(`${result.reader}: ${result.name}`, result)
    }
    return new Promise<number | null>((resolve) => {
      if (child.exitCode !== null) resolve(child.exitCode)
      else child.once('close', resolve)
    })
  }

  beforeAll(async () => {
    ended = await Promise.all(Array.from({ length: PROCESSES }, (_, share) => readShare(share)))
  }, 600_000)

  it('end by themselves', () => {
    expect(ended).toEqual(ended.map(() => 0))
    expect(results.size).toBe(hostileFiles.length)
  })

  it.each(hostileFiles.map((file) => [`${file.reader}: ${file.name}`, file] as const))('%s', (key, file) => {
    const result = results.get(key)!
    // Bounds that a slow machine keeps too; how fast it is on a usual one, the benchmarks tell.
    expect(result.milliseconds).toBeLessThan(30_000)
    expect(result.peak).toBeLessThan(900)
    if (file.says !== null) expect(result.says).toContain(file.says)
    expect(result.grids > 0 || result.errors > 0).toBe(true)
  })
})

describe('what is said of them', () => {
  it('has its text in both languages', () => {
    for (const { reader, says } of hostileFiles) {
      if (says === null) continue
      const [format, rule, message] = says.split('/') as [string, string, string]
      expect(readerOf(reader).rules[`${format}/${rule}`]?.messages, says).toHaveProperty(message)
    }
  })
})
