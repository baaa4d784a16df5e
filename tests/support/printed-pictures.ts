/** Printed files as pictures, drawn by programs that are not ours: PDF by poppler, docx and xlsx by LibreOffice. Small and grey. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { checkSource } from '../../src/app/check-source.ts'
import { printChecked } from '../../src/app/print/print-checked.ts'
import type { PrintFormat } from '../../src/app/print/product.ts'
import { corpusFolder } from './golden.ts'
import { convertFiles, run } from './office/programs.ts'
import { repositoryRoot } from './source-files.ts'

export const picturesFolder = join(repositoryRoot, 'tests/files/printed')

interface Shown {
  readonly name: string
  readonly slug: string
  readonly what: 'form' | 'report'
  readonly to: PrintFormat
  readonly pages: readonly number[]
}

const sample = 'shenzhen-guangming-2021'

/** Title and money table, goals with indicators, merged labels over page breaks, lines to sign; charts and tables of the report. */
export const shown: readonly Shown[] = [
  { name: 'form', slug: sample, what: 'form', to: 'pdf', pages: [1, 3, 9] },
  { name: 'project', slug: 'h-hebei-split-score-tsv', what: 'form', to: 'pdf', pages: [1] },
  { name: 'report', slug: sample, what: 'report', to: 'pdf', pages: [1, 3, 9] },
  { name: 'form-docx', slug: sample, what: 'form', to: 'docx', pages: [1, 3] },
  { name: 'form-xlsx', slug: sample, what: 'form', to: 'xlsx', pages: [1, 3] },
  { name: 'report-docx', slug: sample, what: 'report', to: 'docx', pages: [1, 4] },
]

const DOTS_PER_INCH = 50

/** Which versions of the programs, and of the one font they see, drew the kept pictures. */
export const versionsFile = join(picturesFolder, 'drawn-with.json')

/** Debian packages on which the pictures of a file hang, by its format. */
const packagesFor = (to: PrintFormat) =>
  to === 'pdf' ? ['poppler-utils'] : ['poppler-utils', 'libreoffice-core', 'fonts-noto-cjk']

export type Versions = Readonly<Record<string, string>>

/** Of this machine; without those that it lacks. */
export function versionsHere(): Versions {
  const wanted = [...new Set(shown.flatMap(({ to }) => packagesFor(to)))]
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', `\${Package} \${Version}\\n`, ...wanted], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  return Object.fromEntries((stdout ?? '').split('\n').flatMap((line) => (line === '' ? [] : [line.split(' ')])))
}

/** Packages whose version is another than that which drew the kept picture 'form-docx-3'. */
export function otherVersions(picture: string, kept: Versions, here: Versions): readonly string[] {
  const own = shown.find(({ name, pages }) => pages.some((page) => picture === `${name}-${page}`))
  return packagesFor(own?.to ?? 'docx').filter((name) => kept[name] === undefined || kept[name] !== here[name])
}

/** The office sees one font alone, so that its pages do not hang on what else is installed. */
function withOneFont(folder: string): NodeJS.ProcessEnv {
  const path = join(folder, 'fonts.conf')
  mkdirSync(join(folder, 'cache'))
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts/opentype/noto</dir><cachedir>${folder}/cache</cachedir><match target="pattern"><edit name="family" mode="assign" binding="strong"><string>Noto Serif CJK SC</string></edit></match></fontconfig>`,
  )
  return { ...process.env, FONTCONFIG_FILE: path, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
}

async function printed({ slug, what, to }: Shown): Promise<Uint8Array> {
  const bytes = readFileSync(join(corpusFolder, slug, 'form.txt'))
  const { files } = await printChecked(await checkSource(bytes, 'form.txt'), bytes, {
    what,
    to,
    options: { lang: 'zh' },
  })
  return files[0]!.content
}

/** Files as PDF: as they are, or by the office. */
export async function asPdf(
  files: readonly { readonly name: string; readonly to: string; readonly bytes: Uint8Array }[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-office-pages-'))
  try {
    const made = new Map<string, Uint8Array>()
    const others = files.filter(({ to, name, bytes }) => {
      if (to === 'pdf') made.set(name, bytes)
      return to !== 'pdf'
    })
    const paths = others.map(({ name, to, bytes }) => {
      const path = join(folder, `${name}.${to}`)
      writeFileSync(path, bytes)
      return path
    })
    const pdfs = await convertFiles(paths, 'pdf', join(folder, 'pdf'), withOneFont(folder))
    for (const [index, path] of pdfs.entries()) made.set(others[index]!.name, readFileSync(path))
    return made
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 'form-1' → its picture as PNG, 16 greys. */
export async function printedPictures(): Promise<ReadonlyMap<string, Buffer>> {
  const files = await Promise.all(shown.map(async (each) => ({ ...each, bytes: await printed(each) })))
  const pdfs = await asPdf(files)
  const folder = mkdtempSync(join(tmpdir(), 'ziping-pictures-'))
  try {
    const pictures = new Map<string, Buffer>()
    for (const { name, pages } of shown) {
      const path = join(folder, `${name}.pdf`)
      writeFileSync(path, pdfs.get(name)!)
      for (const page of pages) {
        const range = ['-f', String(page), '-l', String(page)]
        await run(
          '/usr/bin/pdftoppm',
          [
            '-gray',
            '-png',
            '-r',
            String(DOTS_PER_INCH),
            ...range,
            '-singlefile',
            path,
            join(folder, `${name}-${page}`),
          ],
          60,
        )
      }
    }
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.png')) continue
      const picture = sharp(join(folder, file))
        .greyscale()
        .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 })
      pictures.set(basename(file, '.png'), await picture.toBuffer())
    }
    return pictures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** So much lighter or darker is another pixel, of 255. */
const OTHER = 64

/** Part of the pixels that differ, 0 to 1; 1 where the pictures are not of one size. */
export async function difference(kept: Buffer, now: Buffer): Promise<number> {
  const raw = (png: Buffer) => sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [a, b] = await Promise.all([raw(kept), raw(now)])
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return 1
  let others = 0
  for (let at = 0; at < a.data.length; at++) if (Math.abs(a.data[at]! - b.data[at]!) > OTHER) others++
  return others / a.data.length
}

/** Part of a page that is dark at the least and at the most where a form or a report stands on it. */
const INK = [0.005, 0.5] as const
/** Part of the width and height that stays white at each side: printers leave out more. */
const MARGIN = 0.012

/** What is wrong with a page whatever program drew it: nothing on it, or something up to its edge. */
export async function unsound(png: Buffer): Promise<readonly string[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const [aside, above] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)]
  let dark = 0
  let outside = 0
  for (let at = 0; at < data.length; at++) {
    if (data[at]! > 255 - OTHER) continue
    dark++
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x < aside || x >= width - aside || y < above || y >= height - above) outside++
  }
  const ink = dark / data.length
  return [
    ...(ink < INK[0] || ink > INK[1] ? [`${(ink * 100).toFixed(1)} % of it is dark`] : []),
    ...(outside > 0 ? [`${outside} dark points at its edge`] : []),
  ]
}
