/** The table that a check of many files ends with: a row for each form, and for each file that gave none. */

import { type Bilingual, Exact } from '../../core/model/index.ts'
import { rulebookVersion } from '../../core/rulebook/index.ts'
import { catalogue } from '../catalogue.ts'
import { version } from '../version.ts'
import type { FileResult, FormResult, RuleCount, Trouble } from './file-result.ts'
import type { IgnoredReason } from './messages.ts'

/** What became of a file that the walk found. */
export type Entry =
  | { readonly path: string; readonly hash: string }
  | { readonly path: string; readonly trouble: Trouble }
  | { readonly path: string; readonly ignored: IgnoredReason }

/**
 * `checked`: a form; `noForm`: read, and no form in it; `notRead`: not opened or not readable; `stopped`: given up for time
 * or memory; `ignored`: passed over by its name or kind.
 */
export type RowStatus = 'checked' | 'noForm' | 'notRead' | 'stopped' | 'ignored'

export interface TableRow {
  /** As it was reached from what the user named; members of archives stand below the archive. */
  readonly file: string
  readonly status: RowStatus
  /** The first file of the same content, where this is not it. */
  readonly sameAs: string | null
  readonly format: string | null
  /** Which form of its file, from 1, and of how many. */
  readonly number: number | null
  readonly of: number
  readonly form: FormResult | null
  readonly trouble: Trouble | null
  readonly ignored: IgnoredReason | null
}

export interface TableCounts {
  readonly files: number
  /** Files of a content that came before. */
  readonly duplicates: number
  readonly noForm: number
  readonly notRead: number
  readonly stopped: number
  readonly ignored: number
  /** Duplicates left out, here and below. */
  readonly forms: number
  readonly formsWithErrors: number
  readonly errors: number
  readonly warnings: number
}

/** A rule that spoke: how often, and in how many forms. */
export interface CommonRule extends RuleCount {
  readonly title: Bilingual
  readonly forms: number
}

export interface Table {
  readonly schema: 1
  readonly stamp: { readonly app: string; readonly rulebook: string; readonly edition: string | null }
  readonly counts: TableCounts
  readonly rows: readonly TableRow[]
  /** Errors before warnings, the commonest first. */
  readonly rules: readonly CommonRule[]
  /** True where the check was broken off before the last file. */
  readonly interrupted: boolean
  /** Files that were not reached. */
  readonly pending: number
}

const noForm = 'recognise/no-form'

function rowsOf(entry: Entry, result: FileResult | undefined, sameAs: string | null): readonly TableRow[] {
  const row = {
    file: entry.path,
    sameAs,
    format: result === undefined || result.format === '' ? null : result.format,
    number: null,
    of: 0,
    form: null,
    trouble: null,
    ignored: null,
  }
  if ('ignored' in entry) return [{ ...row, status: 'ignored', ignored: entry.ignored }]
  if ('trouble' in entry) return [{ ...row, status: 'notRead', trouble: entry.trouble }]
  // Broken off before its result came.
  if (result === undefined) return []
  if (result.forms.length === 0) {
    const status = result.stopped ? 'stopped' : result.trouble?.rule === noForm ? 'noForm' : 'notRead'
    return [{ ...row, status, trouble: result.trouble }]
  }
  const of = result.forms.length
  return result.forms.map((form, index) => ({ ...row, status: 'checked', number: index + 1, of, form }))
}

function commonRules(rows: readonly TableRow[], results: ReadonlyMap<string, FileResult>): readonly CommonRule[] {
  const titles = new Map<string, Bilingual>()
  for (const result of results.values()) {
    for (const [rule, title] of Object.entries(result.titles)) titles.set(rule, title)
  }
  const titleOf = (rule: string) => catalogue.get(rule)?.title ?? titles.get(rule) ?? { zh: rule, en: rule }
  const rules = new Map<string, CommonRule>()
  for (const { form, sameAs } of rows) {
    if (form === null || sameAs !== null) continue
    for (const said of form.said) {
      const key = `${said.severity} ${said.rule}`
      const known = rules.get(key)
      const { rule } = said
      const title = known?.title ?? titleOf(rule)
      rules.set(key, { ...said, title, count: said.count + (known?.count ?? 0), forms: 1 + (known?.forms ?? 0) })
    }
  }
  return [...rules.values()].sort(
    (a, b) =>
      Number(b.severity === 'error') - Number(a.severity === 'error') ||
      b.count - a.count ||
      b.forms - a.forms ||
      (a.rule < b.rule ? -1 : 1),
  )
}

