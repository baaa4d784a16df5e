/** Blank forms as bureaus hand them out, built by other libraries than the product's: labels printed, or rows to be filled. */

import * as docx from 'docx'
import ExcelJS from 'exceljs'
import { layOutForm } from '../../../src/core/layout/index.ts'
import type { Form, Grid, GridCell } from '../../../src/core/model/index.ts'
import { type FormSketch, formFromSketch, type IndicatorSketch } from '../../../src/core/recognise/index.ts'
import { layoutById } from '../../../src/core/rulebook/index.ts'
import { docxBlocks, docxSection } from '../office/docx.ts'
import type { OfficeForm } from '../office/forms.ts'

export interface BlankForm {
  readonly id: string
  readonly grid: Grid
  readonly form: Form
  readonly layout: string
}

const groups: readonly (readonly [string, string])[] = [
  ['产出指标(50分)', '数量指标'],
  ['产出指标(50分)', '质量指标'],
  ['产出指标(50分)', '时效指标'],
  ['产出指标(50分)', '成本指标'],
  ['效益指标(30分)', '经济效益指标'],
  ['效益指标(30分)', '社会效益指标'],
  ['效益指标(30分)', '生态效益指标'],
  ['效益指标(30分)', '可持续影响指标'],
  ['满意度指标(10分)', '服务对象满意度指标'],
]

function blank(id: string, layout: string, sketch: FormSketch): BlankForm {
  const form = formFromSketch({ ...sketch, title: sketch.title ?? '' })
  const grid = layOutForm(form, layoutById(layout)!)
  return { id, form, grid, layout }
}

/** 财政部 table: labels and two numbered rows each, money by its sources, one cell for the goals. */
export const nationalBlank: BlankForm = blank('national', 'national-project', {
  kind: 'project',
  title: '项目支出绩效自评表（    年度）',
  moneyUnit: '万元',
  executionPoints: '10',
  goals: [{ stated: '', achieved: '' }],
  tasks: [
    { row: 'total', name: '年度资金总额' },
    { row: 'source', name: '其中：财政拨款' },
    { row: 'source', name: '上年结转资金' },
    { row: 'source', name: '其他资金' },
  ],
  indicators: groups.flatMap(([level1, level2]): IndicatorSketch[] =>
    [1, 2].map((number) => ({ level1, level2, name: `指标${number}：` })),
  ),
  total: '',
})

/** A department's table with three rows to copy, and the row of satisfaction printed. */
export const openBlank: BlankForm = blank('open', 'shenzhen-department', {
  kind: 'department',
  title: '部门整体支出绩效自评表（　　年度）',
  moneyUnit: '万元',
  goals: [{}, {}],
  tasks: [
    { row: 'group', name: '任务1' },
    { row: 'group', name: '任务2' },
    { row: 'total', name: '金额合计' },
  ],
  indicators: [
    {},
    {},
    {},
    { level1: '满意度指标', level2: '服务对象满意度指标', name: '服务对象满意度', target: '≥90%' },
  ],
  total: '',
})

export const blankForms: readonly BlankForm[] = [nationalBlank, openBlank]

const thin = { style: 'thin' as const }

/** Values that the blank form does not print. */
function isValue({ path, text }: GridCell): boolean {
  return path !== undefined && text === ''
}

export interface WorkbookOptions {
  /** Other sheets around, a hidden row, protection, validations, formats by condition, notes, names. */
  readonly features?: boolean
  /** The total is a sum; figures have a format of two decimals. */
  readonly formulas?: boolean
}

const figureFields = /\.(?:weight|score|budgeted\.\w+|executed\.\w+)$|^total$/

function scoreColumn({ cells }: Grid): { column: number; first: number; last: number } {
  const scores = cells.filter(({ path }) => /^indicators\[\d+\]\.score$/.test(path ?? ''))
  return { column: scores[0]!.column, first: scores[0]!.row, last: scores.at(-1)!.row }
}

