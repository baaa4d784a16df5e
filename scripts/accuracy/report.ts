/** A report of hundreds of pages in each format: are its forms found, all of them and no others, each at its pages? */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSource } from '../../src/app/index.ts'
import { compareForms } from '../../tests/support/office/compare.ts'
import { convertFiles, printPages, run } from '../../tests/support/office/programs.ts'
import { makeReport, type Report, reportDocx, reportHtml } from '../../tests/support/office/report.ts'
import { shownIn } from '../../tests/support/shown.ts'

interface ReportFile {
  readonly format: string
  readonly path: string
}

export async function makeReportFiles(folder: string, report: Report): Promise<readonly ReportFile[]> {
  mkdirSync(folder, { recursive: true })
  const path = (name: string) => join(folder, name)
  writeFileSync(path('report.docx'), await reportDocx(report))
  writeFileSync(path('report.html'), reportHtml(report))
  await convertFiles([path('report.docx')], 'pdf', path('office'))
  await printPages([{ html: reportHtml(report), path: path('page.pdf') }])
  return [
    { format: 'docx', path: path('report.docx') },
    { format: 'html', path: path('report.html') },
    { format: 'pdf-docx', path: path('office/report.pdf') },
    { format: 'pdf-html', path: path('page.pdf') },
  ]
}

/** Where each form stands in the PDF, by another program: from the page with its own name to the one before what follows. */
export async function pagesOf(
  path: string,
  report: Report,
): Promise<{ pages: number; spans: readonly (readonly [number, number])[] }> {
  const text = await run('/usr/bin/pdftotext', ['-layout', path, '-'], 300)
  const pages = text.split('\f').map((page) => page.replace(/\s/g, ''))
  const spans = report.forms.map(({ form }, index): readonly [number, number] => {
    const end = pages.findIndex((page) => page.includes(report.after[index]!))
    const start = index === 0 ? 0 : pages.findIndex((page) => page.includes(report.after[index - 1]!))
    const name = (form.project.raw || form.title.raw).replace(/\s/g, '')
    // A department form is known by its title, which the contents name too: the last page with it before what follows.
    let first = -1
    for (let page = start; page < end; page++) {
      if (pages[page]!.includes(name) && (form.project.raw !== '' ? first < 0 : true)) first = page
    }
    return [first + 1, end]
  })
  return { pages: pages.length - 1, spans }
}

export interface ReportResult {
  readonly format: string
  readonly pages: number | null
  readonly expected: number
  readonly found: number
  /** Forms under their own name with all their fields. */
  readonly whole: number
  /** Forms at their pages; null where the file has none. */
  readonly placed: number | null
  readonly fields: number
  readonly wrong: number
  readonly milliseconds: number
  readonly notes: readonly string[]
}

export async function measureReport(file: ReportFile, report: Report): Promise<ReportResult> {
  const bytes = readFileSync(file.path)
  const start = process.hrtime.bigint()
  const { reports } = await checkSource(bytes, file.path)
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  const isPdf = file.path.endsWith('.pdf')
  const truth = isPdf ? await pagesOf(file.path, report) : null
  const notes: string[] = []
  let [whole, placed, fields, wrong] = [0, 0, 0, 0]
  for (const [index, office] of report.forms.entries()) {
    const got = reports.find(
      ({ form }) => form.project.raw.replace(/\s/g, '') === office.form.project.raw && form.kind === office.form.kind,
    )
    if (got === undefined) {
      notes.push(`${office.form.project.raw || office.form.title.raw} is not found`)
      fields += office.truth.length
      wrong += office.truth.length
      continue
    }
    const compared = compareForms(office.truth, { lines: shownIn(office.layout, got.form), marked: new Set() })
    const bad = compared.filter(({ right }) => !right)
    fields += compared.length
    wrong += bad.length
    if (bad.length === 0) whole++
    for (const one of bad.slice(0, 3)) notes.push(`${office.form.project.raw} ${one.path}: ${one.truth} → ${one.found}`)
    if (truth === null) continue
    const [first, last] = truth.spans[index]!
    const extent = got.extent
    if (extent?.kind === 'pages' && extent.first === first && extent.last === last) placed++
    else notes.push(`${office.form.project.raw}: pages ${first}–${last}, told as ${JSON.stringify(extent)}`)
  }
  for (const { form } of reports) {
    const known = report.forms.some((office) => office.form.project.raw === form.project.raw.replace(/\s/g, ''))
    if (!known) notes.push(`no such form: ${form.title.raw} ${form.project.raw}, ${form.indicators.length} indicators`)
  }
  return {
    format: file.format,
    pages: truth?.pages ?? null,
    expected: report.forms.length,
    found: reports.length,
    whole,
    placed: truth === null ? null : placed,
    fields,
    wrong,
    milliseconds,
    notes,
  }
}

/** Three hundred pages as LibreOffice sets them. */
export function longReport(seed: number): Report {
  return makeReport(seed, { projects: 30, prose: 8 })
}

export function reportTable(results: readonly ReportResult[]): string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const head = [
    '格式 · format',
    '页 · pages',
    '表 · forms',
    '找到 · found',
    '全对 · wholly right',
    '页码对 · at their pages',
    '字段 · fields',
    '错 · wrong',
  ]
  return [
    line(head),
    line(head.map(() => '---')),
    ...results.map((one) =>
      line([
        one.format,
        one.pages ?? '—',
        one.expected,
        one.found,
        one.whole,
        one.placed ?? '—',
        one.fields,
        one.wrong,
      ]),
    ),
  ]
}
