/** Makes the kept pictures of tests/files/scan: forms of the corpus printed by Chromium, drawn by poppler, spoiled by sharp. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { officeForms } from '../tests/support/office/forms.ts'
import { makePrintPage } from '../tests/support/office/html.ts'
import { drawPages, spoil } from '../tests/support/office/pictures.ts'
import { documentPackages, needPackages, printPages } from '../tests/support/office/programs.ts'

const folder = new URL('../tests/files/scan/', import.meta.url).pathname
needPackages(documentPackages)
mkdirSync(folder, { recursive: true })
const shop = mkdtempSync(join(tmpdir(), 'ziping-'))

/** Pages of a corpus form at 200 dpi. */
async function pagesOf(slug: string): Promise<readonly Uint8Array[]> {
  const office = officeForms({ seed: 1, perLayout: 0, sources: ['corpus'] }).find(({ id }) => id === `${slug}-1`)
  if (office === undefined) throw new Error(`no corpus form ${slug}`)
  const path = join(shop, `${slug}.pdf`)
  await printPages([{ html: makePrintPage(office), path }])
  return drawPages(path, 200)
}

/** Black and white, as offices keep scans. */
const plain = (page: Uint8Array) => sharp(page).greyscale().threshold(185)

const [clean] = await pagesOf('c-sichuan-subsidy-lines')
writeFileSync(join(folder, 'clean.png'), await plain(clean!).png({ palette: true, colours: 2 }).toBuffer())

const [form] = await pagesOf('a-air-stations-one-line')
const stamped = await spoil(await spoil(form!, 'turned', 1), 'stamped', 3)
writeFileSync(
  join(folder, 'stamped-turned.png'),
  await sharp(stamped).withMetadata({ density: 200 }).png({ palette: true, colours: 16 }).toBuffer(),
)

/** The ruling line that goes right across the page, nearest below its middle third. */
async function lineBelow(page: Uint8Array, from: number): Promise<number> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true })
  for (let y = from; y < info.height; y++) {
    let dark = 0
    for (let x = 0; x < info.width; x++) if (data[y * info.width + x]! < 128) dark++
    if (dark > info.width * 0.6) return y
  }
  throw new Error('no line')
}

// A table that goes on on the next page, as a fax sends it: two pages in one file.
const [whole] = await pagesOf('s-guangxi-culture-department-lines')
const { width, height } = await sharp(whole).metadata()
const cut = (await lineBelow(whole!, 500)) + 4
const halves = await Promise.all(
  [
    { top: 0, size: cut },
    { top: cut, size: height - cut },
  ].map(async ({ top, size }) => {
    const part = await sharp(whole).extract({ left: 0, top, width, height: size }).png().toBuffer()
    const page = { width, height, fit: 'contain', position: 'top', background: '#ffffff' } as const
    return plain(await sharp(part).resize(page).png().toBuffer())
      .png({ palette: true, colours: 2 })
      .toBuffer()
  }),
)
for (const [index, half] of halves.entries()) writeFileSync(join(folder, `page-${index + 1}.png`), half)
writeFileSync(
  join(folder, 'two-pages.tiff'),
  await sharp(halves, { join: { animated: true } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
    .toBuffer(),
)
rmSync(shop, { recursive: true })
