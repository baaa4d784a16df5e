/** Lines drawn as rows of dots, each a path of its own: how browsers print dotted borders. */

import type { Ruling } from '../../containers/ruled-table.ts'

/** A filled square, points: its middle and its side. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly side: number
}

/** Dots of one line stand so near to one another, in sides of a dot, middle to middle. */
const NEAR = 2.8
/** Fewer dots are three points of an ellipsis, or a bullet. */
const LEAST = 6
/** Points by which dots of one line may be off it. */
const OFF = 0.4

/** Runs of dots along one direction; `along` and `across` say which. */
function runsOf(dots: readonly Dot[], along: 'x' | 'y', across: 'x' | 'y'): (readonly [first: Dot, last: Dot])[] {
  const sorted = [...dots].sort((a, b) => a[across] - b[across])
  const runs: (readonly [Dot, Dot])[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to + 1 < sorted.length && sorted[to + 1]![across] - sorted[from]![across] <= OFF) to++
    const row = sorted.slice(from, to + 1).sort((a, b) => a[along] - b[along])
    let first = 0
    for (let at = 1; at <= row.length; at++) {
      const [before, dot] = [row[at - 1]!, row[at]]
      if (dot !== undefined && dot[along] - before[along] <= NEAR * Math.max(dot.side, before.side)) continue
      if (at - first >= LEAST) runs.push([row[first]!, before])
      first = at
    }
    from = to + 1
  }
  return runs
}

/** The ruling lines that dots make. */
export function dottedLines(dots: readonly Dot[]): { readonly horizontals: Ruling[]; readonly verticals: Ruling[] } {
  return {
    horizontals: runsOf(dots, 'x', 'y').map(([first, last]) => ({
      x1: first.x - first.side / 2,
      y1: first.y,
      x2: last.x + last.side / 2,
      y2: first.y,
    })),
    verticals: runsOf(dots, 'y', 'x').map(([first, last]) => ({
      x1: first.x,
      y1: first.y - first.side / 2,
      x2: first.x,
      y2: last.y + last.side / 2,
    })),
  }
}
