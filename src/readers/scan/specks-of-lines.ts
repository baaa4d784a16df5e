/** Strokes of signs that meet as ruling lines do: the box of 中 with the bar of 于 below it. No table is as small. */

import type { Stroke } from './pieces.ts'
import type { PageRulings } from './rulings.ts'

function meet(level: Stroke, standing: Stroke, tolerance: number): boolean {
  return (
    standing.at >= level.from - tolerance &&
    standing.at <= level.to + tolerance &&
    level.at >= standing.from - tolerance &&
    level.at <= standing.to + tolerance
  )
}

/** Without the lines that, with all that they meet, stay within `least` pixels both ways. */
export function withoutSpecks({ horizontals, verticals }: PageRulings, least: number, tolerance: number): PageRulings {
  const isShort = ({ from, to }: Stroke) => to - from < least
  // What meets a long line is none.
  const levels = horizontals.filter(isShort)
  const standings = verticals.filter(isShort)
  const dropped = new Set<Stroke>()
  const seen = new Set<Stroke>()
  for (const start of [...levels, ...standings]) {
    if (seen.has(start)) continue
    const group: Stroke[] = [start]
    let isSmall = true
    let box = { left: Number.POSITIVE_INFINITY, right: -1, top: Number.POSITIVE_INFINITY, bottom: -1 }
    seen.add(start)
    for (let at = 0; at < group.length; at++) {
      const stroke = group[at]!
      const isLevel = horizontals.includes(stroke)
      const [left, right] = isLevel ? [stroke.from, stroke.to] : [stroke.at, stroke.at]
      const [top, bottom] = isLevel ? [stroke.at, stroke.at] : [stroke.from, stroke.to]
      box = {
        left: Math.min(box.left, left),
        right: Math.max(box.right, right),
        top: Math.min(box.top, top),
        bottom: Math.max(box.bottom, bottom),
      }
      for (const other of isLevel ? verticals : horizontals) {
        if (!(isLevel ? meet(stroke, other, tolerance) : meet(other, stroke, tolerance))) continue
        if (!isShort(other)) isSmall = false
        else if (!seen.has(other)) {
          seen.add(other)
          group.push(other)
        }
      }
    }
    if (isSmall && box.right - box.left < least && box.bottom - box.top < least)
      for (const one of group) dropped.add(one)
  }
  if (dropped.size === 0) return { horizontals, verticals }
  return {
    horizontals: horizontals.filter((stroke) => !dropped.has(stroke)),
    verticals: verticals.filter((stroke) => !dropped.has(stroke)),
  }
}
