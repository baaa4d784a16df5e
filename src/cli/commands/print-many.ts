/** `print` on folders, archives and several files: everything into one folder, told in a table. */

import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import type { PrintOrder } from '../../app/print/print-checked.ts'
import { isPrintFormat } from '../../app/print/product.ts'
import { type PrintTable, printExitStatus, printMany } from '../../app/print-many.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { onInterrupt } from '../interrupt.ts'
import { printWritten } from '../print-written.ts'
import { showProgress } from '../progress.ts'
import { CannotRead, notWritten } from '../source-file.ts'
import { limitsOf, wholeNumber } from './check-options.ts'
import { print, printJson } from './command.ts'
import type { PrintCommandOptions } from './print.ts'

function folderOf({ out, lang }: PrintCommandOptions): string {
  const folder = out ?? 'out'
  if (!isPrintFormat(extname(folder).slice(1).toLowerCase())) return folder
  throw new CannotRead(
    lang === 'zh'
      ? `多个文件要打印到文件夹，--out 不能是一个文件：${folder}`
      : `many files are printed into a folder; --out names a file: ${folder}`,
  )
}

export async function printAll(
  inputs: readonly string[],
  order: PrintOrder,
  options: PrintCommandOptions,
): Promise<ExitCode> {
  const { lang, edition } = options
  const zh = lang === 'zh'
  const folder = folderOf(options)
  const interrupt = onInterrupt(lang)
  const progress = await showProgress(lang, options.quiet === true)
  let table: PrintTable
  try {
    table = await printMany(inputs, {
      order,
      folder,
      jobs: wholeNumber(options.jobs, '--jobs', lang) ?? availableParallelism(),
      limits: limitsOf(options),
      signal: interrupt.signal,
      onProgress: ({ files, failed, ...pace }) =>
        progress.show(
          { ...pace, known: 0 },
          zh ? `写出 ${files} · 未打印 ${failed}` : `written ${files} · not printed ${failed}`,
        ),
      ...(edition === undefined ? {} : { edition }),
    })
  } catch (error) {
    throw notWritten(error, lang)
  } finally {
    progress.end()
    interrupt.stop()
  }
  if (options.json) printJson(table)
  else print(printWritten(table, folder, lang))
  return table.interrupted ? exitCodes.interrupted : printExitStatus(table)
}
