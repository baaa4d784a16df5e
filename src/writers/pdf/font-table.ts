/** What a TrueType font has signs for, and a name that no other font of the machine has. */

const FAMILY = 'Noto Serif SC'
/** As long as the name it replaces, so that no table of the font moves. */
export const printFamily = 'Ziping Serifs'

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/**
 * The font under a name of its own. A compiler that looks for the family by its public name might find another version,
 * installed on the machine, and the same form would print differently there.
 */
export function underOwnName(font: Buffer): Buffer {
  const own = Buffer.from(font)
  const [name, replacement] = [utf16(FAMILY), utf16(printFamily)]
  for (let at = own.indexOf(name); at >= 0; at = own.indexOf(name, at + name.length)) replacement.copy(own, at)
  return own
}

interface Range {
  readonly first: number
  readonly last: number
}

/** Offset of the table of this tag, or null. */
function tableAt(font: Buffer, tag: string): number | null {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  return null
}

/** Character ranges of the subtable in format 12 (all planes), else in format 4 (the first). Ranges that map to no glyph are left out by font makers. */
function rangesOf(font: Buffer): readonly Range[] {
  const cmap = tableAt(font, 'cmap')
  if (cmap === null) return []
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    return { at, format: font.readUInt16BE(at) }
  })
  const full = subtables.find(({ format }) => format === 12)
  if (full !== undefined) {
    return Array.from({ length: font.readUInt32BE(full.at + 12) }, (_, index) => {
      const group = full.at + 16 + 12 * index
      return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4) }
    })
  }
  const basic = subtables.find(({ format }) => format === 4)
  if (basic === undefined) return []
  const segments = font.readUInt16BE(basic.at + 6) / 2
  return Array.from({ length: segments }, (_, index) => ({
    first: font.readUInt16BE(basic.at + 16 + 2 * segments + 2 * index),
    last: font.readUInt16BE(basic.at + 14 + 2 * index),
  }))
}

/** Whether the font has a sign for a code point. */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const ranges = rangesOf(font)
  return (codePoint) => {
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranges[middle]!.last < codePoint) low = middle + 1
      else high = middle
    }
    return low < ranges.length && ranges[low]!.first <= codePoint
  }
}
