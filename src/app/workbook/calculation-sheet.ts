/** The sheet 核算与检查: a list of checks, and below it the way of every score, all live. */

import type { CellStyle, Exact, Grid, GridCell } from '../../core/model/index.ts'
import { type BookSheet, CellExtras } from '../../writers/xlsx/index.ts'
import { type CalculatedRow, verdictOf } from './calculation.ts'
import { checkCount, checkLines, faults } from './check-list.ts'
import type { FormGrid } from './form-grid.ts'
import { calculationName } from './own-sheets.ts'
import { type CalculationColumn, calculationColumns, letterOf, takenFormulas, workedFormulas } from './row-formulas.ts'
import type { SheetRules } from './sheet-rules.ts'

const headers: Readonly<Record<CalculationColumn, readonly [header: string, width: number]>> = {
  number: ['序号', 5],
  name: ['三级指标', 26],
  weight: ['分值', 7],
  target: ['指标值', 15],
  actual: ['实际完成值', 15],
  sign: ['符号', 5],
  targetFigure: ['目标数', 9],
  targetUnit: ['单位', 7],
  actualFigure: ['实际数', 9],
  actualUnit: ['单位', 7],
  rate: ['完成率', 9],
  method: ['算法', 9],
  least: ['规则得分下限', 9],
  most: ['规则得分上限', 9],
  printed: ['表列得分', 9],
  verdict: ['核对', 13],
  explained: ['已写原因', 7],
  targetDigits: ['', 0.0001],
  actualDigits: ['', 0.0001],
  unitsFit: ['', 0.0001],
  nameSays: ['', 0.0001],
  isNamed: ['', 0.0001],
  isSatisfaction: ['', 0.0001],
  isCost: ['', 0.0001],
  word: ['', 0.0001],
  madeName: ['', 0.0001],
  madeSays: ['', 0.0001],
}
const firstHidden = calculationColumns.indexOf('explained')

/** Rows above the table: title, header of the list, the list, a blank row, the header. */
export function firstCalculatedRow(grid: FormGrid): number {
  return 1 + 1 + checkCount(grid) + 1 + 1 + 1
}

type Place = readonly [row: number, column: number, columnSpan: number]

/** One look for each role: cells by the thousand share them. */
const looks: Readonly<Record<'title' | 'header' | 'label' | 'text' | 'number', CellStyle>> = {
  title: { role: 'title', align: 'center', bold: true },
  header: { role: 'header', align: 'center', bold: true },
  label: { role: 'label', align: 'left' },
  text: { role: 'text', align: 'left' },
  number: { role: 'number', align: 'center' },
}

class Sheet {
  readonly cells: GridCell[] = []
  readonly extras = new CellExtras()

  put(
    [row, column, columnSpan]: Place,
    text: string,
    role: 'title' | 'header' | 'label' | 'text' | 'number',
    formula?: string,
  ): void {
    this.cells.push({ row, column, rowSpan: 1, columnSpan, text, style: looks[role] })
    if (formula !== undefined) this.extras.set(row, column, { formula, format: 'General' })
    if (role === 'header') this.extras.set(row, column, { fill: 'head' })
  }
}

function figureText(figure: Exact | null): string {
  return figure === null ? '' : figure.toString()
}

/** Results of a row as texts, by column. */
function textsOf(
  grid: FormGrid,
  index: number,
  row: CalculatedRow,
  score: Exact | null,
  rules: SheetRules,
): Readonly<Record<CalculationColumn, string>> {
  const { result } = row
  const indicator = grid.form.indicators[index]!
  const explained = row.cells.note === null || indicator.note.raw.trim() !== ''
  const { weight } = indicator
  return {
    number: String(index + 1),
    name: indicator.name.raw,
    weight: figureText(weight.value),
    target: result.target,
    actual: result.actual,
    sign: result.sign,
    targetFigure: figureText(result.targetFigure),
    targetUnit: result.targetUnit,
    actualFigure: figureText(result.actualFigure),
    actualUnit: result.actualUnit,
    rate: figureText(result.rate),
    method: result.method,
    least: figureText(result.least),
    most: figureText(result.most),
    printed: figureText(score),
    verdict: verdictOf(row, { name: indicator.name.raw, weight: weight.value, score, explained }, rules),
    explained: explained ? 'TRUE' : 'FALSE',
    targetDigits: String(result.targetDigits),
    actualDigits: String(result.actualDigits),
    unitsFit: result.unitsFit ? 'TRUE' : 'FALSE',
    nameSays: row.nameSays,
    isNamed: row.isNamed ? 'TRUE' : 'FALSE',
    isSatisfaction: row.known.satisfaction === true ? 'TRUE' : 'FALSE',
    isCost: row.known.cost === true ? 'TRUE' : 'FALSE',
    word: String(result.word),
    madeName: row.known.name?.text ?? '',
    madeSays: row.known.name?.says ?? '',
  }
}

