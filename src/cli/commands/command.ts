/** What all commands share: the language, running with an exit code, and saying why something could not run. */

import type { Command } from 'commander'
import { applyWhatIf, type CheckedSource, checkSource, readWhatIf } from '../../app/index.ts'
import type { Form, Lang } from '../../core/model/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { printFindings } from '../print-findings.ts'
import { CannotRead, readSourceFile, type SourceFile } from '../source-file.ts'

export interface CommonOptions {
  readonly lang: Lang
  readonly json?: boolean
  readonly edition?: string
  /** What-if: '指标名.actual=60人', several times. */
  readonly set?: readonly string[]
}

/** Prints all of it before the process ends, also into a pipe. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Runs a command; what the user can mend is said in one line, without a stack. */
export async function run(work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = exitCodes.failed
  }
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--lang <lang>', '语言 zh 或 en · language', 'zh')
    .option('--edition <id>', '指定计分规则 · rules to score by')
    .option('--json', '输出 JSON · print JSON')
}

export interface CheckedFile {
  readonly file: SourceFile
  readonly checked: CheckedSource
}

/** The changes asked for by --set, applied to a form; what names no cell, or several, is said and stops the command. */
function changer(texts: readonly string[], lang: Lang): (form: Form) => Form {
  const changes = texts.map((text) => {
    const change = readWhatIf(text)
    if (change === null) {
      throw new CannotRead(
        lang === 'zh' ? `--set 应写作“指标名.actual=60人”：${text}` : `--set is written 'name.actual=60人': ${text}`,
      )
    }
    return change
  })
  return (form) => {
    const result = applyWhatIf(form, changes)
    if (result.form !== null) return result.form
    const { name, field } = result.change
    const zh = result.problem === 'none' ? '表中没有这一格' : '名称对应不止一行，请写全名'
    const en = result.problem === 'none' ? 'no such cell' : 'the name fits several rows: write it in full'
    throw new CannotRead(lang === 'zh' ? `${zh}：${name}.${field}` : `${en}: ${name}.${field}`)
  }
}

/** Reads and checks one file. */
export async function checkFile(path: string, options: CommonOptions): Promise<CheckedFile> {
  const file = await readSourceFile(path, options.lang)
  const checked = await checkSource(file.bytes, file.name, {
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    ...(options.set === undefined ? {} : { change: changer(options.set, options.lang) }),
  })
  return { file, checked }
}

/** Says on stderr why there is no report. */
export function sayRefusal({ checked }: CheckedFile, path: string, lang: Lang): void {
  process.stderr.write(`${printFindings(checked.findings, { name: path, lines: null, rules: checked.rules }, lang)}\n`)
}

export function exitCodeOf(checked: CheckedSource): ExitCode {
  if (checked.reports.length === 0) return exitCodes.failed
  const all = [...checked.findings, ...checked.reports.flatMap(({ findings }) => findings)]
  return all.some(({ severity }) => severity === 'error') ? exitCodes.errors : exitCodes.clean
}
