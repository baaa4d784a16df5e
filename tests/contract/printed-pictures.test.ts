/**
 * Printed files, drawn by poppler and LibreOffice, look as the pictures that were kept and looked at (`npm run pictures` keeps
 * them anew), where the same versions draw them; by others, as pages without faults; and the office shows every text of a document and a workbook whole.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Grid } from '../../src/core/model/index.ts'
import { layoutById } from '../../src/core/rulebook/index.ts'
import { writeDocx } from '../../src/writers/docx/index.ts'
import { writeXlsx } from '../../src/writers/xlsx/index.ts'
import { generateAny } from '../support/generate-any.ts'
import { notWhole, printedPages } from '../support/printed-pages.ts'
import {
  asPdf,
  difference,
  otherVersions,
  picturesFolder,
  printedPictures,
  unsound,
  type Versions,
  versionsFile,
  versionsHere,
} from '../support/printed-pictures.ts'
import { repositoryRoot } from '../support/source-files.ts'

/** Part of the pixels. */
const MOST_OTHER = 0.005
const seen = join(repositoryRoot, 'node_modules/.cache/printed')

describe('printed files', () => {
  it('look as they were kept', { timeout: 300_000 }, async () => {
    const pictures = await printedPictures()
    const kept: Versions = JSON.parse(readFileSync(versionsFile, 'utf8'))
    const here = versionsHere()
    const wrong: string[] = []
    const notCompared: string[] = []
    for (const [name, now] of pictures) {
      wrong.push(...(await unsound(now)).map((what) => `${name}: ${what}`))
      const others = otherVersions(name, kept, here)
      if (others.length > 0) {
        notCompared.push(
          `${name} (${others.map((each) => `${each} ${here[each] ?? 'missing'}, kept with ${kept[each]}`).join('; ')})`,
        )
        continue
      }
      const path = join(picturesFolder, `${name}.png`)
      const share = existsSync(path) ? await difference(readFileSync(path), now) : 1
      if (share <= MOST_OTHER) continue
      mkdirSync(seen, { recursive: true })
      writeFileSync(join(seen, `${name}.png`), now)
      wrong.push(`${name}: ${(share * 100).toFixed(2)} % of the pixels differ; now: ${join(seen, `${name}.png`)}`)
    }
    if (notCompared.length > 0) {
      process.stderr.write(
        `\n!!! NOT COMPARED with the kept pictures, which other versions of the programs drew: ${notCompared.join(', ')}.\n!!! Looked at for blank pages, marks at the edge and whole texts alone. Keep them anew with: npm run pictures\n\n`,
      )
    }
    expect(wrong).toEqual([])
    expect(pictures.size).toBeGreaterThan(10)
  })

  it('would be found blank, or with marks at the edge', async () => {
    const page = sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
    expect(await unsound(await page.clone().png().toBuffer())).toHaveLength(1)
    const mark = await sharp({ create: { width: 60, height: 60, channels: 3, background: 'black' } })
      .png()
      .toBuffer()
    const at = async (left: number) =>
      unsound(
        await page
          .clone()
          .composite([{ input: mark, left, top: 100 }])
          .png()
          .toBuffer(),
      )
    expect(await at(100)).toEqual([])
    expect(await at(340)).toHaveLength(1)
    expect(otherVersions('form-docx-1', { 'poppler-utils': '1' }, { 'poppler-utils': '1' })).toHaveLength(2)
    expect(otherVersions('form-1', { 'poppler-utils': '1' }, { 'poppler-utils': '1' })).toEqual([])
  })

  it('show every text whole in the office', { timeout: 300_000 }, async () => {
    const grids: Readonly<Record<string, Grid>> = Object.fromEntries(
      ['shenzhen-department', 'national-project', 'hubei-project'].map((id) => {
        const layout = layoutById(id)!
        return [id, layOutForm(generateAny(9, layout, 60), layout)]
      }),
    )
    const files = Object.entries(grids).flatMap(([id, grid]) => [
      { name: `${id}-docx`, to: 'docx', bytes: writeDocx(grid) },
      { name: `${id}-xlsx`, to: 'xlsx', bytes: writeXlsx(grid) },
    ])
    const pdfs = await asPdf(files)
    for (const [id, grid] of Object.entries(grids)) {
      const expected = grid.cells
        .filter(({ style }) => style?.role !== 'title')
        .map(({ text }) => ({ text, left: null, right: null }))
      for (const to of ['docx', 'xlsx']) {
        expect(notWhole(await printedPages(pdfs.get(`${id}-${to}`)!), expected), `${id} ${to}`).toEqual([])
      }
    }
  })
})
