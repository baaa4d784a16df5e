/**
 * Strokes looked at piece by piece, between the lines they cross: a piece of ruling reaches from one line to the next, a
 * stroke of a sign ends before. So a line of one row is told from 川 and 王 between two lines.
 */

import type { Raster } from './raster.ts'
import { pixelsAt } from './ridges.ts'

/** A level or upright stroke: `at` across, `from`…`to` along. */
export interface Stroke {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly thickness: number
  /** Change of `at` per pixel along. */
  readonly slope: number
  /** Of its length, how much has ink. */
  readonly filled: number
  /** Of its ink, where nothing stands close to either side. */
  readonly clear: number
}

export function atOf(stroke: Stroke, along: number): number {
  return stroke.at + stroke.slope * (along - (stroke.from + stroke.to) / 2)
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** Least darkness of a stroke, and its share of what is usual in the piece. */
const FAINT = 18
const SHARE = 0.4

/** Of each pixel along a piece: is there ink within a pixel of the stroke? */
function inkAlong(raster: Raster, stroke: Stroke, { from, to }: Piece): boolean[] {
  const dark: number[] = []
  for (let along = from; along <= to; along++) {
    const middle = Math.round(atOf(stroke, along))
    let most = 0
    for (let across = middle - 1; across <= middle + 1; across++) {
      if (across >= 0 && across < raster.height && along >= 0 && along < raster.width)
        most = Math.max(most, raster.data[across * raster.width + along]!)
    }
    dark.push(most)
  }
  const usual = [...dark].sort((a, b) => a - b)[Math.floor(dark.length * 0.7)] ?? 0
  const least = Math.max(FAINT, usual * SHARE)
  return dark.map((value) => value >= least)
}

/** Nearly all of about one length: signs beside one another are not. */
function isRegular(lengths: readonly number[]): boolean {
  const usual = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)]!
  const near = lengths.filter((length) => Math.abs(length - usual) <= Math.max(1, usual * 0.35))
  return near.length >= lengths.length * 0.85
}

/** Dashes and dots: many short ones, near to one another, one like the other. */
function isDotted(filled: readonly boolean[], dpi: number): boolean {
  const dashes: number[] = []
  const gaps: number[] = []
  let length = 1
  for (let at = 1; at <= filled.length; at++) {
    if (at < filled.length && filled[at] === filled[at - 1]) {
      length++
      continue
    }
    ;(filled[at - 1] ? dashes : gaps).push(length)
    length = 1
  }
  // The first and the last are cut off.
  const [inner, between] = [dashes.slice(1, -1), gaps.slice(1, -1)]
  if (inner.length < 6 || Math.max(...inner) > pixelsAt(dpi, 18) || Math.max(...between) > pixelsAt(dpi, 9))
    return false
  return isRegular(inner) && isRegular(between)
}

/** Dotted from end to end. */
export function isDashed(raster: Raster, stroke: Stroke, dpi: number): boolean {
  return isDotted(inkAlong(raster, stroke, { from: Math.round(stroke.from), to: Math.round(stroke.to) }), dpi)
}

function share(filled: readonly boolean[]): number {
  return filled.filter(Boolean).length / Math.max(1, filled.length)
}

/** A piece between two crossings is ruled when it is filled, and to both its ends where it is short. */
function isRuled(filled: readonly boolean[], stroke: Stroke, dpi: number): boolean {
  if (filled.length === 0) return true
  const part = share(filled)
  if (stroke.to - stroke.from >= pixelsAt(dpi, 200) && isDotted(filled, dpi)) return true
  if (filled.length < pixelsAt(dpi, 160)) {
    const end = Math.min(filled.length, Math.max(2, Math.round(pixelsAt(dpi, 3))))
    return part >= 0.9 && filled.slice(0, end).every(Boolean) && filled.slice(-end).every(Boolean)
  }
  return part >= 0.8
}

/** How far an open piece goes on from a crossing without a gap. */
function reach(filled: readonly boolean[], gap: number): number {
  let last = -1
  for (let at = 0; at < filled.length; at++) {
    if (filled[at]) last = at
    else if (at - last > gap) break
  }
  return last + 1
}

/** A stroke that meets no other is a ruling only where nothing touches it. */
const LONELY_CLEAR = 0.85

/** How far a bent line leaves the straight one that stands for it, on top of a pixel. */
const BENT = 2

/** The piece is ruled, there or, on a bent page, a little beside it. */
function isRuledNear(raster: Raster, stroke: Stroke, between: Piece, { dpi, bent }: Settling): boolean {
  return (bent ? [0, -BENT, BENT] : [0]).some((aside) => {
    const there = { ...stroke, at: stroke.at + aside }
    return isRuled(inkAlong(raster, there, between), there, dpi)
  })
}

export interface Settling {
  readonly dpi: number
  /** Lines of the page are not quite straight. */
  readonly bent: boolean
  readonly tolerance: number
  /** So long, a stroke counts although it crosses none. */
  readonly free: number
}

