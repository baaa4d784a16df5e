/** The files that are read: a form in each format, a sheet of 100,000 rows, a thousand mixed files. */

import { createWriteStream, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { type OfficeForm, officeForms } from '../../tests/support/office/forms.ts'
import { makeFiles, type OfficeFormat } from '../../tests/support/office/make-files.ts'

export interface BenchFiles {
  /** The sample, 97 indicators, as a workbook. */
  readonly form: { readonly path: string; readonly texts: readonly string[] }
  readonly rows: { readonly path: string; readonly count: number }
  /** One page, 25 indicators or fewer: its PDF, its picture at 200 dpi. */
  readonly page: { readonly pdf: string; readonly picture: string; readonly texts: readonly string[] }
  /** Folder of files in many formats. */
  readonly many: {
    readonly folder: string
    readonly count: number
    readonly byFormat: ReadonlyMap<OfficeFormat, number>
  }
}

const ROWS = 100_000

async function longSheet(path: string): Promise<void> {
  const stream = createWriteStream(path)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true, useStyles: true })
  const sheet = workbook.addWorksheet('明细')
  const units = ['财政局', '教育局', '水务局', '住房和城乡建设局']
  for (let row = 1; row <= ROWS; row++) {
    sheet
      .addRow([
        row,
        units[row % 4],
        `第${row}号项目`,
        row * 1.25,
        (row % 100) / 100,
        '产出指标',
        `≥${row % 500}个`,
        '已完成',
      ])
      .commit()
  }
  sheet.commit()
  await workbook.commit()
}

function textsOf({ grid }: OfficeForm): readonly string[] {
  return grid.cells.map(({ text }) => text.replace(/\s/g, '')).filter((text) => text !== '')
}

/** Shares of a thousand. */
const mixture: readonly (readonly [OfficeFormat, number])[] = [
  ['xlsx', 300],
  ['docx', 200],
  ['html', 150],
  ['csv', 50],
  ['xls', 150],
  ['pdf-docx', 150],
]

export async function mixedFiles(folder: string): Promise<BenchFiles['many']> {
  const many = join(folder, 'many')
  mkdirSync(many, { recursive: true })
  const offices = officeForms({ seed: 7, perLayout: 28, sources: ['right', 'any'] })
  let from = 0
  const byFormat = new Map<OfficeFormat, number>()
  for (const [format, count] of mixture) {
    const some = offices.slice(from, from + count)
    from += count
    const made = await makeFiles(join(folder, 'mixed'), some, [format])
    for (const { path, office } of made)
      renameSync(path, join(many, `${office.id}${path.slice(path.lastIndexOf('.'))}`))
    byFormat.set(format, made.length)
  }
  return { folder: many, count: [...byFormat.values()].reduce((sum, one) => sum + one, 0), byFormat }
}

const forms = () => officeForms({ seed: 20260101, perLayout: 1, sources: ['right', 'corpus'] })

export async function sampleFile(folder: string): Promise<BenchFiles['form']> {
  const sample = forms().find(({ id }) => id.startsWith('shenzhen-guangming'))!
  const [form] = await makeFiles(folder, [sample], ['xlsx'])
  return { path: form!.path, texts: textsOf(sample) }
}

export async function rowsFile(folder: string): Promise<BenchFiles['rows']> {
  const path = join(folder, 'rows.xlsx')
  await longSheet(path)
  return { path, count: ROWS }
}

/** So many forms are printed to find the longest that fits on a page. */
const TRIED = 8
const LONGEST = 28

/** A form on a single page, as long as it can be. */
export async function pageFiles(folder: string): Promise<BenchFiles['page']> {
  const length = ({ form }: OfficeForm) => form.indicators.length
  const candidates = forms()
    .filter((office) => office.layout.kind === 'project' && office.source === 'right' && length(office) <= LONGEST)
    .sort((a, b) => length(b) - length(a))
    .slice(0, TRIED)
  const pictures = await makeFiles(folder, candidates, ['scan'])
  // Several pages are bound as PDF; a single one is a picture.
  const single = pictures.filter(({ path }) => path.endsWith('.png'))
  const chosen = single.reduce((most, one) => (length(one.office) > length(most.office) ? one : most))
  const [pdf] = await makeFiles(folder, [chosen.office], ['pdf-docx'])
  return { pdf: pdf!.path, picture: chosen.path, texts: textsOf(chosen.office) }
}

/** Share of the form's texts that stand somewhere in what a tool wrote, white space aside, in percent. */
export function shareFound(texts: readonly string[], written: string): number {
  const bare = written.replace(/\s/g, '')
  return (texts.filter((text) => bare.includes(text)).length / texts.length) * 100
}