function countRows(entries: number, rows: readonly TableRow[]): TableCounts {
  const firsts = rows.filter(({ form, sameAs }) => form !== null && sameAs === null)
  const sum = (of: (form: FormResult) => number) => firsts.reduce((total, { form }) => total + of(form!), 0)
  const having = (status: RowStatus) => rows.filter((row) => row.status === status).length
  return {
    files: entries,
    duplicates: new Set(rows.filter(({ sameAs }) => sameAs !== null).map(({ file }) => file)).size,
    noForm: having('noForm'),
    notRead: having('notRead'),
    stopped: having('stopped'),
    ignored: having('ignored'),
    forms: firsts.length,
    formsWithErrors: firsts.filter(({ form }) => form!.errors > 0).length,
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
  }
}

/** The table of the entries in their order, whatever order their results came in. */
export function tableOf(
  entries: readonly Entry[],
  results: ReadonlyMap<string, FileResult>,
  about: { readonly edition?: string; readonly pending: number; readonly interrupted: boolean },
): Table {
  const firsts = new Map<string, string>()
  const rows = entries.flatMap((entry) => {
    if (!('hash' in entry)) return rowsOf(entry, undefined, null)
    const first = firsts.get(entry.hash) ?? null
    if (first === null) firsts.set(entry.hash, entry.path)
    return rowsOf(entry, results.get(entry.hash), first)
  })
  const reached = new Set(rows.map(({ file }) => file)).size
  return {
    schema: 1,
    stamp: { app: version, rulebook: rulebookVersion, edition: about.edition ?? null },
    counts: countRows(reached, rows),
    rows,
    rules: commonRules(rows, results),
    interrupted: about.interrupted,
    pending: about.pending,
  }
}

/** The folder that all files of the table stand below, with its '/', so that a reader need not see it on each; else ''. */
export function commonFolder({ rows }: Table): string {
  const [first] = rows
  if (first === undefined) return ''
  let folder = first.file.slice(0, first.file.lastIndexOf('/') + 1)
  for (const { file } of rows) {
    while (!file.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
  }
  return folder
}

/** A row as it is told below a folder that is named once. */
export function withoutFolder<Row extends TableRow>(row: Row, folder: string): Row {
  const { length } = folder
  return { ...row, file: row.file.slice(length), sameAs: row.sameAs?.slice(length) ?? null }
}

/** How far the printed total lies outside the recomputed range; null where none is printed. */
export function distanceOf({ printed, recomputed }: FormResult): Exact | null {
  if (printed === null) return null
  const value = Exact.of(printed)
  return Exact.max(Exact.zero, Exact.of(recomputed.min).minus(value), value.minus(Exact.of(recomputed.max)))
}

export interface Ranked extends TableRow {
  readonly form: FormResult
  readonly distance: Exact | null
}

/** Forms that need attention first: most errors, then the total furthest off, then most warnings; no duplicates. */
export function rank(table: Table): readonly Ranked[] {
  return table.rows
    .flatMap((row): Ranked[] =>
      row.form === null || row.sameAs !== null ? [] : [{ ...row, form: row.form, distance: distanceOf(row.form) }],
    )
    .sort(
      (a, b) =>
        b.form.errors - a.form.errors ||
        (b.distance ?? Exact.zero).compare(a.distance ?? Exact.zero) ||
        b.form.warnings - a.form.warnings,
    )
}

/** 2 where nothing at all could be read, 1 where a form has errors, else 0. */
export function exitStatusOf({ counts }: Table): 0 | 1 | 2 {
  if (counts.forms === 0) return 2
  return counts.formsWithErrors > 0 ? 1 : 0
}
