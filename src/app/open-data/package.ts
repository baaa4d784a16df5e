/** The CSV set: tidy tables, those of the platform, and a data package that describes them, in one archive. Same data, same bytes. */

import { strToU8, zipSync } from 'fflate'
import type { Grid } from '../../core/model/index.ts'
import { writeCsv } from '../../writers/csv/index.ts'
import { type PlatformTable, platformTables } from './platform.ts'
import type { FormData } from './publish.ts'
import type { Field } from './table.ts'
import { tables } from './tables.ts'
import { tablesOf } from './to-tables.ts'

export const packageFile = 'datapackage.json'
/** Folder of the platform's tables. */
export const platformFolder = 'platform'

type Lines = readonly (readonly string[])[]

function csvOf(lines: Lines): Uint8Array {
  const cells = lines.flatMap((line, row) =>
    line.flatMap((text, column) => (text === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text }])),
  )
  const columnCount = lines[0]?.length ?? 0
  const grid: Grid = { cells, rowCount: lines.length, columnCount, bordered: true }
  return strToU8(writeCsv(grid))
}

const units: Readonly<Record<NonNullable<Field<never>['unit']>, string>> = {
  money: '表内金额单位（head.money_unit） · the money unit of the form',
  percent: '%',
  points: '分 · points',
  people: '人 · people',
}

function describe(field: Pick<Field<never>, 'name' | 'type' | 'about' | 'unit' | 'words'>): object {
  return {
    name: field.name,
    type: field.type,
    title: field.about.zh,
    description: `${field.about.zh} · ${field.about.en}`,
    ...(field.unit === undefined ? {} : { unit: units[field.unit] }),
    ...(field.words === undefined ? {} : { constraints: { enum: field.words } }),
  }
}

const csvResource = {
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
}

function platformFields({ fields }: PlatformTable): readonly object[] {
  return fields.map(({ name, about }) => ({
    name,
    type: 'string',
    title: about.zh,
    description: `${about.zh} · ${about.en}`,
  }))
}

/** The descriptor. Licences are for the publisher to name. */
export function descriptorOf(data: FormData): object {
  return {
    profile: 'tabular-data-package',
    name: 'ziping-form-data',
    title: '预算绩效自评表数据 · Data of budget performance self-evaluation forms',
    description:
      '每个指标、每项资金、每个目标一行；文字列为表上原文，_number 列为读成的数，recomputed 列为按规则重算。以单引号开头的公式样文字是为防止被当作公式，读取时去掉一个。 · A row for each indicator, money row and goal; text columns as printed, _number columns as read, recomputed by the rules. A text that looks like a formula has one quotation mark in front: take it off when reading.',
    sources: data.forms.map(({ source }) => ({ title: source.name, 'ziping:sha256': source.hash })),
    'ziping:data': data.data,
    'ziping:schema': data.schema,
    'ziping:app': data.app,
    'ziping:rulebook': data.rulebook,
    resources: [
      ...tables.map(({ name, title, fields, key }) => ({
        name,
        path: `${name}.csv`,
        title: `${title.zh} · ${title.en}`,
        ...csvResource,
        schema: {
          fields: fields.map((field) => describe(field)),
          primaryKey: key,
          ...(name === 'head'
            ? {}
            : { foreignKeys: [{ fields: 'form', reference: { resource: 'head', fields: 'form' } }] }),
        },
      })),
      ...platformTables.map((table) => ({
        name: table.name.toLowerCase().replaceAll('_', '-'),
        path: `${platformFolder}/${table.name}.csv`,
        title: `${table.title.zh} · ${table.title.en}`,
        ...csvResource,
        schema: { fields: platformFields(table) },
      })),
    ],
  }
}

function platformLines(table: PlatformTable, data: FormData): Lines {
  return [
    table.fields.map(({ name }) => name),
    ...data.forms.flatMap((published, at) =>
      table
        .rows(published.form)
        .map((index) => table.fields.map(({ text }) => text({ published, form: at + 1, index }))),
    ),
  ]
}

/** The first day a zip can name, in whatever time zone. */
const firstDay = () => new Date(1980, 0, 1, 0, 0, 0)

/** Bytes of the archive (zip). */
export function packageOf(data: FormData): Uint8Array {
  const texts = tablesOf(data)
  const files: Record<string, Uint8Array> = {
    [packageFile]: strToU8(`${JSON.stringify(descriptorOf(data), null, 2)}\n`),
    ...Object.fromEntries(tables.map(({ name }) => [`${name}.csv`, csvOf(texts[name]!)])),
    ...Object.fromEntries(
      platformTables.map((table) => [`${platformFolder}/${table.name}.csv`, csvOf(platformLines(table, data))]),
    ),
  }
  return zipSync(files, { level: 6, mtime: firstDay(), os: 0 })
}
