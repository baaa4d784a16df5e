import { extname, join, parse } from 'node:path'
import type { Command } from 'commander'
import { doGuarded } from '../../app/index.ts'
import type { PrintAnswer, PrintOrder } from '../../app/print/print-checked.ts'
import type { Product } from '../../app/print/product.ts'
import type { Finding } from '../../core/model/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { printFindings } from '../print-findings.ts'
import { CannotRead, notWritten, readSourceFile } from '../source-file.ts'
import { limitsOf } from './check-options.ts'
import { type CommonOptions, isMany, print, printJson, run, withCommonOptions } from './command.ts'

export interface PrintCommandOptions extends CommonOptions {
  readonly what?: string
  readonly to?: string
  readonly layout?: string
  readonly into?: string
  readonly out?: string
  readonly tagged?: boolean
  readonly jobs?: string
  readonly quiet?: boolean
  readonly timeLimit?: string
  readonly memoryLimit?: string
  readonly kind?: string
  readonly year?: string
}

/** What is asked for as an order that can be carried out; refuses with what is possible. */
async function orderOf(options: PrintCommandOptions): Promise<PrintOrder> {
  const { lang, layout, into } = options
  const { planPrint } = await import('../../app/print/index.ts')
  const plan = planPrint(options)
  if (plan.product === null) throw new CannotRead(plan.refused[lang])
  const template = into === undefined ? null : await readSourceFile(into, lang)
  return {
    what: plan.product.id,
    to: plan.to,
    options: {
      lang,
      ...(layout === undefined ? {} : { layout }),
      ...(template === null ? {} : { template: { bytes: template.bytes, name: template.name } }),
    },
  }
}

/** `--out` with the ending of what is written names the file; anything else is a folder. */
async function stemOf(
  path: string,
  order: PrintOrder,
  out: string | undefined,
  files: PrintAnswer['files'],
): Promise<string> {
  const ending = out === undefined ? '' : extname(out)
  const isNamed = ending !== '' && files.some(({ tail }) => tail.endsWith(ending.toLowerCase()))
  if (out !== undefined && isNamed) return out.slice(0, -ending.length)
  const { infixOf } = await import('../../app/print/print-checked.ts')
  return join(out ?? 'out', `${parse(path).name}${infixOf(order.what)}`)
}

function exitCodeOf({ files, findings }: PrintAnswer): ExitCode {
  if (files.length === 0) return exitCodes.failed
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.errors : exitCodes.clean
}

async function printOne(path: string, order: PrintOrder, options: PrintCommandOptions): Promise<ExitCode> {
  const { lang, edition } = options
  const file = await readSourceFile(path, lang)
  const asked = { print: order, ...(edition === undefined ? {} : { edition }) }
  const answer = await doGuarded('print', { bytes: file.bytes, name: file.name, options: asked }, limitsOf(options))
  const { keepFile } = await import('../../app/print/keep-file.ts')
  const stem = await stemOf(path, order, options.out, answer.files)
  const written: string[] = []
  for (const { tail, content } of answer.files) {
    await keepFile(`${stem}${tail}`, content).catch((error: unknown) => {
      throw notWritten(error, lang)
    })
    written.push(`${stem}${tail}`)
  }
  if (options.json) printJson({ schema: 1, what: order.what, to: order.to, written, findings: answer.findings })
  else {
    const { isOnWritten = () => false } = await productOf(order)
    const { rules, findings } = answer
    const own = { name: path, lines: file.lines().lines, rules }
    const other = { name: written[0] ?? options.into ?? path, lines: null, rules }
    for (const [source, of] of [
      [own, (one: Finding) => !isOnWritten(one)],
      [other, isOnWritten],
    ] as const) {
      const said = findings.filter(of)
      if (said.length > 0) process.stderr.write(`${printFindings(said, source, lang)}\n`)
    }
    for (const target of written) print(target)
  }
  return exitCodeOf(answer)
}

async function productOf({ what }: PrintOrder): Promise<Product> {
  const { products } = await import('../../app/print/index.ts')
  return products.find(({ id }) => id === what)!
}

/** Without a file: a blank workbook for a layout or kind, a year and the rules of its place. */
async function printBlank(options: PrintCommandOptions): Promise<ExitCode> {
  const { lang, what, out } = options
  if (what !== 'workbook') {
    throw new CannotRead(
      lang === 'zh'
        ? '请给出要打印的文件；空白的只有 --what workbook'
        : 'name the file to print; blank is only --what workbook',
    )
  }
  const { blankWorkbook } = await import('../../app/print/blank-workbook.ts')
  const blank = blankWorkbook(options)
  if (blank.refused !== null) throw new CannotRead(blank.refused[lang])
  const { keepFile } = await import('../../app/print/keep-file.ts')
  const target = out !== undefined && extname(out) === '.xlsx' ? out : join(out ?? 'out', `${blank.name}.xlsx`)
  await keepFile(target, blank.content).catch((error: unknown) => {
    throw notWritten(error, lang)
  })
  if (options.json) printJson({ schema: 1, what, to: 'xlsx', written: [target], findings: [] })
  else print(target)
  return exitCodes.clean
}

export function registerPrint(program: Command): void {
  withCommonOptions(program.command('print [paths...]'))
    .description(
      '打印：正式表样等；文件夹、zip 和多个文件逐个打印到一个文件夹 · print forms; folders, archives and many files into one folder',
    )
    .option('--what <product>', '打印什么，默认 form（正式表样） · what to print')
    .option('--to <format>', '格式 html、xlsx、docx、pdf、json、csv · format')
    .option('--layout <id>', '版式 · layout')
    .option('--into <template>', '填入给定的空白表（xlsx、docx） · fill a blank form')
    .option('--tagged', '带标签的 PDF（供读屏软件）· tagged PDF')
    .option('--kind <kind>', '空白工作簿的表种 department 或 project · kind of a blank workbook')
    .option('--year <year>', '空白工作簿的预算年度 · year of a blank workbook')
    .option('--out <path>', '写入的文件或文件夹，默认 out · file or folder to write')
    .option('--jobs <n>', '同时打印的文件数，默认等于处理器数 · files at once')
    .option('--quiet', '不显示进度 · no progress')
    .option('--time-limit <seconds>', '每个文件的时限（秒） · seconds for each file')
    .option('--memory-limit <mb>', '每个文件的内存上限（MB） · memory for each file')
    .action((paths: string[], options: PrintCommandOptions) =>
      run(async () => {
        if (paths.length === 0) return printBlank(options)
        const order = await orderOf(options)
        if (!(await isMany(paths))) return printOne(paths[0]!, order, options)
        const { printAll } = await import('./print-many.ts')
        return printAll(paths, order, options)
      }),
    )
}
