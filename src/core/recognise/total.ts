/** The last rows of the table: 总分, 合计, a bare number; with the grade beside it. */

import { gather } from '../model/gather.ts'
import { type Cell, Exact, emptyCell, type Grade, type Indicator, type NumberCell, type Task } from '../model/index.ts'
import { readNumber } from '../values/index.ts'
import { partOf } from './facts.ts'
import type { Header } from './headers/headers.ts'
import type { Ledger } from './ledger.ts'
import { SCORE_WITH_GRADE } from './row-kinds.ts'
import { gradeOf } from './sketch.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { readTable } from './table.ts'
import { isUncounted } from './uncounted.ts'
import { isTotalLabel } from './words.ts'

export interface Totals {
  readonly total: NumberCell
  readonly grade: Cell<Grade>
  /** Further figures of the row: the sum of the weights, a reviewer's total. */
  readonly others: readonly { readonly label: SourceCell; readonly cell: SourceCell }[]
}

const NUMBER = /^(\d{1,4}(?:\.\d+)?)(?:分|%)?$/
/** The sum of all weights. */
const WHOLE = /^100(?:\.0+)?分?$/
const GRADE = /^[(（]?(?:等级|评级|等次|自评等级|评价等级)?[)）]?[:：]?[优良中差]秀?(?:等|级|好)?[)）]?$/
/** '总分:96.5(优)' in one cell. */
const WITHIN = /(?:总分|合计|得分|总计)[^\d]{0,6}(\d{1,3}(?:\.\d+)?)分?/

export function isGradeCell(key: string): boolean {
  return GRADE.test(key)
}

/**
 * Reads the total rows; bare numbers count only where no row is labelled, and only the last. `scored`: some indicator has
 * a score; where none has, a lone 100 is the sum of the weights.
 */
export function readTotals(rows: readonly SourceRow[], header: Header | null, scored: boolean, ledger: Ledger): Totals {
  let total: NumberCell = emptyCell
  let grade: Cell<Grade> = emptyCell
  const others: Totals['others'][number][] = []
  const labelled = rows.filter((row) => row.cells.some((cell) => !NUMBER.test(cell.key)))
  const bare = rows.filter((row) => !labelled.includes(row))
  const taken = labelled.length > 0 ? labelled : bare.slice(-1)
  for (const row of bare) if (!taken.includes(row)) ledger.ignore('pageNumber', row.cells)
  for (const row of taken) {
    const numbers = row.cells.filter((cell) => NUMBER.test(cell.key))
    const label = row.cells.find((cell) => isTotalLabel(cell.key) || WITHIN.test(cell.key))
    for (const cell of row.cells) {
      if (isGradeCell(cell.key)) {
        ledger.locate([cell], 'grade')
        // 自评等级:优 in one cell.
        const word = partOf(cell, cell.text.search(/[:\uff1a)\uff09](?=\s*[优良中差])/) + 1, cell.text.length)
        grade = { ...ledger.as([cell], () => gradeOf(word.text)), raw: word.text }
      } else if (!numbers.includes(cell) && !isUncounted(cell.key)) ledger.ignore('label', [cell])
    }
    if (numbers.length === 0 && label !== undefined && !row.cells.some(({ key }) => isUncounted(key))) {
      const within = WITHIN.exec(label.key)
      if (within !== null) total = { ...ledger.number([label]), raw: within[1]!, value: ledger.numberOf(within[1]!) }
      const word = /[优良中差](?=[)）]?$)/.exec(label.key)
      if (within !== null && word !== null && grade.raw === '') grade = { raw: word[0], value: gradeOf(word[0]) }
      continue
    }
    const graded = row.cells.find(({ key }) => SCORE_WITH_GRADE.test(key))
    if (graded !== undefined) {
      const [, points, word] = SCORE_WITH_GRADE.exec(graded.key)!
      ledger.locate([graded], 'total')
      total = { ...ledger.number([graded]), raw: points!, value: ledger.numberOf(points!) }
      grade = { raw: word!, value: gradeOf(word!) }
      for (const cell of numbers) others.push({ label: row.cells[0]!, cell })
      continue
    }
    const uncounted = row.cells.find(({ key }) => isUncounted(key))
    if (uncounted !== undefined) {
      ledger.locate([uncounted], 'total')
      total = ledger.number([uncounted])
      if (label !== undefined) for (const cell of numbers) others.push({ label, cell })
      continue
    }
    const score = scoreAmong(row, numbers, header, scored)
    for (const cell of numbers) {
      if (cell === score) {
        ledger.locate([cell], 'total')
        total = ledger.as([cell], (text) => ledger.numberOf(text.replace(/分$/, '')))
      } else if (label !== undefined) others.push({ label, cell })
    }
  }
  return { total, grade, others }
}

function isLoneHundred(numbers: readonly SourceCell[]): boolean {
  return numbers.length === 1 && WHOLE.test(numbers[0]!.key)
}

/** Which of the numbers is the score: the one in the score's column; else the last, or the last but the reviewer's. */
function scoreAmong(
  row: SourceRow,
  numbers: readonly SourceCell[],
  header: Header | null,
  scored: boolean,
): SourceCell | undefined {
  const prints = (field: string): boolean => header?.leaves.some((leaf) => leaf.field === field) ?? false
  const points = numbers.filter((cell) => !cell.key.endsWith('%'))
  if (header !== null && prints('score') && row.width === header.rows[0]!.width) {
    const { fields } = readTable(header, [row])[0]!
    const score = fields.get('score')?.find((cell) => numbers.includes(cell))
    if (score !== undefined) return score
    if (fields.get('weight')?.[0] === numbers[0] && isLoneHundred(numbers)) return undefined
  }
  if (!scored && prints('score') && prints('weight') && isLoneHundred(numbers)) return undefined
  // The sum of the weights stands before the scores; a reviewer's total after the unit's own.
  const scores = points.length > 1 && WHOLE.test(points[0]!.key) ? points.slice(1) : points
  return prints('reviewScore') && scores.length > 1 ? scores.at(-2) : scores.at(-1)
}

/** 合计 of the rows alone: its points are theirs, not 100, and the execution is scored beside it. */
export function sumsRowsAlone(
  { total, others }: Totals,
  indicators: readonly Indicator[],
  tasks: readonly Task[],
): boolean {
  if (total.value === null || others.length === 0 || !tasks.some(({ score }) => score.value?.isPositive)) return false
  const own = indicators.filter(({ role }) => role === 'scored')
  const sumOf = (field: 'weight' | 'score'): Exact => Exact.sum(gather(own, (row) => row[field].value ?? []))
  const weights = sumOf('weight')
  const printsThem = others.some(({ cell }) => readNumber(cell.text).value?.equals(weights) === true)
  return printsThem && !weights.equals(Exact.hundred) && sumOf('score').equals(total.value)
}
