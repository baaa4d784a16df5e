/** Forms whose money, rows or whole stand in a table, or in lines parted by tabs, inside one cell; the facts are made up. */

import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recognise, toPlain } from '../core/recognise/index.ts'
import { readSource } from './read-source.ts'
import { fillTemplate } from './template/fill-template.ts'

type Row = readonly string[]

const title = '2023年度项目支出绩效自评表'
const facts: readonly Row[] = [
  ['项目名称', '培训项目'],
  ['主管部门', '某市教育局', '实施单位', '某市进修学校'],
]
const money: readonly Row[] = [
  ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '100', '100', '95', '10', '95%', '9.5'],
  ['其中：当年财政拨款', '100', '100', '95', '-', '-', '-'],
]
const goals: readonly Row[] = [
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['', '培训60人次', '已培训62人次'],
]
const rows: readonly Row[] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '培训人次', '≥60人次', '62人次', '50', '50'],
  ['效益指标', '社会效益指标', '受益人数', '≥1000人', '1200人', '30', '30'],
  ['满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '92%', '10', '10'],
]
const total: readonly Row[] = [['总分', '99.5']]

/** How a kind of document writes tables; `wide` reaches over the other columns. */
interface Kind {
  readonly paragraph: (text: string) => string
  readonly cell: (content: string, wide?: boolean) => string
  readonly row: (cells: readonly string[]) => string
  readonly table: (rows: readonly string[]) => string
  readonly file: (body: string) => Uint8Array
}

const html: Kind = {
  paragraph: (text) => `<p>${text}</p>`,
  cell: (content, wide = false) => `<td${wide ? ' colspan="7"' : ''}>${content}</td>`,
  row: (cells) => `<tr>${cells.join('')}</tr>`,
  table: (all) => `<table>${all.join('')}</table>`,
  file: (body) => new TextEncoder().encode(`<!DOCTYPE html><html><body>${body}</body></html>`),
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const docx: Kind = {
  paragraph: (text) => {
    const runs = text.split('\t').map((part) => `<w:t>${part}</w:t>`)
    return `<w:p><w:r>${runs.join('<w:tab/>')}</w:r></w:p>`
  },
  cell: (content, wide = false) =>
    `<w:tc>${wide ? '<w:tcPr><w:gridSpan w:val="7"/></w:tcPr>' : ''}${content}${content.endsWith('</w:p>') ? '' : '<w:p/>'}</w:tc>`,
  row: (cells) => `<w:tr>${cells.join('')}</w:tr>`,
  table: (all) => `<w:tbl>${all.join('')}</w:tbl>`,
  file: (body) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
    }),
}

function parts(kind: Kind) {
  const plain = (all: readonly Row[]) =>
    all.map((row) => kind.row(row.map((text, at) => kind.cell(kind.paragraph(text), at === row.length - 1 && at < 5))))
  const even = (all: readonly Row[]) => all.map((row) => kind.row(row.map((text) => kind.cell(kind.paragraph(text)))))
  const beside = (label: string, content: string) =>
    kind.row([kind.cell(kind.paragraph(label)), kind.cell(content, true)])
  const lines = (all: readonly Row[]) => all.map((row) => kind.paragraph(row.join('\t'))).join('')
  return { plain, even, beside, lines, over: (content: string) => kind.row([kind.cell(content, true)]) }
}

const layouts: Readonly<Record<string, (kind: Kind) => string>> = {
  'the whole in one cell': (kind) => {
    const { plain, beside, over, even } = parts(kind)
    const inner = [...plain(facts), beside('项目资金（万元）', kind.table(even(money))), ...plain(goals)]
    return kind.table([over(kind.paragraph(title) + kind.table(inner) + kind.table([...even(rows), ...plain(total)]))])
  },
  'the money in a cell': (kind) => {
    const { plain, beside, even } = parts(kind)
    const cells = [...plain(facts), beside('项目资金（万元）', kind.table(even(money))), ...plain(goals)]
    return kind.paragraph(title) + kind.table([...cells, ...even(rows), ...plain(total)])
  },
  'money and rows in cells beside their labels': (kind) => {
    const { plain, beside, even } = parts(kind)
    const cells = [...plain(facts), beside('项目资金（万元）', kind.table(even(money))), ...plain(goals)]
    return kind.paragraph(title) + kind.table([...cells, beside('绩效指标', kind.table(even(rows))), ...plain(total)])
  },
  'money and rows in cells below their labels': (kind) => {
    const { plain, over, even } = parts(kind)
    const cells = [...plain(facts), over(kind.paragraph('项目资金（万元）') + kind.table(even(money))), ...plain(goals)]
    const within = over(kind.paragraph('绩效指标') + kind.table(even(rows)))
    return kind.paragraph(title) + kind.table([...cells, within, ...plain(total)])
  },
}

const tabbed: Readonly<Record<string, (kind: Kind) => string>> = {
  'money and rows parted by tabs': (kind) => {
    const { plain, beside, lines } = parts(kind)
    const cells = [...plain(facts), beside('项目资金（万元）', lines(money)), ...plain(goals)]
    return kind.paragraph(title) + kind.table([...cells, beside('绩效指标', lines(rows)), ...plain(total)])
  },
}

async function read(bytes: Uint8Array) {
  const { grids } = await readSource(bytes, '表')
  const { forms } = recognise(grids)
  return forms.map(({ form }) => toPlain(form))
}

const found = {
  project: '培训项目',
  supervisor: '某市教育局',
  fiscalYear: '2023',
  total: '99.5',
  tasks: [
    { row: 'total', budgeted: '100', executed: '95', weight: '10', rate: '95%', score: '9.5' },
    { row: 'source', budgeted: '100', executed: '95' },
  ],
  goals: [{ stated: '培训60人次', achieved: '已培训62人次' }],
  indicators: [
    { level1: '产出指标', name: '培训人次', target: '≥60人次', actual: '62人次', weight: '50', score: '50' },
    { level1: '效益指标', name: '受益人数', target: '≥1000人', actual: '1200人', weight: '30', score: '30' },
    { level1: '满意度指标', name: '学员满意度', target: '≥90%', actual: '92%', weight: '10', score: '10' },
  ],
}

describe('a form inside cells', () => {
  const cases = [
    ...Object.entries(layouts).flatMap(([name, layout]) => [
      [`${name} of a page`, html.file(layout(html))] as const,
      [`${name} of a document`, docx.file(layout(docx))] as const,
    ]),
    ...Object.entries(tabbed).map(([name, layout]) => [`${name} of a document`, docx.file(layout(docx))] as const),
  ]
  it.each(cases)('%s is read as one that is laid out flat', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject([found])
  })

  it('is not filled in place: rows of the grid are not those of a table', async () => {
    const [recognition] = recognise(
      (await readSource(html.file(layouts['the money in a cell']!(html)), '表')).grids,
    ).forms
    const blank = docx.file(layouts['the money in a cell']!(docx))
    const { content, findings, rules } = await fillTemplate(recognition!.form, blank, '表.docx')
    expect(content).toBeNull()
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual(['edit/not-possible innerTables'])
    expect(rules['edit/not-possible']!.messages.innerTables).toBeDefined()
  })
})
