/** One page: straightened, its ruling lines and tables found, every cell and every line outside read. */

import type { PageContent, PageItem, TableCell } from '../../containers/page-flow.ts'
import { type Box, type RuledTable, ruledTables } from '../../containers/ruled-table.ts'
import { type Blob, emOf, faintBlobsOf, withFaintStops } from './components.ts'
import type { Engine } from './engine.ts'
import { withoutRulings } from './erase-rulings.ts'
import { flatten } from './flatten.ts'
import { inkOf, smoothGrain, strokeThreshold } from './ink.ts'
import { limits } from './limits.ts'
import { type LoneLine, lowDashes } from './low-dashes.ts'
import { type ColourPicture, type QuarterTurns, type Raster, turn, turnByQuarters } from './raster.ts'
import { LineReader, type LineText } from './read-lines.ts'
import { pixelsAt } from './ridges.ts'
import { asRulings, rulingsOf } from './rulings.ts'
import { type Area, isDust, share } from './share-ink.ts'
import { skewOf } from './skew.ts'
import { linesIn, linesOutside, type TextLine } from './text-lines.ts'

export interface PagePicture {
  /** From 1. */
  readonly page: number
  readonly picture: ColourPicture
  readonly dpi: number
}

export interface ReadPage {
  readonly content: PageContent
  /** Cells with ink in which nothing could be read, points. */
  readonly unread: readonly Box[]
  /** More pieces of ink than any text has: nothing was read. */
  readonly noise: boolean
}

/** Smaller ones are signs with straight strokes; so is a single row of narrow cells no higher than a line. */
function isTable({ box: [, , width, height], cells, rowCount }: RuledTable, em: number): boolean {
  if (width < em * 5 || height < em * 0.9) return false
  return rowCount > 1 || height > em * 1.9 || cells.some(({ box }) => box[2] > em * 6)
}

interface Straightened {
  readonly ink: Raster
  readonly threshold: number
  /** Its lines are not quite straight. */
  readonly bent: boolean
}

function straighten(ink: Raster, bent: boolean): Straightened {
  const threshold = strokeThreshold(ink)
  const skew = skewOf(ink, threshold)
  return { ink: skew === 0 ? ink : turn(ink, -skew), threshold, bent }
}

/** A page whose lines are read worse than this may lie on its side or stand on its head. */
const UPRIGHT = 0.72
const TRIED_LINES = 12
/** In signs. */
const LONG_LINE = 14
/** Read worse than this, however it is turned, there is no text: what the network says would be invented. */
const NO_TEXT = 0.42

interface Layout {
  readonly text: Raster
  readonly threshold: number
  readonly em: number
  readonly tables: readonly RuledTable[]
  readonly areas: readonly Area[]
  readonly lines: readonly (readonly TextLine[])[]
  readonly outside: readonly TextLine[]
  /** How many pieces of ink. */
  readonly blobs: number
}

interface Tried {
  readonly layout: Layout
  readonly reader: LineReader
  /** How sure its longest lines are read, and how many signs they have. */
  readonly sure: number
  readonly length: number
}

/** Ink fainter than this is no text. */
const FAINT_TEXT = 52

function layOutPage({ ink, threshold: strokes, bent }: Straightened, dpi: number): Layout {
  const rulings = rulingsOf(ink, dpi, bent)
  const lines = asRulings(rulings)
  const text = withoutRulings(ink, rulings, { dpi, bent })
  // Small print in grey is fainter than the lines around it.
  const threshold = Math.min(strokes, strokeThreshold(text, FAINT_TEXT))
  const faint = faintBlobsOf(text, threshold)
  const em = emOf(
    faint.filter(({ peak }) => peak >= threshold),
    dpi,
  )
  const all = withFaintStops(faint, threshold, em)
  const blobs = all.filter((blob) => !isDust(blob, em))
  const tables = ruledTables(lines.horizontals, lines.verticals, pixelsAt(dpi, 6)).filter((table) => isTable(table, em))
  const { areas, outside } = share(blobs, tables, em)
  const textInk = { ink: text, threshold, em }
  return {
    text,
    threshold,
    em,
    tables,
    areas,
    lines: areas.map(({ table, cell, blobs: inside }) => linesIn(inside, textInk, tables[table]!.cells[cell]!.box[2])),
    outside: linesOutside(outside, textInk),
    blobs: all.length,
  }
}

