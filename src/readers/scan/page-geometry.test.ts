import { describe, expect, it } from 'vitest'
import { ruledTables } from '../../containers/ruled-table.ts'
import { blobsOf, faintBlobsOf, withFaintStops } from './components.ts'
import { unreadInk, withStop } from './decode-line.ts'
import { flatten } from './flatten.ts'
import { inkOf } from './ink.ts'
import { type Raster, resample, transpose, turn, turnByQuarters } from './raster.ts'
import { relationSign, slashOf } from './relation-signs.ts'
import { asRulings, rulingsOf } from './rulings.ts'
import { skewOf } from './skew.ts'
import { slantsOf } from './slants.ts'
import { linesIn } from './text-lines.ts'
import { isTick } from './tick-sign.ts'

interface Drawn extends Raster {
  readonly box: (x: number, y: number, width: number, height: number, ink?: number) => void
}

function paper(width: number, height: number): Drawn {
  const data = new Uint8Array(width * height)
  return {
    width,
    height,
    data,
    box: (x, y, wide, high, ink = 255) => {
      for (let row = y; row < y + high; row++) data.fill(ink, row * width + x, row * width + x + wide)
    },
  }
}

/** A table of 3 × 3 cells, its lines as `line` draws them. */
function table(line: (page: Drawn, at: number, level: boolean) => void): Drawn {
  const page = paper(1000, 700)
  for (const at of [0, 1, 2, 3]) {
    line(page, at, true)
    line(page, at, false)
  }
  return page
}

function gridOf(page: Raster): string[] {
  const { horizontals, verticals } = asRulings(rulingsOf(page, 200))
  return ruledTables(horizontals, verticals, 6).map(
    ({ rowCount, columnCount, cells }) => `${rowCount}×${columnCount}: ${cells.length}`,
  )
}

const at = (index: number, level: boolean) => 100 + index * (level ? 150 : 250)
const length = (level: boolean) => (level ? 753 : 453)

function lineOf(
  page: Drawn,
  index: number,
  level: boolean,
  ink: number,
  thick: number,
  from = 0,
  part = length(level),
) {
  if (level) page.box(100 + from, at(index, level), part, thick, ink)
  else page.box(at(index, level), 100 + from, thick, part, ink)
}

describe('ruling lines', () => {
  it.each([
    ['thin', 255, 1],
    ['thick', 255, 7],
    ['faint', 45, 2],
  ])('%s ones are found', (_, ink, thick) => {
    expect(gridOf(table((page, index, level) => lineOf(page, index, level, ink, thick)))).toEqual(['3×3: 9'])
  })

  it('dotted ones are found', () => {
    const page = table((drawn, index, level) => {
      for (let from = 0; from < length(level); from += 8) lineOf(drawn, index, level, 255, 2, from, 4)
    })
    expect(gridOf(page)).toEqual(['3×3: 9'])
  })

  it('broken ones are closed', () => {
    const page = table((drawn, index, level) => {
      lineOf(drawn, index, level, 255, 3)
      lineOf(drawn, index, level, 0, 3, 60 + index * 70, 7)
    })
    expect(gridOf(page)).toEqual(['3×3: 9'])
  })

  it('where a piece is missing cells are merged', () => {
    const page = table((drawn, index, level) => lineOf(drawn, index, level, 255, 3))
    page.box(351 + 4, 250, 240, 3, 0)
    expect(gridOf(page)).toEqual(['3×3: 8'])
  })

  it('the outer border goes on beside a label without a top line, as far as the lines beside it', () => {
    const page = table((drawn, index, level) => lineOf(drawn, index, level, 255, 3))
    page.box(100 + 3, 100, 247, 3, 0)
    const { verticals } = asRulings(rulingsOf(page, 200))
    expect(Math.min(...verticals.filter(({ x1 }) => x1 < 110).map(({ y1 }) => y1))).toBeLessThan(106)
  })

  it('a line that leaves the straight one is followed on a page that is bent, and only there', () => {
    const page = table((drawn, index, level) => lineOf(drawn, index, level, 255, 2))
    page.box(103, 250, 247, 2, 0)
    page.box(103, 253, 247, 2)
    const cells = (bent: boolean) => {
      const { horizontals, verticals } = asRulings(rulingsOf(page, 200, bent))
      return ruledTables(horizontals, verticals, 6).map((found) => found.cells.length)
    }
    expect(cells(true)).toEqual([9])
    expect(cells(false)).toEqual([8])
  })

  it('strokes of signs are none', () => {
    const page = table((drawn, index, level) => lineOf(drawn, index, level, 255, 3))
    for (let sign = 0; sign < 6; sign++) {
      const left = 120 + sign * 36
      for (const y of [112, 126, 140]) page.box(left, y, 28, 3)
      page.box(left + 13, 112, 3, 31)
    }
    expect(gridOf(page)).toEqual(['3×3: 9'])
  })

  it('are found on a page turned by two degrees, once it is levelled', () => {
    const page = table((drawn, index, level) => lineOf(drawn, index, level, 255, 3))
    const turned = turn(page, (2 * Math.PI) / 180)
    const skew = skewOf(turned, 100)
    expect((skew * 180) / Math.PI).toBeCloseTo(2, 1)
    expect(gridOf(turn(turned, -skew))).toEqual(['3×3: 9'])
  })
})

