/** The table as a grid, for the writers that draw grids (csv, xlsx). */

import type { CellStyle, Grid, GridCell, Lang } from '../../core/model/index.ts'
import { gradeWords } from '../../core/texts/index.ts'
import { sayFigure, sayForm, sayRemark, statusWords } from './say-row.ts'
import { distanceOf, type Table, type TableRow } from './table.ts'

interface Column {
  readonly zh: string
  readonly en: string
  /** Relative. */
  readonly width: number
  readonly role: 'text' | 'number'
  readonly text: (row: TableRow, lang: Lang) => string
}

function counted(count: number | undefined): string {
  return count === undefined ? '' : String(count)
}

const columns: readonly Column[] = [
  { zh: '文件', en: 'file', width: 30, role: 'text', text: (row) => row.file },
  { zh: '结果', en: 'result', width: 8, role: 'text', text: (row, lang) => statusWords[row.status][lang] },
  { zh: '表', en: 'form', width: 24, role: 'text', text: sayForm },
  { zh: '部门（单位）', en: 'department', width: 18, role: 'text', text: ({ form }) => form?.department ?? '' },
  { zh: '年度', en: 'year', width: 6, role: 'number', text: ({ form }) => counted(form?.year ?? undefined) },
  { zh: '规则', en: 'rules', width: 14, role: 'text', text: ({ form }) => form?.edition ?? '' },
  { zh: '表列总分', en: 'printed', width: 8, role: 'number', text: ({ form }) => sayFigure(form?.printed ?? null) },
  { zh: '得分合计', en: 'added', width: 8, role: 'number', text: ({ form }) => sayFigure(form?.added ?? null) },
  {
    zh: '重算下限',
    en: 'recomputed from',
    width: 8,
    role: 'number',
    text: ({ form }) => sayFigure(form?.recomputed.min ?? null),
  },
  {
    zh: '重算上限',
    en: 'recomputed to',
    width: 8,
    role: 'number',
    text: ({ form }) => sayFigure(form?.recomputed.max ?? null),
  },
  {
    zh: '超出重算范围',
    en: 'outside the range by',
    width: 8,
    role: 'number',
    text: ({ form }) => (form === null ? '' : sayFigure(distanceOf(form)?.toString() ?? null)),
  },
  {
    zh: '重算评级',
    en: 'grade',
    width: 8,
    role: 'text',
    text: ({ form }, lang) =>
      (form?.grades ?? []).map((grade) => gradeWords[grade][lang]).join(lang === 'zh' ? '或' : ' or '),
  },
  { zh: '错误', en: 'errors', width: 6, role: 'number', text: ({ form }) => counted(form?.errors) },
  { zh: '警告', en: 'warnings', width: 6, role: 'number', text: ({ form }) => counted(form?.warnings) },
  { zh: '未读出', en: 'not read', width: 6, role: 'number', text: ({ form }) => counted(form?.unread) },
  { zh: '说明', en: 'remark', width: 36, role: 'text', text: sayRemark },
]

export function tableGrid(table: Table, lang: Lang): Grid {
  const cell = (row: number, column: number, text: string, style: CellStyle): GridCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
    style,
  })
  const header = columns.map((column, index) => cell(0, index, column[lang], { role: 'header', align: 'center' }))
  const body = table.rows.flatMap((row, index) =>
    columns.map((column, at) =>
      cell(index + 1, at, column.text(row, lang), {
        role: column.role,
        align: column.role === 'number' ? 'right' : 'left',
      }),
    ),
  )
  return {
    name: lang === 'zh' ? '检查结果' : 'Results',
    cells: [...header, ...body],
    rowCount: table.rows.length + 1,
    columnCount: columns.length,
    columnWidths: columns.map(({ width }) => width),
    bordered: true,
  }
}
