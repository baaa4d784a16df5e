/** Characters → words: what the document set without a gap, and what stays together where a border runs through it. */

import type { Glyph } from './glyphs.ts'
import type { Extent } from './matrix.ts'

export interface Word {
  readonly text: string
  readonly box: Extent
  readonly size: number
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly angle: number
  readonly run: number
  /** Blanks, which only say that words stand apart. */
  readonly blank: boolean
  readonly clipped: boolean
  /** Middles of its characters. */
  readonly middles: readonly (readonly [x: number, y: number])[]
}

/** In parts of the height of the characters. */
const GAP = 0.3
/** So many degrees text may lean without being a watermark. */
const LEAN = 4

/** The quarter turn that text has; null where it stands aslant. */
export function quarterOf(angle: number): number | null {
  const quarter = Math.round(angle / 90) * 90
  return Math.abs(angle - quarter) <= LEAN ? quarter % 360 : null
}

/** A box turned back, so that text of that angle runs from left to right. */
export function upright([x1, y1, x2, y2]: Extent, angle: number): Extent {
  if (angle === 90) return [y1, -x2, y2, -x1]
  if (angle === 180) return [-x2, -y2, -x1, -y1]
  if (angle === 270) return [-y2, x1, -y1, x2]
  return [x1, y1, x2, y2]
}

function union(a: Extent, b: Extent): Extent {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

const BLANK = /^[\s\u00a0\u3000\u200b\ufeff]*$/

function follows(before: Glyph, glyph: Glyph, angle: number): boolean {
  if (before.run !== glyph.run || before.clipped !== glyph.clipped) return false
  const [a, b] = [upright(before.box, angle), upright(glyph.box, angle)]
  const gap = b[0] - a[2]
  return Math.abs(gap) <= GAP * glyph.size && Math.abs(a[3] - b[3]) <= GAP * glyph.size
}

/** Aslant characters must have been taken out before. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = []
  let open: { text: string; box: Extent; middles: (readonly [number, number])[]; first: Glyph; last: Glyph } | null =
    null
  const finish = (): void => {
    if (open === null) return
    const { text, box, middles, first } = open
    const { size, run, clipped } = first
    words.push({ text, box, size, angle: quarterOf(first.angle) ?? 0, run, blank: BLANK.test(text), clipped, middles })
    open = null
  }
  for (const glyph of glyphs) {
    if (glyph.text === '') continue
    const angle = quarterOf(glyph.angle) ?? 0
    const blank = BLANK.test(glyph.text)
    const middle = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2] as const
    if (open !== null && !blank && !BLANK.test(open.text) && follows(open.last, glyph, angle)) {
      open.text += glyph.text
      open.box = union(open.box, glyph.box)
      open.middles.push(middle)
      open.last = glyph
      continue
    }
    finish()
    open = { text: glyph.text, box: glyph.box, middles: [middle], first: glyph, last: glyph }
  }
  finish()
  return words
}
