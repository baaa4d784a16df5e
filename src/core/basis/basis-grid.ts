/** The basis of every point as a table to print: 得分依据表. */

import { type Bilingual, type CellStyle, Exact, type Grid, type GridCell, type Lang } from '../model/index.ts'
import { byAnalogyWords, evidenceWords, gradeWords, sayPlace } from '../texts/index.ts'
import { sayBand } from './basis.ts'
import type { Basis, BasisInput, BasisRow } from './shapes.ts'

const words = {
  title: { zh: '得分依据表', en: 'The basis of every point' },
  unit: { zh: '部门（项目）', en: 'Department (project)' },
  year: { zh: '年度', en: 'Year' },
  rules: { zh: '计分规则', en: 'Rules' },
  source: { zh: '来源文件', en: 'Source file' },
  rounding: { zh: '舍入', en: 'Rounding' },
  number: { zh: '序号', en: 'No.' },
  indicator: { zh: '指标', en: 'Indicator' },
  weight: { zh: '分值', en: 'Weight' },
  inputs: { zh: '取数（原表位置）', en: 'Inputs (place in the file)' },
  formula: { zh: '计算过程与舍入', en: 'Computation and rounding' },
  clauses: { zh: '依据', en: 'Basis' },
  printed: { zh: '表列得分', en: 'Printed' },
  recomputed: { zh: '重算得分', en: 'Recomputed' },
  difference: { zh: '差异说明', en: 'Difference' },
  execution: { zh: '预算执行（合计）', en: 'Execution (whole)' },
  total: { zh: '总分', en: 'Total' },
  added: { zh: '得分合计', en: 'Scores added' },
  grade: { zh: '评级', en: 'Grade' },
  lost: { zh: '缺失的得分（只定范围，不代填）', en: 'Lost scores (bounded, never filled in)' },
  choices: { zh: '须先明确口径的用语', en: 'Words to be settled first' },
  laws: { zh: '依据条款', en: 'Clauses' },
  range: { zh: '可能的得分', en: 'Possible score' },
  none: { zh: '与总分不合，无可能的值', en: 'no value fits the total' },
  document: { zh: '文件', en: 'Document' },
  summary: { zh: '内容（摘要）', en: 'What it says (summary)' },
  evidence: { zh: '已读到的程度', en: 'How far it was read' },
} as const satisfies Record<string, Bilingual>

const tiers: Readonly<Record<string, Bilingual>> = {
  top: { zh: '上档', en: 'the top tier' },
  middle: { zh: '中档', en: 'the middle tier' },
  bottom: { zh: '下档', en: 'the bottom tier' },
}

const modes: Readonly<Record<string, Bilingual>> = {
  halfUp: { zh: '四舍五入', en: 'half up' },
  halfEven: { zh: '四舍六入五成双', en: 'half to even' },
  down: { zh: '舍去尾数', en: 'cut off' },
  up: { zh: '进位', en: 'up' },
}

const widths = [4, 17, 6, 17, 26, 9, 7, 9, 17] as const
const columnCount = widths.length

const header: CellStyle = { role: 'header', align: 'center', bold: true }
const label: CellStyle = { role: 'label', align: 'center', bold: true }
const plain: CellStyle = { role: 'text', align: 'left' }
const centred: CellStyle = { role: 'number', align: 'center' }
const strong: CellStyle = { role: 'total', align: 'center', bold: true }

class Table {
  readonly cells: GridCell[] = []
  rows = 0

  /** A row of cells, each with the columns it spans. */
  add(...cells: readonly (readonly [text: string, columns: number, style: CellStyle])[]): void {
    let column = 0
    for (const [text, columnSpan, style] of cells) {
      this.cells.push({ row: this.rows, column, rowSpan: 1, columnSpan, text, style })
      column += columnSpan
    }
    this.rows++
  }
}

