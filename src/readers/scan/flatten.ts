/**
 * Pages that were photographed at a slant, or that do not lie flat: level lines run towards one point, upright ones towards
 * another, and what is left of their slants is a bend. Where the two points are tells how the page lay.
 */

import { type Raster, transpose } from './raster.ts'
import { type Slant, slantsOf } from './slants.ts'

/** A point on the page, from its middle, in halves of its longer side. */
interface Direction {
  /** Slope in the middle of the page. */
  readonly slope: number
  /** How much the slope changes from the middle to the edge. */
  readonly fan: number
}

/** Parts of the page that agree on it. */
const LEAST_PARTS = 6
const ROUNDS = 8
/** A slant so far from where lines run counts little. */
const OFF = 0.012

/** Where lines through the parts of the page meet: the least squares, parts that disagree left out by and by. */
function directionOf(slants: readonly Slant[]): Direction | null {
  if (slants.length < LEAST_PARTS) return null
  let [slope, fan] = [0, 0]
  const sorted = slants.map((one) => one.slope).sort((a, b) => a - b)
  slope = sorted[Math.floor(sorted.length / 2)]!
  const missOf = (one: Slant) => slope + fan * (one.x * one.slope - one.y) - one.slope
  for (let round = 0; round < ROUNDS; round++) {
    const reach = OFF * Math.max(1, 4 - round)
    let [aa, ab, bb, ac, bc] = [0, 0, 0, 0, 0]
    for (const one of slants) {
      const along = one.x * one.slope - one.y
      const weight = one.weight / (1 + (missOf(one) / reach) ** 2) ** 2
      aa += weight
      ab += weight * along
      bb += weight * along * along
      ac += weight * one.slope
      bc += weight * along * one.slope
    }
    // A slight pull towards parallel lines: few parts must not make a fan.
    bb += 0.05
    const determinant = aa * bb - ab * ab
    if (Math.abs(determinant) < 1e-9) return null
    slope = (ac * bb - bc * ab) / determinant
    fan = (aa * bc - ab * ac) / determinant
  }
  const agreeing = slants.filter((one) => Math.abs(missOf(one)) <= 2 * OFF)
  return agreeing.length >= LEAST_PARTS && agreeing.length >= slants.length * 0.5 ? { slope, fan } : null
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** Takes both points to infinity: lines become level and upright, the middle of the page stays where it is. */
function rectifying(level: Direction, upright: Direction): Matrix {
  const [b, c] = [level.slope, level.fan]
  const [d, e] = [upright.slope, upright.fan]
  const whole = 1 - b * d
  return [1, -d, 0, -b, 1, 0, (b * e - c) / whole, (c * d - e) / whole, 1]
}

function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  const [A, B, C] = [e * i - f * h, f * g - d * i, d * h - e * g]
  const whole = a * A + b * B + c * C
  const parts = [A, c * h - b * i, b * f - c * e, B, a * i - c * g, c * d - a * f, C, b * g - a * h, a * e - b * d]
  return parts.map((part) => part / whole) as unknown as Matrix
}

function moved([a, b, c, d, e, f, g, h, i]: Matrix, x: number, y: number): readonly [number, number] {
  const whole = g * x + h * y + i
  return [(a * x + b * y + c) / whole, (d * x + e * y + f) / whole]
}

/**
 * Slope of level lines that is left, as a polynomial in 1, y, x, xy, x² and x²y. The first two are what the middle of a
 * bent page keeps where more of its text lies on one side.
 */
type Bend = readonly [number, number, number, number, number, number]
const FLAT: Bend = [0, 0, 0, 0, 0, 0]
const bendTerms = (x: number, y: number) => [1, y, x, x * y, x * x, x * x * y] as const

/** Height of a bent line over a straight one. */
function liftOf([level, fan, a, b, c, d]: Bend, x: number, y: number): number {
  return (level + fan * y) * x + ((a + b * y) * x * x) / 2 + ((c + d * y) * x * x * x) / 3
}

const STIFF = 0.2

/** Least squares, by elimination. */
function fitBend(points: readonly Slant[]): Bend {
  const size = FLAT.length
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0))
  for (const { x, y, slope, weight } of points) {
    const terms = bendTerms(x, y)
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) rows[row]![column]! += weight * terms[row]! * terms[column]!
      rows[row]![size]! += weight * terms[row]! * slope
    }
  }
  for (let at = 0; at < size; at++) {
    // Where few parts tell, the page is held for flat.
    rows[at]![at]! += STIFF
    for (let row = 0; row < size; row++) {
      if (row === at) continue
      const share = rows[row]![at]! / rows[at]![at]!
      for (let column = at; column <= size; column++) rows[row]![column]! -= share * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!) as unknown as Bend
}

/** Slopes left on a level page are a bend when they are as large, and hardly any is left beside the bend. */
const LEAST_BEND = 0.0035
const STRAIGHTER = 0.6
/** A part whose slope is this far from the bend's counts half as much, then less: at the edge of the paper there are no lines. */
const ASTRAY = 0.005
const BEND_ROUNDS = 5

