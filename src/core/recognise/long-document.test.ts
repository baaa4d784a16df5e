import { describe, expect, it } from 'vitest'
import { lostTexts } from '../../../tests/support/check-form.ts'
import { longDocument } from '../../../tests/support/long-document.ts'
import { recognise } from './index.ts'

describe.each(['page', 'table'] as const)('a report of three hundred pages, places by %s', (places) => {
  const document = longDocument(7, { places, projects: 30, pages: 300 })
  const read = recognise(document.grids)

  it('gives its forms, each at its place', () => {
    const found = read.forms.map(({ form, extent }) => ({
      who: form.project.raw || form.department.raw,
      rows: form.indicators.length,
      total: form.total.raw,
      extent,
    }))
    const kind = places === 'page' ? 'pages' : 'tables'
    expect(found).toEqual(
      document.forms.map(({ form, first, last }) => ({
        who: form.project.raw || form.department.raw,
        rows: form.indicators.length,
        total: form.total.raw,
        extent: { kind, first, last },
      })),
    )
  })

  it('names and counts every other table', () => {
    expect(read.outside.tables.map(({ title }) => title)).toEqual(document.others)
    const counted = read.findings.filter(({ rule }) => rule === 'recognise/other-table')
    expect(counted.reduce((sum, { data }) => sum + Number(data.count), 0)).toBe(document.others.length)
  })

  it('loses no text', () => {
    const residues = read.forms.map(({ residue }) => residue)
    expect(lostTexts(document.grids, residues, read.outside)).toBeNull()
    expect(residues.flatMap(({ unread }) => unread)).toEqual([])
  })
})
