/** Kept pictures of forms (scripts/make-scan-files.ts), read for real and compared with what was printed. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { bundlePages } from '../../src/app/index.ts'
import { readForms } from '../../src/app/read-forms.ts'
import { readSource } from '../../src/app/read-source.ts'
import { officeForms } from '../support/office/forms.ts'
import { measureFile } from '../support/office/measure.ts'
import { photographed } from '../support/office/photograph.ts'

const kept = (file: string) => new URL(`../files/scan/${file}`, import.meta.url).pathname

const printed = officeForms({ seed: 1, perLayout: 0, sources: ['corpus'] })

async function differences(slug: string, file: string) {
  const office = printed.find(({ id }) => id === `${slug}-1`)!
  const { fields } = await measureFile({ office, format: 'scan', path: kept(file) })
  return {
    count: fields.length,
    wrong: fields.flatMap(({ path, truth, found, right, marked }) =>
      right ? [] : [`${path}: ${truth} \u2192 ${found}${marked ? ' (marked)' : ''}`],
    ),
  }
}

describe('scanned forms', () => {
  it('a black and white page at 200 dpi comes back field by field', async () => {
    const { count, wrong } = await differences('c-sichuan-subsidy-lines', 'clean.png')
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(50)
  }, 60_000)

  it('a page turned by a degree with a seal over it does too, but for what is put to a person', async () => {
    const { count, wrong } = await differences('a-air-stations-one-line', 'stamped-turned.png')
    expect(wrong.filter((difference) => !difference.endsWith('(marked)'))).toEqual([])
    expect(wrong.length).toBeLessThanOrEqual(2)
    expect(count).toBeGreaterThan(40)
  }, 60_000)

  it('so does a photograph: at a slant, bent, unevenly lit, on a dark desk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ziping-photo-'))
    const path = join(folder, 'photo.jpg')
    writeFileSync(path, await photographed(readFileSync(kept('clean.png')), 3))
    const office = printed.find(({ id }) => id === 'c-sichuan-subsidy-lines-1')!
    const { fields } = await measureFile({ office, format: 'scan-photo', path }).finally(() =>
      rmSync(folder, { recursive: true }),
    )
    const wrong = fields.filter(({ right, marked }) => !right && !marked)
    expect(fields.filter(({ truth, found }) => truth === '' && found !== '')).toEqual([])
    expect(wrong.length).toBeLessThanOrEqual(1)
    expect(fields.filter(({ right }) => right).length).toBeGreaterThanOrEqual(fields.length * 0.97)
  }, 90_000)

  it.each([90, 270])(
    'a page that was laid in by %i degrees is turned upright',
    async (degrees) => {
      const turned = await sharp(kept('clean.png')).rotate(degrees).png().toBuffer()
      const { recognitions } = await readForms(turned, 'turned.png')
      const upright = printed.find(({ id }) => id === 'c-sichuan-subsidy-lines-1')!
      const names = (form: typeof upright.form) => form.indicators.map(({ name }) => name.raw)
      expect(recognitions.map(({ form }) => names(form))).toEqual([names(upright.form)])
    },
    90_000,
  )

  it('two pages of a fax are one form, and so are two pictures given as its pages', async () => {
    const { wrong } = await differences('s-guangxi-culture-department-lines', 'two-pages.tiff')
    expect(wrong.filter((difference) => !difference.endsWith('(marked)'))).toEqual([])
    expect(wrong.length).toBeLessThanOrEqual(1)
    const pictures = ['page-1.png', 'page-2.png'].map((name) => ({ name, bytes: readFileSync(kept(name)) }))
    const { bytes, name } = bundlePages(pictures)
    const { recognitions } = await readForms(bytes, name)
    expect(name).toBe('page-1.png、page-2.png')
    expect(recognitions).toHaveLength(1)
    const { form } = recognitions[0]!
    expect(form.indicators).toHaveLength(8)
    expect(form.indicators[1]!.actual.origin).toMatchObject({ kind: 'page', page: 2 })
  }, 90_000)

  it('gives every cell its place on the page, how sure it is, and what else it may be', async () => {
    const { format, grids } = await readSource(readFileSync(kept('clean.png')), 'a')
    expect(format).toBe('scan')
    const cells = grids.flatMap((grid) => grid.cells)
    expect(new Set(grids.map(({ signs }) => signs))).toEqual(new Set(['picture']))
    for (const cell of cells) {
      const source = cell.source!
      if (source.kind !== 'page') throw new Error('no place on a page')
      const [x, y, width, height] = source.box
      expect(x >= 0 && y >= 0 && x + width <= 850 && y + height <= 850).toBe(true)
      if (cell.text !== '') expect(cell.confidence).toBeGreaterThan(0)
      expect(cell.alternatives ?? []).not.toContain(cell.text)
    }
    expect(cells.filter(({ text }) => text === '≥')).toHaveLength(4)
    expect(cells.filter(({ text }) => text === '/')).toHaveLength(8)
  }, 60_000)
})
