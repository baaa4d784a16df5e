/**
 * Files of every format from forms, made by other libraries than the product's writers: ExcelJS and docx build, templates
 * make pages, LibreOffice and Chromium convert and print, poppler draws, sharp spoils.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeCsv } from './csv.ts'
import { makeDocx } from './docx.ts'
import type { OfficeForm } from './forms.ts'
import { makeHtml, makePrintPage } from './html.ts'
import { bindPictures, type Damage, damages, drawPages, spoil } from './pictures.ts'
import { convertFiles, printPages, run } from './programs.ts'
import { makeXlsx } from './xlsx.ts'

/**
 * Formats by how they are made: `pdf-docx` is the PDF that LibreOffice makes of the docx file, `xlsx-xls` the workbook it
 * writes from the xls file, `docx-odt` the document it writes from its own format.
 */
export const electronicFormats = [
  'xlsx',
  'docx',
  'html',
  'csv',
  'csv-gb18030',
  'xls',
  'ods',
  'doc',
  'html-docx',
  'docx-odt',
  'xlsx-xls',
] as const
export const pdfFormats = ['pdf-xlsx', 'pdf-docx', 'pdf-html'] as const
/** `scan` at 200 dots an inch, the rest the same pages spoiled in one way. */
export const scanFormats = ['scan', ...damages.map((damage) => `scan-${damage}` as const)] as const
export const formats = [...electronicFormats, ...pdfFormats, ...scanFormats] as const
export type OfficeFormat = (typeof formats)[number]

export interface MadeFile {
  readonly office: OfficeForm
  readonly format: OfficeFormat
  readonly path: string
}

const DPI = 200

/** The PDF that a form's scans are drawn from, in turn, so that scans come from every program. */
function scannedFrom(index: number): (typeof pdfFormats)[number] {
  return pdfFormats[index % pdfFormats.length]!
}

interface Workshop {
  readonly folder: string
  readonly offices: readonly OfficeForm[]
  /** Formats already made. */
  readonly made: Map<OfficeFormat, readonly string[]>
}

async function written(
  { folder, offices }: Workshop,
  format: OfficeFormat,
  ending: string,
  make: (office: OfficeForm) => Promise<Uint8Array> | Uint8Array,
): Promise<string[]> {
  const paths: string[] = []
  mkdirSync(join(folder, format), { recursive: true })
  for (const office of offices) {
    const path = join(folder, format, `${office.id}.${ending}`)
    writeFileSync(path, await make(office))
    paths.push(path)
  }
  return paths
}

/** In GB18030, as older Chinese systems export. LibreOffice would write one sheet of a workbook, whichever is in front. */
async function recoded(shop: Workshop, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (const path of await madeIn(shop, 'csv')) {
    const target = join(folder, basename(path))
    writeFileSync(`${target}.utf8`, readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
    await run('iconv', ['-f', 'utf-8', '-t', 'gb18030', '-o', target, `${target}.utf8`], 60)
    paths.push(target)
  }
  return paths
}

async function scans(shop: Workshop, format: OfficeFormat): Promise<string[]> {
  const paths: string[] = []
  mkdirSync(join(shop.folder, format), { recursive: true })
  const damage = damages.find((one) => format === `scan-${one}`)
  for (const [index, office] of shop.offices.entries()) {
    const pdf = (await madeIn(shop, scannedFrom(index)))[index]!
    const clean = await drawPages(pdf, DPI)
    const pages: Uint8Array[] = []
    for (const [page, picture] of clean.entries()) {
      pages.push(damage === undefined ? picture : await spoil(picture, damage as Damage, office.seed + page))
    }
    const single = pages.length === 1
    const ending = single ? (damage === 'jpeg40' || damage === 'photo' ? 'jpg' : 'png') : 'pdf'
    const path = join(shop.folder, format, `${office.id}.${ending}`)
    writeFileSync(path, single ? pages[0]! : await bindPictures(pages, DPI))
    paths.push(path)
  }
  return paths
}

async function madeIn(shop: Workshop, format: OfficeFormat): Promise<readonly string[]> {
  const before = shop.made.get(format)
  if (before !== undefined) return before
  const folder = join(shop.folder, format)
  const from = async (source: OfficeFormat, target: string) => convertFiles(await madeIn(shop, source), target, folder)
  const make = (): Promise<readonly string[]> => {
    switch (format) {
      case 'xlsx':
        return written(shop, format, 'xlsx', makeXlsx)
      case 'docx':
        return written(shop, format, 'docx', makeDocx)
      case 'html':
        return written(shop, format, 'html', makeHtml)
      case 'csv':
        return written(shop, format, 'csv', makeCsv)
      case 'csv-gb18030':
        return recoded(shop, folder)
      case 'xls':
        return from('xlsx', 'xls:MS Excel 97')
      case 'ods':
        return from('xlsx', 'ods')
      case 'doc':
        return from('docx', 'doc:MS Word 97')
      case 'html-docx':
        return from('docx', 'html:HTML (StarWriter)')
      case 'docx-odt':
        return docxByOffice(shop, folder)
      case 'xlsx-xls':
        return from('xls', 'xlsx:Calc MS Excel 2007 XML')
      case 'pdf-xlsx':
        return from('xlsx', 'pdf')
      case 'pdf-docx':
        return from('docx', 'pdf')
      case 'pdf-html':
        return printed(shop, folder)
      default:
        return scans(shop, format)
    }
  }
  const paths = await make()
  shop.made.set(format, paths)
  return paths
}

/** Text documents as LibreOffice writes them, its own format between. */
async function docxByOffice(shop: Workshop, folder: string): Promise<readonly string[]> {
  const own = await convertFiles(await madeIn(shop, 'docx'), 'odt', join(shop.folder, 'odt'))
  return convertFiles(own, 'docx:MS Word 2007 XML', folder)
}

async function printed({ offices }: Workshop, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const pages = offices.map((office) => ({ html: makePrintPage(office), path: join(folder, `${office.id}.pdf`) }))
  await printPages(pages)
  return pages.map(({ path }) => path)
}

/** Makes the files of the wanted formats below a folder, `format/form-id.ending`, and what they rest on. */
export async function makeFiles(
  folder: string,
  offices: readonly OfficeForm[],
  wanted: readonly OfficeFormat[],
): Promise<readonly MadeFile[]> {
  const shop: Workshop = { folder, offices, made: new Map() }
  const files: MadeFile[] = []
  for (const format of wanted) {
    const paths = await madeIn(shop, format)
    files.push(...offices.map((office, index) => ({ office, format, path: paths[index]! })))
  }
  return files
}
