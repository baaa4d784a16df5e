/** The files that are spoiled: forms of the corpus and made ones in every format, and the kept files that programs made. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import sharp from 'sharp'
import { renderPages } from '../../../src/containers/pdf-pictures.ts'
import { asSheet } from '../../contract/readers/made-files.ts'
import { corpusFolder, corpusForms } from '../../support/golden.ts'
import { makeCsv } from '../../support/office/csv.ts'
import { makeDocx } from '../../support/office/docx.ts'
import { type OfficeForm, officeForms } from '../../support/office/forms.ts'
import { makeHtml } from '../../support/office/html.ts'
import { makeXlsx } from '../../support/office/xlsx.ts'
import { rawPdf, stream, tableAt } from '../../support/raw-pdf.ts'
import { repacked, unpacked } from './change-package.ts'
import { plainSeeds } from './plain-seeds.ts'

/** How a file is built, and so how it can be spoiled. */
export type Build = 'package' | 'markup' | 'lines' | 'compound' | 'pdf' | 'picture'

export interface Seed {
  readonly name: string
  readonly build: Build
  readonly bytes: Uint8Array
}

const filesFolder = new URL('../../files/', import.meta.url).pathname
/** Larger files only cost time: what can go wrong in them can in smaller ones. */
const LARGEST = 100 * 1024

/** Cells of a made form, for the same reason. */
const LARGEST_FORM = 160

const builds: Readonly<Record<string, Build>> = {
  doc: 'compound',
  docx: 'package',
  et: 'compound',
  htm: 'markup',
  html: 'markup',
  ods: 'package',
  pdf: 'pdf',
  txt: 'lines',
  csv: 'lines',
  xls: 'compound',
  xlsx: 'package',
}

/** Points of a page that are kept: where a spoiled font makes its text unreadable, the page is read as a picture, line by line. */
const KEPT = { wide: 600, high: 200 }

/** The page ends behind the beginning of its first lines; no byte moves, so that places which the file names stay right. */
function cornerOfPage(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1')
  const cropped = file.replace(/\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]/g, (box, width: string, height: string) => {
    const [wide, high] = [Math.min(Number(width), KEPT.wide), Math.floor(Number(height))]
    const part = `/MediaBox[0 ${high - KEPT.high} ${Math.floor(wide)} ${high}]`
    return part.length > box.length ? box : part.padEnd(box.length)
  })
  return new Uint8Array(Buffer.from(cropped, 'latin1'))
}

function keptSeeds(): Seed[] {
  return readdirSync(filesFolder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const build = builds[extname(name).slice(1)]
      const path = join(filesFolder, name)
      // Files of the folder hold pictures, which take seconds and are a share of their own.
      if (build === undefined || name.startsWith('scan/') || statSync(path).size > LARGEST) return []
      const bytes = new Uint8Array(readFileSync(path))
      return [{ name, build, bytes: build === 'pdf' ? cornerOfPage(bytes) : bytes }]
    })
}

/** What a package says of the time it was made differs from run to run; a seed may not. */
function timeless(bytes: Uint8Array): Uint8Array {
  return repacked(
    unpacked(bytes).map((part) => ({
      ...part,
      bytes: /\.(?:xml|rels)$/.test(part.name)
        ? Buffer.from(
            Buffer.from(part.bytes)
              .toString()
              .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, '2021-04-05T00:00:00Z'),
          )
        : part.bytes,
    })),
  )
}

function asSourceTable({ grid }: OfficeForm): Parameters<typeof asSheet>[0] {
  const [title, ...cells] = grid.cells
  return {
    title: title?.text ?? '',
    rows: grid.rowCount,
    columns: grid.columnCount,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      row: Math.max(0, row - 1),
      column,
      rowSpan,
      columnSpan,
      text,
    })),
  }
}

