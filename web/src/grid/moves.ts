/** Commands that move the selection. Everything here is a pure step from one selection to the next. */

import type { Command } from './commands.ts'
import type { GridState } from './grid-state.ts'
import { nextIn, nextInOrder, type Selection, type Spot, selectionAt, stepFrom } from './selection.ts'
import type { CellView } from './sheet-view.ts'

function reached(selection: Selection, spot: Spot, extend: boolean): Selection {
  return extend ? { anchor: selection.anchor, reach: spot } : { anchor: spot, reach: spot }
}

function isFilled({ text }: CellView): boolean {
  return text !== ''
}

/** As Ctrl+arrow: over filled cells to the last of them, over empty ones to the next that is filled. */
function farFrom(state: GridState, from: Spot, to: Extract<Command, { kind: 'move' }>['to']): Spot {
  const { sheet } = state
  const here = sheet.at(from.row, from.column)
  const first = stepFrom(sheet, from, to)
  if (first === null) return from
  const isRun = here !== null && isFilled(here) && isFilled(sheet.at(first.row, first.column)!)
  let spot = first
  for (;;) {
    const next = stepFrom(sheet, spot, to)
    if (next === null) return spot
    const cell = sheet.at(next.row, next.column)!
    if (isRun && !isFilled(cell)) return spot
    if (!isRun && isFilled(sheet.at(spot.row, spot.column)!)) return spot
    spot = next
  }
}

/** Moves the selection; false where the command is none that moves. `isEditable`: cells where Tab and Enter stop. */
export function move(state: GridState, command: Command, isEditable: (cell: CellView) => boolean): boolean {
  const { sheet, selection } = state
  const from = 'extend' in command && command.extend ? selection.reach : selection.anchor
  const last = { row: sheet.rows.length - 1, column: sheet.columnCount - 1 }
  switch (command.kind) {
    case 'move': {
      const spot = command.far ? farFrom(state, from, command.to) : (stepFrom(sheet, from, command.to) ?? from)
      state.select(reached(selection, spot, command.extend))
      break
    }
    case 'edge': {
      const spot = {
        rowStart: { row: from.row, column: 0 },
        rowEnd: { row: from.row, column: last.column },
        first: { row: 0, column: 0 },
        last,
      }[command.to]
      state.select(reached(selection, spot, command.extend))
      break
    }
    case 'page': {
      const row = Math.min(Math.max(from.row + (command.to === 'up' ? -20 : 20), 0), last.row)
      state.select(reached(selection, { row, column: from.column }, command.extend))
      break
    }
    case 'next': {
      if (command.by === 'cell') {
        const spot = nextInOrder(sheet, selection.anchor, command.back ? -1 : 1, isEditable)
        // At the end Tab leaves the grid, as everywhere on the page.
        if (spot === null) return false
        state.tabOrigin ??= selection.anchor.column
        state.select(selectionAt(spot.row, spot.column))
        return true
      }
      const column = state.tabOrigin ?? selection.anchor.column
      const spot = nextIn(sheet, { row: selection.anchor.row, column }, command.back ? 'up' : 'down', isEditable)
      state.select(selectionAt(spot.row, spot.column))
      break
    }
    case 'all':
      state.select({ anchor: { row: 0, column: 0 }, reach: last })
      break
    case 'row':
      state.select({
        anchor: { row: selection.anchor.row, column: 0 },
        reach: { row: selection.reach.row, column: last.column },
      })
      break
    default:
      return false
  }
  state.tabOrigin = null
  return true
}
