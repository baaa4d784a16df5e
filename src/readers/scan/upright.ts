/** Which way up a page stands, told by how well its lines are read. */

import type { QuarterTurns } from '../../containers/quarter-turns.ts'
import type { Engine } from './engine.ts'
import { flatten } from './flatten.ts'
import { strokeThreshold } from './ink.ts'
import { type Layout, layOutPage, straighten } from './lay-out.ts'
import { limits } from './limits.ts'
import { type Raster, turnByQuarters } from './raster.ts'
import { LineReader, type LineText } from './read-lines.ts'
import type { TextLine } from './text-lines.ts'

/** A page whose lines are read worse than this may lie on its side or stand on its head. */
const UPRIGHT = 0.72
const TRIED_LINES = 12
/** In signs. */
const LONG_LINE = 14
/** Read worse than this, however it is turned, there is no text: what the network says would be invented. */
const NO_TEXT = 0.42

/** A page laid out one way up, and how it reads. */
export interface Tried {
  readonly layout: Layout
  /** Turned by so much from how the picture lies. */
  readonly turned: QuarterTurns
  readonly reader: LineReader
  /** How sure its longest lines are read, and how many signs they have. */
  readonly sure: number
  readonly length: number
}

/** More pieces of ink than any text has, or none that reads as text. */
export function isNoise({ layout: { lines, outside, blobs }, sure }: Pick<Tried, 'layout' | 'sure'>): boolean {
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
export async function upright(engine: Engine, seen: Raster, dpi: number): Promise<Tried> {
  const ink = flatten(seen, strokeThreshold(seen))
  const tryOn = async (turned: QuarterTurns): Promise<Tried> => {
    const layout = layOutPage(straighten(turnByQuarters(ink, turned), ink !== seen), dpi)
    const reader = new LineReader(engine, layout)
    const seems = isNoise({ layout, sure: 1 }) ? { sure: 0, length: 0 } : await sureness(reader, layout)
    return { layout, turned, reader, ...seems }
  }
  let best = await tryOn(0)
  const isLong = ({ length }: Tried) => length >= LONG_ENOUGH
  if ((best.sure >= UPRIGHT && isLong(best)) || isNoise({ ...best, sure: 1 })) return best
  for (const quarters of [2, 1, 3] as const satisfies readonly QuarterTurns[]) {
    const other = await tryOn(quarters)
    if (isMoreUpright(other, best)) best = other
    if (other.sure >= UPRIGHT + 0.1 && isLong(other)) break
  }
  return best
}
