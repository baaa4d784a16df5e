import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences, expectedForms, failuresOf, knownFailures } from '../support/expected.ts'
import { corpusFolder } from '../support/golden.ts'

const forms = expectedForms()

describe('corpus forms are read as a person reads them', () => {
  it.each(forms)('$slug', async ({ slug, file }) => {
    const known = new Set(knownFailures(slug).map(({ path }) => path))
    expect((await failuresOf(slug, file)).filter(({ path }) => !known.has(path))).toEqual([])
  })

  it('holds forms of every family, each with its notes', () => {
    const families = new Set(forms.map(({ slug }) => slug.split('-')[0]))
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'f8', 'f9', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 's', 't']
    expect([...families].sort()).toEqual(all)
    expect(forms.length).toBeGreaterThanOrEqual(22)
    for (const { slug } of forms) expect(existsSync(join(corpusFolder, slug, 'NOTES.md')), slug).toBe(true)
  })

  it('has no folder that holds an expectation and no form', () => {
    const withExpectation = readdirSync(corpusFolder).filter((slug) =>
      existsSync(join(corpusFolder, slug, 'expected.json')),
    )
    expect(withExpectation.sort()).toEqual(forms.map(({ slug }) => slug).sort())
  })
})

describe('differences of plain forms', () => {
  it('names the place, what was expected and what came', () => {
    expect(differences({ forms: [{ total: '96' }] }, { forms: [{ total: null }] }, '')).toEqual([
      { path: 'forms[0].total', expected: '96', got: null },
    ])
  })

  it('takes lists of different length as one difference', () => {
    expect(differences({ forms: [1, 2] }, { forms: [1] }, '')).toEqual([{ path: 'forms.length', expected: 2, got: 1 }])
  })

  it('does not mind white space inside a cell, but minds null', () => {
    expect(differences({ name: '县级储备粮管理制 度' }, { name: '县级储备粮管理制度' }, '')).toEqual([])
    expect(differences({ name: '' }, { name: null }, '')).toHaveLength(1)
  })
})
