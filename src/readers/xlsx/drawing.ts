/** What lies over the cells of a sheet: text boxes are read, pictures counted. */

import type { OfficePackage, PartProblem } from '../../containers/office-package.ts'
import { LAST_COLUMN, LAST_ROW } from '../../containers/sheets/cell-names.ts'
import type { SheetCell } from '../../containers/sheets/content.ts'

export interface Drawing {
  /** Text of each box, at the cell its upper left corner lies over. */
  readonly boxes: readonly SheetCell[]
  readonly pictures: number
  readonly problem: PartProblem | null
}

function bounded(text: string, last: number): number {
  const value = Number(text)
  return Number.isInteger(value) && value >= 0 && value <= last ? value : 0
}

export function readDrawing(office: OfficePackage, part: string): Drawing {
  const boxes: SheetCell[] = []
  let pictures = 0
  let from: { row: string; column: string } = { row: '', column: '' }
  let place: 'row' | 'column' | null = null
  let inFrom = false
  let inText = false
  let fallback = 0
  let paragraphs: string[] | null = null
  const problem = office.parse(part, {
    open: (name) => {
      if (name === 'Fallback') fallback++
      if (fallback > 0) return
      if (/Anchor$/.test(name)) from = { row: '', column: '' }
      else if (name === 'from') inFrom = true
      else if (inFrom && name === 'row') place = 'row'
      else if (inFrom && name === 'col') place = 'column'
      else if (name === 'pic') pictures++
      else if (name === 'txBody') paragraphs = []
      else if (name === 'p') paragraphs?.push('')
      else if (name === 't') inText = paragraphs !== null
      else if (name === 'br' && paragraphs !== null && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += '\n'
    },
    text: (text) => {
      if (place !== null) from[place] += text
      else if (inText && paragraphs !== null && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text
    },
    close: (name) => {
      if (name === 'Fallback') fallback--
      else if (name === 'from') inFrom = false
      else if (name === 'row' || name === 'col') place = null
      else if (name === 't') inText = false
      else if (name === 'txBody') {
        const text = (paragraphs ?? []).join('\n')
        if (text.trim() !== '') {
          boxes.push({ row: bounded(from.row, LAST_ROW), column: bounded(from.column, LAST_COLUMN), text })
        }
        paragraphs = null
      }
    },
  })
  return { boxes, pictures, problem }
}
