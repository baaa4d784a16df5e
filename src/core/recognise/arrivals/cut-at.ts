/** A cell cut at places of its key, which lacks the blanks that its text may have anywhere. */

import { gather } from '../../model/gather.ts'
import { READING } from '../script.ts'
import { foldWidth, keyOf, pieceOf, type SourceCell } from '../source.ts'

/** For each sign of the key, where in the text it stands; null where the two do not go together sign by sign. */
function placesOf({ text, key }: SourceCell): readonly number[] | null {
  const places: number[] = []
  const readings = new Set(
    gather([...foldWidth(text).matchAll(READING)], ({ index, 0: reading }) =>
      Array.from(reading, (_, sign) => index + sign),
    ),
  )
  let found = ''
  for (let at = 0; at < text.length; at++) {
    const part = readings.has(at) ? '' : keyOf(text[at]!)
    for (let sign = 0; sign < part.length; sign++) places.push(at)
    found += part
  }
  return found === key ? [...places, text.length] : null
}

/**
 * The pieces that begin at `starts`, places in the key in any order. A sign that folds to two of the key (㎡)
 * goes with the first piece, and what is left without a sign is left out. Null where the places
 * cannot be found in the text.
 */
export function cutAt(cell: SourceCell, starts: readonly number[]): readonly SourceCell[] | null {
  const places = placesOf(cell)
  if (places === null) return null
  const borders = [...new Set([...starts, cell.key.length])].sort((a, b) => a - b)
  return gather(borders.slice(0, -1), (start, index) => {
    const from = places[start]!
    const raw = cell.text.slice(from, places[borders[index + 1]!]).trim()
    return raw === '' ? [] : [pieceOf(cell, raw, from)]
  })
}
