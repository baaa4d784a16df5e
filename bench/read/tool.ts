/**
 * One tool on one file in a process of its own: `node tool.mjs TASK FILE RUNS`. Prints JSON: the first run, the median of the
 * others by the clock and by what the processors spent, in milliseconds, and how much was read.
 */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** What one run gives: the cells (or signs) read, so that a reader sees that the same work was done. */
type Work = (bytes: Uint8Array, name: string) => Promise<number> | number

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

const [task = '', file = '', runs = '1'] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(file))
const name = basename(file)
const start = process.hrtime.bigint()
const work = await tools[task]!()
let read = await work(bytes.slice(), name)
const first = Number(process.hrtime.bigint() - start) / 1e6
const times: number[] = []
const busy: number[] = []
// Runs before the code is compiled are not counted.
for (let run = 0; run < Number(runs) * 2; run++) {
  const copy = bytes.slice()
  const [from, spent] = [process.hrtime.bigint(), process.cpuUsage()]
  read = await work(copy, name)
  if (run < Number(runs)) continue
  times.push(Number(process.hrtime.bigint() - from) / 1e6)
  const { user, system } = process.cpuUsage(spent)
  busy.push((user + system) / 1000)
}
const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? null
process.stdout.write(JSON.stringify({ first, warm: median(times), cpu: median(busy), read }))
