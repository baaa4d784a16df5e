/**
 * A department's report on its final accounts as a file: cover, contents, running text, accounts, targets, schemes of
 * indicators, and among them self-evaluation forms, each beginning on a page of its own. One seed, one report.
 */

import * as docx from 'docx'
import { layOutForm } from '../../../src/core/layout/index.ts'
import { editionById, layoutById } from '../../../src/core/rulebook/index.ts'
import { generateForm } from '../generate-form.ts'
import { type OtherTableRows, otherTables, proseLines, targetTable } from '../long-document-tables.ts'
import { Random } from '../random.ts'
import { shownIn } from '../shown.ts'
import { docxBlocks, docxSection } from './docx.ts'
import type { OfficeForm } from './forms.ts'
import { htmlBlocks, htmlStyle } from './html.ts'
import { lookOf } from './look.ts'

const FONT = 'AR PL SungtiL GB'

type Part =
  | { readonly kind: 'heading' | 'line'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'table'; readonly table: OtherTableRows }
  | { readonly kind: 'form'; readonly office: OfficeForm }

export interface Report {
  readonly parts: readonly Part[]
  /** In the order of the report. */
  readonly forms: readonly OfficeForm[]
  /** What the heading after each form says: it begins the page behind the form's last. */
  readonly after: readonly string[]
  readonly otherTables: number
}

const projectLayouts = [
  'national-project',
  'plain-project',
  'sichuan-project',
  'beijing-project',
  'split-target-project',
]
const edition = editionById('national-project-2020')!

/** A form under a name that no other form of the report has. */
function formOf(random: Random, seed: number, index: number): OfficeForm {
  const layout = layoutById(index === 0 ? 'shenzhen-department' : random.pick(projectLayouts))!
  const { form } = generateForm(seed * 1000 + index, { edition, layout, rows: random.int(8, 26) })
  const raw = `${form.project.raw}第${index}期`
  const named = form.project.raw === '' ? form : { ...form, project: { ...form.project, raw, value: raw } }
  const grid = layOutForm(named, layout)
  return { id: `report-form-${index}`, source: 'right', seed, layout, form: named, grid, truth: shownIn(layout, named) }
}

export interface ReportSize {
  readonly projects: number
  /** Passages of running text, most of a page each, before every form. */
  readonly prose: number
  /** Tables of accounts, targets and schemes; all that there are when absent. */
  readonly others?: number
  /** All forms in the look of this one (see `lookOf`): fewer fonts, a smaller file. */
  readonly look?: string
}

export function makeReport(seed: number, { projects, prose, others: mostOthers, look }: ReportSize): Report {
  const random = new Random(seed)
  const parts: Part[] = []
  const forms: OfficeForm[] = []
  const after: string[] = []
  const line = (text: string) => parts.push({ kind: 'line', text })
  const heading = (text: string) => parts.push({ kind: 'break' }, { kind: 'heading', text })
  let others = 0
  const other = (table: OtherTableRows) => {
    parts.push({ kind: 'heading', text: table.title }, { kind: 'line', text: '编制单位：某市水利局　　金额单位：万元' })
    parts.push({ kind: 'table', table })
    others++
  }
  parts.push({ kind: 'heading', text: '某市水利局2023年度部门决算' })
  heading('目录')
  for (const text of [
    '第一部分 部门概况………3',
    '附件1 部门整体支出绩效自评表………41',
    '附件2 项目支出绩效自评表',
    '附件3 项目支出绩效目标申报表',
  ])
    line(text)
  heading('第一部分 部门概况')
  const tables = otherTables(random).slice(0, mostOthers)
  for (let index = 0; index <= projects; index++) {
    for (let passage = 0; passage < prose; passage++) {
      if (passage > 0) parts.push({ kind: 'break' })
      for (const text of proseLines(random)) line(text)
    }
    const next = random.chance(60) ? tables.shift() : undefined
    if (next !== undefined) other(next)
    if (random.chance(20)) other({ title: '项目支出绩效目标申报表', rows: targetTable(random) })
    const made = formOf(random, seed, index)
    const office = look === undefined ? made : { ...made, id: look }
    parts.push({ kind: 'break' }, { kind: 'form', office })
    forms.push(office)
    after.push(`（之${index + 1}）后续工作安排`)
    heading(after.at(-1)!)
  }
  for (const table of tables) other(table)
  line('第四部分 名词解释')
  return { parts, forms, after, otherTables: others }
}

