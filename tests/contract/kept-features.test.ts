/** One workbook and one document as files of several formats, turned by LibreOffice: every reader reads the same of them. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Grid, Outcome } from '../../src/core/model/index.ts'
import { readDoc } from '../../src/readers/doc/index.ts'
import { readDocx } from '../../src/readers/docx/index.ts'
import { readOds } from '../../src/readers/ods/index.ts'
import { readXls } from '../../src/readers/xls/index.ts'
import { readXlsx } from '../../src/readers/xlsx/index.ts'
import { featureDocument, featureWorkbook } from './readers/feature-files.ts'
import { keptFolder } from './readers/kept-files.ts'

const kept = (name: string) => new Uint8Array(readFileSync(`${keptFolder}${name}`))

/** Cells with text, beside how grids are cut. */
function shown({ value }: Outcome<Grid[]>): unknown {
  return value.map(({ bordered, cells }) => [
    bordered,
    cells
      .filter((cell) => cell.text !== '')
      .map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
  ])
}

/** What is said, without the format's name. */
function said({ findings }: Outcome<Grid[]>): unknown {
  return findings
    .map(({ rule, message, severity, data }) =>
      JSON.stringify([rule.split('/')[1], message, severity, { ...data, name: '' }]),
    )
    .sort()
}

describe('a workbook', () => {
  it('reads as it is printed', async () => {
    const { value, findings } = readXlsx(await featureWorkbook(), 'x')
    const byName = new Map(value[0]!.cells.map((cell) => [(cell.source as { cell: string }).cell, cell.text]))
    expect(value.map(({ name }) => name)).toEqual(['自评表', '隐藏表'])
    expect(
      ['D4', 'E4', 'F4', 'G4', 'F5', 'G5', 'A6', 'B6', 'C6', 'D6', 'E6', 'F6', 'G6'].map((name) => byName.get(name)),
    ).toEqual([
      ...['95.50%', '99%', '10', '-0.50', '1,234,567.89', '2021年12月15日', '合计', '#N/A', '007', '0.0000001'],
      ...['1.23E+10', '1234597.891', '2'],
    ])
    expect(findings.map(({ rule, message }) => `${rule} ${message}`).sort()).toEqual([
      'xlsx/comment comments',
      'xlsx/error-value errors',
      'xlsx/hidden columns',
      'xlsx/hidden rows',
      'xlsx/hidden sheet',
    ])
  })

  it.each([
    ['xls', readXls],
    ['ods', readOds],
  ] as const)('reads the same as %s', async (format, read) => {
    const original = readXlsx(await featureWorkbook(), 'x')
    const turned = read(kept(`features.${format}`), 'x')
    expect(shown(turned)).toEqual(shown(original))
    expect(said(turned)).toEqual(said(original))
    expect(turned.value.every(({ signs }) => signs === 'typed')).toBe(true)
  })
})

describe('a document', () => {
  it('reads the same as doc: merged cells, tables in cells, wide tables, notes; deletions and hidden text are left out', async () => {
    const original = readDocx(await featureDocument(), 'x')
    const turned = readDoc(kept('features.doc'), 'x')
    const cells = (outcome: Outcome<Grid[]>) =>
      // Word's separators between text and notes are paragraphs of their own.
      outcome.value.slice(0, 4).map((grid) => shown({ value: [grid], findings: [] }))
    expect(cells(turned)).toEqual(cells(original))
    const ends = (outcome: Outcome<Grid[]>) => outcome.value[4]!.cells.map(({ text }) => text)
    expect(ends(turned)).toEqual(['正文插入', '脚注'])
    expect(ends(original)).toEqual(['正文插入', '脚注'])
    expect(said(turned)).toEqual(said(original))
    expect(turned.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'doc/hidden hidden',
      'doc/hidden deleted',
      'doc/furniture headers',
    ])
  })
})
