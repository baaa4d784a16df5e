import { mkdir, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Command } from 'commander'
import type { Report } from '../../core/model/index.ts'
import { countFindings, printFindings } from '../print-findings.ts'
import { printSummary } from '../print-summary.ts'
import {
  type CommonOptions,
  checkFile,
  exitCodeOf,
  print,
  printJson,
  run,
  sayRefusal,
  withCommonOptions,
} from './command.ts'

interface CheckOptions extends CommonOptions {
  readonly out?: string
}

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

export function registerCheck(program: Command): void {
  withCommonOptions(program.command('check <file>'))
    .description('检查一份自评表，逐条指出问题 · check a form')
    .option('--out <folder>', '把报告写入文件夹 · write the report into a folder')
    .action((path: string, options: CheckOptions) =>
      run(async () => {
        const { lang } = options
        const result = await checkFile(path, options)
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
        if (options.out !== undefined) {
          const written = await writeReports(checked.reports, checked.name, options.out, options)
          print(
            `${lang === 'zh' ? '\n报告已写入' : '\nreport written to'} ${written.join(lang === 'zh' ? '、' : ', ')}`,
          )
        }
        return exitCodeOf(checked)
      }),
    )
}