describe('pictures', () => {
  const page = paper(5, 3)
  page.box(1, 0, 1, 1, 200)

  it('are turned by quarters, four of which are none', () => {
    expect(turnByQuarters(page, 1)).toMatchObject({ width: 3, height: 5 })
    expect(turnByQuarters(page, 1).data[1 * 3 + 2]).toBe(200)
    expect(turnByQuarters(turnByQuarters(page, 1), 3).data).toEqual(page.data)
    expect(turnByQuarters(turnByQuarters(page, 2), 2).data).toEqual(page.data)
    expect(transpose(transpose(page)).data).toEqual(page.data)
  })

  it('keep their light when they are scaled', () => {
    const grey = paper(40, 40)
    grey.box(0, 0, 40, 40, 120)
    const small = resample(grey, { x: 0, y: 0, width: 40, height: 40 }, 13, 48)
    expect(new Set(small.data)).toEqual(new Set([120]))
  })

  it('lose a red seal and keep what is dark under it', () => {
    const [width, height] = [400, 400]
    const data = new Uint8Array(width * height * 3).fill(255)
    for (let y = 80; y < 320; y++) for (let x = 80; x < 320; x++) data.set([215, 60, 60], (y * width + x) * 3)
    for (let x = 150; x < 250; x++) for (let y = 198; y < 202; y++) data.set([25, 10, 10], (y * width + x) * 3)
    const ink = inkOf({ width, height, channels: 3, data }, 200)
    expect(blobsOf(ink, 100)).toMatchObject([{ left: 150, right: 249, top: 198, bottom: 201 }])
  })
})

describe('what is left of a seal', () => {
  /** A seal of red with a thing of grey beside its ink, and what of it is ink then. */
  const left = (grey: number, wide: number) => {
    const [width, height] = [400, 400]
    const data = new Uint8Array(width * height * 3).fill(255)
    for (let y = 80; y < 320; y++)
      for (let x = 80; x < 320; x++)
        if (x < 180 || x > 240 || y < 180 || y > 240) data.set([176, 74, 74], (y * width + x) * 3)
    for (let y = 200; y < 203; y++)
      for (let x = 205; x < 205 + wide; x++) data.fill(grey, (y * width + x) * 3, (y * width + x) * 3 + 3)
    return blobsOf(inkOf({ width, height, channels: 3, data }, 200), 60).length
  }

  it('is dropped where it is small and no darker than the seal; dots and strokes of a text stay', () => {
    expect(left(120, 3)).toBe(0)
    expect(left(20, 3)).toBe(1)
    expect(left(120, 25)).toBe(1)
  })
})

