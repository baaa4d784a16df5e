import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Form } from '../core/model/index.ts'
import { recognise } from '../core/recognise/index.ts'
import { readSource } from './read-source.ts'

const root = new URL('../../tests/', import.meta.url).pathname
const read = async (path: string) => readSource(new Uint8Array(readFileSync(root + path)), path)

async function formOf(path: string): Promise<Form> {
  const { forms } = recognise((await read(path)).grids)
  expect(forms).toHaveLength(1)
  return forms[0]!.form
}

/** Everything printed, by its path, white space aside. */
function printed(value: unknown, path: string, fields: Map<string, string>): Map<string, string> {
  if (value === null || typeof value !== 'object') return fields
  if ('raw' in value && typeof value.raw === 'string') return fields.set(path, value.raw.replace(/\s+/g, ''))
  for (const [key, inner] of Object.entries(value)) printed(inner, `${path}.${key}`, fields)
  return fields
}

describe('a form printed to PDF', () => {
  it.each(['chromium', 'libreoffice'])('by %s is read back to the same fields as from text', async (program) => {
    const [text, pdf] = [
      await formOf('corpus/s-shenzhen-gas-department-tsv/form.txt'),
      await formOf(`files/pdf/${program}.pdf`),
    ]
    expect(pdf.indicators).toHaveLength(text.indicators.length)
    expect(printed(pdf, '', new Map())).toEqual(printed(text, '', new Map()))
  })
})

describe('a PDF of a page of text and a page that is a picture', () => {
  it('is read page by page, or says what is missing to read pictures', async () => {
    const { format, grids, findings } = await read('files/pdf/text-and-picture.pdf')
    expect(format).toBe('pdf')
    expect(grids[0]).toMatchObject({
      signs: 'typed',
      cells: [{ text: '封面' }, { text: '某市财政局二〇二一年度部门决算' }],
    })
    const said = findings.map(({ rule }) => rule)
    if (said.includes('scan/missing-package')) {
      expect(said).toContain('pdf/picture-page')
      return
    }
    expect(said).not.toContain('pdf/picture-page')
    const { forms } = recognise(grids)
    expect(forms).toHaveLength(1)
    expect(forms[0]!.form.indicators).toHaveLength(10)
    const origin = forms[0]!.form.indicators[0]!.name.origin
    expect(origin).toMatchObject({ kind: 'page', page: 2 })
  })
})
