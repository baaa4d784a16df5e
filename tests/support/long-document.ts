/**
 * A report of a department over hundreds of pages, as a reader gives it: running text and tables in turn, each cell at its
 * page or table. Among tables of accounts, targets, schemes of indicators and lists stand self-evaluation forms; what they
 * are is known from the generator. One seed, one document.
 */

import { layOutForm } from '../../src/core/layout/index.ts'
import type { Form, Grid, GridCell, SourceSpan } from '../../src/core/model/index.ts'
import { editionById, layoutById } from '../../src/core/rulebook/index.ts'
import { generateForm } from './generate-form.ts'
import { otherTables, proseLines, targetTable } from './long-document-tables.ts'
import { Random } from './random.ts'

export interface ExpectedForm {
  readonly form: Form
  /** First and last page or table. */
  readonly first: number
  readonly last: number
}

export interface LongDocument {
  readonly grids: readonly Grid[]
  readonly forms: readonly ExpectedForm[]
  /** Titles of the tables that are no forms. */
  readonly others: readonly string[]
  readonly pages: number
}

export interface LongDocumentOptions {
  /** `page`: places as a PDF gives them; `table`: as a document of flowing text does. */
  readonly places: 'page' | 'table'
  readonly projects: number
  readonly pages: number
}

const LINES_ON_PAGE = 32
const ROW_HEIGHT = 24

/** Writes lines and tables one after another and knows on which page it is. */
class Writer {
  readonly grids: Grid[] = []
  #lines: string[] = []
  #places: number[] = []
  #line = 0
  page = 1
  table = 0

  readonly places: LongDocumentOptions['places']

  constructor(places: LongDocumentOptions['places']) {
    this.places = places
  }

  #turn(): void {
    if (this.places === 'page') {
      this.#lines.push(`— ${this.page} —`)
      this.#places.push(this.page)
    }
    this.page++
    this.#line = 0
  }

  line(text: string): void {
    if (this.#line >= LINES_ON_PAGE) this.#turn()
    this.#line++
    this.#lines.push(text)
    this.#places.push(this.page)
  }

  newPage(): void {
    if (this.#line > 0) this.#turn()
  }

  #source(page: number, line: number, row: number, column: number): SourceSpan {
    if (this.places === 'page') return { kind: 'page', page, box: [60 + column * 50, 60 + line * 20, 50, 20] }
    return { kind: 'table', table: this.table, row: row + 1, column: column + 1 }
  }

  #endLines(): void {
    if (this.#lines.length === 0) return
    const cells = this.#lines.map((text, row): GridCell => {
      const page = this.#places[row]!
      const source: SourceSpan =
        this.places === 'page'
          ? { kind: 'page', page, box: [60, 60 + row, 400, 14] }
          : { kind: 'text', line: row + 1, column: 1 }
      return { row, column: 0, rowSpan: 1, columnSpan: 1, text, source }
    })
    this.grids.push({ cells, rowCount: cells.length, columnCount: 1, bordered: false, signs: 'typed' })
    this.#lines = []
    this.#places = []
  }

  /** A table from where the writer stands; it may go over the end of the page. */
  grid(grid: Grid): { readonly first: number; readonly last: number } {
    this.#endLines()
    this.table++
    const first = this.places === 'page' ? this.page : this.table
    const startLine = this.#line
    const cells = grid.cells.map((cell): GridCell => {
      const { style: _style, path: _path, ...kept } = cell
      const line = startLine + cell.row
      const page = this.page + Math.floor(line / LINES_ON_PAGE)
      return { ...kept, source: this.#source(page, (line % LINES_ON_PAGE) * (ROW_HEIGHT / 20), cell.row, cell.column) }
    })
    const end = startLine + Math.max(0, ...cells.map(({ row }) => row))
    const last = this.places === 'page' ? this.page + Math.floor(end / LINES_ON_PAGE) : this.table
    this.page += Math.floor((end + 1) / LINES_ON_PAGE)
    this.#line = (end + 1) % LINES_ON_PAGE
    this.grids.push({ ...grid, cells, signs: 'typed' })
    return { first, last }
  }

  finish(): readonly Grid[] {
    this.#endLines()
    return this.grids
  }
}

/** A table of plain rows. */
export function gridOf(rows: readonly (readonly string[])[]): Grid {
  const columnCount = Math.max(...rows.map((row) => row.length))
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): GridCell[] =>
      text === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: texts.length === 1 ? columnCount : 1, text }],
    ),
  )
  return { cells, rowCount: rows.length, columnCount, bordered: true }
}