async function officeSeeds(office: OfficeForm): Promise<Seed[]> {
  const { id } = office
  const table = asSourceTable(office)
  return [
    { name: `${id}.xlsx`, build: 'package', bytes: timeless(await makeXlsx(office)) },
    { name: `${id}.docx`, build: 'package', bytes: timeless(await makeDocx(office)) },
    { name: `${id}.ods`, build: 'package', bytes: timeless(asSheet(table, 'ods')) },
    { name: `${id}.xls`, build: 'compound', bytes: asSheet(table, 'biff8') },
    { name: `${id}-5.xls`, build: 'compound', bytes: asSheet(table, 'biff5') },
    { name: `${id}.html`, build: 'markup', bytes: makeHtml(office) },
    { name: `${id}.csv`, build: 'lines', bytes: makeCsv(office) },
  ]
}

/** Part of a page as a scanner of 150 dots an inch saves it: a few lines of a table, since every line takes time to read. */
async function pictureSeeds(): Promise<Seed[]> {
  const pdf = new Uint8Array(readFileSync(join(filesFolder, 'tables/1.pdf')))
  const seeds: Seed[] = []
  for await (const { width, height, data } of renderPages(pdf, [1], 150)) {
    const [red, blue] = [2, 0]
    const rgb = new Uint8Array(width * height * 3)
    for (let at = 0; at < width * height; at++) {
      rgb[at * 3] = data[at * 4 + red]!
      rgb[at * 3 + 1] = data[at * 4 + 1]!
      rgb[at * 3 + 2] = data[at * 4 + blue]!
    }
    const page = sharp(rgb, { raw: { width, height, channels: 3 } })
      .extract({ left: 0, top: 60, width: Math.min(width, 900), height: 450 })
      .withMetadata({ density: 150 })
    const formats = [
      ['png', page.clone().png()],
      ['jpg', page.clone().jpeg()],
      ['tiff', page.clone().greyscale().tiff({ compression: 'lzw' })],
      ['webp', page.clone().webp()],
    ] as const
    for (const [ending, made] of formats) {
      seeds.push({ name: `table.${ending}`, build: 'picture', bytes: new Uint8Array(await made.toBuffer()) })
    }
  }
  return seeds
}

/** A PDF whose operators are not packed, and one whose page is a picture. */
async function pdfSeeds(pictures: readonly Seed[]): Promise<Seed[]> {
  const rows = [
    ['一级指标', '三级指标', '年度指标值', '分值', '得分'],
    ['产出指标', '培训人数', '≥60人', '50', '50'],
    ['效益指标', '受益人数', '100%', '50', '49.5'],
  ]
  const jpeg = pictures.find(({ name }) => name.endsWith('.jpg'))!.bytes
  const { width = 0, height = 0 } = await sharp(jpeg).metadata()
  const image = stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
    jpeg,
  )
  const [wide, high] = [(width / 150) * 72, (height / 150) * 72]
  return [
    {
      name: 'plain.pdf',
      build: 'pdf',
      bytes: rawPdf({ pages: [{ content: tableAt(40, 800, rows) }, { content: tableAt(40, 700, rows), rotate: 90 }] }),
    },
    {
      name: 'picture.pdf',
      build: 'pdf',
      bytes: rawPdf({
        objects: [image],
        pages: [
          {
            width: wide,
            height: high,
            content: `q ${wide} 0 0 ${high} 0 0 cm /Im1 Do Q`,
            resources: '/XObject << /Im1 10 0 R >>',
          },
        ],
      }),
    },
  ]
}

/** The same on every machine and in every run. */
export async function makeSeeds(): Promise<Seed[]> {
  const offices = officeForms({ seed: 4711, perLayout: 1, sources: ['right', 'any'] }).filter(
    ({ grid }) => grid.cells.length < LARGEST_FORM,
  )
  const made = await Promise.all(offices.slice(0, 8).map(officeSeeds))
  const corpus = corpusForms().map(
    ({ slug, file }): Seed => ({
      name: `${slug}.txt`,
      build: 'lines',
      bytes: new Uint8Array(readFileSync(join(corpusFolder, slug, file))),
    }),
  )
  const pictures = await pictureSeeds()
  return [
    ...made.flat(),
    ...plainSeeds(offices),
    ...corpus.filter(({ bytes }) => bytes.length <= LARGEST),
    ...keptSeeds(),
    ...(await pdfSeeds(pictures)),
    ...pictures,
  ]
}
