/** A page laid out: level, its ruling lines and tables found, its ink shared out to cells and lines. */

import { type RuledTable, ruledTables } from '../../containers/ruled-table.ts'
import { emOf, faintBlobsOf, withFaintStops } from './components.ts'
import { withoutRulings } from './erase-rulings.ts'
import { strokeThreshold } from './ink.ts'
import { type Raster, turn } from './raster.ts'
import { pixelsAt } from './ridges.ts'
import { asRulings, rulingsOf } from './rulings.ts'
import { withRunOver } from './run-over.ts'
import { type Area, isDust, share } from './share-ink.ts'
import { skewOf } from './skew.ts'
import { linesIn, linesOutside, type TextLine } from './text-lines.ts'

/** In pixels of the page made level. */
export interface Layout {
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

/** Smaller ones are signs with straight strokes; so is a single row of narrow cells no higher than a line. */
function isTable({ box: [, , width, height], cells, rowCount }: RuledTable, em: number): boolean {
  if (width < em * 5 || height < em * 0.9) return false
  return rowCount > 1 || height > em * 1.9 || cells.some(({ box }) => box[2] > em * 6)
}

/** A page made level. */
export interface Straightened {
  readonly ink: Raster
  readonly threshold: number
  /** Its lines are not quite straight. */
  readonly bent: boolean
}

/** Turned by so much that its lines run level. */
export function straighten(ink: Raster, bent: boolean): Straightened {
  const threshold = strokeThreshold(ink)
  const skew = skewOf(ink, threshold)
  return { ink: skew === 0 ? ink : turn(ink, -skew), threshold, bent }
}

/** Ink fainter than this is no text. */
const FAINT_TEXT = 52

/** `dpi` of the page; what is no table by its size is text. */
export function layOutPage({ ink, threshold: strokes, bent }: Straightened, dpi: number): Layout {
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
  const inside = areas.map(({ table, cell, blobs: own }) => linesIn(own, textInk, tables[table]!.cells[cell]!.box[2]))
  return {
    text,
    threshold,
    em,
    tables,
    areas,
    ...withRunOver(tables, areas, inside, linesOutside(outside, textInk), em),
    blobs: all.length,
  }
}
