import type { Command } from 'commander'
import { doGuarded, plainForm } from '../../app/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { printFindings } from '../print-findings.ts'
import { readSourceFile } from '../source-file.ts'
import { type CommonOptions, printJson, run } from './command.ts'

export function registerRead(program: Command): void {
  program
    .command('read <file>')
    .description('读出表格为数据 · read a form as data')
    .option('--plain', '只要各格的打印文字 · printed text of each cell only')
    .option('--lang <lang>', '语言 zh 或 en · language', 'zh')
    .action((path: string, options: CommonOptions & { readonly plain?: boolean }) =>
      run(async () => {
        const file = await readSourceFile(path, options.lang)
        const { recognitions, findings, rules } = await doGuarded('read', {
          bytes: file.bytes,
          name: file.name,
          options: {},
        })
        if (findings.length > 0)
          process.stderr.write(`${printFindings(findings, { name: path, lines: null, rules }, options.lang)}\n`)
        if (recognitions.length === 0) return exitCodes.failed
        if (options.plain) printJson({ forms: recognitions.map(({ form }) => plainForm(form)) })
        else printJson({ forms: recognitions.map(({ form, extent, residue }) => ({ form, extent, residue })) })
        return exitCodes.clean
      }),
    )
}