/** What remains of a stroke between the lines it crosses, and what of it sticks out before the first and after the last. */
interface Settled {
  readonly inner: readonly Stroke[]
  readonly before: Open | null
  readonly after: Open | null
}

interface Open extends Stroke {
  /** Sticks out from here: one of the two ends of the line it crosses last. */
  readonly outer: boolean
}

function settle(raster: Raster, stroke: Stroke, others: readonly Stroke[], settling: Settling): Settled {
  const { dpi, tolerance, free } = settling
  const crossed = others
    .filter((other) => {
      const here = atOf(stroke, other.at)
      return (
        other.from - tolerance <= here &&
        other.to + tolerance >= here &&
        other.at >= stroke.from - 2 * tolerance &&
        other.at <= stroke.to + 2 * tolerance
      )
    })
    .map((other) => ({
      along: atOf(other, stroke.at),
      half: other.thickness / 2,
      outer: Math.min(Math.abs(stroke.at - other.from), Math.abs(stroke.at - other.to)) <= tolerance,
    }))
    .sort((a, b) => a.along - b.along)
  const first = crossed[0]
  const last = crossed.at(-1)
  if (first === undefined || last === undefined)
    return {
      inner: stroke.to - stroke.from >= free && stroke.clear >= LONELY_CLEAR ? [stroke] : [],
      before: null,
      after: null,
    }
  const inner: Stroke[] = []
  for (let index = 0; index + 1 < crossed.length; index++) {
    const [before, after] = [crossed[index]!, crossed[index + 1]!]
    const between = {
      from: Math.round(before.along + before.half + 1),
      to: Math.round(after.along - after.half - 1),
    }
    if (!isRuledNear(raster, stroke, between, settling)) continue
    const open = inner.at(-1)
    if (open !== undefined && before.along - open.to < 1) inner[inner.length - 1] = cut(stroke, open.from, after.along)
    else inner.push(cut(stroke, before.along, after.along))
  }
  const gap = pixelsAt(dpi, 5)
  const least = pixelsAt(dpi, 18)
  const outBefore = { from: Math.round(stroke.from), to: Math.round(first.along - first.half - 1) }
  const outAfter = { from: Math.round(last.along + last.half + 1), to: Math.round(stroke.to) }
  const lengthBefore = reach(inkAlong(raster, stroke, outBefore).reverse(), gap)
  const lengthAfter = reach(inkAlong(raster, stroke, outAfter), gap)
  return {
    inner,
    before:
      lengthBefore > least
        ? { ...cut(stroke, outBefore.to - lengthBefore + 1, first.along), outer: first.outer }
        : null,
    after:
      lengthAfter > least ? { ...cut(stroke, last.along, outAfter.from + lengthAfter - 1), outer: last.outer } : null,
  }
}

/**
 * Strokes cut to what lies between the lines they cross. What sticks out is kept where others stick out as far: the page
 * or the picture ends there, the table goes on. One of them must be an outer border: signs that touch a line are none.
 */
export function settleAll(
  raster: Raster,
  strokes: readonly Stroke[],
  others: readonly Stroke[],
  settling: Settling,
): Stroke[] {
  const settled = strokes.map((stroke) => settle(raster, stroke, others, settling))
  const near = pixelsAt(settling.dpi, 5)
  const sharedBy = (side: 'before' | 'after', open: Stroke) => {
    const ending = (stroke: Stroke) => (side === 'before' ? stroke.from : stroke.to)
    const sharing = settled.filter((other) => {
      const also = other[side]
      return also !== null && Math.abs(ending(also) - ending(open)) <= near
    })
    return sharing.length >= 2 && sharing.some((other) => other[side]?.outer)
  }
  /** Beside a label that a page break parts an outer border goes on alone: far, or to where the line that ends the others runs. */
  const goesOn = (side: 'before' | 'after', open: Open) => {
    const end = side === 'before' ? open.from : open.to
    const isEnded = others.some(({ at }) => Math.abs(at - end) <= near)
    return (open.outer && (isEnded || open.to - open.from >= settling.free)) || sharedBy(side, open)
  }
  return settled.flatMap(({ inner, before, after }) => {
    const kept = [...inner]
    if (before !== null && goesOn('before', before)) {
      const next = kept[0]
      if (next !== undefined && next.from - before.to < 1) kept[0] = cut(next, before.from, next.to)
      else kept.unshift(before)
    }
    if (after !== null && goesOn('after', after)) {
      const previous = kept.at(-1)
      if (previous !== undefined && after.from - previous.to < 1)
        kept[kept.length - 1] = cut(previous, previous.from, after.to)
      else kept.push(after)
    }
    return kept
  })
}

function cut(stroke: Stroke, from: number, to: number): Stroke {
  return { ...stroke, at: atOf(stroke, (from + to) / 2), from, to }
}
