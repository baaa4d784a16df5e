/** Signs that the network takes for others like them, told by the strokes themselves: . and 。, < and ≤, a dash and =. */

import { around, type Blob } from './components.ts'
import type { LineReading, Sign } from './decode-line.ts'
import { segmentsOf } from './line-parts.ts'
import type { Raster } from './raster.ts'
import { weighedRelation } from './relation-signs.ts'
import type { TextLine } from './text-lines.ts'

interface PageInk {
  readonly text: Raster
  readonly threshold: number
  readonly em: number
}

/** As sure as one can be of a sign told by its strokes; and where they do not tell. */
const TOLD = 0.9
const UNTOLD = 0.6
const HAN = /\p{Script=Han}/u

function toldAs(each: Sign, sign: string, probability: number): Sign {
  if (each.sign === sign) return { ...each, probability: Math.max(each.probability, probability) }
  const others = each.others.filter((other) => other.sign !== sign)
  return { ...each, sign, probability, others: [{ sign: each.sign, probability: 1 - probability }, ...others] }
}

/** How wide the last stroke is, in widths of a Chinese sign: so narrow it is a dot, so wide the circle 。 */
const DOT = 0.165
const CIRCLE = 0.26
/** No circle is higher. */
const RING = 0.31
/** A dot is solid, what is left of a faint circle is not. */
const SOLID = 160

function stopOf(signs: readonly Sign[], { box, blobs }: TextLine, em: number): string | null {
  const [before, stop] = signs.slice(-2)
  if (stop === undefined || !/^[.\uff0e。:：]$/.test(stop.sign) || !HAN.test(before!.sign)) return null
  const last = blobs.reduce((most, blob) => (blob.right > most.right ? blob : most))
  const wide = (last.right - last.left + 1) / em
  if (box.bottom - box.top + 1 > em * 1.3 || last.bottom - last.top + 1 > em * 0.4) return null
  if (/[:：]/.test(stop.sign)) {
    // Two dots take more height than a circle, even one that came apart.
    const { top, bottom } = around(blobs.filter(({ right }) => right >= last.left))
    const isLow = top > (box.top + box.bottom) / 2 && bottom - top + 1 <= em * RING
    return isLow ? '。' : null
  }
  if (wide >= CIRCLE) return '。'
  return wide < DOT && last.peak >= SOLID ? '.' : null
}

/** A dash before a figure is two bars that ran together where it is as wide as a Chinese sign. */
const BARS = 0.6

function isBars(signs: readonly Sign[], { left, right }: Blob, em: number): boolean {
  const [first, next] = signs
  if (!/^[-—一]$/.test(first?.sign ?? '') || !/^\d$/.test(next?.sign ?? '')) return false
  // Nobody writes 一4.
  if (first!.sign === '一') return true
  const wide = right - left + 1
  return wide >= em * BARS && wide <= em * 1.2
}

/** A wave is low for its width, a ^ is not. */
const ROOF = 0.5

function isRoof({ left, right, top, bottom }: Blob): boolean {
  return bottom - top + 1 >= (right - left + 1) * ROOF
}

/** The first sign of a line where strokes tell it better than the network. */
function firstOf(signs: readonly Sign[], line: TextLine, page: PageInk): Sign | null {
  const [first, next] = signs
  if (first === undefined || line.blobs.length === 0) return null
  const box = around(segmentsOf(line.blobs)[0]!)
  if (isBars(signs, box, page.em)) return toldAs(first, '=', UNTOLD)
  if (first.sign === '~' && isRoof(box)) return toldAs(first, '^', TOLD)
  if ((first.sign !== '<' && first.sign !== '>') || next?.sign === '=') return null
  const told = weighedRelation(page.text, box, first.sign, page)
  if (told !== null) return toldAs(first, told, TOLD)
  // Forms have ten ≥ for one >.
  return toldAs(first, first.sign === '<' ? '≤' : '≥', UNTOLD)
}

/** Behind a Chinese sign a point that no stroke tells is most likely the stop. */
function untoldStop(signs: readonly Sign[]): readonly Sign[] {
  const [before, stop] = signs.slice(-2)
  const isPoint = stop !== undefined && /^[.\uff0e]$/.test(stop.sign) && HAN.test(before!.sign)
  return isPoint ? signs.with(-1, toldAs(stop, '。', UNTOLD)) : signs
}

/** The reading with such signs told anew. */
export function toldByStrokes(reading: LineReading, line: TextLine, page: PageInk): LineReading {
  const stop = stopOf(reading.signs, line, page.em)
  const signs =
    stop === null ? untoldStop(reading.signs) : reading.signs.with(-1, toldAs(reading.signs.at(-1)!, stop, TOLD))
  const first = firstOf(signs, line, page)
  return { ...reading, signs: (first === null ? signs : signs.with(0, first)).map(pointWithin) }
}

/** Between Chinese signs no point is printed: a comma, or a stop. */
function pointWithin(each: Sign, at: number, signs: readonly Sign[]): Sign {
  const [before, after] = [signs[at - 1]?.sign ?? '', signs[at + 1]?.sign ?? '']
  return each.sign === '.' && HAN.test(before) && HAN.test(after) ? toldAs(each, ',', UNTOLD) : each
}
