/** How each block of a layout is drawn: the money table, the goals, the indicators, the total, labelled texts. */

import { gather } from '../model/gather.ts'
import type { CellStyle, Form, FormPath, Indicator } from '../model/index.ts'
import type { IndicatorField, LayoutBlock, LayoutColumn, TaskField } from '../rulebook/layout.ts'
import type { GoalSide } from '../rulebook/words/index.ts'
import { labelText, type Printed, printedFact, printedIndicator, printedTask, withMoneyUnit } from './printed-text.ts'
import type { Look, Sheet } from './sheet.ts'

/** One block, and the list of column widths it is drawn in. */
export interface Placed<K extends LayoutBlock['block']> {
  readonly block: Extract<LayoutBlock, { block: K }>
  readonly list: number
}

const header: CellStyle = { role: 'header', align: 'center', bold: true }
const label: CellStyle = { role: 'label', align: 'center', bold: true }
const text: CellStyle = { role: 'text', align: 'left' }
const centred: CellStyle = { role: 'text', align: 'center' }
const number: CellStyle = { role: 'number', align: 'right' }
const points: CellStyle = { role: 'number', align: 'center' }

/** Widths in thousandths of the page: a label merged at the side of its block; a label before its value. */
export const sideWidth = 40
export const factLabelWidth = 120

const numberFields: ReadonlySet<string> = new Set([
  'weight',
  'rate',
  'score',
  'weightedScore',
  'reviewScore',
  'deduction',
])
const centredFields: ReadonlySet<string> = new Set([
  'target',
  'actual',
  'attribute',
  'unit',
  'completionRate',
  'isCore',
  'midTermTarget',
  'forecast',
  'likelihoodCertain',
  'likelihoodPossible',
  'likelihoodNone',
])

/** Draws header rows: groups over their columns where the block has groups; a label alone spans both rows. Gives the row of the last. */
function drawHeader<F extends string>(
  sheet: Sheet,
  list: number,
  offset: number,
  columns: readonly LayoutColumn<F>[],
  form: Form,
  under: (column: LayoutColumn<F>) => Printed | null,
): { readonly first: number; readonly rows: number } {
  const rows = columns.some((column) => column.group !== undefined) ? 2 : 1
  const first = sheet.addRows(rows)
  columns.forEach((column, index) => {
    const at = offset + index
    const title = withMoneyUnit(column.header, form)
    if (column.group !== undefined) {
      if (columns[index - 1]?.group !== column.group) {
        const width = columns.slice(index).findIndex((other) => other.group !== column.group)
        const end = width < 0 ? columns.length : index + width
        sheet.put(first, list, at, offset + end, withMoneyUnit(column.group, form), header)
      }
      sheet.put(first + 1, list, at, at + 1, title, header)
      return
    }
    // Points have a place of their own only below a header that others split in two.
    const below = rows === 2 ? under(column) : null
    sheet.put(first, list, at, at + 1, title, { ...header, rowSpan: below === null ? rows : 1 })
    if (below !== null) sheet.put(first + 1, list, at, at + 1, below, header)
  })
  return { first, rows }
}

/** The side label, merged over `rows` rows. Gives how many columns it takes. */
function drawSide(sheet: Sheet, list: number, side: string | undefined, first: number, rows: number, form: Form): void {
  if (side !== undefined) sheet.put(first, list, 0, 1, withMoneyUnit(side, form), { ...label, rowSpan: rows })
}

/** Indices of the money rows in the order the layout prints them: one total stands first or last. */
function taskOrder(form: Form, total: 'first' | 'last'): readonly number[] {
  const all = form.tasks.map((_, index) => index)
  const totals = all.filter((index) => form.tasks[index]!.role === 'total')
  if (totals.length !== 1) return all
  const others = all.filter((index) => index !== totals[0])
  return total === 'first' ? [...totals, ...others] : [...others, ...totals]
}

function taskLook(field: TaskField): CellStyle {
  if (field === 'name' || field === 'content' || field === 'completion' || field === 'note') return text
  return field === 'weight' || field === 'rate' || field === 'score' ? points : number
}

export function drawTasks(sheet: Sheet, form: Form, { block, list }: Placed<'tasks'>): void {
  const { columns } = block
  const executionPoints: Printed = { text: form.executionPoints.raw, path: 'executionPoints' }
  const { first, rows } = drawHeader(sheet, list, 1, columns, form, (column) =>
    column.field === 'weight' && executionPoints.text !== '' ? executionPoints : null,
  )
  const order = taskOrder(form, block.total)
  for (const index of order) {
    const task = form.tasks[index]!
    const row = sheet.addRows(1)
    const isTotal = task.role === 'total'
    columns.forEach((column, at) => {
      const printed = printedTask(task, `tasks[${index}]`, column.field)
      const look: Look =
        column.field === 'name'
          ? { ...(isTotal ? { ...label, role: 'total' } : label), bold: isTotal }
          : isTotal
            ? { ...taskLook(column.field), role: 'total', bold: true }
            : taskLook(column.field)
      sheet.put(row, list, at + 1, at + 2, printed, look)
    })
  }
  drawSide(sheet, list, block.label, first, rows + order.length, form)
}

/** The columns of goals that a layout prints, left to right. */
export function goalSides(
  block: Placed<'goals'>['block'],
): readonly { readonly side: GoalSide; readonly heading: string }[] {
  const headings = [
    ['midTerm', block.midTerm],
    ['stated', block.stated],
    ['achieved', block.achieved],
  ] as const
  return gather(headings, ([side, heading]) => (heading === undefined ? [] : [{ side, heading }]))
}

