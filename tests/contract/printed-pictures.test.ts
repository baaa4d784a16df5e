/**
 * Printed files, drawn by poppler and LibreOffice, look as the pictures that were kept and looked at (`npm run pictures` keeps
 * them anew); and the office shows every text of a document and a workbook whole.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Grid } from '../../src/core/model/index.ts'
import { layoutById } from '../../src/core/rulebook/index.ts'
import { writeDocx } from '../../src/writers/docx/index.ts'
import { writeXlsx } from '../../src/writers/xlsx/index.ts'
import { generateAny } from '../support/generate-any.ts'
import { notWhole, printedPages } from '../support/printed-pages.ts'
import { asPdf, difference, picturesFolder, printedPictures } from '../support/printed-pictures.ts'
import { repositoryRoot } from '../support/source-files.ts'

/** Part of the pixels. */
const MOST_OTHER = 0.005
const seen = join(repositoryRoot, 'node_modules/.cache/printed')

describe('printed files', () => {
  it('look as they were kept', { timeout: 300_000 }, async () => {
    const pictures = await printedPictures()
    const wrong: string[] = []
    for (const [name, now] of pictures) {
      const path = join(picturesFolder, `${name}.png`)
      const share = existsSync(path) ? await difference(readFileSync(path), now) : 1
      if (share <= MOST_OTHER) continue
      mkdirSync(seen, { recursive: true })
      writeFileSync(join(seen, `${name}.png`), now)
      wrong.push(`${name}: ${(share * 100).toFixed(2)} % of the pixels differ; now: ${join(seen, `${name}.png`)}`)
    }
    expect(wrong).toEqual([])
    expect(pictures.size).toBeGreaterThan(10)
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
