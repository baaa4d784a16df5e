/** docs/adding-an-edition.md is true: the two files printed there are run, an invented province with its data, cases, choice and scores. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../../src/core/recognise/sketch.ts'
import type { LegalDocument } from '../../src/core/rulebook/document.ts'
import * as common from '../../src/core/rulebook/editions/common.ts'
import { chooseAmong, type Edition, editionById, editions } from '../../src/core/rulebook/index.ts'
import { runCases, scoreForm } from '../../src/core/scoring/index.ts'
import { looseNumbers } from '../support/numbers-of-edition.ts'
import { repositoryRoot } from '../support/source-files.ts'

const page = readFileSync(join(repositoryRoot, 'docs/adding-an-edition.md'), 'utf8')
const national = editionById('national-project-2020')!

/** The file of this name as the page prints it, indented below a step. */
function printed(path: string): string {
  const block = [...page.matchAll(/ {3}```ts\n([\s\S]*?) {3}```/g)].find(([, text]) => text!.includes(`// ${path}\n`))
  if (block === undefined) throw new Error(`the page prints no ${path}`)
  return block[1]!.replace(/^ {3}/gm, '')
}

/** What such a file exports, with `modules` for what it imports. */
function run(path: string, modules: Readonly<Record<string, object>>): Record<string, unknown> {
  const { code } = transformSync(printed(path), { loader: 'ts', format: 'cjs' })
  const module = { exports: {} as Record<string, unknown> }
  new Function('module', 'require', code)(module, (name: string) => modules[name])
  return module.exports
}

const { document } = run('src/core/rulebook/documents/nowhere-2030.ts', {}) as { document: LegalDocument }

/** As the rulebook's own `cite`, once the document is listed. */
function cite(id: string) {
  const clause = document.clauses.find((each) => each.id === id)
  if (clause === undefined) throw new Error(`no such clause: ${id}`)
  return { clause: clause.id, evidence: clause.evidence }
}

const { edition: invented } = run('src/core/rulebook/editions/nowhere-project-2030.ts', {
  '../documents/index.ts': { cite },
  './common.ts': common,
  './national-project-2020.ts': { edition: national },
}) as { edition: Edition }

const all = [...editions, invented]

const form = formFromSketch({
  kind: 'project',
  region: '某某市',
  fiscalYear: '2030年',
  tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '90', weight: '20', score: '14' }],
  indicators: [
    { level1: '产出指标', name: '质保金退还率', target: '≥90%', actual: '96%', weight: '4', score: '2' },
    { level1: '产出指标', name: '改造里程', target: '≥50公里', actual: '50公里', weight: '46', score: '46' },
    { level1: '效益指标', name: '通车率', target: '≥90%', actual: '90%', weight: '30', score: '30' },
  ],
  total: '92',
})

describe('an edition for an invented province', () => {
  it('has cases that hold', () => {
    expect(runCases(invented)).toEqual([])
  })

  it('cites clauses that were read, each with its address', () => {
    for (const { id, source } of document.clauses) {
      expect(id.startsWith(`${document.id}/`)).toBe(true)
      expect(source).toMatch(/^https:/)
    }
  })

  it('has a case for every number', () => {
    expect(looseNumbers(invented)).toEqual([])
  })

  it('is told where a number has no case', () => {
    const cases = invented.cases.filter((one) => !('total' in one && one.rate === '60'))
    expect(looseNumbers({ ...invented, cases })).toEqual(['caps.0.below 60 + 1 unit'])
  })

  it('is chosen for its place and years, and hinders no other', () => {
    const query = { kind: 'project', year: 2030 } as const
    expect(chooseAmong(all, { ...query, place: '某某市某局' })).toEqual({ edition: invented, choice: 'exact' })
    expect(chooseAmong(all, { ...query, place: '某某市', year: 2035 }).choice).toBe('earlierYear')
    for (const place of ['深圳市', '湖北省', '']) {
      expect(chooseAmong(all, { ...query, place })).toEqual(chooseAmong(editions, { ...query, place }))
    }
  })

  it('scores a form as it says, and otherwise than the national rule', () => {
    const scored = scoreForm(form, invented)
    expect(scored.rows.map(({ rule, recomputed }) => [rule, recomputed?.max.toString()])).toEqual([
      ['named', '2'],
      ['positive', '46'],
      ['positive', '30'],
    ])
    expect(scored.rows.map(({ agreement }) => agreement)).toEqual(['equal', 'equal', 'equal'])
    expect(scored.total.recomputed.max.toString()).toBe('92')
    expect(scored.rows[0]?.law).toEqual([cite('nowhere-2030/retention')])
    expect(scoreForm(form, national).total.recomputed.max.toString()).not.toBe('92')
  })
})
