/** Which characters of a page can be believed: fonts without a map to characters give others than are seen. */

import type { Glyph } from './glyphs.ts'
import { areaOf, type Extent, isInside } from './matrix.ts'
import { withoutRadicals } from './radicals.ts'
import { quarterOf } from './words.ts'

/** Characters of Chinese forms: Han, kana, Latin, Greek, Cyrillic, digits, punctuation, mathematical and other signs. */
const KNOWN =
  /^[\t\n\r\u0020-\u007e\u00a0-\u00ff\u0100-\u0233\u0370-\u045f\u2000-\u27bf\u2900-\u2bff\u2e00-\u2e7f\u2e80-\u9fff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffee\u{20000}-\u{323af}\ufeff\u00ad]*$/u

/** Signs of symbol fonts, at the private code points where those fonts have them; dashes that fonts join. */
const symbols: Readonly<Record<string, string>> = {
  '\u2e3a': '——',
  '\u2e3b': '———',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf071': '□',
  '\uf0a3': '□',
  '\uf0a8': '□',
  '\uf0b7': '·',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0fe': '☑',
  '\uf052': '☑',
  '\uf0b3': '≥',
  '\uf0a2': '′',
  '\uf0b0': '°',
  '\uf0b1': '±',
  '\uf0b4': '×',
}

function known(text: string): string {
  const radical = withoutRadicals(text)
  return symbols[radical] ?? radical
}

/** A font of which so many characters on a page are unknown, and so large a part, is not believed at all. */
const MANY_UNKNOWN = 4
const LARGE_PART = 0.2

export interface Readable {
  readonly glyphs: Glyph[]
  /** Characters that became U+FFFD. */
  readonly unreadable: number
}

/** Radicals and signs as characters; what is no character of any form as U+FFFD. */
export function readableGlyphs(glyphs: readonly Glyph[]): Readable {
  const fonts = new Map<string, { all: number; known: number }>()
  const mapped = glyphs.map((glyph) => {
    const text = known(glyph.text)
    const isKnown = text !== '' && KNOWN.test(text)
    const font = fonts.get(glyph.font) ?? { all: 0, known: 0 }
    font.all++
    if (isKnown) font.known++
    fonts.set(glyph.font, font)
    return { glyph, text, isKnown }
  })
  let unreadable = 0
  const made = mapped.map(({ glyph, text, isKnown }): Glyph => {
    const { all, known: good } = fonts.get(glyph.font)!
    const isBelieved = all - good < MANY_UNKNOWN || all - good <= all * LARGE_PART
    if (isKnown && isBelieved) return text === glyph.text ? glyph : { ...glyph, text }
    unreadable++
    return { ...glyph, text: '\ufffd' }
  })
  return { glyphs: made, unreadable }
}

/** Bold is often made by painting the same character two or four times, a little apart: one is enough. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const places = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const [x, y] = [glyph.box[0], glyph.box[3]]
    const near = Math.max(0.5, glyph.size * DOUBLED)
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)]
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of places.get(`${glyph.text}${column + dx},${row + dy}`) ?? []) {
          if (Math.abs(other.box[0] - x) < near && Math.abs(other.box[3] - y) < near) return false
        }
      }
    }
    const key = `${glyph.text}${column},${row}`
    const known = places.get(key)
    if (known === undefined) places.set(key, [glyph])
    else known.push(glyph)
    return true
  })
}

const DOUBLED = 0.12
const CELL = 8

export interface Sorted {
  readonly text: Glyph[]
  /** Over a picture: what a recognising program read in it. */
  readonly layer: Glyph[]
  readonly watermark: Glyph[]
  readonly hidden: Glyph[]
}

/** A watermark is aslant, or both pale and so much larger than the text. */
const WATERMARK_SIZE = 2.2

/** `grounds`: areas and pictures that are not white. */
export function sortGlyphs(glyphs: readonly Glyph[], grounds: readonly Extent[]): Sorted {
  const sorted: Sorted = { text: [], layer: [], watermark: [], hidden: [] }
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[sizes.length >> 1] ?? 0
  const dark = grounds.filter((ground) => areaOf(ground) > 0).slice(0, MOST_GROUNDS)
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2]
    if (quarterOf(glyph.angle) === null) sorted.watermark.push(glyph)
    else if (glyph.invisible) sorted.layer.push(glyph)
    else if (glyph.white && !dark.some((ground) => isInside(x, y, ground))) sorted.hidden.push(glyph)
    else if (glyph.pale && !glyph.white && glyph.size > WATERMARK_SIZE * usual) sorted.watermark.push(glyph)
    else sorted.text.push(glyph)
  }
  return sorted
}

const MOST_GROUNDS = 500
