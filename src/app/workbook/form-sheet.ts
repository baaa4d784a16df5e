/** The sheet of the form: its formulas, what may be filled in, drop-downs, marks and notes. */

import { Exact, type FormPath, type GridCell } from '../../core/model/index.ts'
import { type BookSheet, CellExtras, cellValueOf } from '../../writers/xlsx/index.ts'
import type { CalculatedRow } from './calculation.ts'
import { executionScoreAt, type FieldFormula, moneyFormulas, totalFormulas } from './form-formulas.ts'
import type { FormGrid } from './form-grid.ts'
import { formMarks } from './form-marks.ts'
import { formValidations } from './form-validations.ts'
import { headerNotes } from './notes.ts'
import type { SheetRules } from './sheet-rules.ts'

/** Fields that hold figures; all others stay texts whatever is typed. */
const FIGURE =
  /\.(weight|score|rate|initialBudget|(?:budgeted|executed)\.\w+|survey\.(?!surveyMethod)\w+|extra\.(received|reviewScore|weightedScore|deduction))$|^(total|executionPoints)$/

/** Notes of single cells: so many that none is lost among them. */
const MOST_NOTES = 80

export interface FormSheet {
  readonly sheet: BookSheet
  /** Fields that hold formulas. */
  readonly formulas: readonly FormPath[]
  /** Texts of its notes. */
  readonly notes: readonly string[]
  /** Score of each row as the sheet shows it. */
  readonly scores: readonly (Exact | null)[]
}

/** What a printed text is to a formula: its figure, a percentage as the hundredth part. */
function figureOfText(text: string): Exact | null {
  const value = cellValueOf(text)
  return value.kind === 'number' ? Exact.parse(value.value) : null
}

/** A text for a result, as the writer turns it into a figure again. */
function shown(result: Exact | string, percent: number | undefined): string {
  if (typeof result === 'string') return result
  return percent === undefined ? result.toString() : `${result.times(Exact.hundred).toFixed(percent)}%`
}

/** How a formula's figure is shown: as the form prints it where that hides no decimal that another figure would have. */
function formatOf(printed: string, decimals: number, percent: number | undefined): string {
  if (percent !== undefined) return `0${percent > 0 ? `.${'0'.repeat(percent)}` : ''}%`
  const written = /\.(\d+)$/.exec(printed)?.[1]
  return written !== undefined && written.length === decimals ? `0.${'0'.repeat(decimals)}` : 'General'
}

type Decision = 'formula' | 'keep'

/** A formula stands where it gives what is printed; what is printed otherwise is kept, and the formula's figure told. */
function decide(cell: GridCell, { result }: FieldFormula): Decision {
  if (cell.text === '') return result === null ? 'formula' : 'keep'
  if (result === null) return 'keep'
  if (typeof result === 'string') return result === cell.text ? 'formula' : 'keep'
  return figureOfText(cell.text)?.equals(result) === true ? 'formula' : 'keep'
}

function isData(cell: GridCell): cell is GridCell & { readonly path: FormPath } {
  return cell.path !== undefined && cell.path !== 'title'
}

/** The score of each row: a formula where it gives what is printed, else by hand. */
function scoreFormulas(grid: FormGrid, rows: readonly CalculatedRow[]): readonly FieldFormula[] {
  return rows.flatMap((row, index): FieldFormula[] => {
    const path = `indicators[${index}].score`
    if (row.byHand || grid.at(path) === undefined) return []
    const { least, most } = row.result
    const result = least !== null && most !== null && least.equals(most) ? least : null
    return [{ path, formula: `IF(AND(ISNUMBER(${row.least}),${row.least}=${row.most}),${row.least},"")`, result }]
  })
}

