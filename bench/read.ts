/**
 * Reading, side by side with what a user would otherwise use, on the same files in one run: `npm run bench:read`. Every tool
 * runs in a process of its own; time and peak memory. Keeps the table in docs/generated/bench-read.md.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentPackages, needPackages } from '../tests/support/office/programs.ts'
import { type BenchFiles, mixedFiles, pageFiles, rowsFile, sampleFile, shareFound } from './read/files.ts'
import { runProgram, runTool, type ToolTimes } from './run-tool.ts'
import { legend, machine, type Section, tableOf } from './side-by-side.ts'

const root = new URL('..', import.meta.url).pathname
const tool = join(root, 'node_modules/.cache/bench-read/tool.mjs')
const cli = join(root, 'dist/cli.js')

needPackages({
  ...documentPackages,
  '/usr/bin/time': 'time',
  '/usr/bin/tesseract': 'tesseract-ocr',
  '/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata': 'tesseract-ocr-chi-sim',
  '/usr/lib/python3/dist-packages/openpyxl/__init__.py': 'python3-openpyxl',
  '/usr/lib/python3/dist-packages/pdfminer/__init__.py': 'python3-pdfminer',
})

const own = (task: string, file: string, runs: number) => runTool(process.execPath, [tool, task, file, String(runs)])
const python = (script: string, file: string, runs: number) =>
  runTool('/usr/bin/python3', [join(root, 'bench/read', script), file, String(runs)])

function office(folder: string, target: string, files: readonly string[], runs: number): ToolTimes {
  const profile = join(folder, 'profile')
  const args = ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, '--convert-to', target]
  return runProgram('/usr/bin/soffice', [...args, '--outdir', join(folder, 'converted'), ...files], runs)
}

function formSection(form: BenchFiles['form'], folder: string): Section {
  return {
    title: '一张 xlsx 表，97 个指标 · One xlsx form, 97 indicators',
    rows: [
      {
        tool: 'ziping check',
        does: '读、识别、计分、检查 · read, recognised, scored, checked',
        times: own('ziping-check', form.path, 60),
        goal: 30,
      },
      { tool: 'ziping read', does: '全部单元格 · all cells', times: own('ziping-read', form.path, 60) },
      { tool: 'ExcelJS', does: '全部单元格 · all cells', times: own('exceljs', form.path, 60) },
      { tool: 'SheetJS', does: '全部单元格 · all cells', times: own('sheetjs', form.path, 60) },
      { tool: 'openpyxl', does: '全部单元格 · all cells', times: python('openpyxl_cells.py', form.path, 20) },
      { tool: 'LibreOffice', does: '转为 csv · converted to csv', times: office(folder, 'csv', [form.path], 3) },
    ],
  }
}

function rowsSection(rows: BenchFiles['rows'], folder: string): Section {
  return {
    title: `${rows.count} 行的表 · A sheet of ${rows.count} rows`,
    rows: [
      { tool: 'ziping read', does: '全部单元格 · all cells', times: own('ziping-read', rows.path, 2) },
      { tool: 'ExcelJS', does: '全部单元格 · all cells', times: own('exceljs', rows.path, 1) },
      { tool: 'SheetJS', does: '全部单元格 · all cells', times: own('sheetjs', rows.path, 1) },
      { tool: 'openpyxl', does: '全部单元格 · all cells', times: python('openpyxl_cells.py', rows.path, 1) },
      { tool: 'LibreOffice', does: '转为 csv · converted to csv', times: office(folder, 'csv', [rows.path], 1) },
    ],
  }
}

function pdfSection(page: BenchFiles['page']): Section {
  const boxes = runProgram('/usr/bin/pdftotext', ['-bbox-layout', page.pdf, '-'], 5)
  return {
    title: '一页电子 PDF · One page of digital PDF',
    rows: [
      {
        tool: 'ziping check',
        does: '读成表格、识别、计分、检查 · tables, recognised, scored, checked',
        times: own('ziping-check', page.pdf, 30),
        goal: 150,
      },
      {
        tool: 'ziping read',
        does: '带位置的表格单元格 · cells of tables with their places',
        times: own('ziping-read', page.pdf, 30),
      },
      { tool: 'pdftotext -bbox-layout', does: '带位置的词，无表格 · words with places, no tables', times: boxes },
      {
        tool: 'pdfminer',
        does: '带位置的文字，无表格 · texts with places, no tables',
        times: python('pdfminer_page.py', page.pdf, 5),
      },
    ],
  }
}

function scanSection(page: BenchFiles['page'], folder: string): Section {
  const text = join(folder, 'tesseract')
  const ocr = runProgram('/usr/bin/tesseract', [page.picture, text, '-l', 'chi_sim+eng', '--psm', '6'], 1)
  const percent = (written: string) => `${shareFound(page.texts, written).toFixed(1)} %`
  const read = runProgram(process.execPath, [cli, 'read', page.picture], 1)
  return {
    title: '一页 A4 扫描件，200 dpi · One scanned page of A4, 200 dpi',
    rows: [
      {
        tool: 'ziping check',
        does: '识字成表、识别、计分、检查 · signs, tables, recognised, scored, checked',
        times: own('ziping-check', page.picture, 3),
        goal: 3000,
        found: percent(read.said),
      },
      {
        tool: 'tesseract',
        does: '文字，无表格 · text, no tables',
        times: ocr,
        found: percent(readFileSync(`${text}.txt`, 'utf8')),
      },
    ],
  }
}

/** Every so many of the mixed files goes to the slow tool. */
const SHARE = 10