function paragraph(text: string, size: number, bold: boolean): docx.Paragraph {
  return new docx.Paragraph({
    alignment: bold ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
    children: [new docx.TextRun({ text, size: `${size}pt`, bold, font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT } })],
  })
}

function plainTable({ rows }: OtherTableRows): docx.Table {
  const columns = Math.max(...rows.map((row) => row.length))
  const width = Math.floor(10_000 / columns)
  return new docx.Table({
    columnWidths: Array.from({ length: columns }, () => width),
    rows: rows.map(
      (row) =>
        new docx.TableRow({
          children: [...row, ...Array.from({ length: columns - row.length }, () => '')].map(
            (text) =>
              new docx.TableCell({
                width: { size: width, type: docx.WidthType.DXA },
                children: [paragraph(text, 9, false)],
              }),
          ),
        }),
    ),
  })
}

/** Page numbers below, the report's name above: furniture on every page. */
function furniture(): Pick<docx.ISectionOptions, 'headers' | 'footers'> {
  const run = (children: (string | (typeof docx.PageNumber)[keyof typeof docx.PageNumber])[]) =>
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      children: [new docx.TextRun({ children, size: '9pt' })],
    })
  return {
    headers: { default: new docx.Header({ children: [run(['某市水利局2023年度部门决算'])] }) },
    footers: { default: new docx.Footer({ children: [run(['— ', docx.PageNumber.CURRENT, ' —'])] }) },
  }
}

/** A section for each run of upright pages and for each form that lies on its side. */
export async function reportDocx({ parts }: Report): Promise<Uint8Array> {
  const sections: docx.ISectionOptions[] = []
  let children: (docx.Paragraph | docx.Table)[] = []
  let isNew = true
  const close = (landscape: boolean) => {
    if (children.length > 0) sections.push({ ...docxSection(children, landscape), ...furniture() })
    children = []
    isNew = true
  }
  for (const part of parts) {
    if (part.kind === 'form') {
      const { landscape } = lookOf(part.office)
      if (landscape) close(false)
      children.push(...docxBlocks(part.office))
      isNew = false
      if (landscape) close(true)
    } else if (part.kind === 'break') {
      if (!isNew) children.push(new docx.Paragraph({ pageBreakBefore: true, children: [] }))
    } else {
      if (part.kind === 'table') children.push(plainTable(part.table), paragraph('', 9, false))
      else children.push(paragraph(part.text, part.kind === 'heading' ? 14 : 10.5, part.kind === 'heading'))
      isNew = false
    }
  }
  close(false)
  return new Uint8Array(await docx.Packer.toBuffer(new docx.Document({ sections })))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function htmlOf(part: Part): string {
  switch (part.kind) {
    case 'break':
      return '<div style="break-after:page"></div>'
    case 'heading':
      return `<h2>${escaped(part.text)}</h2>`
    case 'line':
      return `<p>${escaped(part.text)}</p>`
    case 'form':
      return htmlBlocks(part.office, { ...lookOf(part.office), landscape: false, width: 511 })
    case 'table': {
      const columns = Math.max(...part.table.rows.map((row) => row.length))
      const rows = part.table.rows.map((row) => {
        const cells = Array.from({ length: columns }, (_, column) => `<td>${escaped(row[column] ?? '')}</td>`)
        return `<tr>${cells.join('')}</tr>`
      })
      return `<table>${rows.join('\n')}</table>`
    }
  }
}

export function reportHtml({ parts, forms }: Report): string {
  const body = parts.map(htmlOf)
  const style = htmlStyle({ ...lookOf(forms[0]!), landscape: false, width: 511, font: FONT, size: 9 })
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>部门决算</title><style>${style}</style></head><body>${body.join('\n')}</body></html>`
}
