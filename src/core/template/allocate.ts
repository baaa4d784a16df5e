/** Which row of a blank table a row of the form goes to: by its printed name first, then to blank rows in order, then to added ones. */

import type { RowAt } from '../model/index.ts'

export interface BlankRow {
  readonly row: number
  /** Printed name, for matching; '' where it is blank or only numbered. */
  readonly name: string
}

export interface Allotted {
  /** Index of the form's row. */
  readonly item: number
  readonly at: RowAt
  /** The row's name is printed already. */
  readonly named: boolean
}

export interface Allotment {
  readonly taken: readonly Allotted[]
  /** Rows of the blank form that nothing goes to. */
  readonly free: readonly BlankRow[]
  readonly added: number
}

/** `names[i]` is the name of the form's row `items[i]`, for matching; `copyRow` puts rows below one and gives the first's number. */
export function allot(
  rows: readonly BlankRow[],
  items: readonly number[],
  names: readonly string[],
  copyRow: (row: number, count: number) => number,
): Allotment {
  const taken: Allotted[] = []
  const used = new Set<BlankRow>()
  const rest: number[] = []
  items.forEach((item, index) => {
    const name = names[index]!
    const match = name === '' ? undefined : rows.find((row) => row.name === name && !used.has(row))
    if (match === undefined) rest.push(item)
    else {
      used.add(match)
      taken.push({ item, at: { row: match.row, copy: 0 }, named: true })
    }
  })
  const blank = rows.filter(({ name }) => name === '')
  rest.splice(0, blank.length).forEach((item, index) => {
    used.add(blank[index]!)
    taken.push({ item, at: { row: blank[index]!.row, copy: 0 }, named: false })
  })
  const anchor = blank.at(-1) ?? rows.at(-1)
  if (rest.length > 0 && anchor !== undefined) {
    const first = copyRow(anchor.row, rest.length)
    for (const [index, item] of rest.entries()) {
      taken.push({ item, at: { row: anchor.row, copy: first + index }, named: false })
    }
  }
  return { taken, free: rows.filter((row) => !used.has(row)), added: anchor === undefined ? 0 : rest.length }
}
