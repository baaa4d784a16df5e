/** The fonts on disk: the part made when the program is built (common signs), the whole for rare names. */

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { coverageOf, underOwnName } from './font-table.ts'

export interface PrintFont {
  readonly bytes: Buffer
  readonly has: (codePoint: number) => boolean
}

/** Where the build puts it, seen from a part of the program and from its root. */
const COMMON = ['../fonts/serif-sc.ttf', './fonts/serif-sc.ttf']
const WHOLE = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'

let common: PrintFont | null = null
let whole: PrintFont | null = null

function load(path: string): PrintFont {
  const bytes = underOwnName(readFileSync(path))
  return { bytes, has: coverageOf(bytes) }
}

function wholeFont(): PrintFont {
  whole ??= load(createRequire(import.meta.url).resolve(WHOLE))
  return whole
}

function commonFont(): PrintFont {
  if (common !== null) return common
  const built = COMMON.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path))
  common = built === undefined ? wholeFont() : load(built)
  return common
}

/** Signs that the serif font lacks and the compiler's own monospaced font has: boxes to tick, ticks, crosses. */
const MARKS = /^[\u2610-\u2612\u2713-\u2718]$/u

/** Shown by no font: spaces, breaks, joiners. */
const UNSEEN = /^[\s\u200b-\u200f\u2060\ufeff]$/u

/** The smaller font where it has all signs, else the whole; and the signs that neither has. */
export function fontFor(texts: readonly string[]): { readonly font: PrintFont; readonly missing: ReadonlySet<string> } {
  const signs = new Set(texts.join(''))
  const without = (font: PrintFont) =>
    new Set([...signs].filter((sign) => !MARKS.test(sign) && !UNSEEN.test(sign) && !font.has(sign.codePointAt(0)!)))
  const missing = without(commonFont())
  if (missing.size === 0) return { font: commonFont(), missing }
  const stillMissing = without(wholeFont())
  return stillMissing.size < missing.size
    ? { font: wholeFont(), missing: stillMissing }
    : { font: commonFont(), missing }
}
