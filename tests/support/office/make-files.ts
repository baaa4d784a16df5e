/**
 * Files of every format from forms, made by other libraries than the product's writers: ExcelJS and docx build, templates
 * make pages, LibreOffice and Chromium convert and print, poppler draws, sharp spoils.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeCsv } from './csv.ts'
import { makeDocx } from './docx.ts'
import type { Drawn } from './drawn.ts'
import type { OfficeForm } from './forms.ts'
import { makeHtml, makePrintPage } from './html.ts'
import { bindPictures, damages, drawPages, spoil } from './pictures.ts'
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
/** Printed without any line: a sheet by LibreOffice, a page by Chromium. */
export const plainFormats = ['pdf-plain-xlsx', 'pdf-plain-html'] as const
/** `scan` at 200 dots an inch, the rest the same pages spoiled in one way. */
export const scanFormats = ['scan', ...damages.map((damage) => `scan-${damage}` as const)] as const
export const formats = [...electronicFormats, ...pdfFormats, ...plainFormats, ...scanFormats] as const
export type OfficeFormat = (typeof formats)[number]
type ScanFormat = (typeof scanFormats)[number]
type DocumentFormat = Exclude<OfficeFormat, ScanFormat>

export function isScan(format: OfficeFormat): format is ScanFormat {
  return (scanFormats as readonly string[]).includes(format)
}

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