function isNoise({ layout: { lines, outside, blobs }, sure }: Pick<Tried, 'layout' | 'sure'>): boolean {
  return (
    sure < NO_TEXT ||
    blobs > limits.blobs ||
    lines.reduce((sum, each) => sum + each.length, outside.length) > limits.lines
  )
}

/** How sure lines of many signs are read, and how long they are: tells whether the page is upright. */
async function sureness(
  reader: LineReader,
  { lines, outside, em }: Layout,
): Promise<{ readonly sure: number; readonly length: number }> {
  const widthOf = ({ box }: TextLine) => box.right - box.left + 1
  const level = [...lines.flat(), ...outside].filter((line) => line.stacked === undefined && widthOf(line) > em * 2)
  // Long ones cost more and tell no more.
  const short = level.filter((line) => widthOf(line) <= em * LONG_LINE)
  const tried = (short.length > 0 ? short : level).sort((a, b) => b.blobs.length - a.blobs.length).slice(0, TRIED_LINES)
  if (tried.length === 0) return { sure: 1, length: Number.POSITIVE_INFINITY }
  const read = await reader.glance(tried)
  const mean = (of: (line: LineText) => number) => read.reduce((sum, line) => sum + of(line), 0) / read.length
  return { sure: mean((line) => line.mean), length: mean(({ text }) => text.length) }
}

/** The longest lines of a page that lies on its side are the signs beside one another of several lines: few. */
const LONG_ENOUGH = 6
/** So much longer lines are those of the page upright. */
const LONGER = 1.3

/** The network also reads signs that lie on one side: of two pages read well the one with the longer lines is upright. */
function isMoreUpright(one: Tried, other: Tried): boolean {
  // No line at all says nothing: of a page with a row or two all lines are gone once it lies on its side.
  if (!Number.isFinite(one.length)) return false
  if (one.sure >= UPRIGHT && other.sure >= UPRIGHT) return one.length > other.length * LONGER
  return one.sure > other.sure + 0.05
}

/** Stands as it should, as far as the text can tell. */
async function upright(engine: Engine, seen: Raster, dpi: number): Promise<Tried> {
  const ink = flatten(seen, strokeThreshold(seen))
  const tryOn = async (turned: Raster): Promise<Tried> => {
    const layout = layOutPage(straighten(turned, ink !== seen), dpi)
    const reader = new LineReader(engine, layout)
    const seems = isNoise({ layout, sure: 1 }) ? { sure: 0, length: 0 } : await sureness(reader, layout)
    return { layout, reader, ...seems }
  }
  let best = await tryOn(ink)
  const isLong = ({ length }: Tried) => length >= LONG_ENOUGH
  if ((best.sure >= UPRIGHT && isLong(best)) || isNoise({ ...best, sure: 1 })) return best
  for (const quarters of [2, 1, 3] as const satisfies readonly QuarterTurns[]) {
    const turned = await tryOn(turnByQuarters(ink, quarters))
    if (isMoreUpright(turned, best)) best = turned
    if (turned.sure >= UPRIGHT + 0.1 && isLong(turned)) break
  }
  return best
}

/** Of a single line: nothing is taken that is less sure. */
const HARDLY = 0.25
/** A bracket without its other half: something was not read. */
const UNPAIRED = 0.6

function joined(lines: readonly LineText[]): Pick<TableCell, 'text' | 'confidence' | 'alternatives'> {
  const text = lines.map((line) => line.text).join('\n')
  const confidence = lines.reduce((least, line) => Math.min(least, line.confidence), 1)
  const alternatives = lines
    .flatMap((line, index) =>
      line.alternatives.map((other) => ({
        text: lines.map((each, at) => (at === index ? other.text : each.text)).join('\n'),
        probability: other.probability,
      })),
    )
    .sort((a, b) => b.probability - a.probability)
    .map((other) => other.text)
  // A guess that is hardly one is offered, not taken.
  const isGuess = lines.length === 1 && confidence < HARDLY
  const guesses = isGuess ? [text, ...alternatives] : alternatives
  const taken = isGuess ? '' : text
  const isPaired = text.match(/[(\uff08]/g)?.length === text.match(/[)\uff09]/g)?.length
  const different = [...new Set(guesses)].filter((other) => other !== taken && other !== '').slice(0, 6)
  return {
    text: taken,
    confidence: Math.round((isPaired ? confidence : Math.min(confidence, UNPAIRED)) * 1000) / 1000,
    ...(different.length === 0 ? {} : { alternatives: different }),
  }
}

