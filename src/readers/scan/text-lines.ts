/** Lines of text inside an area: bands of strokes, told by where no ink is between them. */

import { around, type Blob } from './components.ts'
import type { Raster } from './raster.ts'

/** Strokes of one line; a line of vertical text is its signs from top to bottom. */
export interface TextLine {
  readonly box: Blob
  readonly blobs: readonly Blob[]
  /** Signs under one another, to be read as if beside one another. */
  readonly stacked?: readonly Blob[]
}

const heightOf = ({ top, bottom }: Blob) => bottom - top + 1
const widthOf = ({ left, right }: Blob) => right - left + 1

interface Band {
  blobs: Blob[]
  top: number
  bottom: number
}

/** Where one blob ends before the next begins, a new band begins. */
function bandsOf(blobs: readonly Blob[]): Band[] {
  const bands: Band[] = []
  for (const blob of [...blobs].sort((a, b) => a.top - b.top)) {
    const band = bands.at(-1)
    if (band === undefined || blob.top > band.bottom) bands.push({ blobs: [blob], top: blob.top, bottom: blob.bottom })
    else {
      band.blobs.push(blob)
      band.bottom = Math.max(band.bottom, blob.bottom)
    }
  }
  return bands
}

/** What lines are looked for in. */
export interface TextInk {
  readonly ink: Raster
  readonly threshold: number
  /** Side of a usual Chinese sign, pixels. */
  readonly em: number
}

/** Pixels with ink, row by row. */
function profileOf({ ink, threshold }: TextInk, { left, right, top, bottom }: Blob): number[] {
  const rows: number[] = []
  for (let y = top; y <= bottom; y++) {
    let count = 0
    for (let x = left; x <= right; x++) if (ink.data[y * ink.width + x]! >= threshold) count++
    rows.push(count)
  }
  return rows
}

/** Side of the signs of a band where they are larger than usual: those of a title. */
function ownEm({ blobs }: Band, em: number): number {
  const sides = blobs
    .map((blob) => Math.min(heightOf(blob), widthOf(blob) * 1.2))
    .filter((side) => side > em * 0.4)
    .sort((a, b) => a - b)
  return Math.max(em, sides[Math.floor(sides.length * 0.85)] ?? em)
}

/** Lines of one font set tight: between them there is hardly any ink. In heights of a usual sign, from one line to the next. */
const PITCH = { least: 0.95, most: 1.5 } as const
/** Ink between two lines, as a share of what a row of the band usually has. */
const BETWEEN = 0.3
/** How far from its place a gap is looked for, in heights of a line. */
const OFF_PLACE = 0.22

/** Rows between lines evenly set; none where there is too much ink at any of them. */
function evenGaps(profile: readonly number[], em: number): number[] {
  const usual = [...profile].sort((a, b) => a - b)[Math.floor(profile.length / 2)]!
  let [gaps, least]: [number[], number] = [[], usual * BETWEEN]
  const most = Math.floor(profile.length / (em * PITCH.least))
  for (let lines = Math.max(2, Math.ceil(profile.length / (em * PITCH.most))); lines <= most; lines++) {
    const pitch = profile.length / lines
    const found = Array.from({ length: lines - 1 }, (_, index) => {
      const place = (index + 1) * pitch
      let best = Math.round(place)
      for (let y = Math.ceil(place - pitch * OFF_PLACE); y <= place + pitch * OFF_PLACE; y++)
        if (profile[y]! < profile[best]!) best = y
      return best
    })
    const inked = Math.max(...found.map((y) => profile[y]!))
    if (inked < least) [gaps, least] = [found, inked]
  }
  return gaps
}

/** Strokes above and below a row; those that reach across it are signs of two lines that touch. */
function partAt(blobs: readonly Blob[], line: number, em: number): readonly [upper: Blob[], lower: Blob[]] {
  const upper: Blob[] = []
  const lower: Blob[] = []
  for (const blob of blobs) {
    const sticksOut = Math.min(line - blob.top, blob.bottom - line)
    if (sticksOut > em * 0.25) {
      upper.push({ ...blob, bottom: line - 1, area: blob.area / 2 })
      lower.push({ ...blob, top: line, area: blob.area / 2 })
    } else if ((blob.top + blob.bottom) / 2 < line) upper.push(blob)
    else lower.push(blob)
  }
  return [upper, lower]
}

