import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { Grid } from '../core/model/index.ts'
import { writePdf } from '../writers/pdf/index.ts'
import { pagePicture } from './page-picture.ts'

const grid: Grid = {
  cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '项目支出绩效自评表' }],
  rowCount: 1,
  columnCount: 1,
  bordered: true,
  columnWidths: [1000],
}

it('draws a page of a PDF, a part of it, and the same of a picture; nothing where there is no such page or place', async () => {
  const pdf = await writePdf(grid, { title: '', json: '{}' })
  const page = await pagePicture(pdf, { page: 1 })
  const whole = await sharp(page!).metadata()
  expect([whole.format, Math.round((Math.max(whole.width, whole.height) / 150) * 25.4)]).toEqual(['png', 297])
  const strip = await sharp((await pagePicture(pdf, { page: 1, box: [72, 72, 144, 36] }))!).metadata()
  // Two inches by a half at 200 pixels an inch, with four points of paper about it.
  expect([strip.width, strip.height].map((side) => Math.round(side / 10))).toEqual([42, 12])
  const part = await sharp((await pagePicture(page!, { page: 1, box: [72, 72, 144, 36] }))!).metadata()
  expect(part.width / part.height).toBeCloseTo(strip.width / strip.height, 1)
  expect(await pagePicture(pdf, { page: 9 })).toBeNull()
  expect(await pagePicture(pdf, { page: 1, box: [9000, 10, 5, 5] })).toBeNull()
  expect(await pagePicture(new Uint8Array([1, 2, 3]), { page: 1 })).toBeNull()
}, 60_000)
