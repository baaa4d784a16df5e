/** What a workbook holds beside the texts of its grids: formulas, protection, drop-downs, marks, notes. The writer knows nothing of their making. */

import type { Grid } from '../../core/model/index.ts'

/** Colours by what a cell is for. */
export type Fill = 'input' | 'computed' | 'head'

/** What a cell has beside the text that its grid gives it. */
export interface CellExtra {
  /** Without the sign =. Its result is `result`, else the grid's text, as the program that opens the file would show it. */
  readonly formula?: string
  /** The formula gives a text, even where it looks like a figure: 100% of a column of texts. */
  readonly givesText?: true
  /** For a cell that is not shown: what it holds, without taking part in the heights of rows. */
  readonly result?: string
  /**
   * The formula is that of the cells above it, its places moved along: written once. Cells of one number stand one below
   * the other; the first names them all.
   */
  readonly shared?: { readonly id: number; readonly cells?: string }
  /** Can be changed though the sheet is protected. */
  readonly open?: true
  /** Stays a text whatever is typed into it: 95% and 1-2 would become figures and dates. */
  readonly asText?: true
  /** Number format, where the text does not tell it: for cells that are filled in later, and for formulas. */
  readonly format?: string
  readonly fill?: Fill
  /** Shown when the pointer rests on the cell. */
  readonly note?: string
}

/** More columns than any sheet has: a row and a column are one number. */
const COLUMNS = 20_000

/** Cells by their row and column in the grid, from 0. */
export class CellExtras {
  readonly #extras = new Map<number, CellExtra>()

  /** Adds to what the cell has already. */
  set(row: number, column: number, extra: CellExtra): void {
    const key = row * COLUMNS + column
    const known = this.#extras.get(key)
    this.#extras.set(key, known === undefined ? extra : { ...known, ...extra })
  }

  /** Puts this in the place of all that the cell has. */
  replace(row: number, column: number, extra: CellExtra): void {
    this.#extras.set(row * COLUMNS + column, extra)
  }

  get(row: number, column: number): CellExtra | undefined {
    return this.#extras.get(row * COLUMNS + column)
  }

  get all(): readonly { readonly row: number; readonly column: number; readonly extra: CellExtra }[] {
    return [...this.#extras].map(([key, extra]) => {
      const column = key % COLUMNS
      return { row: (key - column) / COLUMNS, column, extra }
    })
  }

  /** Whether some cell holds a formula. */
  get counts(): boolean {
    for (const { formula } of this.#extras.values()) if (formula !== undefined) return true
    return false
  }
}

/** `list`: a drop-down of words, or of the cells of a range; `number`: from `least` to `most`, both formulas or figures. */
export type Rule =
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'listAt'; readonly range: string }
  | { readonly kind: 'number'; readonly least: string; readonly most: string }
  /** Nothing is refused: the prompt alone. */
  | { readonly kind: 'any' }

export interface Validation {
  /** 'B3' or 'B3:B9', several parted by blanks. */
  readonly cells: string
  readonly rule: Rule
  /** `stop` refuses what the rule does not know, `warn` asks; `offer` takes everything. */
  readonly strength: 'stop' | 'warn' | 'offer'
  /** Shown when the cell is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string }
  /** Shown when something is refused. */
  readonly error?: string
}

export interface Mark {
  readonly cells: string
  /** A formula, of cells of the same sheet, relative to the first cell of `cells`. */
  readonly when: string
  readonly colour: 'red' | 'amber' | 'grey'
}

export interface BookSheet {
  readonly grid: Grid
  /** The grid's name where left out. */
  readonly name?: string
  /** Not shown, and not offered for showing. */
  readonly hidden?: true
  /** Protected without a password: only open cells can be changed; rows can be put in and taken out. */
  readonly guarded?: true
  readonly extras?: CellExtras
  readonly validations?: readonly Validation[]
  readonly marks?: readonly Mark[]
  readonly hiddenColumns?: readonly number[]
  /** Rows from the first on that stay on the screen. */
  readonly frozenRows?: number
}

export interface Book {
  readonly title: string
  readonly sheets: readonly BookSheet[]
  /** Names of the workbook for ranges: name → 'Sheet!$A$1:$A$9'. */
  readonly names?: Readonly<Record<string, string>>
}
