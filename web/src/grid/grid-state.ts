/** Where one stands in the grid and whether a cell is being edited: outside React, so that moving about draws no row. */

import { useSyncExternalStore } from 'react'
import { activeCell, type Selection, selectionAt } from './selection.ts'
import type { CellView, SheetView } from './sheet-view.ts'

/** `type`: typing has replaced the text, arrows move on. `edit`: the caret moves in the text (F2, double click). */
export type EditMode = 'type' | 'edit'

export interface GridSnapshot {
  readonly selection: Selection
  readonly editing: EditMode | null
  /** Counts up when the sheet was laid out anew, so that frames are measured again. */
  readonly layout: number
}

export class GridState {
  #sheet: SheetView
  #snapshot: GridSnapshot = { selection: selectionAt(0, 0), editing: null, layout: 0 }
  readonly #listeners = new Set<() => void>()
  /** Where a run of Tabs began: Enter goes back to below it, as in a spreadsheet. */
  tabOrigin: number | null = null

  constructor(sheet: SheetView) {
    this.#sheet = sheet
  }

  get sheet(): SheetView {
    return this.#sheet
  }

  get selection(): Selection {
    return this.#snapshot.selection
  }

  get editing(): EditMode | null {
    return this.#snapshot.editing
  }

  get active(): CellView | null {
    return activeCell(this.#sheet, this.#snapshot.selection)
  }

  /** Takes another sheet; where one stands stays, as far as the sheet reaches. */
  show(sheet: SheetView): void {
    if (sheet === this.#sheet) return
    this.#sheet = sheet
    const { anchor, reach } = this.#snapshot.selection
    const last = Math.max(0, sheet.rows.length - 1)
    const within = ({ row, column }: typeof anchor) => ({ row: Math.min(row, last), column })
    this.#set({
      ...this.#snapshot,
      selection: { anchor: within(anchor), reach: within(reach) },
      layout: this.#snapshot.layout + 1,
    })
  }

  select(selection: Selection): void {
    this.#set({ ...this.#snapshot, selection, editing: null })
  }

  edit(mode: EditMode | null): void {
    if (mode !== this.#snapshot.editing) this.#set({ ...this.#snapshot, editing: mode })
  }

  measureAgain(): void {
    this.#set({ ...this.#snapshot, layout: this.#snapshot.layout + 1 })
  }

  #set(snapshot: GridSnapshot): void {
    this.#snapshot = snapshot
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): GridSnapshot => this.#snapshot
}

export function useGridSnapshot(state: GridState): GridSnapshot {
  return useSyncExternalStore(state.subscribe, state.snapshot)
}
