/** The official form as tables that print like the form: one table a block, its header repeated on every page. */

import type { Grid, GridCell, Severity } from '../../core/model/index.ts'
import { rowsOf } from '../../core/model/index.ts'
import { html, type Markup } from './markup.ts'
import { elementId, type Mark, type Page, severities, severitySigns, severityWord } from './page.ts'

interface Part {
  /** Rows of the header, which the browser repeats on each printed page; then the body. */
  readonly head: readonly (readonly GridCell[])[]
  readonly body: readonly (readonly GridCell[])[]
}

type Rows = readonly (readonly GridCell[])[]

/** A header row holds header cells only, beside a label that is merged over the whole block. */
function isHeaderRow(row: readonly GridCell[]): boolean {
  return (
    row.some((cell) => cell.style?.role === 'header') &&
    row.every((cell) => cell.style?.role === 'header' || (cell.style?.role === 'label' && cell.rowSpan > 1))
  )
}

/** So few rows of facts are no table of their own: they stand above the first header, and go on with it. */
const FEW_ROWS = 3

/** Cuts a form into its blocks: each begins at a header row that follows rows of another kind. */
function partsOf(rows: Rows): readonly Part[] {
  const starts = rows.flatMap((row, index) => {
    const begins = isHeaderRow(row) && (index === 0 || !isHeaderRow(rows[index - 1]!))
    return index === 0 || begins ? [index] : []
  })
  const parts = starts.map((start, index): Part => {
    const all = rows.slice(start, starts[index + 1])
    const head = all.findIndex((row) => !isHeaderRow(row))
    const cut = head < 0 ? all.length : head
    return { head: all.slice(0, cut), body: all.slice(cut) }
  })
  const [facts, next, ...others] = parts
  if (facts === undefined || next === undefined || facts.head.length > 0 || facts.body.length > FEW_ROWS) return parts
  return [{ head: [...facts.body, ...next.head], body: next.body }, ...others]
}

export function gravest(marks: readonly Mark[]): Severity | null {
  return severities.find((severity) => marks.some((mark) => mark.finding.severity === severity)) ?? null
}

export function drawMark(page: Page, mark: Mark): Markup {
  const { severity } = mark.finding
  const label = `${severityWord(page, severity)} ${mark.number}: ${page.texts.finding(mark.finding).title}`
  return html`<a class="mark ${severity}" id="${mark.id}" href="#f${mark.number}" title="${label}" aria-label="${label}"><span aria-hidden="true">${severitySigns[severity]}${mark.number}</span></a>`
}

function drawMarks(page: Page, marks: readonly Mark[]): Markup | null {
  return marks.length === 0
    ? null
    : html`<span class="marks" data-beside>${marks.map((mark) => drawMark(page, mark))}</span>`
}

/** Paths of the rows whose score has a calculation below. */
function calculated(page: Page): ReadonlySet<string> {
  return new Set(page.report.scored.rows.filter((row) => row.weight !== null).map((row) => `${row.path}.score`))
}

function drawText(page: Page, cell: GridCell, linked: ReadonlySet<string>): Markup {
  const { path, text } = cell
  if (path === undefined || text === '' || !linked.has(path)) return html`${text}`
  const row = path.slice(0, -'.score'.length)
  return html`<a class="calc" href="#${elementId('calc', row)}" aria-label="${page.words('seeCalculation', { score: text })}">${text}</a>`
}

