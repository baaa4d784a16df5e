/**
 * A page as a phone takes it from a desk: seen at a slant, slightly bent, one side darker, a little blurred and grainy,
 * pressed as JPEG. One seed, one picture.
 */

import sharp from 'sharp'
import { Random } from '../random.ts'

/** Share of the picture that the desk around the page takes at each side. */
const DESK = 0.06
/** How far corners are off, and how high the page bends, as shares of its longer side. */
const OFF = 0.035
const BEND = 0.006
/** Brightness at the darkest edge. */
const DARKEST = 0.62
const GRAIN = 7

type Point = readonly [x: number, y: number]

/** The projective map that takes the unit square to four corners (upper left, upper right, lower right, lower left). */
function fromSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: readonly [Point, Point, Point, Point]) {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const whole = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / whole
  const h = (dx1 * sy - sx * dy1) / whole
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h] as const
}

/** Of a point of the picture, where on the page (0…1) it lies. */
function toSquare(map: ReturnType<typeof fromSquare>): (x: number, y: number) => Point {
  const [a, b, c, d, e, f, g, h] = map
  return (x, y) => {
    // Two linear equations in u and v.
    const [p, q, r] = [a - g * x, b - h * x, x - c]
    const [s, t, w] = [d - g * y, e - h * y, y - f]
    const whole = p * t - q * s
    return [(r * t - q * w) / whole, (p * w - r * s) / whole]
  }
}

/** A PNG page as a JPEG photograph with as many pixels a side, the desk around it added. */
export async function photographed(page: Uint8Array, seed: number): Promise<Uint8Array> {
  const { data, info } = await sharp(page)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const random = new Random(seed)
  const { width: wide, height: high } = info
  const [width, height] = [Math.round(wide * (1 + 2 * DESK)), Math.round(high * (1 + 2 * DESK))]
  const long = Math.max(wide, high)
  const jitter = () => ((random.int(0, 2000) - 1000) / 1000) * OFF * long
  const corner = (x: number, y: number): Point => [wide * DESK + x * wide + jitter(), high * DESK + y * high + jitter()]
  const onPage = toSquare(fromSquare([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]))
  const bend = BEND * (random.chance(50) ? 1 : -1)
  const [darkX, darkY] = [random.chance(50) ? 1 : -1, random.chance(50) ? 1 : -1]
  const made = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = onPage(x, y)
      const at = (y * width + x) * 3
      const light =
        1 - ((1 - DARKEST) * (1 + (darkX * (2 * x - width)) / width) * (1 + (darkY * (2 * y - height)) / height)) / 4
      // A page that arches: its lines rise in the middle.
      const fromX = u * wide - 0.5
      const fromY = (v + bend * Math.sin(Math.PI * u)) * high - 0.5
      const isPage = fromX >= 0 && fromY >= 0 && fromX < wide - 1 && fromY < high - 1
      const grain = random.int(-GRAIN, GRAIN)
      for (let channel = 0; channel < 3; channel++) {
        const value = isPage ? pixelAt(data, wide, fromX, fromY, channel) : [92, 74, 58][channel]!
        made[at + channel] = Math.max(0, Math.min(255, value * light + grain))
      }
    }
  }
  const picture = sharp(made, { raw: { width, height, channels: 3 } }).blur(0.6)
  return new Uint8Array(await picture.jpeg({ quality: 82 }).toBuffer())
}

function pixelAt(data: Buffer, width: number, x: number, y: number, channel: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [shareX, shareY] = [x - left, y - top]
  const of = (dx: number, dy: number) => data[((top + dy) * width + left + dx) * 3 + channel]!
  const upper = of(0, 0) + (of(1, 0) - of(0, 0)) * shareX
  const lower = of(0, 1) + (of(1, 1) - of(0, 1)) * shareX
  return upper + (lower - upper) * shareY
}
