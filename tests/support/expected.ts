/** What a corpus form should give (`expected.json`, written by hand) beside what it gives, and the differences known of. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainForm, readForms } from '../../src/app/index.ts'
import { corpusFolder, corpusForms } from './golden.ts'

export interface Failure {
  /** In the plain form: `forms[0].indicators[3].target`; `.length` where a list has another number of members. */
  readonly path: string
  readonly expected: unknown
  readonly got: unknown
}

/** White space inside a cell is the print's, not the form's. */
function withoutBlanks(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s+/g, '') : value
}

/** Every place where two plain values differ. Lists of different length are one difference: their members do not pair. */
export function differences(expected: unknown, got: unknown, path: string): Failure[] {
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) return [{ path: `${path}.length`, expected: expected.length, got: got.length }]
    return expected.flatMap((item, index) => differences(item, got[index], `${path}[${index}]`))
  }
  if (typeof expected === 'object' && expected !== null && typeof got === 'object' && got !== null) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])]
    return keys.flatMap((key) =>
      differences(
        (expected as Record<string, unknown>)[key],
        (got as Record<string, unknown>)[key],
        path === '' ? key : `${path}.${key}`,
      ),
    )
  }
  return withoutBlanks(expected) === withoutBlanks(got) ? [] : [{ path, expected, got: got ?? null }]
}

/** Corpus forms with a plain form written by hand. */
export function expectedForms(): readonly { readonly slug: string; readonly file: string }[] {
  return corpusForms().filter(({ slug }) => existsSync(join(corpusFolder, slug, 'expected.json')))
}

export async function failuresOf(slug: string, file: string): Promise<readonly Failure[]> {
  const expected = JSON.parse(readFileSync(join(corpusFolder, slug, 'expected.json'), 'utf8')) as unknown
  const { recognitions } = await readForms(readFileSync(join(corpusFolder, slug, file)), file)
  return differences(expected, { forms: recognitions.map(({ form }) => plainForm(form)) }, '')
}

/** What is known to be read otherwise; a form without the list is read as expected. */
export function knownFailures(slug: string): readonly Failure[] {
  const path = join(corpusFolder, slug, 'known-failures.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Failure[]) : []
}