function drawCell(page: Page, cell: GridCell, linked: ReadonlySet<string>, inHead: boolean): Markup {
  const marks = (cell.path === undefined ? undefined : page.marks.get(cell.path)) ?? []
  const role = cell.style?.role ?? 'text'
  const worst = gravest(marks)
  const side = role === 'label' && cell.rowSpan > 1 && cell.column === 0
  const classes = [
    role,
    cell.style?.align ?? 'left',
    cell.style?.bold === true ? 'bold' : '',
    cell.style?.bare === true ? 'bare' : '',
    worst ?? '',
    side ? 'side' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')
  const id = cell.path !== undefined && page.named.has(cell.path) && html` id="${elementId('at', cell.path)}"`
  const span = html`${id}${cell.columnSpan > 1 && html` colspan="${cell.columnSpan}"`}${cell.rowSpan > 1 && html` rowspan="${cell.rowSpan}"`}`
  const inner = html`${drawText(page, cell, linked)}${drawMarks(page, marks)}`
  if (role === 'header') {
    return html`<th scope="${inHead && cell.columnSpan > 1 && cell.rowSpan === 1 ? 'colgroup' : 'col'}" class="${classes}"${span}>${inner}</th>`
  }
  if (role === 'label')
    return html`<th scope="${cell.rowSpan > 1 ? 'rowgroup' : 'row'}" class="${classes}"${span}>${inner}</th>`
  return html`<td class="${classes}"${span}>${inner}</td>`
}

/** A label merged over header and body is cut at the border: tables do not let a cell cross it. The body keeps the text. */
function cutAtHead(part: Part): Part {
  const height = part.head.length
  const crossing = part.head.flatMap((row, index) => row.filter((cell) => index + cell.rowSpan > height))
  if (crossing.length === 0 || part.body.length === 0) return part
  const firstRow = part.head[0]![0]!.row
  const head = part.head.map((row) =>
    row.map((cell) =>
      crossing.includes(cell)
        ? ({ ...cell, text: '', rowSpan: firstRow + height - cell.row, style: { role: 'text' } } satisfies GridCell)
        : cell,
    ),
  )
  const moved = crossing.map((cell) => ({
    ...cell,
    row: firstRow + height,
    rowSpan: cell.row + cell.rowSpan - firstRow - height,
  }))
  const [first = [], ...rest] = part.body
  return { head, body: [[...moved, ...first].sort((a, b) => a.column - b.column), ...rest] }
}

function drawRow(page: Page, row: readonly GridCell[], linked: ReadonlySet<string>, inHead: boolean): Markup {
  return html`<tr>${row.map((cell) => drawCell(page, cell, linked, inHead))}</tr>
`
}

function drawPart(page: Page, part: Part, title: string, columns: Markup, linked: ReadonlySet<string>): Markup {
  const { head, body } = cutAtHead(part)
  const side = body[0]?.find((cell) => cell.style?.role === 'label' && cell.column === 0)?.text ?? ''
  const caption = side === '' ? title : page.words('tablePart', { title, part: side })
  return html`<table class="form"><caption class="unseen" data-beside>${caption}</caption>${columns}
${
  head.length > 0 &&
  html`<thead>
${head.map((row) => drawRow(page, row, linked, true))}</thead>
`
}<tbody>
${body.map((row) => drawRow(page, row, linked, false))}</tbody></table>
`
}

function drawColumns(grid: Grid): Markup {
  const widths = grid.columnWidths ?? Array.from({ length: grid.columnCount }, () => 1)
  const total = widths.reduce((sum, width) => sum + width, 0)
  // In hundredths of a percent, as whole numbers, so that the page is the same on every machine.
  return html`<colgroup>${widths.map((width) => {
    const share = Math.round((width * 10000) / total)
    return html`<col style="width:${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}%">`
  })}</colgroup>`
}

/** The form, its findings marked beside their cells by number, sign and border. */
export function drawForm(page: Page): Markup {
  const rows = rowsOf(page.grid)
  const titleAt = rows.findIndex((row) => row.some((cell) => cell.style?.role === 'title'))
  const title = rows[titleAt]?.[0]
  const linked = calculated(page)
  const columns = drawColumns(page.grid)
  const name = title?.text ?? page.grid.name ?? ''
  const rest = titleAt < 0 ? rows : [...rows.slice(0, titleAt), ...rows.slice(titleAt + 1)]
  return html`<section id="form" aria-labelledby="form-title">
<h2 id="form-title" data-beside>${page.words('form')}</h2>
<p class="hint screen" data-beside>${page.words('formHint')}</p>
<p class="legend" data-beside aria-label="${page.words('legend')}">${severities.map((severity) => html`<span><span class="mark ${severity}" aria-hidden="true">${severitySigns[severity]}1</span> ${severityWord(page, severity)}</span> `)}</p>
<div class="sheet" role="region" tabindex="0" aria-label="${page.words('formRegion')}">
<div class="paper">
<p class="form-name" id="at-title">${name}${drawMarks(page, (title?.path === undefined ? undefined : page.marks.get(title.path)) ?? [])}</p>
${partsOf(rest).map((part) => drawPart(page, part, name, columns, linked))}</div>
</div>
</section>
`
}