const bandOf = (blobs: Blob[]): Band => {
  const { top, bottom } = around(blobs)
  return { blobs, top, bottom }
}

/** A band taller than a line holds several that touch: parted where there is least ink, about a line apart. */
function splitTall(band: Band, text: TextInk): Band[] {
  const height = band.bottom - band.top + 1
  if (height < text.em * 1.6) return [band]
  const profile = profileOf(text, around(band.blobs))
  const gaps = evenGaps(profile, text.em)
  if (gaps.length > 0) {
    const parted: Blob[][] = []
    let rest: Blob[] = band.blobs
    for (const gap of gaps) {
      const [upper, lower] = partAt(rest, band.top + gap, text.em)
      parted.push(upper)
      rest = lower
    }
    return [...parted, rest].filter((blobs) => blobs.length > 0).map(bandOf)
  }
  const em = ownEm(band, text.em)
  if (height < em * 1.6) return [band]
  const lines = Math.max(2, Math.round(height / (em * 1.15)))
  const pitch = height / lines
  let cut = -1
  let best = Number.POSITIVE_INFINITY
  for (let y = Math.round(em * 0.7); y < height - em * 0.7; y++) {
    const fromPitch = Math.abs(y / pitch - Math.round(y / pitch)) * pitch
    const weight = profile[y]! + (fromPitch / em) * 6
    if (weight < best) [cut, best] = [y, weight]
  }
  if (cut < 0) return [band]
  const [upper, lower] = partAt(band.blobs, band.top + cut, em)
  if (upper.length === 0 || lower.length === 0) return [band]
  return [upper, lower].flatMap((blobs) => splitTall(bandOf(blobs), text))
}

/** 二 and 三 are signs of several bands; so is a quotation mark above its line. */
function mergeLow(bands: readonly Band[], em: number): Band[] {
  const merged: Band[] = []
  for (const band of bands) {
    const before = merged.at(-1)
    if (before !== undefined) {
      const together = Math.max(before.bottom, band.bottom) - before.top + 1
      const lower = Math.min(before.bottom - before.top, band.bottom - band.top) + 1
      if (together <= em * 1.22 && lower < em * 0.55) {
        before.blobs.push(...band.blobs)
        before.bottom = Math.max(before.bottom, band.bottom)
        continue
      }
    }
    merged.push({ ...band, blobs: [...band.blobs] })
  }
  return merged
}

function lineOf({ blobs }: Band): TextLine {
  const sorted = [...blobs].sort((a, b) => a.left - b.left)
  return { box: around(sorted), blobs: sorted }
}

/** Lines of a cell, from above; signs under one another in a narrow cell are one line. */
export function linesIn(blobs: readonly Blob[], text: TextInk, width: number): TextLine[] {
  const { em } = text
  const bands = mergeLow(
    bandsOf(blobs).flatMap((band) => splitTall(band, text)),
    em,
  )
  const lines = bands.map(lineOf)
  const isStacked =
    lines.length >= 2 &&
    width < em * 2.6 &&
    lines.every(({ box }) => widthOf(box) <= em * 1.35 && heightOf(box) <= em * 1.6)
  if (!isStacked) return lines
  return [{ box: around(blobs), blobs: [...blobs], stacked: lines.map(({ box }) => box) }]
}

/** Text outside tables: lines over the whole width, parted where a wide gap is. */
export function linesOutside(blobs: readonly Blob[], text: TextInk): TextLine[] {
  const { em } = text
  const bands = mergeLow(
    bandsOf(blobs).flatMap((band) => splitTall(band, text)),
    em,
  )
  return bands.flatMap((band) => {
    const sorted = [...band.blobs].sort((a, b) => a.left - b.left)
    const size = Math.max(em, Math.min(band.bottom - band.top + 1, em * 2))
    const groups: Blob[][] = []
    let right = Number.NEGATIVE_INFINITY
    for (const blob of sorted) {
      if (blob.left - right > size * 2.2) groups.push([blob])
      else groups.at(-1)!.push(blob)
      right = Math.max(right, blob.right)
    }
    return groups.map((group) => ({ box: around(group), blobs: group }))
  })
}
