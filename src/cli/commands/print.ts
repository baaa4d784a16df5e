import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { type CommonOptions, checkFile, print, run, sayRefusal, withCommonOptions } from './command.ts'

interface PrintOptions extends CommonOptions {
  readonly to: string
  readonly layout?: string
  readonly out?: string
}

export function registerPrint(program: Command): void {
  withCommonOptions(program.command('print <file>'))
    .description('打印正式表样,附问题与计算过程 · print the official form with findings and computation')
    .option('--to <format>', '格式 html · format', 'html')
    .option('--layout <id>', '版式 · layout')
    .option('--out <path>', '写入的文件 · file to write')
    .action((path: string, options: PrintOptions) =>
      run(async () => {
        if (options.to !== 'html') {
          process.stderr.write(
            options.lang === 'zh' ? `不支持的格式:${options.to}\n` : `unknown format: ${options.to}\n`,
          )
          return exitCodes.failed
        }
        const result = await checkFile(path, options)
        const { reports } = result.checked
        const { reportPage } = await import('../../app/report-page.ts')
        if (reports.length === 0) {
          sayRefusal(result, path, options.lang)
          return exitCodes.failed
        }
        for (const [index, report] of reports.entries()) {
          const page = reportPage(report, options.lang, options.layout)
          if (page === null) {
            process.stderr.write(
              options.lang === 'zh' ? `没有这个版式:${options.layout}\n` : `no such layout: ${options.layout}\n`,
            )
            return exitCodes.failed
          }
          const suffix = reports.length > 1 ? `-${index + 1}` : ''
          const { dir, name } = parse(options.out ?? join('out', `${parse(path).name}.html`))
          const target = join(dir, `${name}${suffix}.html`)
          await mkdir(dirname(target), { recursive: true })
          await writeFile(target, page)
          print(target)
        }
        return exitCodes.clean
      }),
    )
}