/** Texts; all others are figures. */
const textColumns: ReadonlySet<CalculationColumn> = new Set(['name', 'target', 'actual'])

export function calculationSheet(
  grid: FormGrid,
  rules: SheetRules,
  rows: readonly CalculatedRow[],
  scores: readonly (Exact | null)[],
): BookSheet {
  const sheet = new Sheet()
  const first = firstCalculatedRow(grid)
  const last = first + rows.length - 1
  const texts = rows.map((row, index) => textsOf(grid, index, row, scores[index] ?? null, rules))
  sheet.put([0, 0, calculationColumns.length], `${grid.grid.name ?? ''} 核算与检查`, 'title')
  const head = ['检查项目', '结果', '现值', '应为']
  const places = [
    [0, 5],
    [5, 3],
    [8, 4],
    [12, 4],
  ] as const
  head.forEach((text, at) => {
    const [column, span] = places[at]!
    sheet.put([1, column, span], text, 'header')
  })
  const verdictRange = `$${letterOf('verdict')}$${first}:$${letterOf('verdict')}$${last}`
  const lines = checkLines(
    grid,
    rules,
    texts.map(({ verdict }) => verdict),
    verdictRange,
  )
  lines.forEach((line, index) => {
    const row = 2 + index
    const cell = `$I$${row + 1}`
    const passed = line.wanted.holds(line.value)
    sheet.put([row, 0, 5], line.title, 'label')
    sheet.put([row, 5, 3], passed ? '通过' : '不通过', 'number', `IF(${line.wanted.when(cell)},"通过","不通过")`)
    sheet.put([row, 8, 4], figureText(line.value), 'number', line.formula)
    sheet.put([row, 12, 4], line.wanted.text, 'number')
  })
  for (const [at, column] of calculationColumns.entries()) sheet.put([first - 2, at, 1], headers[column][0], 'header')
  const worked: Readonly<Partial<Record<CalculationColumn, string>>> = workedFormulas(
    first,
    rules,
    rows[0]?.cells.note !== null,
  )
  rows.forEach((row, index) => {
    const number = first + index
    const taken: Readonly<Partial<Record<CalculationColumn, string>>> = takenFormulas(row.cells, row.known)
    calculationColumns.forEach((column, at) => {
      const role = textColumns.has(column) ? 'text' : 'number'
      const hidden = at >= firstHidden
      const text = texts[index]![column]
      const letter = letterOf(column)
      sheet.put([number - 1, at, 1], hidden ? '' : text, role)
      sheet.extras.set(number - 1, at, {
        ...(hidden ? { result: text } : {}),
        ...(role === 'text' ? { givesText: true as const } : {}),
        ...(column === 'number' ? {} : { format: column === 'rate' ? '0.00%' : 'General' }),
        ...(column === 'madeName' || column === 'madeSays' ? { asText: true as const } : {}),
        ...(taken[column] === undefined ? {} : { formula: taken[column] }),
        ...(worked[column] === undefined
          ? {}
          : {
              formula: worked[column],
              shared: { id: at, ...(index === 0 ? { cells: `${letter}${first}:${letter}${last}` } : {}) },
            }),
      })
    })
  })
  const result: Grid = {
    name: calculationName,
    cells: sheet.cells,
    rowCount: last,
    columnCount: calculationColumns.length,
    bordered: true,
    columnWidths: calculationColumns.map((column) => headers[column][1]),
  }
  const verdict = letterOf('verdict')
  const body = `$A$${first}:$${letterOf('verdict')}$${last}`
  return {
    grid: result,
    guarded: true,
    extras: sheet.extras,
    hiddenColumns: calculationColumns.flatMap((_, at) => (at >= firstHidden ? [at] : [])),
    marks: [
      { cells: `$F$3:$F$${first - 2}`, when: '$F3="不通过"', colour: 'red' },
      {
        cells: body,
        when: `OR(${faults
          .slice(3, 6)
          .map((fault) => `$${verdict}${first}="${fault}"`)
          .join(',')})`,
        colour: 'red',
      },
      {
        cells: body,
        when: `OR(${[...faults.slice(0, 3), ...faults.slice(6)].map((fault) => `$${verdict}${first}="${fault}"`).join(',')})`,
        colour: 'amber',
      },
    ],
  }
}
