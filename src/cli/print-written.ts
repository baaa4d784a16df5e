/** The table that printing many files ends with: what was written of each, and what was not and why. */

import { ignoredWords } from '../app/many/messages.ts'
import { statusWords, troubleText } from '../app/many/say-row.ts'
import type { PrintRow, PrintStatus, PrintTable } from '../app/print-many.ts'
import type { Bilingual, Lang } from '../core/model/index.ts'
import { severityWords } from '../core/texts/index.ts'
import { clip, clipStart, harmless, table as layOut, style } from './terminal.ts'

const FILE_COLUMNS = 44
const WRITTEN_COLUMNS = 52
const REMARK_COLUMNS = 60

const words: Readonly<Record<PrintStatus, Bilingual>> = {
  ...statusWords,
  printed: { zh: '已打印', en: 'printed' },
  notPrinted: { zh: '未打印', en: 'not printed' },
}

function remarkOf(row: PrintRow, lang: Lang): string {
  if (row.ignored !== null) return ignoredWords[row.ignored][lang]
  return row.trouble === null ? '' : troubleText(row.trouble, row.file, lang)
}

/** Paths below the folder that is named once. */
function writtenOf({ written }: PrintRow, folder: string): string {
  const shown = written.map(({ path }) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path))
  const [first = '', ...others] = shown
  return others.length === 0
    ? clipStart(harmless(first), WRITTEN_COLUMNS)
    : `${clipStart(harmless(first), WRITTEN_COLUMNS - 5)} +${others.length}`
}

export function printWritten(table: PrintTable, folder: string, lang: Lang): string {
  const zh = lang === 'zh'
  const rows = table.rows.map((row) => [
    clipStart(harmless(row.file), FILE_COLUMNS),
    words[row.status][lang],
    writtenOf(row, folder),
    clip(harmless(remarkOf(row, lang)), REMARK_COLUMNS),
  ])
  const head = zh ? ['文件', '结果', '写出', '说明'] : ['file', 'outcome', 'written', 'remark']
  const all = table.rows.flatMap(({ written }) => written)
  const printed = table.rows.filter(({ forms }) => forms > 0)
  const sum = (of: (row: PrintRow) => number) => printed.reduce((total, row) => total + of(row), 0)
  const counts: readonly (readonly [string, number, boolean])[] = [
    [zh ? '文件' : 'files', table.rows.length, true],
    [zh ? '写出' : 'written', all.filter(({ kept }) => !kept).length, true],
    [zh ? '已有且相同' : 'there already', all.filter(({ kept }) => kept).length, false],
    ...(['notPrinted', 'noForm', 'notRead', 'stopped', 'ignored'] as const).map(
      (status) => [words[status][lang], table.rows.filter((row) => row.status === status).length, false] as const,
    ),
    [severityWords.error[lang], sum(({ errors }) => errors), false],
    [severityWords.warning[lang], sum(({ warnings }) => warnings), false],
  ]
  const shown = counts.filter(([, count, always]) => always || count > 0)
  return [
    ...(rows.length === 0 ? [] : [layOut([head, ...rows]), '']),
    style(shown.map(([name, count]) => `${name} ${count}`).join(' · '), 'bold'),
    ...(all.length === 0 ? [] : [zh ? `写在 ${harmless(folder)} 之下` : `written below ${harmless(folder)}`]),
    ...(table.interrupted ? [zh ? '中途停止，其余文件没有打印' : 'broken off: the other files were not printed'] : []),
  ].join('\n')
}