/** The title row off a form's table: it stands in a line above. */
function withoutTitle(grid: Grid): { readonly title: string; readonly grid: Grid } {
  const title = grid.cells.find(({ style }) => style?.role === 'title')
  if (title === undefined) return { title: '', grid }
  const cells = grid.cells.filter((cell) => cell !== title).map((cell) => ({ ...cell, row: cell.row - 1 }))
  return { title: title.text, grid: { ...grid, cells, rowCount: grid.rowCount - 1 } }
}

/** A table parted in two before `row`. */
function parted(grid: Grid, row: number): readonly [Grid, Grid] {
  const upper = grid.cells.filter((cell) => cell.row < row)
  const lower = grid.cells.filter((cell) => cell.row >= row).map((cell) => ({ ...cell, row: cell.row - row }))
  return [
    { ...grid, cells: upper, rowCount: row },
    { ...grid, cells: lower, rowCount: grid.rowCount - row },
  ]
}

const projectLayouts = [
  'national-project',
  'plain-project',
  'sichuan-project',
  'beijing-project',
  'split-target-project',
]
const edition = editionById('national-project-2020')!

function headerRow(grid: Grid): number {
  return grid.cells.find(({ text }) => text === '三级指标' || text === '指标名称')?.row ?? 0
}

function writeForm(writer: Writer, random: Random, form: Form, layoutId: string): { first: number; last: number } {
  const whole = layOutForm(form, layoutById(layoutId)!)
  const above = random.chance(60)
  const { title, grid } = above ? withoutTitle(whole) : { title: '', grid: whole }
  if (above) {
    if (random.chance(50)) writer.line(`附件${random.int(1, 9)}`)
    writer.line(title)
    if (random.chance(60)) writer.line(`(${form.fiscalYear.raw}度)`)
  }
  const from = headerRow(grid)
  const place =
    from > 2 && random.chance(25)
      ? (() => {
          const [upper, lower] = parted(grid, from)
          const { first } = writer.grid(upper)
          return { first, last: writer.grid(lower).last }
        })()
      : writer.grid(grid)
  if (!random.chance(40)) return place
  writer.line('填报人:王某        联系电话:12345678')
  return writer.places === 'page' ? { ...place, last: writer.page } : place
}

export function longDocument(seed: number, options: LongDocumentOptions): LongDocument {
  const random = new Random(seed)
  const writer = new Writer(options.places)
  const forms: ExpectedForm[] = []
  const others: string[] = []
  const writeOther = (title: string, rows: readonly (readonly string[])[]): void => {
    writer.newPage()
    if (random.chance(30)) writer.line(`公开${random.int(1, 12)}表`)
    writer.line(title)
    writer.line('编制单位:某市水利局        金额单位:万元')
    writer.grid(gridOf(rows))
    others.push(title)
  }
  for (const text of ['某市水利局2023年度部门决算', '目录', '第一部分 部门概况', '第二部分 2023年度部门决算表'])
    writer.line(text)
  for (const text of [
    '一、收入支出决算总表……………………9',
    '附件1 部门整体支出绩效自评表 ……… 41',
    '附件2 项目支出绩效自评表',
    '附件3 项目支出绩效目标申报表',
  ])
    writer.line(text)
  writer.newPage()
  const tables = otherTables(random)
  const fill = (upTo: number): void => {
    while (writer.page < upTo) {
      const next = random.chance(12) ? tables.shift() : undefined
      if (next === undefined) for (const text of proseLines(random)) writer.line(text)
      else writeOther(next.title, next.rows)
    }
  }
  const share = (number: number): number => Math.trunc((options.pages * number) / (options.projects + 2))
  fill(share(1))
  for (let index = 0; index <= options.projects; index++) {
    const layoutId = index === 0 ? 'shenzhen-department' : random.pick(projectLayouts)
    const made = generateForm(seed * 1000 + index, { edition, layout: layoutById(layoutId)!, rows: random.int(8, 30) })
    writer.newPage()
    const { first, last } = writeForm(writer, random, made.form, layoutId)
    forms.push({ form: made.form, first, last })
    if (random.chance(15)) {
      const title = '项目支出绩效目标申报表'
      writeOther(title, targetTable(random))
    }
    fill(share(index + 2))
  }
  for (const table of tables) writeOther(table.title, table.rows)
  return { grids: writer.finish(), forms, others, pages: writer.page }
}
