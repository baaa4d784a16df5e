/** A dash that is alone in its cell: an underscore stands at the foot of the signs in the cells beside it. */

import type { RuledTable } from '../../containers/ruled-table.ts'
import type { LineText } from './read-lines.ts'
import type { TextLine } from './text-lines.ts'

/** One line of one cell. */
export interface LoneLine {
  readonly table: number
  readonly cell: RuledTable['cells'][number]
  readonly line: TextLine
  readonly read: LineText
}

/** In heights of a usual sign: so near to the foot of its neighbours, or lower, it is an underscore. */
const LOW = 0.2
/** As far above it, it is none; what stands between is doubtful. */
const HIGH = 0.3
const DOUBTFUL = 0.6

const isDash = ({ text }: LineText) => text === '-' || text === '_'

/** What is read anew, by its place in the list. `em`: side of a usual sign, pixels. */
export function lowDashes(lines: readonly LoneLine[], em: number): ReadonlyMap<number, LineText> {
  const found = new Map<number, LineText>()
  lines.forEach(({ table, cell, line, read }, at) => {
    if (!isDash(read) || line.stacked !== undefined) return
    const feet = lines
      .filter((other) => other.table === table && other.cell.row === cell.row && other.cell.rowSpan === cell.rowSpan)
      .filter((other) => !isDash(other.read) && other.line.stacked === undefined)
      .map(({ line: { box } }) => box)
      .filter(({ top, bottom }) => bottom - top + 1 >= em * 0.6 && bottom - top + 1 <= em * 1.4)
      .map(({ bottom }) => bottom)
      .sort((a, b) => a - b)
    const foot = feet[Math.floor(feet.length / 2)]
    if (foot === undefined) return
    const above = (foot - (line.box.top + line.box.bottom) / 2) / em
    if (above > HIGH) return
    const [sign, other] = above <= LOW ? ['_', '-'] : ['-', '_']
    const others = read.alternatives.filter(({ text }) => text !== sign && text !== other)
    found.set(at, {
      ...read,
      text: sign!,
      confidence: above <= LOW ? read.confidence : Math.min(read.confidence, DOUBTFUL),
      alternatives: [{ text: other!, probability: 0.05 }, ...others],
    })
  })
  return found
}
