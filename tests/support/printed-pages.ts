/** Printed pages as an independent program sees them: its words with their boxes, beside the boxes that the ruling lines make. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { readPdfPages } from '../../src/readers/pdf/index.ts'
import { run } from './office/programs.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PageWord extends Box {
  readonly text: string
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  readonly words: readonly PageWord[]
  /** Cells of the tables, as the ruling lines make them, top to bottom. */
  readonly cells: readonly Box[]
}

/** Words by pdftotext. */
async function wordsOf(path: string): Promise<readonly { width: number; height: number; words: PageWord[] }[]> {
  const pages: { width: number; height: number; words: PageWord[] }[] = []
  let word: PageWord | null = null
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const at = (key: string) => Number(attributes[key])
        if (name === 'page') pages.push({ width: at('width'), height: at('height'), words: [] })
        if (name === 'word')
          word = { left: at('xmin'), top: at('ymin'), right: at('xmax'), bottom: at('ymax'), text: '' }
      },
      ontext(text) {
        if (word !== null) word = { ...word, text: word.text + text }
      },
      onclosetag(name) {
        if (name !== 'word' || word === null) return
        pages.at(-1)!.words.push(word)
        word = null
      },
    },
    { decodeEntities: true },
  )
  parser.end(await run('/usr/bin/pdftotext', ['-bbox', path, '-'], 60))
  return pages
}

export async function printedPages(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-pages-'))
  try {
    const path = join(folder, 'printed.pdf')
    writeFileSync(path, pdf)
    const words = await wordsOf(path)
    const { pages } = await readPdfPages(pdf, 'printed.pdf')
    return words.map((page, index) => ({
      ...page,
      cells: (pages[index]?.items ?? []).flatMap((item) =>
        item.kind === 'line'
          ? []
          : item.cells.map(({ box: [x, y, width, height] }) => ({
              left: x,
              top: y,
              right: x + width,
              bottom: y + height,
            })),
      ),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In points: a line is half a point wide. */
const TOLERANCE = 0.6

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left - TOLERANCE &&
    inner.right <= outer.right + TOLERANCE &&
    inner.top >= outer.top - TOLERANCE &&
    inner.bottom <= outer.bottom + TOLERANCE
  )
}

function overlap(a: Box, b: Box): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return wide > TOLERANCE && high > TOLERANCE
}

const bare = (text: string) => text.replace(/[\s\u200b]+/g, '')
const keyOf = ({ left, right }: Pick<Box, 'left' | 'right'>) => `${Math.round(left)}-${Math.round(right)}`

/** What is wrong with where texts stand: outside the page, across a border, over one another; boxes that overlap. */
export function misplaced(pages: readonly PrintedPage[]): readonly string[] {
  return pages.flatMap(({ width, height, words, cells }, index) => {
    const wrong: string[] = []
    const page = { left: 0, top: 0, right: width, bottom: height }
    const say = (what: string, { text }: PageWord) => wrong.push(`page ${index + 1}: ${what}: ${text.slice(0, 30)}`)
    for (const [at, word] of words.entries()) {
      if (!contains(page, word)) say('outside the page', word)
      const touched = cells.filter((cell) => overlap(cell, word))
      if (touched.length > 1 || (touched.length === 1 && !contains(touched[0]!, word))) say('across a border', word)
      for (const other of words.slice(at + 1)) if (overlap(word, other)) say(`over “${other.text.slice(0, 30)}”`, word)
    }
    for (const [at, cell] of cells.entries()) {
      if (!contains(page, cell)) wrong.push(`page ${index + 1}: a cell outside the page`)
      if (cells.slice(at + 1).some((other) => overlap(cell, other))) wrong.push(`page ${index + 1}: cells overlap`)
    }
    return wrong
  })
}

export interface ExpectedCell {
  readonly text: string
  /** Where its columns lie; null where the program that printed it chose that. */
  readonly left: number | null
  readonly right: number | null
}

/** Rows of a header, and labels, that a page repeats between two parts of a broken cell. */
const MOST_BETWEEN = 4

/** The box after those in which a text stands, whole or broken over boxes of several pages, from box `at` on; -1 where it does not. */
function boxAfter(boxes: readonly string[], wanted: string, at: number): number {
  const first = boxes[at]!
  if (first === wanted) return at + 1
  if (!wanted.startsWith(first)) return -1
  for (let next = at + 1; next < boxes.length && next <= at + 1 + MOST_BETWEEN; next++) {
    const end = boxAfter(boxes, wanted.slice(first.length), next)
    if (end >= 0) return end
  }
  return -1
}

/**
 * Cells whose text is not found whole and in order in boxes over their own columns (or over any, where these are not known).
 * What a page repeats stands between them.
 */
export function notWhole(pages: readonly PrintedPage[], expected: readonly ExpectedCell[]): readonly string[] {
  const columns = new Map<string, string[]>()
  for (const { words, cells } of pages) {
    for (const cell of cells) {
      const inside = words.filter((word) => overlap(cell, word))
      const text = bare(
        inside
          .sort((a, b) => a.top - b.top || a.left - b.left)
          .map((word) => word.text)
          .join(''),
      )
      if (text === '') continue
      const said = columns.get(keyOf(cell))
      if (said === undefined) columns.set(keyOf(cell), [text])
      else said.push(text)
    }
  }
  const from = new Map<string, number>()
  return expected.flatMap(({ text, left, right }) => {
    const wanted = bare(text)
    if (wanted === '') return []
    const keys = left === null || right === null ? [...columns.keys()] : near(columns, left, right)
    for (const key of keys) {
      const boxes = columns.get(key)!
      for (let at = left === null ? 0 : (from.get(key) ?? 0); at < boxes.length; at++) {
        const end = boxAfter(boxes, wanted, at)
        if (end < 0) continue
        if (left !== null) from.set(key, end)
        return []
      }
    }
    return [`not whole: ${wanted.slice(0, 40)}${wanted.length > 40 ? `… (${wanted.length})` : ''}`]
  })
}

/** Columns within a point and a half of these. */
function near(columns: ReadonlyMap<string, unknown>, left: number, right: number): readonly string[] {
  return [...columns.keys()].filter((key) => {
    const [from, to] = key.split('-').map(Number)
    return Math.abs(from! - left) <= 1.5 && Math.abs(to! - right) <= 1.5
  })
}
