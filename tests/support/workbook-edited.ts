/** The workbook that office programs edited and saved anew, and what each of them did to it. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSource } from '../../src/app/check-source.ts'
import { readSource } from '../../src/app/read-source.ts'
import { buildWorkbook } from '../../src/app/workbook/build-workbook.ts'
import { isMachineSheet, machineLines } from '../../src/app/workbook/machine-lines.ts'
import type { Form, FormPath } from '../../src/core/model/index.ts'
import { editionById } from '../../src/core/rulebook/index.ts'

export const keptFolder = join(import.meta.dirname, '../files/workbook')

export const kept = {
  edited: 'edited.xlsx',
  open: 'edited.ods',
  filled: 'filled-without-results.xlsx',
} as const

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
    },
  }
}
