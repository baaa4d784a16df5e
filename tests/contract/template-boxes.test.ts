/** Blank forms of other shapes: boxes to tick, a table for each level, rows too low for what is written. */

import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { readForms } from '../../src/app/read-forms.ts'
import { fillTemplate } from '../../src/app/template/fill-template.ts'
import type { Form } from '../../src/core/model/index.ts'
import { formFromSketch } from '../../src/core/recognise/index.ts'

const header = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
]

async function blankOf(rows: readonly (readonly string[])[], height?: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('自评表')
  for (const row of rows) {
    const added = sheet.addRow([...row])
    if (height !== undefined) added.height = height
    added.eachCell({ includeEmpty: true }, (cell) => {
      cell.alignment = { wrapText: true }
    })
  }
  for (let column = 1; column <= header.length; column++) sheet.getColumn(column).width = 14
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const blankRow = ['', '', '', '', '', '', '', '']

function formOf(note = ''): Form {
  return formFromSketch({
    kind: 'project',
    title: '项目支出绩效自评表',
    fiscalYear: '2021年度',
    project: '道路整治',
    grade: '良',
    total: '85',
    facts: { 项目属性: '1、常年性项目 √ 2、一次性项目 □' },
    indicators: [
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '整治点位',
        target: '≥42个',
        actual: '42个',
        weight: '50',
        score: '50',
        note,
      },
      {
        level1: '效益指标',
        level2: '社会效益指标',
        name: '市容环境',
        target: '好',
        actual: '好',
        weight: '50',
        score: '35',
      },
    ],
  })
}

const title = ['项目支出绩效自评表（2021年度）']
const head = [
  ['项目名称', ''],
  ['项目属性', '1、常年性项目 □ 2、一次性项目 □'],
]

it('boxes are ticked where they say what the form says, and read back as that', async () => {
  const total = ['总分', '', '', '', '', '', '', '']
  const rows = [title, ...head, header, blankRow, blankRow, total, ['评价等级', '□优 □良 □中 □差']]
  const { content, findings } = await fillTemplate(formOf(), await blankOf(rows), 'blank.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(content!.slice().buffer)
  const texts: string[] = []
  book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
  expect(texts).toContain('□优 ☑良 □中 □差')
  expect(texts).toContain('1、常年性项目 ☑ 2、一次性项目 □')
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  const back = (await readForms(content!, 'blank.xlsx')).recognitions[0]!.form
  expect([back.grade.value, back.total.raw]).toEqual(['good', '85'])
})

it('rows go to the table of their level where a blank form has several', async () => {
  const rows = [
    title,
    ...head,
    header,
    ['产出指标', '数量指标', '', '', '', '', '', ''],
    header,
    ['效益指标', '社会效益指标', '', '', '', '', '', ''],
  ]
  const { content, findings } = await fillTemplate(formOf(), await blankOf(rows), 'blank.xlsx')
  const back = (await readForms(content!, 'blank.xlsx')).recognitions[0]!.form
  expect(back.indicators.map(({ name, level1, score }) => [level1.cell.raw, name.raw, score.raw])).toEqual([
    ['产出指标', '整治点位', '50'],
    ['效益指标', '市容环境', '35'],
  ])
  expect(findings.map(({ rule }) => rule)).not.toContain('template/rows-added')
})

it('rows that are too low for their text are told, and stay as they are', async () => {
  const note = '受疫情影响，部分点位的整治推迟到第四季度完成，已于十二月底前全部完成并通过验收。'.repeat(3)
  const rows = [title, ...head, header, blankRow, blankRow]
  const blank = await blankOf(rows, 20)
  const { content, findings } = await fillTemplate(formOf(note), blank, 'blank.xlsx')
  const cut = findings.filter(({ rule }) => rule === 'template/text-cut')
  expect(cut.map(({ data, at }) => [data.count, at[0].source])).toEqual([
    [1, { kind: 'sheet', sheet: '自评表', cell: 'H5' }],
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(content!.slice().buffer)
  expect(book.worksheets[0]!.getRow(5).height).toBe(20)
  const free = await fillTemplate(formOf(note), await blankOf(rows), 'blank.xlsx')
  expect(free.findings.map(({ rule }) => rule)).not.toContain('template/text-cut')
})
