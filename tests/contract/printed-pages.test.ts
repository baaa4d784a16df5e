/**
 * Printed pages as a reader of paper sees them, through a program that is not ours (pdftotext): each cell's text whole, in order,
 * inside its own cell's box; nothing over anything else, nothing outside the page. Forms of every layout and of hard kinds.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkSource } from '../../src/app/index.ts'
import { layOnPaper } from '../../src/containers/form-page/page.ts'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Cell, Form, Grid } from '../../src/core/model/index.ts'
import { layoutById, layouts } from '../../src/core/rulebook/index.ts'
import { writePdf } from '../../src/writers/pdf/index.ts'
import { generateAny } from '../support/generate-any.ts'
import { corpusFolder } from '../support/golden.ts'
import { type ExpectedCell, misplaced, notWhole, printedPages } from '../support/printed-pages.ts'

/** Every cell of the form but its title with the columns it lies over, as the page is laid out. */
function expectedCells(grid: Grid): readonly ExpectedCell[] {
  const { columns, paper } = layOnPaper(grid)
  const margin = (paper.width - paper.room) / 2
  const edge = (column: number) => margin + columns.slice(0, column).reduce((sum, width) => sum + width, 0)
  return [...grid.cells]
    .filter(({ style }) => style?.role !== 'title')
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ text, column, columnSpan }) => ({ text, left: edge(column), right: edge(column + columnSpan) }))
}

async function wrongWith(form: Form, layoutId: string): Promise<readonly string[]> {
  const grid = layOutForm(form, layoutById(layoutId)!)
  const pages = await printedPages(await writePdf(grid, { json: '{}' }))
  const words = pages.flatMap((page) => page.words.map(({ text }) => text)).join('')
  const title = grid.cells.find(({ style }) => style?.role === 'title')
  const lost = title !== undefined && !words.includes(title.text.replace(/\s/g, '')) ? [`title: ${title.text}`] : []
  return [...lost, ...misplaced(pages), ...notWhole(pages, expectedCells(grid))]
}

/** Every printed text of a form, changed. */
function retold(form: Form, tell: (raw: string, field: string) => string): Form {
  const walk = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, field))
    if (typeof value !== 'object' || value === null) return value
    if ('raw' in value && 'value' in value) return { ...value, raw: tell((value as Cell<unknown>).raw, field) }
    if (Object.getPrototypeOf(value) !== Object.prototype) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key)]))
  }
  return walk(form, '') as Form
}

const long = (text: string) => text.repeat(Math.ceil(2000 / text.length)).slice(0, 2000)
const english =
  'Training of staff in rural schools (second phase), satisfaction of those served, with unexpectedly long remarks'
const department = 'shenzhen-department'
const project = 'national-project'

describe('printed pages', () => {
  it('hold the sample', async () => {
    const bytes = readFileSync(join(corpusFolder, 'shenzhen-guangming-2021', 'form.txt'))
    const { reports } = await checkSource(bytes, 'form.txt')
    expect(await wrongWith(reports[0]!.form, department)).toEqual([])
  })

  it.each(layouts.map(({ id }) => ({ id })))('hold a form of 45 indicators in $id', async ({ id }) => {
    expect(await wrongWith(generateAny(7, layoutById(id)!, 45), id)).toEqual([])
  })

  it.each([department, project])('hold 300 indicators, and one: %s', async (id) => {
    expect(await wrongWith(generateAny(3, layoutById(id)!, 300), id)).toEqual([])
    expect(await wrongWith(generateAny(4, layoutById(id)!, 1), id)).toEqual([])
  })

  it.each([department, project])('hold texts of 2,000 characters: %s', async (id) => {
    const form = generateAny(5, layoutById(id)!, 6)
    const remarks = retold(form, (raw, field) =>
      field === 'note' || field === 'achieved' ? long('因疫情影响,部分培训延期;改进措施:加强统筹。') : raw,
    )
    expect(await wrongWith(remarks, id)).toEqual([])
    const words = retold(form, (raw, field) =>
      field === 'name' ? long('abcdefghij') : field === 'note' ? long(`${english}, `) : raw,
    )
    expect(await wrongWith(words, id)).toEqual([])
  })

  it.each([department, project])('hold English: %s', async (id) => {
    const form = generateAny(6, layoutById(id)!, 30)
    const told = retold(form, (raw, field) =>
      /name|note|content|completion|stated|achieved/.test(field) && raw !== '' ? english : raw,
    )
    expect(await wrongWith(told, id)).toEqual([])
  })

  it.each([department, project])('hold a form with nothing filled in: %s', async (id) => {
    const form = generateAny(8, layoutById(id)!, 12)
    expect(
      await wrongWith(
        retold(form, (raw, field) => (field === 'cell' || field === 'name' ? raw : '')),
        id,
      ),
    ).toEqual([])
  })
})
