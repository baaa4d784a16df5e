/** One contract over all readers: nothing lost, nothing invented, nothing thrown, everything bounded. */

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding, Grid, Outcome } from '../../src/core/model/index.ts'
import { placeholdersOf } from '../../src/core/texts/index.ts'
import { hostileFiles } from './readers/hostile-files.ts'
import { anyTable, expectedCells, makers, type SourceTable } from './readers/made-files.ts'
import { type ReaderId, readerIds, readers } from './readers/readers.ts'

const sample: SourceTable = fc
  .sample(anyTable, { seed: 7, numRuns: 12 })
  .reduce((a, b) => (b.cells.length > a.cells.length ? b : a))

/** Every finding that any test of this file sees, by reader. */
const seen = new Map<ReaderId, Finding[]>()

function read(id: ReaderId, bytes: Uint8Array): Outcome<Grid[]> {
  const outcome = readers[id].read(bytes, '文件')
  seen.set(id, [...(seen.get(id) ?? []), ...outcome.findings])
  return outcome
}

/** Nothing came out only where an error says why. */
function answered({ value, findings }: Outcome<Grid[]>): boolean {
  return value.length > 0 || findings.some(({ severity }) => severity === 'error')
}

function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
}

describe.each(readerIds)('the %s reader', (id) => {
  it('gives back every cell: text, place and span', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const { value, findings } = read(id, await makers[id](table))
        expect(findings).toEqual([])
        const [first, ...rest] = value
        expect(first!.cells[0]!.text).toBe(table.title)
        // The title is a row above the table, or a grid before it.
        const apart = rest.length > 0
        const cells = (apart ? rest[0]! : first!).cells
          .filter((cell) => cell.text !== '' && (apart || cell.row > 0))
          .map(({ row, column, rowSpan, columnSpan, text }) => ({
            row: apart ? row : row - 1,
            column,
            rowSpan,
            columnSpan,
            text,
          }))
        expect(cells).toEqual(expectedCells(table, id))
      }),
      { seed: 20210405, numRuns: 40 },
    )
  })

  it('gives the same result for the same bytes, and leaves them as they are', async () => {
    const bytes = await makers[id](sample)
    const before = Buffer.from(bytes)
    const first = read(id, bytes)
    expect(read(id, bytes)).toEqual(first)
    expect(before.equals(bytes)).toBe(true)
    // The bytes may lie inside a larger buffer.
    const inside = Buffer.concat([Buffer.from('xyz'), bytes, Buffer.from('abc')]).subarray(3, 3 + bytes.length)
    expect(read(id, inside)).toEqual(first)
  })

  it('tells where each cell stands in the file', async () => {
    const { value } = read(id, await makers[id](sample))
    for (const grid of value) {
      const places = grid.cells.map((cell) => JSON.stringify(cell.source))
      expect(places.every((place) => place !== undefined)).toBe(true)
      expect(new Set(places).size).toBe(places.length)
      for (const cell of grid.cells) {
        expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(grid.rowCount)
        expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(grid.columnCount)
      }
    }
  })

  it('answers a file cut short at 40 places', async () => {
    const bytes = await makers[id](sample)
    for (let part = 0; part < 40; part++) {
      expect(answered(read(id, bytes.subarray(0, Math.floor((bytes.length * part) / 40))))).toBe(true)
    }
  })

  it('answers 300 files with damaged bytes', async () => {
    const bytes = await makers[id](sample)
    const next = numbers(4711)
    for (let file = 0; file < 300; file++) {
      const damaged = Uint8Array.from(bytes)
      for (let damage = 0; damage <= file % 8; damage++) damaged[next() % damaged.length] = next() >>> 24
      expect(answered(read(id, damaged))).toBe(true)
    }
  })

  it('answers random bytes, and files of all other formats', async () => {
    const next = numbers(42)
    for (let size = 1; size < 100_000; size *= 3) {
      expect(
        answered(
          read(
            id,
            Uint8Array.from({ length: size }, () => next() >>> 24),
          ),
        ),
      ).toBe(true)
    }
    for (const other of readerIds) expect(answered(read(id, await makers[other](sample)))).toBe(true)
  })

  it('keeps NUL, bidirectional and private characters inside a text where the format can hold them', async () => {
    const text = 'a\u202eb\u200f\ue000\u{1f600}'
    const table: SourceTable = { title: '表', rows: 1, columns: 2, cells: [cellOf(0, text), cellOf(1, '完')] }
    const { value } = read(id, await makers[id](table))
    expect(value.flatMap((grid) => grid.cells.map((cell) => cell.text))).toContain(text)
  })
})

