/** The page of the open data: every table with its fields, and how they meet the names of the platform. */

import { platformTables } from '../../src/app/open-data/platform.ts'
import type { Field } from '../../src/app/open-data/table.ts'
import { tables } from '../../src/app/open-data/tables.ts'
import { table } from './markdown.ts'

type Pages = readonly (readonly [path: string, text: string])[]

const units = { money: '表内金额单位', percent: '%', points: '分', people: '人' } as const

function fieldTable(fields: readonly Pick<Field<never>, 'name' | 'type' | 'about' | 'unit' | 'words'>[]): string {
  return table(
    ['列 · column', '类型 · type', '单位 · unit', '含义', 'meaning', '取值 · values'],
    fields.map(({ name, type, about, unit, words }) => [
      `\`${name}\``,
      type,
      unit === undefined ? '' : units[unit],
      about.zh,
      about.en,
      (words ?? []).map((word) => `\`${word}\``).join(' '),
    ]),
  )
}

function tablesPage(): string {
  return [
    '# 开放数据 · Open data',
    '',
    '`ziping print FILE --what data --to json|csv`。JSON 按 `dist/form-data.schema.json`：`form` 与 `dist/report.schema.json` 中的同名部分逐格相同（不含在来源文件中的位置），`results` 取自其 `scored`，不含计算步骤和问题；要全部过程和问题，用 `ziping check --json`。',
    'JSON by `dist/form-data.schema.json`: `form` is that of `dist/report.schema.json` cell by cell, without places in the source file; `results` are taken from its `scored`, without steps and findings; for those use `ziping check --json`.',
    '',
    'CSV 是一个 zip：`datapackage.json`（Frictionless tabular data package）、下列各表，以及 `platform/` 下按[一体化系统表名](platform.md)的各表。许可由发布单位自定。',
    'CSV is one zip: `datapackage.json`, the tables below, and those [under the names of the platform](platform.md). Licences are for the publisher to name.',
    '',
    '文字列为表上原文；`_number` 为读成的数；`_recomputed` 为按规则重算。像公式的文字前加一个单引号（读取时去掉一个）。`readings.csv` 只放文字本身读不出的读法。`ziping read` 读回两种格式，与原表相同。',
    'Text columns are as printed, `_number` as read, `_recomputed` by the rules. A text that looks like a formula has one quotation mark in front. `readings.csv` holds only what the texts alone do not give. `ziping read` takes both formats back.',
    ...tables.flatMap(({ name, title, fields, key }) => [
      '',
      `## ${name}.csv — ${title.zh} · ${title.en}`,
      '',
      `主键 · key: ${key.map((column) => `\`${column}\``).join(', ')}`,
      '',
      fieldTable(fields),
    ]),
  ].join('\n')
}

function platformPage(): string {
  return [
    '# 与一体化系统表名的对应 · The names of the integrated platform',
    '',
    '表名和列名来自一个在用系统的数据定义，不是标准文本（标准文本未读到），故只作对照；标“系统给出”的列留空。公布表为项目自评表；部门整体支出自评没有见到对应的表，按同样的列导出。',
    'Names come from the data definition of a system in use, not from the text of the standard, which was not read. What only the platform gives stays empty. The tables are those of projects; none was found for whole departments, whose forms are exported under the same columns.',
    ...platformTables.flatMap(({ name, title, fields }) => [
      '',
      `## ${name} — ${title.zh} · ${title.en}`,
      '',
      table(
        ['列 · column', '含义', 'meaning', '取自 · from'],
        fields.map((field) => [
          `\`${field.name}\``,
          field.about.zh,
          field.about.en,
          field.from === null ? '系统给出 · by the platform' : `\`${field.from}\``,
        ]),
      ),
    ]),
  ].join('\n')
}

export function openDataPages(): Pages {
  return [
    ['open-data/README.md', tablesPage()],
    ['open-data/platform.md', platformPage()],
  ]
}
