/** What all commands share: the language, running with an exit code, and saying why something could not run. */

import type { Command } from 'commander'
import {
  ChangeRefused,
  type CheckedSource,
  doGuarded,
  type OtherFile,
  readWhatIf,
  type WhatIf,
  type WorkLimits,
} from '../../app/index.ts'
import type { Lang } from '../../core/model/index.ts'
import { fieldWords } from '../../core/texts/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { printFindings } from '../print-findings.ts'
import { langOption } from '../say-usage.ts'
import { CannotRead, readPageFiles, readSourceFile, type SourceFile, startOf } from '../source-file.ts'

export interface CommonOptions {
  readonly lang: Lang
  readonly json?: boolean
  readonly edition?: string
  /** What-if: '指标名.actual=60人', several times. */
  readonly set?: readonly string[]
  /** File of approved targets. */
  readonly targets?: string
  /** Files of earlier years. */
  readonly history?: readonly string[]
  /** Files or folders of a department's projects. */
  readonly projects?: readonly string[]
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
    .addOption(langOption())
    .option('--edition <id>', '指定计分规则 · rules to score by')
    .option('--json', '输出 JSON · print JSON')
}

export interface CheckedFile {
  readonly file: SourceFile
  readonly checked: CheckedSource
}

/** The changes asked for by --set. */
function changesOf(texts: readonly string[], lang: Lang): readonly WhatIf[] {
  return texts.map((text) => {
    const change = readWhatIf(text)
    if (change === null) {
      throw new CannotRead(
        lang === 'zh' ? `--set 应写作“指标名.actual=60人”：${text}` : `--set is written 'name.actual=60人': ${text}`,
      )
    }
    return change
  })
}

/** A change that names no cell, or several, or puts words where a number stands. */
function sayRefusedChange({ refused }: ChangeRefused, lang: Lang): string {
  const { problem, change, choices } = refused
  const { name, field, raw } = change
  const word = (fieldWords[field] ?? fieldWords[`${field}.total`])?.zh ?? field
  const fields = 'target 指标值、actual 完成值、weight 分值、score 得分、note 说明、budgeted 预算数、executed 执行数'
  const listed = choices.map((choice) => `\n  ${choice}`).join('')
  const [zh, en] = {
    none: [
      `表中没有名称为“${name}”的行${choices.length > 0 ? '，是不是：' : ''}`,
      `no row is named “${name}”${choices.length > 0 ? '; did you mean' : ''}`,
    ],
    several: [
      `“${name}”对应${choices.length}行，请写全名，或在名称后加序号：`,
      `“${name}” fits ${choices.length} rows: write the whole name, or its number behind it`,
    ],
    field: [
      `“${name}”没有“${field}”这一格；可以改的有 ${fields}`,
      `“${name}” has no cell “${field}”; there are ${fields}`,
    ],
    value: [`“${raw}”不是数字，不能填入${name === '' ? '' : `“${name}”的`}“${word}”`, `“${raw}” is no number`],
  }[problem]!
  return `${lang === 'zh' ? zh : en}${listed}`
}

/** Files as they are, and those of folders. */
async function otherFiles(paths: readonly string[], lang: Lang): Promise<readonly OtherFile[]> {
  const { listFiles, readFiles } = await import('../../app/many/walk.ts')
  const files: OtherFile[] = []
  for (const path of paths) {
    if (!(await isMany([path]))) {
      const { bytes, name } = await readSourceFile(path, lang)
      files.push({ bytes, name })
      continue
    }
    for await (const source of readFiles(await listFiles([path])))
      if (source.kind === 'file') files.push({ bytes: source.bytes, name: source.path })
  }
  return files
}

/** Reads and checks one file (or pictures as the pages of one document), in bounded time and memory. */
export async function checkFile(
  path: string | readonly string[],
  options: CommonOptions,
  limits: WorkLimits = {},
): Promise<CheckedFile> {
  const file = await (typeof path === 'string' ? readSourceFile(path, options.lang) : readPageFiles(path, options.lang))
  const { edition, set, targets, history, projects } = options
  const approved = targets === undefined ? null : await readSourceFile(targets, options.lang)
  const asked = {
    ...(approved === null ? {} : { approved: { bytes: approved.bytes, name: approved.name } }),
    ...(history === undefined ? {} : { history: await otherFiles(history, options.lang) }),
    ...(projects === undefined ? {} : { projects: await otherFiles(projects, options.lang) }),
    ...(edition === undefined ? {} : { edition }),
    ...(set === undefined ? {} : { set: changesOf(set, options.lang) }),
  }
  try {
    const checked = await doGuarded('check', { bytes: file.bytes, name: file.name, options: asked }, limits)
    return { file, checked }
  } catch (error) {
    if (error instanceof ChangeRefused) throw new CannotRead(sayRefusedChange(error, options.lang))
    throw error
  }
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

/** How archives of all kinds begin; whether it is one is seen by a closer look. */
const ARCHIVE = /^(PK|Rar!|7z|\x1f\x8b|BZh|\xfd7zX)/

/** Several files, a folder or an archive: what ends in a table. */
export async function isMany(paths: readonly string[]): Promise<boolean> {
  if (paths.length > 1) return true
  const start = await startOf(paths[0]!)
  if (start === 'folder') return true
  if (start === null || !ARCHIVE.test(start)) return false
  const { isWalked } = await import('../../app/many/walk.ts')
  return isWalked(paths[0]!)
}
