/** Lines of a cell as one text. */

import type { TableCell } from '../../containers/page-flow.ts'
import type { Layout } from './lay-out.ts'
import { type LoneLine, lowDashes } from './low-dashes.ts'
import type { LineText } from './read-lines.ts'
import type { Tried } from './upright.ts'

/** Of a single line: nothing is taken that is less sure. */
const HARDLY = 0.25
/** A bracket without its other half: something was not read. */
const UNPAIRED = 0.6

/** Its lines under one another; as sure as the least sure of them. */
export function joined(lines: readonly LineText[]): Pick<TableCell, 'text' | 'confidence' | 'alternatives'> {
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

const SURE_LINE = 0.85
const NARROW = 4.6
const MOST_TOGETHER = 12

/** Narrow cells with a doubtful short line, all their lines read as one where that is surer; by place among the areas. */
export async function readNarrow(
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
export function readDashes({ areas, lines, tables, em }: Layout, read: LineText[]): void {
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
