/** The words of the form itself: a sign that was misread once stands right elsewhere on the same form. */

import { gather } from '../../model/gather.ts'
import type { FormCell } from './form-cells.ts'
import { percentOf } from './form-cells.ts'

/** In percent: words of cells read less surely than this speak for nothing. */
const SURE = 90
/** A sign with its neighbours: so many signs tell one word from another. */
const LONG = 3
const SHORT = 2
const HAN = /^[\u4e00-\u9fff]+$/

function* windowsOf(text: string, length: number): Generator<string> {
  const signs = [...text.replace(/\s/g, '')]
  for (let at = 0; at + length <= signs.length; at++) {
    const window = signs.slice(at, at + length).join('')
    if (HAN.test(window)) yield window
  }
}

/** The one sign in which two texts differ; null where they differ in more. */
function onlyDifference(one: string, other: string): number | null {
  const [a, b] = [[...one], [...other]]
  if (a.length !== b.length) return null
  const places = gather(a, (sign, at) => (sign === b[at] ? [] : [at]))
  return places.length === 1 ? places[0]! : null
}

/** Words of a form, by pairs and triples of signs, of the cells that were read without doubt. */
export class OwnWords {
  readonly #known = new Set<string>()

  constructor(cells: readonly FormCell[]) {
    for (const { cell } of cells) {
      if (percentOf(cell) < SURE) continue
      for (const length of [SHORT, LONG]) for (const window of windowsOf(cell.raw, length)) this.#known.add(window)
    }
  }

  /** What of the form knows the sign at a place with its neighbours: 2 a triple, 1 a pair, 0 nothing. */
  #support(text: string, at: number): 0 | 1 | 2 {
    const signs = [...text]
    const has = (length: number) => {
      for (let from = Math.max(0, at - length + 1); from <= at && from + length <= signs.length; from++)
        if (this.#known.has(signs.slice(from, from + length).join(''))) return true
      return false
    }
    return has(LONG) ? 2 : has(SHORT) ? 1 : 0
  }

  /** Another reading whose word the form has elsewhere, where it has the one that was read nowhere; null where none, or two. */
  otherReading({ cell: { raw, alternatives = [] } }: FormCell): string | null {
    const text = raw.replace(/\s/g, '')
    const fits = alternatives.filter((other) => {
      const tight = other.replace(/\s/g, '')
      const at = onlyDifference(text, tight)
      return at !== null && this.#support(tight, at) === 2 && this.#support(text, at) === 0
    })
    return fits.length === 1 ? fits[0]! : null
  }
}
