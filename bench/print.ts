/**
 * Printing, side by side with what a user would otherwise use, on the same forms in one run: `npm run bench:print`. Every
 * tool runs in a process of its own; time and peak memory. Keeps the table in docs/generated/bench-print.md.
 *   npm run bench:print -- form      one part alone (form, folder); the table is then not kept
 */

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSource } from '../src/app/index.ts'
import { form as officialForm } from '../src/app/print/form.ts'
import { documentPackages, needPackages } from '../tests/support/office/programs.ts'
import { runProgram, runTool, type ToolTimes } from './run-tool.ts'
import { legend, machine, type Section, tableOf } from './side-by-side.ts'

const root = new URL('..', import.meta.url).pathname
const tool = join(root, 'node_modules/.cache/bench-print/tool.mjs')
const cli = join(root, 'dist/cli.js')
const sample = join(root, 'tests/corpus/shenzhen-guangming-2021/form.txt')
/** Forms in the folder. */
const FORMS = 1000
/** The office prints so many of them: it would need a quarter of an hour for all. */
const OFFICE_FORMS = 100

needPackages({ ...documentPackages, '/usr/bin/time': 'time' })

const own = (task: string, runs: number) => runTool(process.execPath, [tool, task, sample, String(runs)])

function office(folder: string, target: string, files: readonly string[], runs: number): ToolTimes {
  const profile = join(folder, 'profile')
  const args = ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, '--convert-to', target]
  return runProgram('/usr/bin/soffice', [...args, '--outdir', join(folder, 'converted'), ...files], runs, 1800)
}

/** The sample's form as a file of the office, to be printed by it. */
async function officeFile(folder: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(sample))
  const { reports, hash, format, findings, rules } = await checkSource(bytes, 'form.txt')
  const source = { bytes, name: 'form.txt', hash, format, findings, rules }
  const printed = await officialForm.print({ source, reports: [reports[0]!], to: 'docx', options: { lang: 'zh' } })
  const path = join(folder, 'form.docx')
  writeFileSync(path, printed.files[0]!.content)
  return path
}

async function formSections(folder: string): Promise<Section[]> {
  const docx = await officeFile(folder)
  return [
    {
      title: '一张表到 xlsx，97 个指标 · One form to xlsx, 97 indicators',
      rows: [
        { tool: 'ziping', does: '正式表样 · official form', times: own('ziping-xlsx', 60), goal: 30 },
        { tool: 'ExcelJS', does: '同样的单元格 · the same cells', times: own('exceljs', 30) },
      ],
    },
    {
      title: '填报工作簿、得分依据表、自评报告 · Fill-in workbook, basis of every point, report in words',
      rows: [
        { tool: 'ziping', does: '填报工作簿 xlsx · fill-in workbook', times: own('ziping-workbook', 60) },
        { tool: 'ziping', does: '得分依据表 pdf · basis of every point', times: own('ziping-basis-pdf', 40) },
        { tool: 'ziping', does: '自评报告 pdf · report in words', times: own('ziping-report-pdf', 40) },
      ],
    },
    {
      title: '一张表到 docx · One form to docx',
      rows: [{ tool: 'ziping', does: '正式表样 · official form', times: own('ziping-docx', 60), goal: 30 }],
    },
    {
      title: '一张表到 PDF · One form to PDF',
      rows: [
        { tool: 'ziping', does: '正式表样 · official form', times: own('ziping-pdf', 40), goal: 60 },
        {
          tool: 'Chromium',
          does: '打印网页，浏览器常开 · the page, by a browser kept open',
          times: own('chromium', 5),
        },
        { tool: 'LibreOffice', does: '由 docx 转换 · from docx', times: office(folder, 'pdf', [docx], 3) },
      ],
    },
  ]
}

async function folderSection(folder: string): Promise<Section> {
  const forms = join(folder, 'forms')
  mkdirSync(forms)
  const text = readFileSync(sample, 'utf8')
  // Each with a name of its own: copies of one content would be printed once.
  for (let at = 0; at < FORMS; at++) {
    writeFileSync(join(forms, `form-${at}.txt`), text.replaceAll('光明区群团工作部', `光明区群团工作部${at}`))
  }
  const docx = await officeFile(folder)
  const copies = Array.from({ length: OFFICE_FORMS }, (_, at) => join(folder, `copy-${at}.docx`))
  for (const copy of copies) copyFileSync(docx, copy)
  const printed = runProgram(
    process.execPath,
    [cli, 'print', forms, '--to', 'pdf', '--out', join(folder, 'printed')],
    1,
    3600,
  )
  const some = office(folder, 'pdf', copies, 1)
  const scale = FORMS / OFFICE_FORMS
  return {
    title: `${FORMS} 张表到 PDF · ${FORMS} forms to PDF`,
    rows: [
      {
        tool: 'ziping print DIR',
        does: '读、识别、计分、检查、打印 · read, recognised, scored, checked, printed',
        times: printed,
      },
      {
        tool: 'LibreOffice',
        does: `由 docx 转换 ${OFFICE_FORMS} 份，时间乘以 ${scale} · ${OFFICE_FORMS} from docx, times ${scale}`,
        times: { ...some, whole: some.whole * scale, cpu: some.cpu * scale },
      },
    ],
  }
}

if (!existsSync(tool) || !existsSync(cli)) throw new Error('run this by `npm run bench:print`, which builds first')
const folder = mkdtempSync(join(tmpdir(), 'ziping-bench-print-'))
try {
  const wanted = process.argv.slice(2)
  const parts: Readonly<Record<string, () => Promise<Section[]>>> = {
    form: () => formSections(folder),
    folder: async () => [await folderSection(folder)],
  }
  const text = [
    '<!-- written by `npm run bench:print` -->',
    '',
    '# 打印速度对比 · Printing, side by side',
    '',
    machine(),
    '',
    `${legend} *Read*: bytes written.`,
    '',
  ]
  for (const [name, make] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const section of await make()) {
      const lines = tableOf(section)
      process.stdout.write(`${lines.join('\n')}\n`)
      text.push(...lines)
    }
  }
  if (wanted.length === 0) writeFileSync(join(root, 'docs/generated/bench-print.md'), text.join('\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