/** The blank form as a workbook by ExcelJS. */
export async function blankWorkbook({ grid }: BlankForm, options: WorkbookOptions = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  if (options.features === true) {
    workbook.addWorksheet('填报说明').getCell('A1').value = '填报说明：1.分值合计100分；2.未完成的指标须说明原因。'
  }
  const sheet = workbook.addWorksheet('自评表', { pageSetup: { orientation: 'landscape', fitToPage: true } })
  grid.columnWidths?.forEach((width, index) => {
    sheet.getColumn(index + 1).width = Math.max(4, width / 8)
  })
  for (const cell of grid.cells) {
    const { row, column, rowSpan, columnSpan, text, style, path } = cell
    const master = sheet.getCell(row + 1, column + 1)
    if (text !== '') master.value = /^\d+$/.test(text) ? Number(text) : text
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan)
    for (let r = row + 1; r <= row + rowSpan; r++) {
      for (let c = column + 1; c <= column + columnSpan; c++) {
        const part = sheet.getCell(r, c)
        part.font = { name: '宋体', size: style?.role === 'title' ? 16 : 10, bold: style?.bold === true }
        part.alignment = { wrapText: true, vertical: 'middle', horizontal: style?.align ?? 'left' }
        part.border = { top: thin, bottom: thin, left: thin, right: thin }
        if (options.formulas === true && figureFields.test(path ?? '')) part.numFmt = '0.00'
        if (options.features === true && isValue(cell)) part.protection = { locked: false }
      }
    }
    sheet.getRow(row + 1).height = style?.role === 'title' ? 30 : 24
  }
  const total = grid.cells.find(({ path }) => path === 'total')
  const { column, first, last } = scoreColumn(grid)
  const letter = sheet.getColumn(column + 1).letter
  if (options.formulas === true && total !== undefined) {
    sheet.getCell(total.row + 1, total.column + 1).value = {
      formula: `SUM(${letter}${first + 1}:${letter}${last + 1})`,
      result: 0,
    }
  }
  if (options.features === true) {
    const scores = `${letter}${first + 1}:${letter}${last + 1}`
    const checks = sheet as unknown as { dataValidations: { add(range: string, check: ExcelJS.DataValidation): void } }
    checks.dataValidations.add(scores, { type: 'decimal', operator: 'between', formulae: [0, 100] })
    sheet.addConditionalFormatting({
      ref: scores,
      rules: [
        { type: 'expression', priority: 1, formulae: [`${letter}${first + 1}>100`], style: { font: { bold: true } } },
      ],
    })
    sheet.getCell(first + 1, column + 1).note = '得分不得超过分值'
    sheet.pageSetup.printArea = `A1:${sheet.getColumn(grid.columnCount).letter}${grid.rowCount}`
    sheet.pageSetup.printTitlesRow = '1:2'
    workbook.definedNames.add(`自评表!$${letter}$${first + 1}:$${letter}$${last + 1}`, '得分栏')
    await sheet.protect('', { selectLockedCells: true })
    const other = workbook.addWorksheet('汇总')
    other.getCell('A1').value = '总分'
    other.getCell('B1').value = { formula: `自评表!${letter}${(total?.row ?? 0) + 1}`, result: 0 }
    const hidden = sheet.getRow(grid.rowCount + 1)
    hidden.getCell(1).value = '内部校验'
    hidden.hidden = true
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function officeForm({ id, grid, form, layout }: BlankForm): OfficeForm {
  return { id, source: 'right', seed: 1, layout: layoutById(layout)!, form, grid, truth: [] }
}

/** The blank form as a document by the docx package; `nested`: its table stands in a cell of a table that lays out the page. */
export async function blankDocument(blankForm: BlankForm, nested = false): Promise<Uint8Array> {
  const blocks = docxBlocks(officeForm(blankForm))
  const children = nested
    ? [
        new docx.Table({
          width: { size: 100, type: docx.WidthType.PERCENTAGE },
          rows: [
            new docx.TableRow({ children: [new docx.TableCell({ children: [...blocks, new docx.Paragraph('')] })] }),
          ],
        }),
      ]
    : blocks
  const document = new docx.Document({ sections: [docxSection(children, true)] })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}