/** Where files are made, and what was made already: a document is the start of several others, a PDF of several scans. */
export class Workshop {
  readonly #folder: string
  /** By format and form. */
  readonly #made = new Map<string, string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * The wanted forms' files in their order; what is not there yet is made, all at once. `offices`: all forms of the format:
   * from which program a scan comes hangs on the form's place among them.
   */
  async make(
    format: OfficeFormat,
    offices: readonly OfficeForm[],
    wanted: readonly OfficeForm[] = offices,
  ): Promise<readonly MadeFile[]> {
    const place = ({ id }: OfficeForm) => `${format}/${id}`
    const missing = wanted.filter((office) => !this.#made.has(place(office)))
    if (missing.length > 0) {
      const paths = isScan(format)
        ? await this.#scans(format, missing, (office) => scannedFrom(offices.indexOf(office)))
        : await this.#madeAs(format, missing)
      missing.forEach((office, index) => {
        this.#made.set(place(office), paths[index]!)
      })
    }
    return wanted.map((office) => ({ office, format, path: this.#made.get(place(office))! }))
  }

  async #pathsOf(format: OfficeFormat, offices: readonly OfficeForm[]): Promise<readonly string[]> {
    return (await this.make(format, offices)).map(({ path }) => path)
  }

  #madeAs(format: DocumentFormat, offices: readonly OfficeForm[]): Promise<readonly string[]> {
    const folder = join(this.#folder, format)
    const from = async (source: OfficeFormat, target: string) =>
      convertFiles(await this.#pathsOf(source, offices), target, folder)
    switch (format) {
      case 'xlsx':
        return this.#written(offices, format, 'xlsx', (office) => makeXlsx(office))
      case 'docx':
        return this.#written(offices, format, 'docx', makeDocx)
      case 'html':
        return this.#written(offices, format, 'html', makeHtml)
      case 'csv':
        return this.#written(offices, format, 'csv', makeCsv)
      case 'csv-gb18030':
        return this.#recoded(offices, folder)
      case 'xls':
        return from('xlsx', 'xls:MS Excel 97')
      case 'ods':
        return from('xlsx', 'ods')
      case 'doc':
        return from('docx', 'doc:MS Word 97')
      case 'html-docx':
        return from('docx', 'html:HTML (StarWriter)')
      case 'docx-odt':
        return this.#docxByOffice(offices, folder)
      case 'xlsx-xls':
        return from('xls', 'xlsx:Calc MS Excel 2007 XML')
      case 'pdf-xlsx':
        return from('xlsx', 'pdf')
      case 'pdf-docx':
        return from('docx', 'pdf')
      case 'pdf-html':
        return this.#printed(offices, folder)
      case 'pdf-plain-xlsx':
        return this.#plainSheets(offices, folder)
      case 'pdf-plain-html':
        return this.#printed(offices, folder, 'none')
    }
  }

  async #written(
    offices: readonly OfficeForm[],
    format: OfficeFormat,
    ending: string,
    make: (office: OfficeForm) => Promise<Uint8Array> | Uint8Array,
  ): Promise<string[]> {
    const paths: string[] = []
    mkdirSync(join(this.#folder, format), { recursive: true })
    for (const office of offices) {
      const path = join(this.#folder, format, `${office.id}.${ending}`)
      writeFileSync(path, await make(office))
      paths.push(path)
    }
    return paths
  }

  /** In GB18030, as older Chinese systems export. LibreOffice would write one sheet of a workbook, whichever is in front. */
  async #recoded(offices: readonly OfficeForm[], folder: string): Promise<string[]> {
    mkdirSync(folder, { recursive: true })
    const paths: string[] = []
    for (const path of await this.#pathsOf('csv', offices)) {
      const target = join(folder, basename(path))
      writeFileSync(`${target}.utf8`, readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
      await run('iconv', ['-f', 'utf-8', '-t', 'gb18030', '-o', target, `${target}.utf8`], 60)
      paths.push(target)
    }
    return paths
  }

  /** Text documents as LibreOffice writes them, its own format between. */
  async #docxByOffice(offices: readonly OfficeForm[], folder: string): Promise<readonly string[]> {
    const own = await convertFiles(await this.#pathsOf('docx', offices), 'odt', join(this.#folder, 'odt'))
    return convertFiles(own, 'docx:MS Word 2007 XML', folder)
  }

  async #plainSheets(offices: readonly OfficeForm[], folder: string): Promise<readonly string[]> {
    const sheets = await this.#written(offices, 'pdf-plain-xlsx', 'xlsx', (office) => makeXlsx(office, 'none'))
    return convertFiles(sheets, 'pdf', folder)
  }

  async #printed(offices: readonly OfficeForm[], folder: string, drawn: Drawn = 'all'): Promise<string[]> {
    mkdirSync(folder, { recursive: true })
    const pages = offices.map((office) => ({
      html: makePrintPage(office, drawn),
      path: join(folder, `${office.id}.pdf`),
    }))
    await printPages(pages)
    return pages.map(({ path }) => path)
  }

  async #scans(
    format: ScanFormat,
    offices: readonly OfficeForm[],
    sourceOf: (office: OfficeForm) => (typeof pdfFormats)[number],
  ): Promise<string[]> {
    const pdfs = new Map<OfficeForm, string>()
    for (const source of pdfFormats) {
      const own = offices.filter((office) => sourceOf(office) === source)
      for (const { office, path } of await this.make(source, own)) pdfs.set(office, path)
    }
    mkdirSync(join(this.#folder, format), { recursive: true })
    const damage = damages.find((one) => format === `scan-${one}`)
    const paths: string[] = []
    for (const office of offices) {
      const pages: Uint8Array[] = []
      for (const [page, picture] of (await drawPages(pdfs.get(office)!, DPI)).entries())
        pages.push(damage === undefined ? picture : await spoil(picture, damage, office.seed + page))
      const single = pages.length === 1
      const ending = single ? (damage === 'jpeg40' || damage === 'photo' ? 'jpg' : 'png') : 'pdf'
      const path = join(this.#folder, format, `${office.id}.${ending}`)
      writeFileSync(path, single ? pages[0]! : await bindPictures(pages, DPI))
      paths.push(path)
    }
    return paths
  }
}

/** Makes the files of the wanted formats below a folder, `format/form-id.ending`, and what they rest on. */
export async function makeFiles(
  folder: string,
  offices: readonly OfficeForm[],
  wanted: readonly OfficeFormat[],
): Promise<readonly MadeFile[]> {
  const shop = new Workshop(folder)
  const files: MadeFile[] = []
  for (const format of wanted) files.push(...(await shop.make(format, offices)))
  return files
}