export function formSheet(
  grid: FormGrid,
  rules: SheetRules | null,
  rows: readonly CalculatedRow[],
  blank: boolean,
): FormSheet {
  const { form } = grid
  const extras = new CellExtras()
  const texts = new Map<GridCell, string>()
  const placed: FormPath[] = []
  const locked = new Set<FormPath>()
  for (const cell of grid.grid.cells) {
    // Lines to sign may be written on.
    if (cell.style?.bare === true) extras.set(cell.row, cell.column, { open: true, asText: true })
    if (!isData(cell)) continue
    const figure = FIGURE.test(cell.path)
    extras.set(cell.row, cell.column, {
      open: true,
      ...(cell.style?.role === 'label' && !isSpareLabel(grid, cell.path) ? {} : { fill: 'input' as const }),
      ...(figure ? (cell.text === '' ? { format: 'General' } : {}) : { asText: true as const }),
    })
  }
  const notes: { readonly cell: GridCell; readonly text: string }[] = []
  const put = (formula: FieldFormula): Exact | null => {
    const cell = grid.cell(formula.path)!
    if (decide(cell, formula) === 'formula' || (blank && cell.text === '')) {
      // What the formula cannot say yet may have to be written over it.
      const handMayFollow = /^indicators/.test(formula.path) && formula.result === null
      if (cell.text === '' && formula.result !== null) texts.set(cell, shown(formula.result, formula.percent))
      extras.set(cell.row, cell.column, {
        formula: formula.formula,
        fill: 'computed',
        format: formatOf(cell.text, rules?.decimals ?? 2, formula.percent),
      })
      if (!handMayFollow) {
        lock(extras, cell)
        locked.add(formula.path)
      }
      placed.push(formula.path)
      return formula.result instanceof Exact ? formula.result : null
    }
    if (formula.result !== null) {
      const said = shown(formula.result, formula.percent)
      notes.push({
        cell,
        text:
          cell.text === ''
            ? `按现有数据计算为 ${said}。原表为空，未代填，请核实后填写。`
            : `按现有数据计算为 ${said}，与原表“${cell.text}”不同。保留原表数，请核对。`,
      })
    }
    return figureOfText(cell.text)
  }
  if (rules !== null) {
    const scoreOf = new Map(scoreFormulas(grid, rows).map((formula) => [formula.path, formula]))
    const scores = form.indicators.map((_, index) => {
      const path = `indicators[${index}].score`
      const formula = scoreOf.get(path)
      const cell = grid.cell(path)
      if (cell === undefined) return null
      if (formula !== undefined) return put(formula)
      const why = rows[index]?.why
      if (why !== undefined && why !== '') notes.push({ cell, text: `得分手填：${why}` })
      return figureOfText(cell.text)
    })
    const money = new Map(moneyFormulas(grid, rules).map((formula) => [formula.path, put(formula)]))
    const at = executionScoreAt(grid)
    const execution = at === null ? null : (money.get(at) ?? figureOfText(grid.cell(at)!.text))
    for (const formula of totalFormulas(grid, rules, scores, execution)) put(formula)
    return finish(scores)
  }
  return finish(form.indicators.map(({ score }) => score.value))

  function finish(scores: readonly (Exact | null)[]): FormSheet {
    const told = [...notes.slice(0, MOST_NOTES), ...headerNotes(grid)]
    for (const { cell, text } of told) extras.set(cell.row, cell.column, { note: text })
    const cells = grid.grid.cells.map((cell) => (texts.has(cell) ? { ...cell, text: texts.get(cell)! } : cell))
    return {
      sheet: {
        grid: texts.size === 0 ? grid.grid : { ...grid.grid, cells },
        name: grid.sheet,
        guarded: true,
        extras,
        validations: formValidations(grid, rows, rules, locked),
        marks: formMarks(grid, rules),
      },
      formulas: placed,
      notes: [...new Set(told.map(({ text }) => text))],
      scores,
    }
  }
}

function lock(extras: CellExtras, { row, column }: GridCell): void {
  const { open: _, asText: __, ...rest } = extras.get(row, column) ?? {}
  extras.replace(row, column, rest)
}

function isSpareLabel(grid: FormGrid, path: FormPath): boolean {
  const index = /^indicators\[(\d+)\]/.exec(path)?.[1]
  return index !== undefined && Number(index) >= grid.own.indicators
}
