/** One contract over all readers: nothing lost, nothing invented, nothing thrown, everything bounded. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Grid, Outcome } from '../../src/core/model/index.ts'
import { placeholdersOf } from '../../src/core/texts/index.ts'
import { type ReaderId, readerIds, readerOf } from './readers/readers.ts'
import { anyTable, expectedCells, type SourceTable } from './readers/tables.ts'

const sample: SourceTable = fc
  .sample(anyTable, { seed: 7, numRuns: 12 })
  .reduce((a, b) => (b.cells.length > a.cells.length ? b : a))

/** A file of a format with a table worth damaging. */
async function sampleFile(id: ReaderId): Promise<Uint8Array> {
  const { files, holds = (table) => table } = readerOf(id)
  if ('make' in files) return files.make(holds(sample))
  return files.kept().reduce((a, b) => (b.table.cells.length > a.table.cells.length ? b : a)).bytes
}

/** Every finding that any test of this file sees, by reader. */
const seen = new Map<ReaderId, Finding[]>()

async function read(id: ReaderId, bytes: Uint8Array): Promise<Outcome<Grid[]>> {
  const outcome = await readerOf(id).read(bytes, '文件')
  seen.set(id, [...(seen.get(id) ?? []), ...outcome.findings])
  return outcome
}

/** Nothing came out only where an error says why. */
async function answered(id: ReaderId, bytes: Uint8Array): Promise<boolean> {
  const { value, findings } = await read(id, bytes)
  return value.length > 0 || findings.some(({ severity }) => severity === 'error')
}

function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
}

/** What came back of a table, places told from its first row: the title is a row above it, or a grid before it. */
function tableIn({ value }: Outcome<Grid[]>): { title: string; cells: SourceTable['cells'] } {
  const [first, ...rest] = value
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
  return { title: first!.cells[0]!.text, cells }
}

describe.each(readerIds.filter((id) => readerOf(id).gives !== 'answers'))('the %s reader', (id) => {
  const { files, gives, signs, holds = (table) => table } = readerOf(id)

  const expectTable = async (bytes: Uint8Array, table: SourceTable) => {
    const outcome = await read(id, bytes)
    expect(outcome.findings).toEqual([])
    const { title, cells } = tableIn(outcome)
    expect(title).toBe(table.title)
    expect(cells).toEqual(expectedCells(table, gives === 'spans'))
    for (const grid of outcome.value) expect(grid.signs).toBe(signs)
  }

  it('gives back every cell: text, place and span', async () => {
    if ('kept' in files) {
      const kept = files.kept()
      expect(kept.length).toBeGreaterThan(5)
      for (const { table, bytes } of kept) await expectTable(bytes, table)
      return
    }
    const { make } = files
    await fc.assert(
      fc.asyncProperty(anyTable, async (any) => {
        const table = holds(any)
        await expectTable(await make(table), table)
      }),
      { seed: 20210405, numRuns: 40 },
    )
  })

  it('tells where each cell stands in the file', async () => {
    const { value } = await read(id, await sampleFile(id))
    expect(value.length).toBeGreaterThan(0)
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
})

const makers = readerIds.flatMap((id) => {
  const { files, gives, holds = (table: SourceTable) => table } = readerOf(id)
  return 'make' in files && gives !== 'answers' ? [[id, (table: SourceTable) => files.make(holds(table))] as const] : []
})

describe.each(makers)('the %s reader, of texts that are not words', (id, make) => {
  const textsOf = async (text: string) => {
    const table: SourceTable = { title: '表', rows: 1, columns: 2, cells: [cellOf(0, text), cellOf(1, '完')] }
    const { value } = await read(id, await make(table))
    return value.flatMap((grid) => grid.cells.map((cell) => cell.text))
  }

  it('keeps bidirectional and private characters', async () => {
    const text = 'a\u202eb\u200f\u2066\ue000\u{1f600}'
    expect(await textsOf(text)).toContain(text)
  })

  it('keeps figures that no computer holds as they are written', async () => {
    for (const text of ['1e309', '-1e309', '9'.repeat(250), '0x1F', 'NaN', '1e-9999']) {
      expect(await textsOf(text)).toContain(text)
    }
  })
})

describe.each(readerIds)('the %s reader, of any bytes', (id) => {
  it('gives the same result for the same bytes, and leaves them as they are', async () => {
    const bytes = await sampleFile(id)
    const before = Buffer.from(bytes)
    const first = await read(id, bytes)
    expect(await read(id, bytes)).toEqual(first)
    expect(before.equals(bytes)).toBe(true)
    // The bytes may lie inside a larger buffer.
    const inside = Buffer.concat([Buffer.from('xyz'), bytes, Buffer.from('abc')]).subarray(3, 3 + bytes.length)
    expect(await read(id, inside)).toEqual(first)
  })

  it('answers a file cut short at 40 places', async () => {
    const bytes = await sampleFile(id)
    for (let part = 0; part < 40; part++) {
      expect(await answered(id, bytes.subarray(0, Math.floor((bytes.length * part) / 40)))).toBe(true)
    }
  })

  it('answers 300 files with damaged bytes', async () => {
    const bytes = await sampleFile(id)
    const next = numbers(4711)
    for (let file = 0; file < 300; file++) {
      const damaged = Uint8Array.from(bytes)
      for (let damage = 0; damage <= file % 8; damage++) damaged[next() % damaged.length] = next() >>> 24
      expect(await answered(id, damaged)).toBe(true)
    }
  })

  it('answers random bytes, zeros, and files of all other formats', async () => {
    const next = numbers(42)
    for (let size = 1; size < 100_000; size *= 3) {
      const random = Uint8Array.from({ length: size }, () => next() >>> 24)
      expect(await answered(id, random)).toBe(true)
      expect(await answered(id, new Uint8Array(size))).toBe(true)
    }
    for (const other of readerIds) expect(await answered(id, await sampleFile(other))).toBe(true)
  })
})

function cellOf(column: number, text: string): SourceTable['cells'][number] {
  return { row: 0, column, rowSpan: 1, columnSpan: 1, text }
}

describe('recognising', () => {
  it.each(readerIds)('%s is told from all others by its content', async (id) => {
    const bytes = await sampleFile(id)
    for (const first of readerOf(id).needsWhole ? [bytes] : [bytes, bytes.subarray(0, 4096)]) {
      const ranked = readerIds
        .flatMap((other) => {
          const confidence = readerOf(other).recognises?.(first)
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

describe('what readers say', () => {
  it.each(readerIds)('all findings of %s have texts, and every placeholder has its datum', (id) => {
    const { rules } = readerOf(id)
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
})