function cellOf(column: number, text: string): SourceTable['cells'][number] {
  return { row: 0, column, rowSpan: 1, columnSpan: 1, text }
}

describe('recognising', () => {
  it.each(readerIds)('%s is told from all others by its content', async (id) => {
    const bytes = await makers[id](sample)
    for (const first of [bytes, bytes.subarray(0, 4096)]) {
      const ranked = readerIds
        .flatMap((other) => {
          const confidence = readers[other].recognises?.(first)
          return confidence === undefined ? [] : [{ other, confidence }]
        })
        .sort((a, b) => b.confidence - a.confidence)
      for (const { confidence } of ranked) {
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
      if (id === 'text') expect(ranked[0]!.confidence).toBeLessThan(0.5)
      else {
        expect(ranked[0]!.other).toBe(id)
        expect(ranked[0]!.confidence).toBeGreaterThan(0.5)
        expect(ranked[0]!.confidence).toBeGreaterThan(ranked[1]!.confidence)
      }
    }
  })
})

interface HostileResult {
  readonly reader: ReaderId
  readonly name: string
  readonly milliseconds: number
  readonly grids: number
  readonly says: readonly string[]
  readonly errors: number
  readonly peak: number
}

describe('hostile files, read in a process with 768 MB of memory', () => {
  const results = new Map<string, HostileResult>()
  let ended: number | null = -1

  beforeAll(async () => {
    const script = fileURLToPath(new URL('readers/read-hostile.ts', import.meta.url))
    const child = spawn(process.execPath, ['--max-old-space-size=768', '--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 280_000,
    })
    for await (const line of createInterface({ input: child.stdout })) {
      const result = JSON.parse(line) as HostileResult
      results.set(`${result.reader}: ${result.name}`, result)
    }
    ended = await new Promise<number | null>((resolve) => {
      if (child.exitCode !== null) resolve(child.exitCode)
      else child.once('close', resolve)
    })
  }, 300_000)

  it('ends by itself', () => {
    expect(ended).toBe(0)
    expect(results.size).toBe(hostileFiles.length)
  })

  it.each(hostileFiles.map((file) => [`${file.reader}: ${file.name}`, file] as const))('%s', (key, file) => {
    const result = results.get(key)!
    // Bounds that a slow machine keeps too; how fast it is on a usual one, the benchmarks tell.
    expect(result.milliseconds).toBeLessThan(30_000)
    expect(result.peak).toBeLessThan(1536)
    if (file.says !== null) expect(result.says).toContain(file.says)
    expect(result.grids > 0 || result.errors > 0).toBe(true)
  })
})

describe('what readers say', () => {
  it.each(readerIds)('all findings of %s have texts, and every placeholder has its datum', (id) => {
    const { rules } = readers[id]
    const findings = seen.get(id)!
    expect(findings.length).toBeGreaterThan(0)
    for (const { rule, message, data } of findings) {
      expect(rule.startsWith(`${id}/`)).toBe(true)
      const said = rules[rule]?.messages[message]
      expect(said, `${rule}/${message}`).toBeDefined()
      for (const text of [said!.text, said!.advice]) {
        for (const lang of ['zh', 'en'] as const) {
          for (const name of placeholdersOf(text?.[lang] ?? '')) expect(data).toHaveProperty(name)
        }
      }
    }
  })

  it('every message that a hostile file calls for has its text', () => {
    for (const { reader, says } of hostileFiles) {
      if (says === null) continue
      const [format, rule, message] = says.split('/') as [string, string, string]
      expect(readers[reader].rules[`${format}/${rule}`]?.messages, says).toHaveProperty(message)
    }
  })
})