describe('strokes that slant', () => {
  it('are a slash though their ends are faint', () => {
    const page = paper(40, 40)
    for (let y = 0; y < 20; y++) page.box(20 - Math.round(y / 2), 10 + y, 2, 1, y === 0 || y === 19 ? 70 : 240)
    expect(slashOf(page, { left: 10, right: 21, top: 10, bottom: 29, area: 40, peak: 240 }, 100, 28)).toBe('/')
  })

  /** Down to its lowest point, and up again. */
  const tick = (down: number, up: number, from: number) => {
    const page = paper(60, 60)
    for (let x = 0; x < down; x++) page.box(10 + x, from + Math.round((x * (34 - from)) / (down - 1)), 1, 2)
    for (let x = 1; x <= up; x++) page.box(9 + down + x, Math.round(34 - (x * 22) / up), 1, 2)
    const [blob] = blobsOf(page, 100)
    return isTick(page, blob!, 100, 28)
  }

  it('are a tick where a long one rises from a short one, and none where both are as high', () => {
    expect(tick(5, 18, 26)).toBe(true)
    expect(tick(11, 12, 12)).toBe(false)
    expect(tick(14, 9, 22)).toBe(false)
  })
})

describe('relation signs', () => {
  /** Two arms of 24 × 8 pixels that meet on the right (or left), and bars below. */
  function sign(bars: number, mirrored = false): { page: Drawn; box: ReturnType<typeof blobsOf>[number] } {
    const page = paper(60, 60)
    for (let x = 0; x < 24; x++) {
      const left = 15 + (mirrored ? 23 - x : x)
      page.box(left, 10 + Math.round(x / 3), 1, 2)
      page.box(left, 26 - Math.round(x / 3), 1, 2)
    }
    for (let bar = 0; bar < bars; bar++) page.box(15, 32 + bar * 6, 24, 2)
    return {
      page,
      box: { left: 15, right: 38, top: 10, bottom: bars === 0 ? 27 : 27 + bars * 6, area: 100, peak: 255 },
    }
  }

  it.each([
    [0, false, '>'],
    [1, false, '≥'],
    [2, false, '≧'],
    [0, true, '<'],
    [1, true, '≤'],
    [2, true, '≦'],
  ])('with %i bars, mirrored %s: %s', (bars, mirrored, expected) => {
    const { page, box } = sign(bars, mirrored)
    expect(relationSign(page, box, 100, 28)).toEqual({ sign: expected, sure: true })
  })

  it('two bars alone are =', () => {
    const page = paper(60, 60)
    page.box(15, 20, 24, 2)
    page.box(15, 28, 24, 2)
    expect(relationSign(page, { left: 15, right: 38, top: 20, bottom: 29, area: 96, peak: 255 }, 100, 28)).toEqual({
      sign: '=',
      sure: true,
    })
  })

  it('other strokes are none', () => {
    const page = paper(60, 60)
    for (const y of [12, 24, 36]) page.box(15, y, 24, 3)
    page.box(26, 12, 3, 27)
    expect(relationSign(page, { left: 15, right: 38, top: 12, bottom: 38, area: 300, peak: 255 }, 100, 28)).toBeNull()
  })
})

