/** A form as a workbook, by ExcelJS: merges, borders, wrapped text, figures as numbers where a clerk would type them so. */

import ExcelJS from 'exceljs'
import { type Drawn, groundOf, type Sides, sidesOf, tableExtent } from './drawn.ts'
import type { OfficeForm } from './forms.ts'
import { columnWidths, type Look, linesIn, lookOf } from './look.ts'

/** What a sheet keeps of a typed figure: its value and the format that shows it again. Null for texts. */
function typedNumber(text: string): { readonly value: number; readonly format: string } | null {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(\.\d+)?(%?)$/.exec(text)
  if (match === null || text.length > 15) return null
  const [, sign, whole, fraction = '', percent] = match
  if (sign === '-' && Number(`${whole}${fraction}`) === 0) return null
  const value = Number(`${sign}${whole!.replaceAll(',', '')}${fraction}`)
  const decimals = fraction === '' ? '' : `.${'0'.repeat(fraction.length - 1)}`
  const grouped = whole!.includes(',')
  if (percent === '%') {
    return grouped ? null : { value: Number((value / 100).toPrecision(15)), format: `0${decimals}%` }
  }
  return { value, format: `${grouped ? '#,##0' : '0'}${decimals}` }
}

function rowHeights(office: OfficeForm, look: Look, widths: readonly number[]): number[] {
  const line = look.size * 1.45
  const heights = Array.from({ length: office.grid.rowCount }, () => line + 6)
  const height = (from: number, count: number) => heights.slice(from, from + count).reduce((sum, one) => sum + one, 0)
  const byDepth = [...office.grid.cells].sort((a, b) => a.rowSpan - b.rowSpan)
  for (const { row, rowSpan, column, columnSpan, text } of byDepth) {
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0)
    const missing = linesIn(text, width, look.size) * line + 6 - height(row, rowSpan)
    if (missing > 0) for (let at = row; at < row + rowSpan; at++) heights[at]! += missing / rowSpan
  }
  // A sheet's row is no higher than this.
  return heights.map((one) => Math.min(one, 400))
}

/** The borders of one part of a merged cell: those of the cell that run along it. */
function bordersOf(sides: Sides, edge: Sides): Partial<ExcelJS.Borders> {
  const thin = { style: 'thin' as const }
  const borders: Partial<ExcelJS.Borders> = {}
  for (const side of ['top', 'bottom', 'left', 'right'] as const) if (sides[side] && edge[side]) borders[side] = thin
  return borders
}

export async function makeXlsx(office: OfficeForm, drawn: Drawn = 'all'): Promise<Uint8Array> {
  const look = lookOf(office)
  const workbook = new ExcelJS.Workbook()
  if (look.otherSheets) {
    const guide = workbook.addWorksheet('填报说明')
    guide.getCell('A1').value = '填报说明'
    guide.getCell('A2').value = '1.分值合计100分，预算执行率10分；2.未完成的指标须说明原因。'
  }
  const sheet = workbook.addWorksheet('自评表', {
    pageSetup: {
      paperSize: 9,
      orientation: look.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.58, right: 0.58, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
  })
  const [down, across] = look.offset
  const widths = columnWidths(office, look)
  widths.forEach((width, index) => {
    sheet.getColumn(across + index + 1).width = width / 5.4
  })
  rowHeights(office, look, widths).forEach((height, index) => {
    sheet.getRow(down + index + 1).height = height
  })
  const table = tableExtent(office.grid.cells, office.grid.columnCount)
  for (const own of office.grid.cells) {
    const { rowSpan, columnSpan, text, style, ...place } = own
    const [sides, ground] = [sidesOf(drawn, own, table), groundOf(drawn, own)]
    const [row, column] = [place.row + down, place.column + across]
    const cell = sheet.getCell(row + 1, column + 1)
    const number = look.figuresAsNumbers ? typedNumber(text) : null
    if (number !== null) {
      cell.value = number.value
      cell.numFmt = number.format
    } else if (text !== '') {
      cell.value = text
    }
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan)
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        const part = sheet.getCell(r + 1, c + 1)
        part.font = {
          name: look.font,
          size: style?.role === 'title' ? look.size + 6 : look.size,
          bold: style?.bold === true,
        }
        part.alignment = { wrapText: true, vertical: 'middle', horizontal: style?.align ?? 'left' }
        if (style?.role === 'title') continue
        // A line between two parts of a merged cell is not drawn, but read as a border of either.
        const edge = {
          top: r === row,
          bottom: r === row + rowSpan - 1,
          left: c === column,
          right: c === column + columnSpan - 1,
        }
        part.border = bordersOf(sides, drawn === 'all' ? sides : edge)
        if (ground !== null) part.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${ground}` } }
      }
    }
  }
  if (look.otherSheets) workbook.addWorksheet('Sheet3')
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
