/** A table of region codes as it is published (a code, a name, perhaps the code above it) becomes the list the server keeps. */

import type { Region } from '../../../src/api/types.ts'
import type { CellRows } from '../local/file-work.ts'

const CODE = /^\d{2,12}$/
const NAME = /\p{L}/u

/** Ends of the levels of a code by GB/T 2260 and its extension, above the lowest: town, county, city, province. */
const levels = [9, 6, 4, 2] as const

/** Codes a code may lie below, the nearest first: the digits of its lower levels are 0, or left out. */
function superiors(code: string): readonly string[] {
  return levels
    .flatMap((end) => {
      const head = code.slice(0, end)
      return [head.padEnd(code.length, '0'), head.padEnd(6, '0'), head]
    })
    .filter((above) => above !== code && above.length <= code.length)
}

export interface RegionsRead {
  readonly regions: readonly Region[]
  /** Rows that hold a text and no code and name: heads, remarks. */
  readonly left: number
}

/**
 * Of each row the first code, the first text with a letter behind or before it, and a second code as what it lies below; where none is
 * written the nearest code of the table (or of `known`) that its digits name. A code named twice counts once, as it stands last.
 */
export function regionsIn(rows: CellRows, known: readonly string[] = []): RegionsRead {
  const found = new Map<string, { readonly name: string; readonly parent: string | null }>()
  let left = 0
  for (const row of rows) {
    // A text file comes as one cell a line.
    const texts = row.flatMap((text) => text.split(/[\t,，;；]|\s{2,}|(?<=^\d{2,12})\s+/)).map((text) => text.trim())
    const codes = texts.filter((text) => CODE.test(text))
    const name = texts.find((text) => NAME.test(text))
    const [code, parent] = codes
    if (code === undefined || name === undefined) {
      if (texts.some((text) => text !== '')) left++
    } else found.set(code, { name, parent: parent === undefined || parent === code ? null : parent })
  }
  const all = new Set([...known, ...found.keys()])
  const regions = [...found].map(([code, { name, parent }]) => ({
    code,
    name,
    parent: parent ?? superiors(code).find((above) => all.has(above)) ?? null,
  }))
  return { regions, left }
}
