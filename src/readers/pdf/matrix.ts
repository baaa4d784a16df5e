/** Transformations of the plane, as PDF writes them. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export type Point = readonly [x: number, y: number]

export function apply(matrix: Matrix, [x, y]: Point): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

/** Left, top, right, bottom. */
export type Extent = readonly [x1: number, y1: number, x2: number, y2: number]

/** The upright rectangle around a rectangle that was transformed. */
export function extentOf(matrix: Matrix, [x1, y1, x2, y2]: Extent): Extent {
  const corners = [apply(matrix, [x1, y1]), apply(matrix, [x2, y1]), apply(matrix, [x1, y2]), apply(matrix, [x2, y2])]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export function intersect(a: Extent, b: Extent): Extent {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

export function areaOf([x1, y1, x2, y2]: Extent): number {
  return Math.max(0, x2 - x1) * Math.max(0, y2 - y1)
}

export function isInside(x: number, y: number, [x1, y1, x2, y2]: Extent): boolean {
  return x >= x1 && x <= x2 && y >= y1 && y <= y2
}
