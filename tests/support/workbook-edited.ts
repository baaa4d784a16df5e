/** The workbook that office programs edited and saved anew, and what each of them did to it. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSource } from '../../src/app/check-source.ts'
import { readSource } from '../../src/app/read-source.ts'
import { blankForm } from '../../src/app/workbook/blank-form.ts'
import { buildWorkbook } from '../../src/app/workbook/build-workbook.ts'
import { formGrid } from '../../src/app/workbook/form-grid.ts'
import { isMachineSheet, machineLines } from '../../src/app/workbook/machine-lines.ts'
import type { Form, FormPath } from '../../src/core/model/index.ts'
import { editionById, layoutById } from '../../src/core/rulebook/index.ts'

export const keptFolder = join(import.meta.dirname, '../files/workbook')

export const kept = {
  edited: 'edited.xlsx',
  open: 'edited.ods',
  filled: 'filled-without-results.xlsx',
  moved: 'rows-moved.xlsx',
  blank: 'blank-filled.xlsx',
} as const

/** What a clerk types into the blank workbook, by field. */
export const typedIntoBlank: Readonly<Record<string, string>> = {
  project: '道路养护项目',
  'indicators[0].level1': '产出指标',
  'indicators[0].level2': '数量指标',
  'indicators[0].name': '养护里程',
  'indicators[0].target': '≥20公里',
  'indicators[0].actual': '20公里',
  'indicators[1].name': '修补面积',
  'indicators[1].target': '≥200平方米',
  'indicators[1].actual': '100平方米',
}
/** Figures, typed as figures. */
export const figuresIntoBlank: Readonly<Record<string, number>> = {
  'indicators[0].weight': 50,
  'indicators[1].weight': 40,
}

/** The blank workbook and its cells by field. */
export function blankToFill() {
  const edition = editionById('national-project-2020')!
  const layout = layoutById('national-project')!
  const form = blankForm({ layout, year: 2024, edition })
  const grid = formGrid(form, layout, '表')
  return {
    bytes: buildWorkbook(form, { edition, layout: layout.id, blank: true }),
    cells: Object.fromEntries(
      [...Object.keys(typedIntoBlank), ...Object.keys(figuresIntoBlank)].map((path) => [path, grid.at(path)!]),
    ),
  }
}

const sample = join(import.meta.dirname, '../corpus/a-national-review-tsv/form.txt')

export async function editedForm(): Promise<{
  readonly form: Form
  readonly edition: string
  readonly bytes: Uint8Array
}> {
  const { reports } = await checkSource(readFileSync(sample), 'form.txt')
  const [report] = reports
  if (report === undefined) throw new Error(`no form in ${sample}`)
  const edition = editionById(report.stamp.edition)!
  return {
    form: report.form,
    edition: edition.id,
    bytes: buildWorkbook(report.form, { edition, scored: report.scored.rows }),
  }
}

/** Cells and rows of its sheet that are edited. */
export async function editedWorkbook() {
  const { form, bytes } = await editedForm()
  const { grids } = await readSource(bytes, 'workbook.xlsx')
  const machine = machineLines(grids.find(isMachineSheet)!)!
  const sheet = grids[0]!
  const column = (text: string) => {
    const header = sheet.cells.findLast((cell) => cell.text === text && cell.source?.kind === 'sheet')!.source
    return header?.kind === 'sheet' ? header.cell.replace(/\d+/, '') : ''
  }
  const row = (path: FormPath) => machine.rows.get(path)!
  const count = form.indicators.length
  return {
    bytes,
    form,
    rows: {
      actual: `${column('实际完成值')}${row('indicators[0]')}`,
      note: `${column('偏差原因分析及改进措施')}${row('indicators[1]')}`,
      spareName: `${column('三级指标')}${row(`indicators[${count}]`)}`,
      spareTarget: `${column('年度指标值')}${row(`indicators[${count}]`)}`,
      spareWeight: `${column('分值')}${row(`indicators[${count}]`)}`,
      spareActual: `${column('实际完成值')}${row(`indicators[${count}]`)}`,
      gone: row('indicators[2]'),
      above: row('goals[0]'),
      /** The last row of the form's own is cut, and put in before the third. */
      cut: row(`indicators[${count - 1}]`),
      before: row('indicators[2]'),
      /** From 0: the columns of the labels stay. */
      firstColumn: [...column('三级指标')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    },
  }
}
