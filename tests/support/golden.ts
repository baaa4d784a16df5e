/** Whole results on real files, kept beside the file: `form.json` (printed text) and `report.json` (the Report). */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSource, plainForm } from '../../src/app/index.ts'
import { repositoryRoot } from './source-files.ts'

export const corpusFolder = join(repositoryRoot, 'tests/corpus')

/** Corpus entries that hold a form: their folder and the name of the source file. */
export function corpusForms(): readonly { readonly slug: string; readonly file: string }[] {
  return readdirSync(corpusFolder)
    .sort()
    .flatMap((slug) => {
      const file = readdirSync(join(corpusFolder, slug)).find(
        (name) => name.startsWith('form.') && name !== 'form.json',
      )
      return file === undefined ? [] : [{ slug, file }]
    })
}

/** Objects of the outer `depth` levels over several lines, everything below on one line, so that a diff names the row. */
function layOutJson(value: unknown, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + layOutJson(item, depth - 1, inner)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOutJson(item, depth - 1, inner)}`).join(',\n')}\n${indent}}`
}

export interface Golden {
  readonly name: 'form.json' | 'report.json'
  readonly now: string
  readonly kept: string | null
}

/** What a corpus form gives now, beside what is kept. The app's version does not belong to a result's golden. */
export async function goldensOf(slug: string, file: string): Promise<readonly Golden[]> {
  const checked = await checkSource(readFileSync(join(corpusFolder, slug, file)), file)
  const forms = { forms: checked.reports.map(({ form }) => plainForm(form)) }
  const reports = JSON.parse(
    JSON.stringify(checked.reports.map((report) => ({ ...report, stamp: { ...report.stamp, app: '' } }))),
  ) as unknown
  const kept = (name: string) => {
    const path = join(corpusFolder, slug, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : null
  }
  return [
    { name: 'form.json', now: `${layOutJson(forms, 4)}\n`, kept: kept('form.json') },
    {
      name: 'report.json',
      now: `${layOutJson({ reports, findings: checked.findings }, 5)}\n`,
      kept: kept('report.json'),
    },
  ]
}
