/** The official form with rows to spare, and where each of its fields stands on the sheet. */

import { withSignatures } from '../../containers/form-page/signatures.ts'
import { layOutForm } from '../../core/layout/index.ts'
import {
  emptyAmounts,
  emptyCell,
  emptyLabel,
  type Form,
  type FormPath,
  type Grid,
  type GridCell,
  type Indicator,
  type Task,
} from '../../core/model/index.ts'
import type { Layout } from '../../core/rulebook/index.ts'
import { cellName, quotedName, rowPlaces } from '../../writers/xlsx/index.ts'

/** Rows to spare at the end of each block. */
export const spare = { indicators: 6, tasks: 2, goals: 1 } as const

const blankReading = { raw: '', value: null }

export const blankIndicator: Indicator = {
  role: 'scored',
  level1: emptyLabel,
  level1Kind: 'other',
  level2: emptyLabel,
  name: emptyCell,
  attribute: emptyCell,
  unit: emptyCell,
  target: blankReading,
  actual: blankReading,
  weight: emptyCell,
  score: emptyCell,
  note: emptyCell,
  extra: {},
}

export const blankTask: Task = {
  role: 'task',
  name: emptyCell,
  content: emptyCell,
  completion: emptyCell,
  initialBudget: emptyCell,
  budgeted: emptyAmounts,
  executed: emptyAmounts,
  weight: emptyCell,
  rate: emptyCell,
  score: emptyCell,
  note: emptyCell,
}

function times<T>(count: number, item: T): readonly T[] {
  return Array.from({ length: count }, () => item)
}

/** Sources of funds are a fixed list; tasks are not. */
function withSpareRows(form: Form, layout: Layout): Form {
  const money = layout.blocks.find((block) => block.block === 'tasks')
  return {
    ...form,
    tasks: money?.rows === 'tasks' ? [...form.tasks, ...times(spare.tasks, blankTask)] : form.tasks,
    goals: [...form.goals, ...times(spare.goals, { stated: emptyCell, achieved: emptyCell })],
    indicators: [...form.indicators, ...times(spare.indicators, blankIndicator)],
  }
}

const LEVEL = /^indicators\[(\d+)\]\.level[12]$/

/** Labels of spare rows are each a cell of its own: what is written into one says nothing of the next. */
function apart(grid: Grid, firstSpare: number): Grid {
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const index = LEVEL.exec(cell.path ?? '')?.[1]
    if (index === undefined || Number(index) + cell.rowSpan <= firstSpare || cell.rowSpan === 1) return [cell]
    const kept = Math.max(1, firstSpare - Number(index))
    const rest = Array.from({ length: cell.rowSpan - kept }, (_, at) => ({
      ...cell,
      row: cell.row + kept + at,
      rowSpan: 1,
      path: cell.path!.replace(/\d+/, String(Number(index) + kept + at)),
    }))
    return [{ ...cell, rowSpan: kept }, ...rest]
  })
  return { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
}

export interface FormGrid {
  readonly grid: Grid
  /** The form with its spare rows: paths name its fields. */
  readonly form: Form
  readonly layout: Layout
  /** How many rows of each block are the form's own. */
  readonly own: { readonly indicators: number; readonly tasks: number; readonly goals: number }
  /** Name of the sheet. */
  readonly sheet: string
  /** The cell that shows a field; undefined where the layout has none. */
  cell(path: FormPath): GridCell | undefined
  /** Its name on its own sheet: F23. */
  at(path: FormPath): string | undefined
  /** Its name for formulas of other sheets: '自评表'!$F$23. */
  ref(path: FormPath): string | undefined
  /** Name of the cell at a row and column of the grid. */
  name(row: number, column: number): string
}

function absolute(name: string): string {
  return name.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
}

export function formGrid(given: Form, layout: Layout, sheet: string): FormGrid {
  const form = withSpareRows(given, layout)
  const grid = withSignatures(apart(layOutForm(form, layout), given.indicators.length))
  const byPath = new Map<FormPath, GridCell>()
  for (const cell of grid.cells) if (cell.path !== undefined && !byPath.has(cell.path)) byPath.set(cell.path, cell)
  const rows = rowPlaces(grid)
  const at = (path: FormPath): string | undefined => {
    const cell = byPath.get(path)
    return cell === undefined ? undefined : cellName(rows[cell.row]!, cell.column)
  }
  return {
    grid,
    form,
    layout,
    own: { indicators: given.indicators.length, tasks: given.tasks.length, goals: given.goals.length },
    sheet,
    cell: (path) => byPath.get(path),
    at,
    ref: (path) => {
      const name = at(path)
      return name === undefined ? undefined : `${quotedName(sheet)}!${absolute(name)}`
    },
    name: (row, column) => cellName(rows[row]!, column),
  }
}