export function drawGoals(sheet: Sheet, form: Form, { block, list }: Placed<'goals'>): void {
  const offset = block.label === undefined ? 0 : 1
  const first = sheet.addRows(1)
  const sides = goalSides(block)
  sides.forEach(({ heading }, at) => {
    sheet.put(first, list, offset + at, offset + at + 1, heading, header)
  })
  form.goals.forEach((goal, index) => {
    const row = sheet.addRows(1)
    sides.forEach(({ side }, at) => {
      const printed = { text: goal[side]?.raw ?? '', path: `goals[${index}].${side}` }
      sheet.put(row, list, offset + at, offset + at + 1, printed, text)
    })
  })
  drawSide(sheet, list, block.label, first, 1 + form.goals.length, form)
}

function indicatorLook(field: IndicatorField): CellStyle {
  if (numberFields.has(field)) return points
  return centredFields.has(field) ? centred : field === 'note' ? { role: 'note', align: 'left' } : text
}

/** Number of rows from `index` on whose labels are one merged cell. */
function runLength(indicators: readonly Indicator[], index: number, level: 'level1' | 'level2'): number {
  const same = (a: Indicator, b: Indicator) =>
    labelText(a.level1, true) === labelText(b.level1, true) &&
    (level === 'level1' || labelText(a.level2, true) === labelText(b.level2, true))
  let end = index + 1
  while (end < indicators.length && same(indicators[index]!, indicators[end]!)) end++
  return end - index
}

export function drawIndicators(sheet: Sheet, form: Form, { block, list }: Placed<'indicators'>): void {
  const { columns, pointsInLabels } = block
  const offset = block.label === undefined ? 0 : 1
  const fields: ReadonlySet<IndicatorField> = new Set(columns.map((column) => column.field))
  const { first, rows } = drawHeader(sheet, list, offset, columns, form, () => null)
  const body = sheet.addRows(form.indicators.length)
  columns.forEach((column, at) => {
    const put = (index: number, look: Look) => {
      const row: FormPath = `indicators[${index}]`
      const printed = printedIndicator(form.indicators[index]!, row, column.field, fields, pointsInLabels)
      sheet.put(body + index, list, offset + at, offset + at + 1, printed, look)
    }
    if (column.field === 'level1' || column.field === 'level2') {
      for (let index = 0; index < form.indicators.length; ) {
        const length = runLength(form.indicators, index, column.field)
        put(index, { ...label, bold: column.field === 'level1', rowSpan: length })
        index += length
      }
    } else {
      for (let index = 0; index < form.indicators.length; index++) put(index, indicatorLook(column.field))
    }
  })
  drawSide(sheet, list, block.label, first, rows + form.indicators.length, form)
}

/** The total under the score column of the indicators, its label before it, the grade after it (or before, where no column is left). */
/** Columns of the total row: where the score stands, where the table ends, and the printed sum of the weights with its column. */
export interface TotalPlaces {
  readonly score: number
  readonly end: number
  readonly sum: { readonly fact: number; readonly at: number } | null
}

export function drawTotal(
  sheet: Sheet,
  form: Form,
  { block, list }: Placed<'total'>,
  { score: scoreAt, end, sum }: TotalPlaces,
): void {
  const row = sheet.addRows(1)
  const total: Printed = { text: form.total.raw, path: 'total' }
  const grade: Printed = { text: form.grade.raw, path: 'grade' }
  const look: Look = { role: 'total', align: 'center', bold: true }
  const after = scoreAt + 1 < end
  const labelEnd = block.grade && !after ? scoreAt - 1 : scoreAt
  if (sum === null) {
    sheet.put(row, list, 0, labelEnd, block.label, look)
  } else {
    const printed: Printed = { text: form.facts[sum.fact]!.text.raw, path: `facts[${sum.fact}].text` }
    sheet.put(row, list, 0, sum.at, block.label, look)
    sheet.put(row, list, sum.at, sum.at + 1, printed, look)
    if (sum.at + 1 < labelEnd) sheet.put(row, list, sum.at + 1, labelEnd, '', look)
  }
  if (labelEnd < scoreAt) sheet.put(row, list, labelEnd, scoreAt, grade, look)
  sheet.put(row, list, scoreAt, scoreAt + 1, total, look)
  if (after) sheet.put(row, list, scoreAt + 1, end, block.grade || grade.text !== '' ? grade : '', look)
}

export function drawFacts(sheet: Sheet, form: Form, { block, list }: Placed<'facts'>): void {
  block.rows.forEach((facts, index) => {
    const row = sheet.addRows(1)
    facts.forEach((fact, at) => {
      sheet.put(row, list + index, 2 * at, 2 * at + 1, fact.label, label)
      sheet.put(row, list + index, 2 * at + 1, 2 * at + 2, printedFact(form, fact.field, fact.label), centred)
    })
  })
}

export type Result = 'total' | 'grade'

const resultLabels: Readonly<Record<Result, string>> = { total: '自评总分', grade: '自评等级' }

/** The total and the grade, below a table that has no room for them. */
export function drawResults(sheet: Sheet, form: Form, results: readonly Result[], list: number): void {
  for (const result of results) {
    const row = sheet.addRows(1)
    sheet.put(row, list, 0, 1, resultLabels[result], label)
    sheet.put(row, list, 1, 2, { text: form[result].raw, path: result }, { role: 'note', align: 'left' })
  }
}

/** Labelled texts below the table: what the layout names, in its order. */
export function drawNotes(sheet: Sheet, form: Form, labels: readonly string[], list: number): void {
  for (const name of labels) {
    const row = sheet.addRows(1)
    sheet.put(row, list, 0, 1, name, label)
    sheet.put(row, list, 1, 2, printedFact(form, 'fact', name), { role: 'note', align: 'left' })
  }
}