function missOf(bend: Bend, { x, y, slope }: Slant): number {
  const terms = bendTerms(x, y)
  return slope - bend.reduce((total, factor, at) => total + factor * terms[at]!, 0)
}

/** Root of the mean square of what a bend leaves of the slopes. */
function leftBy(bend: Bend, slants: readonly Slant[]): number {
  const [sum, weights] = slants.reduce(
    ([squares, all], one) => [squares + one.weight * missOf(bend, one) ** 2, all + one.weight],
    [0, 0],
  )
  return Math.sqrt(sum / Math.max(weights, 1e-9))
}

/** What is left of the slants once the page is level. */
function bendOf(slants: readonly Slant[], matrix: Matrix): Bend {
  const points = slants.map(({ x, y, slope, weight }): Slant => {
    const [x1, y1] = moved(matrix, x, y)
    const [x2, y2] = moved(matrix, x + 0.01, y + 0.01 * slope)
    return { x: x1, y: y1, slope: (y2 - y1) / (x2 - x1), weight }
  })
  const near = points.filter(({ slope }) => Math.abs(slope) <= 4 * OFF)
  let bend = fitBend(near)
  let agreeing = near
  for (let round = 0; round < BEND_ROUNDS; round++) {
    agreeing = near.map((one) => ({ ...one, weight: one.weight / (1 + (missOf(bend, one) / ASTRAY) ** 2) }))
    bend = fitBend(agreeing)
  }
  const weights = agreeing.reduce((all, { weight }) => all + weight, 0)
  const level = agreeing.reduce((sum, { slope, weight }) => sum + weight * slope, 0) / Math.max(weights, 1e-9)
  const before = leftBy([level, 0, 0, 0, 0, 0], agreeing)
  return before >= LEAST_BEND && leftBy(bend, agreeing) <= before * STRAIGHTER ? bend : FLAT
}

/** A page this little out of shape is read as it is, in shares of its longer side. */
const LEAST_FAN = 0.005
const LEAST_SHEAR = 0.006
/** A slope beyond what levelling the whole page reaches. */
const LEAST_SLOPE = 0.09
/** No page grows by more than this. */
const MOST_GROWTH = 1.5

function scaled(slants: readonly Slant[], { width, height }: Raster, half: number): Slant[] {
  return slants.map((one) => ({ ...one, x: (one.x - width / 2) / half, y: (one.y - height / 2) / half }))
}

/** The page as if it had been scanned; as it is where it lies flat, or nothing can be told. */
export function flatten(ink: Raster, threshold: number): Raster {
  const half = Math.max(ink.width, ink.height) / 2
  const standing = transpose(ink)
  const levels = scaled(slantsOf(ink, threshold), ink, half)
  const uprights = scaled(slantsOf(standing, threshold), standing, half)
  const level = directionOf(levels)
  const upright = directionOf(uprights)
  if (level === null || upright === null) return ink
  const matrix = rectifying(level, upright)
  const bend = bendOf(levels, matrix)
  // The same seen from the side.
  const [a, b, c, d, e, f, g, h, i] = matrix
  const sideways = bendOf(uprights, [e, d, f, b, a, c, h, g, i])
  const isFlat =
    Math.max(Math.abs(level.fan), Math.abs(upright.fan)) < LEAST_FAN &&
    Math.abs(level.slope + upright.slope) < LEAST_SHEAR &&
    Math.abs(level.slope) < LEAST_SLOPE &&
    bend === FLAT
  return isFlat ? ink : drawn(ink, half, matrix, [bend, sideways])
}

function drawn(ink: Raster, half: number, matrix: Matrix, [bend, sideways]: readonly [Bend, Bend]): Raster {
  const corners = [-1, 1].flatMap((y) =>
    [-1, 1].map((x) => moved(matrix, (x * ink.width) / 2 / half, (y * ink.height) / 2 / half)),
  )
  const side = (all: readonly number[], usual: number) => {
    const most = (usual / 2 / half) * MOST_GROWTH
    return [Math.max(-most, Math.min(...all)), Math.min(most, Math.max(...all))] as const
  }
  const [left, right] = side(
    corners.map(([x]) => x),
    ink.width,
  )
  const [top, bottom] = side(
    corners.map(([, y]) => y),
    ink.height,
  )
  const [width, height] = [Math.ceil((right - left) * half), Math.ceil((bottom - top) * half)]
  const back = inverse(matrix)
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const y = top + row / half
    for (let column = 0; column < width; column++) {
      const x = left + column / half
      const [fromX, fromY] = moved(back, x + liftOf(sideways, y, x), y + liftOf(bend, x, y))
      data[row * width + column] = inkAt(ink, fromX * half + ink.width / 2, fromY * half + ink.height / 2)
    }
  }
  return { width, height, data }
}

function inkAt({ width, height, data }: Raster, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0
  const at = top * width + left
  const share = x - left
  const upper = data[at]! + (data[at + 1]! - data[at]!) * share
  const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * share
  return upper + (lower - upper) * (y - top) + 0.5
}
