import { mkdir, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Command } from 'commander'
import type { Lang, Report } from '../../core/model/index.ts'
import type { ExitCode } from '../exit-codes.ts'
import { countFindings, printFindings } from '../print-findings.ts'
import { printSummary } from '../print-summary.ts'
import { CannotRead } from '../source-file.ts'
import { type CheckOptions, limitsOf } from './check-options.ts'
import {
  type CheckedFile,
  checkFile,
  exitCodeOf,
  isMany,
  print,
  printJson,
  run,
  sayRefusal,
  withCommonOptions,
} from './command.ts'

/** Writes <name>.html and <name>.report.json, numbered where a file holds several forms; gives their paths. */
async function writeReports(
  reports: readonly Report[],
  name: string,
  folder: string,
  options: CheckOptions,
): Promise<string[]> {
  const { reportPage } = await import('../../app/report-page.ts')
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  for (const [index, report] of reports.entries()) {
    const stem = join(folder, `${parse(name).name}${reports.length > 1 ? `-${index + 1}` : ''}`)
    await writeFile(`${stem}.report.json`, `${JSON.stringify(report, null, 2)}\n`)
    await writeFile(`${stem}.html`, reportPage(report, options.lang))
    written.push(`${stem}.html`, `${stem}.report.json`)
  }
  return written
}

/** One file: every finding at its place. */
async function checkOne(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { lang } = options
  const path = paths.join('、')
  const result = await checkFile(options.pages ? paths : path, options, limitsOf(options))
  const { checked, file } = result
  if (options.json) {
    printJson({
      schema: 1,
      source: { name: checked.name, hash: checked.hash },
      reports: checked.reports,
      findings: checked.findings,
    })
    return exitCodeOf(checked)
  }
  if (checked.reports.length === 0) {
    sayRefusal(result, path, lang)
    return exitCodeOf(checked)
  }
  const source = { ...file.lines(), name: path, rules: checked.rules }
  if (checked.findings.length > 0) print(`${printFindings(checked.findings, source, lang)}\n`)
  for (const report of checked.reports) {
    print(`${printFindings(report.findings, source, lang)}\n`)
    print(printSummary(report, lang))
    print(`\n${countFindings(report.findings, lang)}`)
    if (!report.complete)
      print(lang === 'zh' ? '有检查项运行出错，结果不完整' : 'a check crashed: the result is incomplete')
  }
  if (checked.reports.length > 1) print(`\n${await tableOfForms(result, path, lang)}`)
  if (options.out !== undefined) {
    const written = await writeReports(checked.reports, checked.name, options.out, options)
    print(`${lang === 'zh' ? '\n报告已写入' : '\nreport written to'} ${written.join(lang === 'zh' ? '、' : ', ')}`)
  }
  return exitCodeOf(checked)
}

/** The forms of one file in the table that many files end with. */
async function tableOfForms({ checked }: CheckedFile, path: string, lang: Lang): Promise<string> {
  const { formTable } = await import('../../app/many/form-table.ts')
  const { printTable } = await import('../print-table.ts')
  return printTable(formTable(checked, path), lang)
}

export function registerCheck(program: Command): void {
  withCommonOptions(program.command('check <paths...>'))
    .description(
      '检查一份自评表，逐条指出问题；文件夹、zip 和多个文件汇总成一张表 · check a form, or many into one table',
    )
    .option('--pages', '各图片文件是同一份文件的各页 · the pictures are the pages of one document')
    .option('--targets <file>', '单个文件：与批复的绩效目标表比对 · compare with the targets as approved')
    .option('--history <files...>', '单个文件：与本单位往年的自评表比对 · hold against its forms of earlier years')
    .option('--projects <paths...>', '单个文件：部门表与所属项目的表比对（文件或文件夹） · hold against its projects')
    .option('--out <path>', '单个文件：写报告的文件夹；多个文件：汇总表 · folder for the report, or file of the table')
    .option('--to <formats>', '汇总表的格式 csv、xlsx、json、html，可用逗号分隔 · formats of the table')
    .option('--reports <folder>', '多个文件：每张表的完整报告（json） · full report of each form')
    .option('--jobs <n>', '同时检查的文件数，默认等于处理器数 · files at once')
    .option('--journal <file>', '中断后据以继续的记录存放处 · where results are kept until the end')
    .option('--fresh', '不接着上次，从头检查 · begin anew')
    .option('--quiet', '不显示进度 · no progress')
    .option('--time-limit <seconds>', '每个文件的时限（秒） · seconds for each file')
    .option('--memory-limit <mb>', '每个文件的内存上限（MB） · memory for each file')
    .action((paths: string[], options: CheckOptions) =>
      run(async () => {
        const table = options.to !== undefined || options.reports !== undefined
        if (options.pages || !(table || (await isMany(paths)))) return checkOne(paths, options)
        const { lang } = options
        for (const name of ['targets', 'history', 'projects'] as const) {
          if (options[name] === undefined) continue
          throw new CannotRead(lang === 'zh' ? `--${name} 只用于单个文件` : `--${name} is for a single file`)
        }
        const { checkAll } = await import('./check-many.ts')
        return checkAll(paths, options)
      }),
    )
}
