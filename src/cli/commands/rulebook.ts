import type { Command } from 'commander'
import { editions, incompleteEditions, layouts, listRules } from '../../app/index.ts'
import type { Lang } from '../../core/model/index.ts'
import { evidenceWords } from '../../core/texts/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { langOption } from '../say-usage.ts'
import { table } from '../terminal.ts'
import { print, printJson, run } from './command.ts'

interface ListOptions {
  readonly lang: Lang
  readonly json?: boolean
}

function list(
  program: Command,
  name: string,
  description: string,
  rows: (lang: Lang) => readonly (readonly string[])[],
  data: () => unknown,
): void {
  program
    .command(name)
    .description(description)
    .addOption(langOption())
    .option('--json', '输出 JSON · print JSON')
    .action((options: ListOptions) =>
      run(async () => {
        if (options.json) printJson(data())
        else print(table(rows(options.lang)))
        return exitCodes.clean
      }),
    )
}

export function registerRulebook(program: Command): void {
  list(
    program,
    'rules',
    '检查规则一览 · the checks',
    (lang) =>
      listRules().map((rule) => [
        rule.code,
        rule.id,
        rule.severity,
        rule.status === 'built' ? '' : lang === 'zh' ? '待建' : 'later',
        rule.title[lang],
      ]),
    listRules,
  )
  list(
    program,
    'editions',
    '计分规则一览 · the editions of the rules',
    (lang) =>
      [...editions, ...incompleteEditions].map((edition) => [
        edition.id,
        edition.kind,
        edition.status === 'complete' ? `${edition.firstYear.value}–${edition.lastYear?.value ?? ''}` : '',
        edition.status,
        evidenceWords[edition.blocks[0]!.points.law.evidence][lang],
        edition.title[lang],
      ]),
    () => [...editions, ...incompleteEditions],
  )
  list(
    program,
    'layouts',
    '版式一览 · the layouts',
    (lang) => layouts.map((layout) => [layout.id, layout.kind, layout.family, layout.title[lang]]),
    () => layouts,
  )
}
