/** A short report of a department, made by the docx package and LibreOffice: its forms are found, all and no others, at their pages. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSource } from '../../src/app/index.ts'
import { layoutById } from '../../src/core/rulebook/index.ts'
import { differences, shownIn } from '../support/shown.ts'

interface Expected {
  readonly pages: number
  readonly otherTables: number
  readonly forms: readonly {
    readonly layout: string
    readonly pages: readonly [number, number]
    readonly truth: readonly string[]
  }[]
}

const folder = new URL('../files/report/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected

describe.each(['report.docx', 'report-by-office.pdf'])('%s', (name) => {
  const checked = checkSource(readFileSync(new URL(name, folder)), name)

  it('gives its forms with every field', async () => {
    const { reports } = await checked
    expect(reports.map(({ stamp }) => stamp.layout)).toEqual(expected.forms.map(({ layout }) => layout))
    const wrong = reports.flatMap(({ form }, index) => {
      const { layout, truth } = expected.forms[index]!
      return differences(truth, shownIn(layoutById(layout)!, form))
    })
    expect(wrong).toEqual([])
  })

  it('says where they stand, and counts the other tables', async () => {
    const { reports, findings } = await checked
    if (name.endsWith('.pdf')) {
      const places = expected.forms.map(({ pages: [first, last] }) => ({ kind: 'pages', first, last }))
      expect(reports.map(({ extent }) => extent)).toEqual(places)
    } else expect(reports.every(({ extent }) => extent?.kind === 'tables')).toBe(true)
    const others = findings.filter(({ rule }) => rule === 'recognise/other-table')
    expect(others.reduce((sum, { data }) => sum + Number(data.count), 0)).toBe(expected.otherTables)
  })
})
