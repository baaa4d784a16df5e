/** A line in parts: relation signs told by their shape, and the text between them for the network. */

import { around, type Blob } from './components.ts'
import type { Raster } from './raster.ts'
import { type Dash, dashOf, relationSign, slashOf } from './relation-signs.ts'
import type { TextLine } from './text-lines.ts'
import { isTick } from './tick-sign.ts'

export interface ShapePart {
  readonly sign: string
  readonly sure: boolean
  /** What else it may be, most likely first. */
  readonly others: readonly string[]
}

export type LinePart = ShapePart | { readonly line: TextLine }

const withBar: Readonly<Record<string, readonly string[]>> = { '>': ['≥'], '<': ['≤'] }

const dashes = {
  short: { sign: '-', sure: true, others: ['_', '—'] },
  long: { sign: '—', sure: true, others: ['-', '一', '_'] },
  thick: { sign: '—', sure: false, others: ['=', '-', '一'] },
  serif: { sign: '一', sure: false, others: ['—', '-'] },
  fineSerif: { sign: '一', sure: true, others: ['—', '-'] },
} as const satisfies Readonly<Record<Dash, ShapePart>>

/** Strokes that stand above one another: a sign, or a part of one. */
export function segmentsOf(blobs: readonly Blob[]): Blob[][] {
  const segments: Blob[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const blob of [...blobs].sort((a, b) => a.left - b.left)) {
    if (blob.left > right) segments.push([blob])
    else segments.at(-1)!.push(blob)
    right = Math.max(right, blob.right)
  }
  return segments
}

export function partsOf(ink: Raster, line: TextLine, threshold: number, em: number): LinePart[] {
  if (line.stacked !== undefined) return [{ line }]
  const segments = segmentsOf(line.blobs)
  if (segments.length === 1) {
    const dash = dashOf(ink, line.box, em)
    if (dash !== null && relationSign(ink, line.box, threshold, em) === null) return [dashes[dash]]
  }
  const slash = line.blobs.length === 1 ? slashOf(ink, line.box, threshold, em) : null
  if (slash !== null) return [{ sign: slash, sure: true, others: [] }]
  if (line.blobs.length === 1 && isTick(ink, line.box, threshold, em)) return [{ sign: '√', sure: true, others: [] }]
  const parts: LinePart[] = []
  let open: Blob[] = []
  const close = () => {
    if (open.length > 0) parts.push({ line: { box: around(open), blobs: open } })
    open = []
  }
  for (const segment of segments) {
    const box = around(segment)
    const relation = relationSign(ink, box, threshold, em)
    if (relation === null) {
      open.push(...segment)
      continue
    }
    close()
    parts.push({ ...relation, others: withBar[relation.sign] ?? [] })
  }
  close()
  return parts.map((part, at) => (isBeforeEqual(parts, at) ? { ...part, sure: true, others: [] } : part))
}

/** The > of a typed >= has no bar of its own. */
function isBeforeEqual(parts: readonly LinePart[], at: number): boolean {
  const [part, next] = [parts[at], parts[at + 1]]
  return part !== undefined && 'sign' in part && next !== undefined && 'sign' in next && next.sign === '='
}