/** A share that no decimal says exactly: 283070/136349 → 2.0760…, as it is printed on paper. */
function inDecimals(text: string): string {
  return text.replace(/(?<![\d./])-?\d+\/\d+(?![\d./])/g, (fraction) => {
    const [numerator = '', denominator = ''] = fraction.split('/')
    if (/^0*$/.test(denominator) || !FRACTION_LENGTH.test(fraction)) return fraction
    return `${Exact.of(numerator).dividedBy(Exact.of(denominator)).toFixed(shownPlaces, 'down')}…`
  })
}

const shownPlaces = 4
/** Shorter ones are as likely a date or a count of documents. */
const FRACTION_LENGTH = /^-?\d{3,}\/\d{3,}$/

function inputsText(inputs: readonly BasisInput[], lang: Lang): string {
  return inputs
    .map(({ symbol, text, source }) => {
      const place =
        source === null ? '' : lang === 'zh' ? `（${sayPlace(source, lang)}）` : ` (${sayPlace(source, lang)})`
      const shown = text === '' ? (lang === 'zh' ? '空' : 'empty') : inDecimals(text)
      return `${symbol[lang]} ${shown}${place}`
    })
    .join('\n')
}

function nameOf(row: BasisRow, lang: Lang): string {
  if (row.kind === 'execution') return words.execution[lang]
  if (row.kind === 'total') return words.total[lang]
  return row.name
}

function formulaText(row: BasisRow, decimals: number, lang: Lang): string {
  const readings = row.readings.map(({ word, tier, band }) => {
    const said = sayBand(band, decimals)
    const read = tiers[tier] ?? { zh: tier, en: tier }
    return lang === 'zh' ? `“${word}”按${read.zh}：${said.zh}` : `“${word}” as ${read.en}: ${said.en}`
  })
  return [...row.formula.map((say) => inDecimals(say[lang])), ...readings].join('\n')
}

function rowCells(basis: Basis, row: BasisRow, number: string, lang: Lang) {
  const { decimals } = basis.rounding
  const recomputed = row.recomputed === null ? '—' : sayBand(row.recomputed, decimals)[lang]
  const whole = row.kind === 'total' || row.kind === 'execution'
  const clauses = row.clauses.map((one) => `〔${one}〕`).join('')
  const tags = [...new Set(row.clauses.map((one) => evidenceWords[basis.clauses[one - 1]!.evidence][lang]))]
  return [
    [number, 1, centred],
    [nameOf(row, lang), 1, whole ? strong : plain],
    [row.weight, 1, centred],
    [inputsText(row.inputs, lang), 1, plain],
    [formulaText(row, decimals, lang), 1, plain],
    [[clauses, ...tags].join('\n'), 1, plain],
    [row.printed === '' ? '—' : row.printed, 1, whole ? strong : centred],
    [recomputed, 1, whole ? strong : centred],
    [row.difference[lang], 1, row.agreement === 'outside' ? { ...plain, bold: true } : plain],
  ] as const
}

function addHead(table: Table, basis: Basis, lang: Lang): void {
  const { rounding, stamp, edition } = basis
  const title = basis.title === '' ? words.title[lang] : `${basis.title} ${words.title[lang]}`
  table.add([title, columnCount, { role: 'title', align: 'center', bold: true }])
  const mode = modes[rounding.mode]![lang]
  const decimals = lang === 'zh' ? `保留${rounding.decimals}位小数，${mode}` : `${rounding.decimals} decimals, ${mode}`
  table.add(
    [words.unit[lang], 2, label],
    [basis.department, 3, plain],
    [words.year[lang], 1, label],
    [basis.year, 3, plain],
  )
  table.add(
    [words.rules[lang], 2, label],
    [`${edition[lang]} [${stamp.edition}]`, 3, plain],
    [words.rounding[lang], 1, label],
    [`${decimals}${rounding.clauses.map((one) => `〔${one}〕`).join('')}`, 3, plain],
  )
  table.add([words.source[lang], 2, label], [`${stamp.sourceName} SHA-256 ${stamp.sourceHash}`, 7, plain])
}

