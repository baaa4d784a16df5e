/** `draft`: a self-evaluation begun from the targets that were set for it, to be filled in with what was reached. */

import { extname, join, parse } from 'node:path'
import type { Command } from 'commander'
import { doGuarded } from '../../app/index.ts'
import type { PrintOrder } from '../../app/print/print-checked.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { printFindings } from '../print-findings.ts'
import { CannotRead, notWritten, readSourceFile } from '../source-file.ts'
import { limitsOf } from './check-options.ts'
import { type CommonOptions, print, printJson, run, withCommonOptions } from './command.ts'

interface DraftOptions extends CommonOptions {
  readonly layout?: string
  readonly monitoring?: string
  readonly to?: string
  readonly out?: string
}

/** What a draft is written as; html shows a form with what is wrong in it, and in a draft everything is still open. */
const ways: Readonly<Record<string, Pick<PrintOrder, 'what' | 'to'>>> = {
  xlsx: { what: 'form', to: 'xlsx' },
  docx: { what: 'form', to: 'docx' },
  pdf: { what: 'form', to: 'pdf' },
  workbook: { what: 'workbook', to: 'xlsx' },
  json: { what: 'data', to: 'json' },
}

async function begin(path: string, options: DraftOptions): Promise<ExitCode> {
  const { lang, layout, edition, monitoring, to = 'workbook', out } = options
  const say = (zh: string, en: string) => new CannotRead(lang === 'zh' ? zh : en)
  if (layout === undefined)
    throw say('请用 --layout 指定自评表的版式（见 ziping layouts）', 'name the layout by --layout')
  const way = ways[to]
  if (way === undefined) {
    const possible = Object.keys(ways).join(lang === 'zh' ? '、' : ', ')
    throw say(`不能写成 ${to}（可用 ${possible}）`, `cannot write ${to} (${possible})`)
  }
  const file = await readSourceFile(path, lang)
  const other = monitoring === undefined ? null : await readSourceFile(monitoring, lang)
  const asked = {
    ...(edition === undefined ? {} : { edition }),
    print: { ...way, options: { lang } },
    draft: { layout, ...(other === null ? {} : { monitoring: { bytes: other.bytes, name: other.name } }) },
  }
  const answer = await doGuarded('print', { bytes: file.bytes, name: file.name, options: asked }, limitsOf(options))
  const { keepFile } = await import('../../app/print/keep-file.ts')
  const isNamed = out !== undefined && extname(out).toLowerCase() === `.${way.to}`
  const stem = isNamed
    ? out.slice(0, -way.to.length - 1)
    : join(out ?? 'out', `${parse(path).name}-draft${to === 'workbook' ? '-workbook' : ''}`)
  const written: string[] = []
  for (const { tail, content } of answer.files) {
    await keepFile(`${stem}${tail}`, content).catch((error: unknown) => {
      throw notWritten(error, lang)
    })
    written.push(`${stem}${tail}`)
  }
  if (options.json) printJson({ schema: 1, layout, to, written, findings: answer.findings })
  else {
    const source = { name: path, lines: file.lines().lines, rules: answer.rules }
    if (answer.findings.length > 0) process.stderr.write(`${printFindings(answer.findings, source, lang)}\n`)
    for (const target of written) print(target)
  }
  return written.length === 0 ? exitCodes.failed : exitCodes.clean
}

export function registerDraft(program: Command): void {
  withCommonOptions(program.command('draft <targets>'))
    .description(
      '据绩效目标申报（批复）表或监控表生成自评表，带入名称、目标、指标值、分值和预算，只待填写完成情况 · begin a self-evaluation from its targets',
    )
    .option('--layout <id>', '自评表的版式 · layout of the self-evaluation')
    .option('--monitoring <file>', '同年的运行监控表，补充目标表没有的名称和资金 · monitoring form of the year')
    .option('--to <format>', '写成 workbook（填报工作簿，默认）、xlsx、docx、pdf 或 json · format')
    .option('--out <path>', '写入的文件或文件夹，默认 out · file or folder to write')
    .action((path: string, options: DraftOptions) => run(() => begin(path, options)))
}
