/** The data package keeps the published rules of Frictionless Data, by a checker in another language that shares nothing with it. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkSource } from '../../src/app/check-source.ts'
import { packageOf } from '../../src/app/open-data/package.ts'
import { publish } from '../../src/app/open-data/publish.ts'
import type { Report } from '../../src/core/model/index.ts'
import { corpusFolder } from '../support/golden.ts'
import { repositoryRoot } from '../support/source-files.ts'

const checker = join(repositoryRoot, 'tests/support/data-package/check.py')

/** What the checker prints: how much it looked at, then the faults. */
function check(archive: Uint8Array): { readonly looked: string; readonly faults: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-package-'))
  try {
    const path = join(folder, 'package.zip')
    writeFileSync(path, archive)
    const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [checker, path], {
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    })
    expect(stderr).toBe('')
    const [looked = '', ...faults] = stdout.trim().split('\n')
    expect(status === 0).toBe(faults.length === 0)
    return { looked, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let archive: Uint8Array

beforeAll(async () => {
  const reports: Report[] = []
  for (const slug of readdirSync(corpusFolder).sort()) {
    const file = readdirSync(join(corpusFolder, slug)).find((name) => /^form\.(?:txt|tsv|csv|html)$/.test(name))
    if (file === undefined) continue
    reports.push(...(await checkSource(readFileSync(join(corpusFolder, slug, file)), file)).reports)
  }
  archive = packageOf(publish(reports))
}, 120_000)

/** The package with a file of it changed. */
function changed(name: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(archive)
  const before = strFromU8(files[name]!)
  const after = change(before)
  expect(after).not.toBe(before)
  return zipSync({ ...files, [name]: strToU8(after) })
}

describe('the data package of the whole corpus', () => {
  it('is found without a fault', () => {
    const { looked, faults } = check(archive)
    expect(faults).toEqual([])
    const [, tables, rows] = /^(\d+) tables, (\d+) rows$/.exec(looked)!
    expect([Number(tables) >= 6, Number(rows) > 500]).toEqual([true, true])
  })

  it.each([
    ['a key twice', 'head.csv', (text: string) => text.replace('\r\n2,', '\r\n1,'), /primary key/],
    ['a row of no form', 'goals.csv', (text: string) => text.replace('\r\n1,', '\r\n999,'), /no row of head/],
    ['a number that is none', 'goals.csv', (text: string) => text.replace('\r\n1,', '\r\neins,'), /is no integer/],
    ['another header', 'facts.csv', (text: string) => text.replace('form,', 'Form,'), /is not the fields/],
    [
      'other ends of lines',
      'facts.csv',
      (text: string) => text.replaceAll('\r\n', '\n'),
      /do(es)? not end as the dialect/,
    ],
    [
      'a word that is not listed',
      'head.csv',
      (text: string) => text.replace(/\r\n1,\w+,/, '\r\n1,programme,'),
      /is none of/,
    ],
    ['a type that is none', 'datapackage.json', (text: string) => text.replace('"integer"', '"int"'), /type int/],
  ])('%s would be found', (_, name, change, said) => {
    expect(check(changed(name, change)).faults.join('\n')).toMatch(said)
  })
})