/** Rows under a line with their level-1 and level-2 label. */
function addRows(table: Table, basis: Basis, lang: Lang): void {
  const titles = [
    'number',
    'indicator',
    'weight',
    'inputs',
    'formula',
    'clauses',
    'printed',
    'recomputed',
    'difference',
  ] as const
  table.add(...titles.map((key) => [words[key][lang], 1, header] as const))
  let number = 0
  let group = ''
  for (const row of basis.rows) {
    const own = [row.level1, row.level2].filter((part) => part !== '').join(' / ')
    if (row.kind === 'indicator' && own !== group && own !== '') {
      table.add([own, columnCount, { role: 'label', align: 'left', bold: true }])
      group = own
    }
    const isCounted = row.kind === 'indicator' || row.kind === 'task'
    table.add(...rowCells(basis, row, isCounted ? String(++number) : '', lang))
  }
  const { total, grades, rounding } = basis
  const range = grades.range.map((grade) => gradeWords[grade][lang]).join(lang === 'zh' ? '或' : ' or ')
  const printed = grades.printed === null ? '—' : gradeWords[grades.printed][lang]
  table.add(
    [words.added[lang], 2, label],
    [total.added.toFixed(rounding.decimals), 2, strong],
    [words.grade[lang], 2, label],
    [printed, 1, strong],
    [range, 2, strong],
  )
}

function addLost(table: Table, basis: Basis, lang: Lang): void {
  if (basis.lost.length === 0) return
  table.add([words.lost[lang], columnCount, { role: 'label', align: 'left', bold: true }])
  for (const { name, weight, band } of basis.lost) {
    const said = band === null ? words.none[lang] : sayBand(band, basis.rounding.decimals)[lang]
    table.add(
      [name, 3, plain],
      [`${words.weight[lang]} ${weight}`, 1, plain],
      [`${words.range[lang]} ${said}`, 5, plain],
    )
  }
}

function addChoices(table: Table, basis: Basis, lang: Lang): void {
  if (basis.choices.length === 0) return
  table.add([words.choices[lang], columnCount, { role: 'label', align: 'left', bold: true }])
  for (const { word, rows, options } of basis.choices) {
    const said = options.map(({ tier, total, grades }) => {
      const read = tiers[tier] ?? { zh: tier, en: tier }
      const grade = grades.map((one) => gradeWords[one][lang]).join(lang === 'zh' ? '或' : ' or ')
      const band = sayBand(total, basis.rounding.decimals)[lang]
      return lang === 'zh'
        ? `按${read.zh}理解，总分 ${band}，评级${grade}`
        : `read as ${read.en}: total ${band}, grade ${grade}`
    })
    const count = lang === 'zh' ? `“${word}”（${rows.length}行）` : `“${word}” (${rows.length} rows)`
    table.add([count, 3, plain], [said.join('\n'), 6, plain])
  }
}

function addClauses(table: Table, basis: Basis, lang: Lang): void {
  if (basis.clauses.length === 0) return
  table.add(
    [words.laws[lang], 2, { role: 'label', align: 'left', bold: true }],
    [words.document[lang], 2, label],
    [words.summary[lang], 3, label],
    [words.evidence[lang], 2, label],
  )
  for (const { number, document, title, summary, evidence, byAnalogy } of basis.clauses) {
    const marks = [evidenceWords[evidence], ...(byAnalogy ? [byAnalogyWords] : [])]
    table.add(
      [`〔${number}〕`, 2, centred],
      [document === '' ? title[lang] : document, 2, plain],
      [summary[lang], 3, plain],
      [marks.map((mark) => mark[lang]).join(lang === 'zh' ? '；' : '; '), 2, plain],
    )
  }
}

export function basisGrid(basis: Basis, lang: Lang): Grid {
  const table = new Table()
  addHead(table, basis, lang)
  addRows(table, basis, lang)
  addLost(table, basis, lang)
  addChoices(table, basis, lang)
  addClauses(table, basis, lang)
  return {
    name: words.title[lang],
    cells: table.cells,
    rowCount: table.rows,
    columnCount,
    bordered: true,
    columnWidths: widths,
  }
}