function manySection(many: BenchFiles['many'], folder: string): Section {
  const csv = join(folder, 'table.csv')
  const checked = runProgram(
    process.execPath,
    [cli, 'check', many.folder, '--fresh', '--quiet', '--journal', join(folder, 'journal'), '--out', csv],
    1,
    1800,
  )
  // Every tenth file: all of them would take LibreOffice longer than everything else here together.
  const some = readdirSync(many.folder)
    .sort()
    .filter((_, index) => index % SHARE === 0)
    .map((name) => join(many.folder, name))
  const ending = (...endings: string[]) => some.filter((path) => endings.some((one) => path.endsWith(`.${one}`)))
  const sheets = office(folder, 'csv', ending('xlsx', 'xls', 'csv'), 1)
  const texts = office(folder, 'txt:Text', ending('docx', 'html'), 1)
  const converted = {
    ...sheets,
    whole: (sheets.whole + texts.whole) * SHARE,
    cpu: (sheets.cpu + texts.cpu) * SHARE,
    peak: Math.max(sheets.peak, texts.peak),
  }
  const mixture = [...many.byFormat].map(([format, count]) => `${format} ${count}`).join(', ')
  return {
    title: `${many.count} 个混合文件 · ${many.count} mixed files (${mixture})`,
    rows: [
      {
        tool: 'ziping check DIR',
        does: '读、识别、计分、检查、汇总表 · read, recognised, scored, checked, one table',
        times: checked,
      },
      {
        tool: 'LibreOffice',
        does: `转为 csv、txt（PDF 除外；取十分之一的文件，时间×${SHARE}）· converted to csv and txt (all but PDF; every tenth file, time × ${SHARE})`,
        times: converted,
      },
    ],
  }
}

if (!existsSync(tool) || !existsSync(cli)) throw new Error('run this by `npm run bench:read`, which builds first')
const folder = mkdtempSync(join(tmpdir(), 'ziping-bench-read-'))
try {
  const wanted = process.argv.slice(2)
  let page: Promise<BenchFiles['page']> | undefined
  const onePage = () => {
    page ??= pageFiles(folder)
    return page
  }
  const sections: Readonly<Record<string, () => Promise<Section>>> = {
    form: async () => formSection(await sampleFile(folder), folder),
    rows: async () => rowsSection(await rowsFile(folder), folder),
    pdf: async () => pdfSection(await onePage()),
    scan: async () => scanSection(await onePage(), folder),
    many: async () => manySection(await mixedFiles(folder), folder),
  }
  const text = [
    '<!-- written by `npm run bench:read` -->',
    '',
    '# 读取速度对比 · Reading, side by side',
    '',
    machine(),
    '',
    `${legend} *Read*: non-empty cells (signs for pdfminer, texts behind fields for \`check\`); openpyxl and pdfminer open the file in each run. *Texts found*: share of the printed cells whose text stands whole in the output.`,
    '',
  ]
  for (const [name, make] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const lines = tableOf(await make())
    process.stdout.write(`${lines.join('\n')}\n`)
    text.push(...lines)
  }
  if (wanted.length === 0) writeFileSync(join(root, 'docs/generated/bench-read.md'), text.join('\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
