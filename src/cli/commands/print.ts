import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { type CommonOptions, checkFile, print, run, sayRefusal, withCommonOptions } from './command.ts'

interface PrintOptions extends CommonOptions {
  readonly to: string
  readonly layout?: string
  readonly out?: string
  readonly tagged?: boolean
}

export function registerPrint(program: Command): void {
  withCommonOptions(program.command('print <file>'))
    .description('打印正式表样：html 附问题与计算过程，xlsx、docx、pdf 为表样本身 · print the official form')
    .option('--to <format>', '格式 html、xlsx、docx 或 pdf · format', 'html')
    .option('--tagged', '带标签的 PDF（供读屏软件）· tagged PDF')
    .option('--layout <id>', '版式 · layout')
    .option('--out <path>', '写入的文件 · file to write')
    .action((path: string, options: PrintOptions) =>
      run(async () => {
        const { lang, layout } = options
        const refuse = (zh: string, en: string) => {
          process.stderr.write(`${lang === 'zh' ? zh : en}\n`)
          return exitCodes.failed
        }
        const { CannotPrint, isPrintFormat, printForm } = await import('../../app/print-form.ts')
        const format = options.to
        if (!isPrintFormat(format)) return refuse(`不支持的格式：${format}`, `unknown format: ${format}`)
        if (options.tagged === true && format === 'pdf') {
          return refuse(
            '现用的排版程序不能给 PDF 加标签；供读屏软件使用的表样请用 --to html',
            'the compiler of pages cannot tag a PDF; for screen readers print with --to html',
          )
        }
        const result = await checkFile(path, options)
        const { reports } = result.checked
        if (reports.length === 0) {
          sayRefusal(result, path, lang)
          return exitCodes.failed
        }
        for (const [index, report] of reports.entries()) {
          const content = await printForm(report, format, lang, layout).catch((error: unknown) => {
            if (error instanceof CannotPrint) return error
            throw error
          })
          if (content instanceof CannotPrint) {
            return refuse(
              `本机没有生成 PDF 所需的程序（@myriaddreamin/typst-ts-node-compiler），请改用 --to docx 或 html`,
              `this platform lacks the compiler of PDF pages (@myriaddreamin/typst-ts-node-compiler): use --to docx or html`,
            )
          }
          if (content === null) return refuse(`没有这个版式：${layout}`, `no such layout: ${layout}`)
          const suffix = reports.length > 1 ? `-${index + 1}` : ''
          const { dir, name } = parse(options.out ?? join('out', `${parse(path).name}.${format}`))
          const target = join(dir, `${name}${suffix}.${format}`)
          await mkdir(dirname(target), { recursive: true })
          await writeFile(target, content)
          print(target)
        }
        return exitCodes.clean
      }),
    )
}
