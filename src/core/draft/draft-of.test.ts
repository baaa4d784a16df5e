import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readForms } from '../../../tests/support/check-form.ts'
import { generateAny } from '../../../tests/support/generate-any.ts'
import type { Form } from '../model/index.ts'
import { canonicalJson, type Json } from '../model/index.ts'
import { layouts } from '../rulebook/index.ts'
import { toJson } from './exact-json.ts'
import { draftOf, formOf } from './index.ts'

function counter(): () => string {
  let last = 0
  return () => `r${++last}`
}

/** By way of its stored text, so that nothing hides in objects. */
function thereAndBack(form: Form): Form {
  return formOf(JSON.parse(canonicalJson(draftOf(form, counter()) as unknown as Json)))
}

const corpus = new URL('../../../tests/corpus/', import.meta.url)
const files = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, corpus))
      .filter((file) => file.endsWith('.txt') || file.endsWith('.tsv'))
      .map((file) => `${name}/${file}`),
  )

describe('a draft of a form', () => {
  it.each(files)('%s comes back as it was', (file) => {
    for (const { form } of readForms(readFileSync(new URL(file, corpus))).forms)
      expect(toJson(thereAndBack(form))).toEqual(toJson(form))
  })

  it.each(layouts.map(({ id }, at) => [id, at] as const))('of any form in %s comes back as it was', (_, at) => {
    for (let seed = 1; seed <= 12; seed++) {
      const form = generateAny(seed, layouts[at]!, 1 + seed * 3)
      expect(toJson(thereAndBack(form))).toEqual(toJson(form))
    }
  })
})