/** Narrow cells with a doubtful short line, all their lines read as one where that is surer; by place among the areas. */
async function readNarrow(
  { reader, layout }: Tried,
  read: readonly LineText[],
): Promise<ReadonlyMap<number, ReturnType<typeof joined>>> {
  const { areas, lines, tables, em } = layout
  const chosen: { readonly area: number; readonly own: readonly LineText[] }[] = []
  let next = 0
  areas.forEach(({ table, cell }, area) => {
    const own = read.slice(next, next + lines[area]!.length)
    next += lines[area]!.length
    const width = tables[table]!.cells[cell]!.box[2]
    const isDoubtful = own.some(({ confidence }) => confidence < SURE_LINE)
    if (own.length > 1 && own.length <= MOST_TOGETHER && width < em * NARROW && isDoubtful) chosen.push({ area, own })
  })
  const together = await reader.readTogether(chosen.map(({ area }) => lines[area]!))
  const found = new Map<number, ReturnType<typeof joined>>()
  chosen.forEach(({ area, own }, at) => {
    const apart = joined(own)
    const one = together[at]!
    if (one.text === '' || one.confidence <= (apart.confidence ?? 1)) return
    const others = [{ text: apart.text, probability: 0.5 }, ...one.alternatives].filter(
      ({ text }) => text.replace(/\n/g, '') !== one.text,
    )
    found.set(area, joined([{ ...one, alternatives: others }]))
  })
  return found
}

/** Dashes alone in their cells read anew, in place. */
function readDashes({ areas, lines, tables, em }: Layout, read: LineText[]): void {
  const lone: LoneLine[] = []
  const places: number[] = []
  let next = 0
  areas.forEach(({ table, cell }, area) => {
    const own = lines[area]!
    if (own.length === 1) {
      lone.push({ table, cell: tables[table]!.cells[cell]!, line: own[0]!, read: read[next]! })
      places.push(next)
    }
    next += own.length
  })
  for (const [at, text] of lowDashes(lone, em)) read[places[at]!] = text
}

const SURE_LINE = 0.85
const NARROW = 4.6
const MOST_TOGETHER = 12

export async function readPage(engine: Engine, { page, picture, dpi }: PagePicture): Promise<ReadPage> {
  const tried = await upright(engine, smoothGrain(inkOf(picture, dpi)), dpi)
  const { layout } = tried
  const { tables, areas, lines, outside, text } = layout
  const points = 72 / dpi
  if (isNoise(tried))
    return {
      content: { page, width: text.width * points, height: text.height * points, items: [] },
      unread: [],
      noise: true,
    }
  const cellLines = lines.flat()
  const read = await tried.reader.read([...cellLines, ...outside])
  readDashes(layout, read)
  const box = ([x, y, width, height]: Box): Box => [x * points, y * points, width * points, height * points]
  const boxOf = ({ left, top, right, bottom }: Blob): Box => box([left, top, right - left + 1, bottom - top + 1])

  const narrow = await readNarrow(tried, read)
  const unread: Box[] = []
  const cells: TableCell[][] = tables.map(() => [])
  let next = 0
  areas.forEach(({ table, cell }, index) => {
    const own = read.slice(next, next + lines[index]!.length)
    next += lines[index]!.length
    const ruled = tables[table]!.cells[cell]!
    const placed = { ...ruled, box: box(ruled.box) }
    if (own.length === 0) {
      cells[table]!.push({ ...placed, text: '' })
      return
    }
    const content = narrow.get(index) ?? joined(own.filter((line) => line.text !== '' || own.length === 1))
    if (content.text === '') unread.push(placed.box)
    cells[table]!.push({ ...placed, ...content })
  })
  const items: PageItem[] = tables.map((table, index) => ({
    ...table,
    kind: 'table',
    box: box(table.box),
    cells: cells[index]!,
  }))
  outside.forEach((line, index) => {
    const content = joined([read[cellLines.length + index]!])
    if (content.text !== '' || content.alternatives !== undefined)
      items.push({ kind: 'line', box: boxOf(line.box), ...content })
  })
  items.sort((a, b) => order(a.box, b.box))
  return {
    content: { page, width: text.width * points, height: text.height * points, items },
    unread,
    noise: false,
  }
}

/** From above; beside one another from the left. */
function order(a: Box, b: Box): number {
  const middleA = a[1] + a[3] / 2
  const middleB = b[1] + b[3] / 2
  const beside = middleA > b[1] && middleA < b[1] + b[3] && middleB > a[1] && middleB < a[1] + a[3]
  return beside ? a[0] - b[0] : a[1] - b[1]
}
