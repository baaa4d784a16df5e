/** What is shown in and beside the cells of a row: kept apart from the texts, so that a score that moves draws one row. */

import { useSyncExternalStore } from 'react'
import type { FormPath, Severity } from '../../../src/core/model/index.ts'

export interface CellMark {
  readonly severity?: Severity
  /** Typed here, not yet kept by the desk. */
  readonly isPending?: boolean
  /** Read from a picture, or not understood: to be looked at. */
  readonly isDoubtful?: boolean
  readonly hasComment?: boolean
  /** Changed since the form was last handed back, or by somebody else just now. */
  readonly isChanged?: boolean
  /** Stands beside the text, in words: the reviewer's points beside the unit's. */
  readonly beside?: string
}

/** How the printed score stands to the recomputed one, in the margin of its row. */
export interface Margin {
  readonly text: string
  readonly sign: 'equal' | 'inside' | 'outside' | 'open' | 'lost' | 'none'
  /** For ears and pointers: 重算 1.60—2.00，与填写的得分不一致. */
  readonly title: string
}

export interface RowMarks {
  readonly cells: ReadonlyMap<FormPath, CellMark>
  readonly margin: Margin | null
}

const none: RowMarks = { cells: new Map(), margin: null }

function signatureOf({ cells, margin }: RowMarks): string {
  const said = [...cells].map(([path, mark]) => `${path}${JSON.stringify(mark)}`)
  return `${margin?.sign}|${margin?.text}|${margin?.title}|${said.join()}`
}

export class Marks {
  #rows = new Map<number, RowMarks>()
  readonly #signatures = new Map<number, string>()
  readonly #listeners = new Map<number, Set<() => void>>()

  of(row: number): RowMarks {
    return this.#rows.get(row) ?? none
  }

  /** All marks anew; rows that say the same as before are not drawn again. */
  replace(rows: ReadonlyMap<number, RowMarks>): void {
    const before = this.#rows
    const next = new Map<number, RowMarks>()
    const changed: number[] = []
    for (const [row, marks] of rows) {
      const signature = signatureOf(marks)
      const known = before.get(row)
      if (known !== undefined && this.#signatures.get(row) === signature) next.set(row, known)
      else {
        next.set(row, marks)
        this.#signatures.set(row, signature)
        changed.push(row)
      }
    }
    for (const row of before.keys()) if (!next.has(row)) changed.push(row)
    this.#rows = next
    this.#tell(changed)
  }

  /** One row's margin while its cell is being typed. */
  setMargin(row: number, margin: Margin | null): void {
    const marks = { ...this.of(row), margin }
    const signature = signatureOf(marks)
    if (this.#signatures.get(row) === signature) return
    this.#rows.set(row, marks)
    this.#signatures.set(row, signature)
    this.#tell([row])
  }

  #tell(rows: readonly number[]): void {
    for (const row of rows) for (const listener of this.#listeners.get(row) ?? []) listener()
  }

  subscribe(row: number, listener: () => void): () => void {
    const own = this.#listeners.get(row) ?? new Set()
    this.#listeners.set(row, own.add(listener))
    return () => own.delete(listener)
  }
}

/** The marks of the cells of a row; a margin that moves draws none of them again. */
export function useCellMarks(marks: Marks, row: number): RowMarks['cells'] {
  return useSyncExternalStore(
    (listener) => marks.subscribe(row, listener),
    () => marks.of(row).cells,
  )
}

export function useMargin(marks: Marks, row: number): Margin | null {
  return useSyncExternalStore(
    (listener) => marks.subscribe(row, listener),
    () => marks.of(row).margin,
  )
}
