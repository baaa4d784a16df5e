import type { Command } from 'commander'
import { doGuarded, plainForm } from '../../app/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { printFindings } from '../print-findings.ts'
import { langOption } from '../say-usage.ts'
import { CannotRead, readPageFiles, readSourceFile } from '../source-file.ts'
import { type CommonOptions, printJson, run } from './command.ts'

export function registerRead(program: Command): void {
  program
    .command('read <files...>')
    .description('读出表格为数据 · read a form as data')
    .option('--pages', '各图片文件是同一份文件的各页 · the pictures are the pages of one document')
    .option('--plain', '只要各格的打印文字 · printed text of each cell only')
    .addOption(langOption())
    .action((paths: string[], options: CommonOptions & { readonly plain?: boolean; readonly pages?: boolean }) =>
      run(async () => {
        const path = paths.join('、')
        if (paths.length > 1 && !options.pages)
          throw new CannotRead(
            options.lang === 'zh'
              ? '一次读一个文件；多张图片是同一份文件的各页时，请加 --pages'
              : 'one file at a time; add --pages where the pictures are the pages of one document',
          )
        const file = await (options.pages ? readPageFiles(paths, options.lang) : readSourceFile(path, options.lang))
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
