/**
 * One tool on one file in a process of its own: `node tool.mjs TASK FILE RUNS`. Prints JSON: the first run, the median of the
 * others by the clock and by what the processors spent, in milliseconds, and how much was read.
 */

import { timeTool, type Work } from '../time-tool.ts'

async function exceljs(): Promise<Work> {
  const { default: ExcelJS } = await import('exceljs')
  return async (bytes) => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
    let cells = 0
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.master === cell && cell.text !== '') cells++
        })
      })
    })
    return cells
  }
}

async function sheetjs(): Promise<Work> {
  const { read } = await import('@e965/xlsx')
  return (bytes) => {
    const workbook = read(bytes, { dense: true, cellText: true })
    let cells = 0
    for (const name of workbook.SheetNames) {
      const rows = (workbook.Sheets[name] as { '!data'?: ({ w?: string; v?: unknown } | undefined)[][] })['!data'] ?? []
      for (const row of rows) for (const cell of row ?? []) if ((cell?.w ?? cell?.v ?? '') !== '') cells++
    }
    return cells
  }
}

async function zipingRead(): Promise<Work> {
  const { readSource } = await import('../../src/app/index.ts')
  return async (bytes, name) => {
    const { grids } = await readSource(bytes, name)
    return grids.reduce((sum, grid) => sum + grid.cells.filter(({ text }) => text !== '').length, 0)
  }
}

async function zipingCheck(): Promise<Work> {
  const { checkSource } = await import('../../src/app/index.ts')
  return async (bytes, name) => {
    const { reports } = await checkSource(bytes, name)
    if (reports.length === 0) throw new Error('no form was found')
    return reports.reduce((sum, { residue }) => sum + residue.used, 0)
  }
}

const tools: Readonly<Record<string, () => Promise<Work>>> = {
  'ziping-check': zipingCheck,
  'ziping-read': zipingRead,
  exceljs,
  sheetjs,
}

await timeTool(tools)
