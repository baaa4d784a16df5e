/** One way to print the form of a file, in a process of its own: `node tool.mjs TASK FILE RUNS`; see `timeTool`. Gives the bytes written. */

import type { Browser } from 'playwright-core'
import type { PrintFormat, Product } from '../../src/app/print/product.ts'
import { layOut } from '../../src/core/layout/index.ts'
import type { Report } from '../../src/core/model/index.ts'
import { timeTool, type Work } from '../time-tool.ts'

const formats = ['xlsx', 'docx', 'pdf', 'html'] as const

/** The file is read and checked once; each run prints. */
async function reportOf(bytes: Uint8Array, name: string): Promise<Report> {
  const { checkSource } = await import('../../src/app/index.ts')
  const { reports } = await checkSource(bytes, name)
  const [report] = reports
  if (report === undefined) throw new Error('no form was found')
  return report
}

function once(make: (bytes: Uint8Array, name: string) => Promise<() => Promise<number>>): () => Promise<Work> {
  return async () => {
    let print: (() => Promise<number>) | null = null
    return async (bytes, name) => {
      print ??= await make(bytes, name)
      return print()
    }
  }
}

/** A product of the form. */
const ziping = (load: () => Promise<Product>, to: PrintFormat) =>
  once(async (bytes, name) => {
    const product = await load()
    const report = await reportOf(bytes, name)
    const source = { bytes, name, hash: report.stamp.sourceHash, format: 'text', findings: [], rules: {} }
    return async () => {
      const { files } = await product.print({ source, reports: [report], to, options: { lang: 'zh' } })
      return files[0]!.content.length
    }
  })

const form = async () => (await import('../../src/app/print/form.ts')).form
const workbook = async () => (await import('../../src/app/print/workbook.ts')).workbook
const basis = async () => (await import('../../src/app/print/basis.ts')).basis
const report = async () => (await import('../../src/app/print/report.ts')).report

/** The same cells, merges and borders by ExcelJS. */
const exceljs = once(async (bytes, name) => {
  const { default: ExcelJS } = await import('exceljs')
  const report = await reportOf(bytes, name)
  return async () => {
    const grid = layOut(report)
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('form', { pageSetup: { paperSize: 8 as number, orientation: 'landscape' } })
    const thin = { style: 'thin' } as const
    for (const { row, column, rowSpan, columnSpan, text } of grid.cells) {
      const cell = sheet.getCell(row + 1, column + 1)
      if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan)
      cell.value = text
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
      cell.border = { top: thin, left: thin, bottom: thin, right: thin }
    }
    return (await book.xlsx.writeBuffer()).byteLength
  }
})

/** Stays open from run to run, and would keep this process alive. */
let browser: Browser | null = null

/** The page of the form printed by a browser that stays open. */
const chromium = once(async (bytes, name) => {
  const { launchChromium } = await import('../../tests/support/office/programs.ts')
  const { form } = await import('../../src/app/print/form.ts')
  const report = await reportOf(bytes, name)
  const source = { bytes, name, hash: report.stamp.sourceHash, format: 'text', findings: [], rules: {} }
  const { files } = await form.print({ source, reports: [report], to: 'html', options: { lang: 'zh' } })
  const html = new TextDecoder().decode(files[0]!.content)
  browser = await launchChromium()
  const page = await browser.newPage()
  return async () => {
    await page.setContent(html)
    return (await page.pdf({ preferCSSPageSize: true, printBackground: true })).length
  }
})

await timeTool({
  ...Object.fromEntries(formats.map((format) => [`ziping-${format}`, ziping(form, format)])),
  'ziping-workbook': ziping(workbook, 'xlsx'),
  'ziping-basis-pdf': ziping(basis, 'pdf'),
  'ziping-report-pdf': ziping(report, 'pdf'),
  exceljs,
  chromium,
})
await (browser as Browser | null)?.close()
