/** How a made document looks: page, fonts, widths. Chosen by the form's seed, so that documents differ as those of offices do. */

import { Random } from '../random.ts'
import type { OfficeForm } from './forms.ts'

export interface Look {
  readonly landscape: boolean
  /** Of the page inside its margins, in points. */
  readonly width: number
  readonly font: string
  /** In points. */
  readonly size: number
  /** The title stands above the table, not in its first row. */
  readonly titleOutside: boolean
  /** Figures are numbers with a number format, as typed into a sheet; else texts. */
  readonly figuresAsNumbers: boolean
  /** Blank rows and columns before the table of a sheet, other sheets around it: only where offices' habits are wanted. */
  readonly offset: readonly [rows: number, columns: number]
  readonly otherSheets: boolean
}

const MARGIN = 42
const A4 = [595, 842] as const

const fonts = ['Noto Serif CJK SC', 'Noto Serif CJK SC', 'Noto Sans CJK SC', 'AR PL SungtiL GB', 'AR PL KaitiM GB']

export function lookOf({ id, grid, source }: OfficeForm): Look {
  // From the name, so that a form looks the same whatever else is made beside it.
  const random = new Random([...id].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) >>> 0, 7))
  const columns = grid.cells.reduce((most, cell) => {
    const inRow = grid.cells.filter((other) => other.row === cell.row).length
    return Math.max(most, inRow)
  }, 0)
  const landscape = columns > 10 || random.chance(30)
  return {
    landscape,
    width: (landscape ? A4[1] : A4[0]) - 2 * MARGIN,
    font: random.pick(fonts),
    size: columns > 12 ? 8 : random.pick([9, 9, 10, 10.5]),
    titleOutside: random.chance(50),
    figuresAsNumbers: random.chance(60),
    offset: source === 'habits' && random.chance(40) ? [random.int(0, 2), random.int(0, 2)] : [0, 0],
    otherSheets: source === 'habits' && random.chance(40),
  }
}

/** Widths of the table's columns in points. */
export function columnWidths({ grid }: OfficeForm, { width }: Look): readonly number[] {
  const shares = grid.columnWidths ?? Array.from({ length: grid.columnCount }, () => 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (share * width) / whole)
}

/** Lines that a text takes in a width, both in points: wide signs are as wide as high. */
export function linesIn(text: string, width: number, size: number): number {
  const room = Math.max(size, width - 6)
  return text.split('\n').reduce((lines, line) => {
    const needed = [...line].reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x2000 ? 0.62 : 1) * size, 0)
    return lines + Math.max(1, Math.ceil((needed * 1.06) / room))
  }, 0)
}
