/** `check` on folders, archives and several files: one table for all. */

import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { checkMany, type ManyResult, type Progress } from '../../app/check-many.ts'
import { exitStatusOf } from '../../app/many/table.ts'
import { isTableFormat, type TableFormat, writeTable } from '../../app/write-table.ts'
import type { Lang } from '../../core/model/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { onInterrupt } from '../interrupt.ts'
import { printMany } from '../print-table.ts'
import { showProgress } from '../progress.ts'
import { CannotRead, notWritten } from '../source-file.ts'
import { type CheckOptions, limitsOf, wholeNumber } from './check-options.ts'
import { print, printJson } from './command.ts'

interface Target {
  readonly path: string
  readonly format: TableFormat
}

/** What a table is called in a folder. */
const TABLE_NAME = 'check'
const defaultFormats: readonly TableFormat[] = ['html', 'xlsx']

function formatsOf(text: string, lang: Lang): readonly TableFormat[] {
  return text.split(',').map((word) => {
    const format = word.trim().toLowerCase()
    if (isTableFormat(format)) return format
    throw new CannotRead(
      lang === 'zh'
        ? `不支持的格式：${word}（可用 csv、xlsx、json、html）`
        : `unknown format: ${word} (csv, xlsx, json, html)`,
    )
  })
}

/** `--out` with an ending of a table is that file; anything else is a folder. */
function targetsOf({ to, out, lang }: CheckOptions): readonly Target[] {
  if (to === undefined && out === undefined) return []
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase()
  const named = isTableFormat(ending)
  const formats = to === undefined ? (named ? [ending] : defaultFormats) : formatsOf(to, lang)
  const stem = named ? out!.slice(0, -ending.length - 1) : join(out ?? 'out', TABLE_NAME)
  return [...new Set(formats)].map((format) => ({
    path: named && ending === format ? out! : `${stem}.${format}`,
    format,
  }))
}

async function writeTargets(result: ManyResult, targets: readonly Target[], lang: Lang): Promise<void> {
  for (const { path, format } of targets) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await writeTable(result.table, format, lang))
  }
}

function sayHowToGoOn(result: ManyResult, lang: Lang): string {
  const { pending } = result.table
  const command = `ziping ${process.argv.slice(2).map(quoted).join(' ')}`
  return lang === 'zh'
    ? `检查中途停止，还有 ${pending} 个文件没有检查。已完成的结果保存在 ${result.journal}；再次运行同一命令即从停止处继续：\n  ${command}`
    : `broken off: ${pending} files were not reached. What is done is kept in ${result.journal}; the same command goes on from there:\n  ${command}`
}

function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

export async function checkAll(inputs: readonly string[], options: CheckOptions): Promise<ExitCode> {
  try {
    return await checkAndTell(inputs, options)
  } catch (error) {
    throw notWritten(error, options.lang)
  }
}

function sayCounts({ forms, errors, warnings }: Progress, lang: Lang): string {
  return lang === 'zh'
    ? `表 ${forms} · 错误 ${errors} · 警告 ${warnings}`
    : `forms ${forms} · errors ${errors} · warnings ${warnings}`
}

async function checkAndTell(inputs: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { lang, edition, journal, fresh, reports } = options
  if (options.set !== undefined) {
    throw new CannotRead(lang === 'zh' ? '--set 只能用于单个文件' : '--set is for a single file')
  }
  const targets = targetsOf(options)
  const interrupt = onInterrupt(lang)
  const progress = await showProgress(lang, options.quiet === true)
  let result: ManyResult
  try {
    result = await checkMany(inputs, {
      jobs: wholeNumber(options.jobs, '--jobs', lang) ?? availableParallelism(),
      limits: limitsOf(options),
      ownOutput: [...targets.map(({ path }) => path), ...(reports === undefined ? [] : [reports])],
      signal: interrupt.signal,
      onProgress: (now) => progress.show(now, sayCounts(now, lang)),
      ...(edition === undefined ? {} : { edition }),
      ...(journal === undefined ? {} : { journal }),
      ...(fresh === undefined ? {} : { fresh }),
      ...(reports === undefined ? {} : { reports }),
    })
  } finally {
    progress.end()
    interrupt.stop()
  }
  if (result.known > 0 && options.quiet !== true) {
    process.stderr.write(
      lang === 'zh'
        ? `从上次停止处继续：${result.known} 个文件的结果已有（重新开始请加 --fresh）\n`
        : `went on from an earlier run: ${result.known} files were known (--fresh begins anew)\n`,
    )
  }
  if (options.json) printJson(result.table)
  else print(printMany(result.table, lang))
  await writeTargets(result, targets, lang)
  if (targets.length > 0 && !options.json) {
    const paths = targets.map(({ path }) => path).join(lang === 'zh' ? '、' : ', ')
    print(`\n${lang === 'zh' ? '结果已写入' : 'table written to'} ${paths}`)
  }
  if (result.journal !== null) {
    process.stderr.write(`${sayHowToGoOn(result, lang)}\n`)
    return exitCodes.interrupted
  }
  return exitStatusOf(result.table)
}
