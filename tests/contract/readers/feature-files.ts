/** A workbook and a document with everything that readers have to mind, made by other libraries than our own writers. */

import * as docx from 'docx'
import ExcelJS from 'exceljs'

export async function featureWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('自评表')
  const rows: readonly (readonly ExcelJS.CellValue[])[] = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '培训人次', '≥100人次', '120人次', 20, 19.5],
    [null, '质量指标', '合格率', 0.955, 0.9866, 10, -0.5],
    ['效益指标', '社会效益', '"a" & 中文\n第二行', '有效提升', true, 1234567.891, new Date(Date.UTC(2021, 11, 15))],
    [{ richText: [{ text: '合' }, { font: { bold: true }, text: '计' }] }, { error: '#N/A' }, '007', 1e-7, 12345678901],
  ]
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value !== null) sheet.getCell(row + 1, column + 1).value = value
    })
  })
  sheet.mergeCells('A1:G1')
  sheet.mergeCells('A3:A4')
  const formats = {
    D4: '0.00%',
    E4: '0%',
    F5: '#,##0.00',
    G5: 'yyyy"年"m"月"d"日"',
    G4: '0.00;[Red]-0.00',
    E6: '0.00E+00',
  }
  for (const [cell, format] of Object.entries(formats)) sheet.getCell(cell).numFmt = format
  sheet.getCell('F6').value = { formula: 'SUM(F3:F5)', result: 1234597.891 }
  sheet.getCell('G6').value = { formula: 'F3/F4', result: 2 }
  sheet.getCell('A6').note = '请核对'
  sheet.getRow(4).hidden = true
  sheet.getColumn(7).hidden = true
  // So many texts that the table of shared ones goes over several records.
  for (let row = 0; row < 150; row++) {
    sheet.getCell(10 + row, 1).value = `${'长文本'.repeat(10 + (row % 30))}${row}${row % 3 === 0 ? '' : 'é𠮷'}`
  }
  workbook.addWorksheet('空表')
  workbook.addWorksheet('隐藏表', { state: 'hidden' }).getCell('B2').value = '藏'
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const paragraph = (text: string) =>
  new docx.Paragraph({
    children: text.split('\n').map((line, index) => new docx.TextRun({ text: line, break: index > 0 ? 1 : 0 })),
  })
const cell = (content: string | docx.FileChild[], spans: { columnSpan?: number; rowSpan?: number } = {}) =>
  new docx.TableCell({
    children: typeof content === 'string' ? [paragraph(content)] : (content as docx.Paragraph[]),
    ...spans,
  })
const row = (...children: docx.TableCell[]) => new docx.TableRow({ children })

export async function featureDocument(): Promise<Uint8Array> {
  const inner = new docx.Table({ rows: [row(cell('内1'), cell('内2')), row(cell('内3'), cell('内4'))] })
  const form = new docx.Table({
    rows: [
      row(cell('项目支出绩效自评表', { columnSpan: 6 })),
      row(...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '得分'].map((text) => cell(text))),
      row(
        cell('产出指标', { rowSpan: 3 }),
        cell('数量指标', { rowSpan: 2 }),
        ...['培训人次', '≥100人次', '120人次', '20'].map((text) => cell(text)),
      ),
      row(...['“暖阳”项目\n第二行', '≥4个', '', '10'].map((text) => cell(text))),
      row(cell('质量指标'), cell('合格率'), cell('95%', { columnSpan: 2 }), cell('10')),
      row(cell('总分', { columnSpan: 5 }), cell('30')),
      row(cell('说明', { columnSpan: 2 }), cell([paragraph('前'), inner, paragraph('后')], { columnSpan: 4 })),
    ],
  })
  // So wide that the shape of its rows is kept elsewhere.
  const wide = new docx.Table({
    rows: [0, 1, 2].map((r) => row(...Array.from({ length: 20 }, (_, column) => cell(`${r}.${column}`)))),
  })
  const change = { id: 1, author: 'a', date: '2021-01-01T00:00:00Z' }
  const document = new docx.Document({
    footnotes: { 1: { children: [paragraph('脚注')] } },
    sections: [
      {
        headers: { default: new docx.Header({ children: [paragraph('页眉')] }) },
        footers: { default: new docx.Footer({ children: [paragraph('页脚')] }) },
        children: [
          paragraph('附件3'),
          paragraph('2021年度 café'),
          form,
          paragraph('注:填表说明'),
          wide,
          new docx.Paragraph({
            children: [
              new docx.TextRun('正文'),
              new docx.FootnoteReferenceRun(1),
              new docx.DeletedTextRun({ ...change, text: '删去' }),
              new docx.InsertedTextRun({ ...change, id: 2, text: '插入' }),
              new docx.TextRun({ text: '隐藏', vanish: true }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}
