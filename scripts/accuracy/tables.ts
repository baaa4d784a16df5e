/** What was measured, as tables: one line a format, one line a layout, and the differences by kind. */

import { type OfficeFormat, pdfFormats, plainFormats, scanFormats } from '../../tests/support/office/make-files.ts'
import { type Measured, type Summary, summarise } from '../../tests/support/office/measure.ts'

/** How the files of a format came to be. */
const makers: Readonly<Record<OfficeFormat | 'table', string>> = {
  table: '—（只认表，不经文件 · no file: recognition alone）',
  xlsx: 'ExcelJS',
  docx: 'docx',
  html: '网页模板 · a page template, with what sites put around',
  csv: '模板 · a template',
  'csv-gb18030': '模板 · a template → iconv',
  xls: 'ExcelJS → LibreOffice',
  ods: 'ExcelJS → LibreOffice',
  doc: 'docx → LibreOffice',
  'html-docx': 'docx → LibreOffice',
  'docx-odt': 'docx → LibreOffice → LibreOffice',
  'xlsx-xls': 'ExcelJS → LibreOffice → LibreOffice',
  'pdf-xlsx': 'ExcelJS → LibreOffice',
  'pdf-docx': 'docx → LibreOffice',
  'pdf-html': '网页模板 · template → Chromium',
  'pdf-plain-xlsx': 'ExcelJS，不画线 · without lines → LibreOffice',
  'pdf-plain-html': '网页模板，不画线 · template without lines → Chromium',
  scan: 'PDF → poppler, 200 dpi',
  'scan-turned': '…, 歪 1° · turned by 1°',
  'scan-blurred': '…, 模糊 · blurred (σ 1.1)',
  'scan-noisy': '…, 噪点 · noise (±40 of 255)',
  'scan-jpeg40': '…, JPEG 40',
  'scan-grey': '…, 发灰 · grey, low contrast',
  'scan-stamped': '…, 盖章 · a seal over the table',
  'scan-photo': '…, 斜拍、弯曲、光线不匀 · a photograph: at a slant, bent, uneven light, JPEG',
}

/** Of tables that draw no lines. */
const PLAIN = 99

/** Least share of fields that must come back, in percent. */
export function required(format: string): number {
  if (format === 'scan') return 99
  if ((scanFormats as readonly string[]).includes(format)) return 97
  if ((plainFormats as readonly string[]).includes(format)) return PLAIN
  if ((pdfFormats as readonly string[]).includes(format)) return 99.5
  return 100
}

/** Cut, not rounded: 100 % says that nothing is wrong. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.floor((part / whole) * 100_000) / 1000).toFixed(2)} %`
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}

function formatsOf(all: readonly Measured[]): string[] {
  return [...new Set(all.map(({ format }) => format))]
}

function per2000(count: number, { fields }: Summary): string {
  return fields === 0 ? '—' : ((count * 2000) / fields).toFixed(2)
}

export function byFormat(all: readonly Measured[]): string[] {
  const head = [
    '格式 · format',
    '制作 · made by',
    '表 · forms',
    '找到 · found',
    '字段 · fields',
    '字段正确 · fields right',
    '要求 · required',
    '数字正确 · digits right',
    '错而未标（每 2000 格）· wrong, not marked (per 2,000)',
    '待确认（中位／95 %）· to confirm (median / 95 %)',
    '无中生有 · invented',
  ]
  return table(
    head,
    formatsOf(all).map((format) => {
      const sums = summarise(all.filter((one) => one.format === format))
      return [
        format,
        makers[format as OfficeFormat],
        sums.files,
        sums.oneForm,
        sums.fields,
        percent(sums.right, sums.fields),
        `${required(format)} %`,
        percent(sums.digitsRight, sums.digits),
        `${sums.unmarked}（${per2000(sums.unmarked, sums)}）`,
        `${sums.confirmMedian}／${sums.confirmMost}`,
        sums.invented,
      ]
    }),
  )
}

/** Fields right by layout, formats side by side. */
export function byLayout(all: readonly Measured[]): string[] {
  const groups: readonly (readonly [string, (format: string) => boolean])[] = [
    ['表格文字文件 · sheets, documents, pages', (format) => required(format) === 100 && format !== 'table'],
    ['PDF', (format) => required(format) === 99.5],
    ['PDF 无表格线 · PDF without lines', (format) => (plainFormats as readonly string[]).includes(format)],
    ['扫描 · scans at 200 dpi', (format) => format === 'scan'],
    ['损坏的扫描 · spoiled scans', (format) => required(format) === 97],
  ]
  const present = groups.filter(([, belongs]) => all.some(({ format }) => belongs(format)))
  const layouts = [...new Set(all.map(({ office }) => office.layout.id))]
  return table(
    ['版式 · layout', ...present.map(([name]) => name)],
    layouts.map((id) => [
      id,
      ...present.map(([, belongs]) => {
        const sums = summarise(all.filter(({ format, office }) => belongs(format) && office.layout.id === id))
        return sums.fields === 0 ? '—' : `${percent(sums.right, sums.fields)}（${sums.fields}）`
      }),
    ]),
  )
}

/** Which field, and in what way it is wrong. */
function kindOf(path: string, truth: string, found: string): string {
  const field = path.replace(/\[[^\]]*\]/g, '')
  const way = found === '' ? 'lost' : truth === '' ? 'invented' : 'other'
  return `${field} ${way}`
}

/** The kinds of difference of a format, commonest first, each with an example. */
export function differencesOf(all: readonly Measured[], most: number): string[] {
  const rows: (string | number)[][] = []
  for (const format of formatsOf(all)) {
    const kinds = new Map<string, { count: number; marked: number; example: string }>()
    for (const { fields, office } of all.filter((one) => one.format === format)) {
      for (const { path, truth, found, right, marked } of fields) {
        if (right) continue
        const kind = kindOf(path, truth, found)
        const shown = (text: string) => `\`${text.slice(0, 40).replaceAll('|', '¦').replaceAll('`', "'")}\``
        const example = `${office.id} ${path}: ${shown(truth)} → ${shown(found)}`
        const known = kinds.get(kind) ?? { count: 0, marked: 0, example }
        kinds.set(kind, { ...known, count: known.count + 1, marked: known.marked + (marked ? 1 : 0) })
      }
    }
    const sorted = [...kinds].sort((a, b) => b[1].count - a[1].count)
    rows.push(...sorted.slice(0, most).map(([kind, one]) => [format, kind, one.count, one.marked, one.example]))
  }
  return rows.length === 0 ? [] : table(['format', 'field', 'wrong', 'marked', 'example'], rows)
}

/** The sample form, format by format: its indicators and what is wrong. */
export function ofForm(all: readonly Measured[], id: string): string[] {
  return table(
    ['格式 · format', '指标 · indicators', '字段 · fields', '错 · wrong'],
    all
      .filter(({ office }) => office.id === id)
      .map(({ format, fields }) => {
        const names = fields.filter(({ path }) => /^indicators\[\d+\]\.role$/.test(path))
        const read = names.filter(({ found }) => found !== '').length
        return [format, `${read}/${names.length}`, fields.length, fields.filter(({ right }) => !right).length]
      }),
  )
}
