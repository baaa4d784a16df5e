/** The table of many forms on a terminal, and what stands below it: counts, the commonest problems, what was not read. */

import { sayFigure, sayForm, sayRange, sayRemark, statusWords } from '../app/many/say-row.ts'
import { commonFolder, type Table, type TableRow, withoutFolder } from '../app/many/table.ts'
import type { Lang } from '../core/model/index.ts'
import { severityWords } from '../core/texts/index.ts'
import { clip, clipStart, harmless, table as layOut, style } from './terminal.ts'

const FILE_COLUMNS = 44
const FORM_COLUMNS = 30
const DEPARTMENT_COLUMNS = 26
const COMMONEST = 10
/** So many duplicates and files passed over are named; csv, xlsx, json and html name all. */
const SHOWN = 20

const heads = {
  zh: ['文件', '表', '部门（单位）', '年度', '表列总分', '得分合计', '重算总分', '错误', '警告', '未读出'],
  en: ['file', 'form', 'department', 'year', 'printed', 'added', 'recomputed', 'errors', 'warnings', 'not read'],
} as const
const FIGURES = [3, 4, 5, 6, 7, 8, 9]

function cellsOf(row: TableRow, lang: Lang): string[] {
  const { form } = row
  const number = row.of > 1 ? ` #${row.number}` : ''
  const file = `${clipStart(harmless(row.file), FILE_COLUMNS - number.length)}${number}`
  if (form === null) return [file, statusWords[row.status][lang]]
  return [
    file,
    clip(harmless(sayForm(row, lang)), FORM_COLUMNS),
    clip(harmless(form.department), DEPARTMENT_COLUMNS),
    form.year === null ? '' : String(form.year),
    sayFigure(form.printed),
    sayFigure(form.added),
    sayRange(form),
    String(form.errors),
    String(form.warnings),
    String(form.unread),
  ]
}

export function printTable(rows: readonly TableRow[], lang: Lang): string {
  return layOut([[...heads[lang]], ...rows.map((row) => cellsOf(row, lang))], FIGURES)
}

function printCounts({ counts }: Table, lang: Lang): string {
  const zh = lang === 'zh'
  const parts: readonly (readonly [string, number, boolean])[] = [
    [zh ? '文件' : 'files', counts.files, true],
    [zh ? '表' : 'forms', counts.forms, true],
    [zh ? '有错误的表' : 'forms with errors', counts.formsWithErrors, true],
    [severityWords.error[lang], counts.errors, true],
    [severityWords.warning[lang], counts.warnings, true],
    [statusWords.noForm[lang], counts.noForm, false],
    [statusWords.notRead[lang], counts.notRead, false],
    [statusWords.stopped[lang], counts.stopped, false],
    [zh ? '重复' : 'duplicates', counts.duplicates, false],
    [statusWords.ignored[lang], counts.ignored, false],
  ]
  const shown = parts.filter(([, count, always]) => always || count > 0)
  return style(shown.map(([name, count]) => `${name} ${count}`).join(' · '), 'bold')
}

function printRules({ rules }: Table, lang: Lang): readonly string[] {
  if (rules.length === 0) return []
  const zh = lang === 'zh'
  const head = ['', zh ? '处' : 'places', zh ? '表' : 'forms', zh ? '常见问题' : 'what is wrong most often']
  const rows = rules
    .slice(0, COMMONEST)
    .map(({ severity, rule, count, forms, title }) => [
      severityWords[severity][lang],
      String(count),
      String(forms),
      `${title[lang]} [${rule}]`,
    ])
  return ['', layOut([head, ...rows], [1, 2])]
}

function printRemarks(title: string, rows: readonly TableRow[], lang: Lang, most: number): readonly string[] {
  if (rows.length === 0) return []
  const lines = rows.slice(0, most).map((row) => `  ${harmless(row.file)}  ${harmless(sayRemark(row, lang))}`)
  const more = rows.length - lines.length
  const rest = more === 0 ? [] : [lang === 'zh' ? `  …另有 ${more} 个` : `  … and ${more} more`]
  return ['', style(title, 'bold'), ...lines, ...rest]
}

/** All that a check of many files ends with. */
export function printMany(table: Table, lang: Lang): string {
  const zh = lang === 'zh'
  const folder = commonFolder(table)
  const rows = table.rows.map((row) => withoutFolder(row, folder))
  const read = rows.filter(({ status }) => status !== 'ignored')
  const without = rows.filter(({ form, ignored }) => form === null && ignored === null)
  const copies = rows.filter(({ form, sameAs, number }) => form !== null && sameAs !== null && number === 1)
  const ignored = rows.filter((row) => row.ignored !== null)
  const nothing = zh ? '所给文件夹中没有文件' : 'the folder that was given holds no files'
  const below = zh ? `以下文件均在 ${harmless(folder)} 之下` : `all files stand below ${harmless(folder)}`
  return [
    ...(folder === '' ? [] : [below, '']),
    ...(read.length === 0 ? [] : [printTable(read, lang), '']),
    rows.length === 0 ? nothing : printCounts(table, lang),
    ...printRules(table, lang),
    ...printRemarks(zh ? '未得到自评表的文件' : 'files that gave no form', without, lang, without.length),
    ...printRemarks(zh ? '重复的文件（不重复统计）' : 'duplicates (counted once)', copies, lang, SHOWN),
    ...printRemarks(zh ? '略过的文件' : 'files passed over', ignored, lang, SHOWN),
  ].join('\n')
}