describe('a page that does not lie flat', () => {
  /** Lines of a table and strokes between them, each point moved as a camera at a slant moves it. */
  function seenAtASlant(fan: number, bend: number, bentAt = 0): Raster {
    const [width, height] = [1200, 900]
    const flat = paper(width, height)
    for (let row = 0; row <= 10; row++) flat.box(100, 80 + row * 70, 1000, 3)
    for (let column = 0; column <= 5; column++) flat.box(100 + column * 199, 80, 3, 700)
    const data = new Uint8Array(width * height)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [dx, dy] = [(x - width / 2) / 600, (y - height / 2) / 600]
        const whole = 1 + fan * dx + fan * dy
        const fromX = Math.round((dx / whole) * 600 + width / 2)
        const fromY = Math.round((dy / whole + bend * (dx - bentAt) ** 2) * 600 + height / 2)
        if (fromX >= 0 && fromY >= 0 && fromX < width && fromY < height)
          data[y * width + x] = flat.data[fromY * width + fromX]!
      }
    }
    return { width, height, data }
  }

  it.each([
    ['at a slant', 0.09, 0],
    ['bent', 0, 0.02],
    ['both', 0.06, 0.015],
  ])('%s: its table is found once it is flattened', (_, fan, bend) => {
    const seen = seenAtASlant(fan, bend)
    expect(gridOf(seen)).not.toEqual(['10×5: 50'])
    expect(gridOf(flatten(seen, 100))).toEqual(['10×5: 50'])
  })

  it('runs level all over once it is flattened, though it bends beside its middle', () => {
    const seen = seenAtASlant(0.05, 0.02, -0.3)
    // Where the paper ends, something dark runs along it.
    for (let y = 0; y < 860; y++) seen.data.fill(200, y * 1200 + 1130 + (y >> 5), y * 1200 + 1160 - (y >> 5))
    const slopesOf = (page: Raster) =>
      slantsOf(page, 100).flatMap(({ slope, weight }) => (weight >= 1 ? [Math.abs(slope)] : []))
    expect(Math.max(...slopesOf(seen))).toBeGreaterThan(0.03)
    expect(Math.max(...slopesOf(flatten(seen, 100)))).toBeLessThan(0.004)
  })

  it('a flat page stays as it is', () => {
    const seen = seenAtASlant(0, 0)
    expect(flatten(seen, 100) === seen).toBe(true)
  })

  it('what lies dark around the paper is no ink', () => {
    const [width, height] = [640, 480]
    const data = new Uint8Array(width * height).fill(60)
    for (let y = 64; y < 416; y++) data.fill(230, y * width + 64, y * width + 576)
    for (let y = 200; y < 204; y++) data.fill(20, y * width + 200, y * width + 400)
    const ink = inkOf({ width, height, channels: 1, data }, 200)
    expect(blobsOf(ink, 100)).toMatchObject([{ left: 200, right: 399, top: 200, bottom: 203 }])
  })
})

describe('lines of small print', () => {
  it('three lines set tight are told apart by the gaps between them', () => {
    const page = paper(200, 120)
    for (const line of [0, 1, 2]) for (const sign of [0, 1, 2]) page.box(20 + sign * 32, 10 + line * 29, 28, 26)
    // Strokes that reach from one line into the next, so that no row is empty.
    page.box(30, 10, 2, 84)
    const lines = linesIn(blobsOf(page, 100), { ink: page, threshold: 100, em: 28 }, 110)
    expect(lines.map(({ box }) => [box.top, box.bottom])).toEqual([
      [10, 37],
      [38, 65],
      [66, 93],
    ])
  })

  it('a faint full stop belongs to the sign before it, a speck elsewhere to none', () => {
    const page = paper(200, 60)
    page.box(20, 10, 28, 28)
    page.box(52, 32, 6, 6, 70)
    page.box(150, 10, 6, 6, 70)
    const kept = withFaintStops(faintBlobsOf(page, 100), 100, 28)
    expect(kept.map(({ left }) => left)).toEqual([20, 52])
  })

  const sign = (text: string, step: number) => ({ sign: text, probability: 0.99, from: step, to: step, others: [] })

  it('a full stop that the network left out is told by where it stands', () => {
    const page = paper(160, 48)
    page.box(8, 6, 36, 36)
    page.box(50, 34, 8, 8)
    const read = withStop({ signs: [sign('成', 3)], missed: [] }, page, 40)
    expect(read.signs.map(({ sign }) => sign).join('')).toBe('成。')
    page.box(50, 6, 8, 36)
    expect(withStop({ signs: [sign('成', 3)], missed: [] }, page, 40).signs).toHaveLength(1)
  })

  it('a digit that the network left out before a figure leaves ink that nothing accounts for', () => {
    const page = paper(160, 48)
    for (const digit of [0, 1, 2]) page.box(8 + digit * 20, 8, 14, 32)
    expect(unreadInk([sign('4', 4), sign('9', 6)], page, 40)).toEqual([0])
    expect(unreadInk([sign('2', 1), sign('4', 4), sign('9', 6)], page, 40)).toEqual([])
  })
})
