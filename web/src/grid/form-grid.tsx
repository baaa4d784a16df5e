/** The form, filled in as a spreadsheet: what is drawn, what the keys and the pointer do. Knows cells and texts, no rules. */

import { type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import './grid.css'
import { CellInput, type CellInputActions } from './cell-input.tsx'
import { type Block, readClipboard, writeArea } from './clipboard.ts'
import type { Command, RowAct } from './commands.ts'
import { frameOf, frameOfArea, freezeHeads, reveal } from './frames.ts'
import { type GridState, useGridSnapshot } from './grid-state.ts'
import type { Marks } from './marks.ts'
import { move } from './moves.ts'
import { type Area, areaOf, cellsIn, selectionAt } from './selection.ts'
import { SheetTable } from './sheet-table.tsx'
import type { CellView, SheetView } from './sheet-view.ts'
import { useRowWindow } from './use-row-window.ts'

/** What the grid asks of who keeps the form. */
export interface GridActions {
  readonly isEditable: (cell: CellView) => boolean
  readonly onTry: (cell: CellView, text: string) => void
  readonly onCancel: () => void
  readonly onType: (cells: readonly CellView[], text: string) => void
  readonly onPaste: (cell: CellView, block: Block, area: Area) => void
  readonly onFillDown: (area: Area) => void
  readonly onRows: (act: RowAct, area: Area) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onFind: () => void
  readonly onFinding: (back: boolean) => void
  readonly onLeave: () => void
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void
}

interface FormGridProps {
  readonly state: GridState
  readonly sheet: SheetView
  readonly marks: Marks
  readonly label: string
  readonly zoom: number
  readonly actions: GridActions
  /** The words for the active cell: which row, which column, what stands there. */
  readonly describe: (cell: CellView) => string
}

function place(element: HTMLElement | null, frame: ReturnType<typeof frameOf>): void {
  if (element === null) return
  element.hidden = frame === null
  if (frame === null) return
  element.style.transform = `translate(${frame.left}px, ${frame.top}px)`
  element.style.width = `${frame.width}px`
  element.style.height = `${frame.height}px`
  element.dataset.height = String(frame.height)
}

const narrowest = 860
const widest = 1500

export function FormGrid({ state, sheet, marks, label, zoom, actions, describe }: FormGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const band = useRef<HTMLDivElement>(null)
  const frozen = useRef(0)
  const isDrawing = useRef(false)
  const { selection, editing, layout } = useGridSnapshot(state)
  const active = state.active
  const rows = useRowWindow(scroller, table, sheet, zoom)
  // Rows that come into sight must not lead back to where one stands.
  const rowsNow = useRef(rows)
  rowsNow.current = rows

  useLayoutEffect(() => state.show(sheet), [state, sheet])

  /** Scrolls to where one stands. */
  const show = useCallback(() => {
    const { row, column } = state.selection.reach
    const cell = state.sheet.at(row, column)
    if (table.current === null || scroller.current === null || cell === null) return
    const own = frameOf(table.current, cell) ?? rowsNow.current.frameOf(cell)
    const aside = table.current.querySelector('th.number')?.clientWidth ?? 0
    reveal(scroller.current, own, frozen.current, aside)
    rowsNow.current.look()
  }, [state])

  // The sheet is as wide as its place, within what can be read.
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    let before = 0
    const size = () => {
      const sides = 8.5 * Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) + 2
      const width = Math.min(Math.max(box.clientWidth - sides, narrowest), widest)
      box.style.setProperty('--sheet-width', `${Math.round(width * zoom)}px`)
      box.style.setProperty('--zoom', String(zoom))
      if (table.current !== null) frozen.current = freezeHeads(table.current, box.scrollTop)
      state.measureAgain()
      if (width !== before) show()
      before = width
    }
    size()
    const observer = new ResizeObserver(size)
    observer.observe(box)
    return () => observer.disconnect()
  }, [zoom, state, show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` says that cells have moved
  useLayoutEffect(() => {
    if (table.current === null) return
    const drawn = active === null ? null : frameOf(table.current, active)
    place(frame.current, drawn)
    // The field keeps the focus even where its cell is out of sight.
    place(input.current, drawn ?? (active === null ? null : rows.frameOf(active)))
    const area = areaOf(state.sheet, selection)
    const isOne = active !== null && state.sheet.at(area.bottom, area.right) === active
    place(band.current, isOne ? null : frameOfArea(table.current, area, state.sheet.at))
  }, [selection, layout, active, state, rows.window])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection is shown, wherever it came from
  useLayoutEffect(show, [show, selection])

  const actionsOfInput = useMemo((): CellInputActions => {
    const area = () => areaOf(state.sheet, state.selection)
    const onCommand = (command: Command): boolean => {
      switch (command.kind) {
        case 'clear': {
          const cells = cellsIn(state.sheet, area()).flat().filter(actions.isEditable)
          if (cells.length > 0) actions.onType(cells, '')
          return true
        }
        case 'fillDown':
          actions.onFillDown(area())
          return true
        case 'rows':
          actions.onRows(command.act, area())
          return true
        case 'undo':
          actions.onUndo()
          return true
        case 'redo':
          actions.onRedo()
          return true
        case 'find':
          actions.onFind()
          return true
        case 'finding':
          actions.onFinding(command.back)
          return true
        case 'leave':
          actions.onLeave()
          return true
        default:
          return move(state, command, actions.isEditable)
      }
    }
    return {
      canEdit: () => state.active !== null && actions.isEditable(state.active),
      onTry: (text) => {
        if (state.active !== null) actions.onTry(state.active, text)
      },
      onCancel: actions.onCancel,
      onTake: (text, all) => {
        const cell = state.active
        state.edit(null)
        if (cell === null) return
        const cells = all ? cellsIn(state.sheet, area()).flat().filter(actions.isEditable) : [cell]
        actions.onType(cells, text)
      },
      onCommand,
      onCopy: (data, cut) => {
        const written = writeArea(state.sheet, area())
        data.setData('text/plain', written.text)
        data.setData('text/html', written.html)
        if (cut) onCommand({ kind: 'clear' })
      },
      onPaste: (data) => {
        if (state.active !== null) actions.onPaste(state.active, readClipboard(data), area())
      },
    }
  }, [state, actions])

  const spotAt = useCallback((target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
    const row = element?.closest('tr')
    if (element === null || row === null || row === undefined) return null
    return { row: Number(row.dataset.row), column: Number(element.dataset.column) }
  }, [])

  const onPointerDown = (event: PointerEvent) => {
    if (event.target === input.current) return
    const spot = spotAt(event.target)
    if (spot === null || event.button === 2) return
    event.preventDefault()
    if (editing !== null) actionsOfInput.onTake(input.current?.value ?? '', false)
    state.tabOrigin = null
    // The number at the side takes the whole row; the margin belongs to the last cell.
    if (spot.column === -1) {
      state.select({
        anchor: { row: spot.row, column: 0 },
        reach: { row: spot.row, column: sheet.columnCount - 1 },
      })
    } else {
      const at = { row: spot.row, column: spot.column === -2 ? sheet.columnCount - 1 : spot.column }
      state.select(event.shiftKey ? { anchor: state.selection.anchor, reach: at } : selectionAt(at.row, at.column))
    }
    isDrawing.current = event.pointerType === 'mouse'
    if (input.current !== null) {
      // A finger that only reads must not raise the keyboard; a second tap writes.
      input.current.inputMode = event.pointerType === 'touch' ? 'none' : ''
      input.current.focus({ preventScroll: true })
    }
  }

  const onPointerMove = (event: PointerEvent) => {
    if (!isDrawing.current || event.buttons !== 1) return
    const spot = spotAt(event.target)
    const { anchor, reach } = state.selection
    if (spot === null || spot.column < 0 || (spot.row === reach.row && spot.column === reach.column)) return
    state.select({ anchor, reach: spot })
  }

  return (
    <div
      ref={scroller}
      className="sheet"
      onScroll={(event) => {
        rows.look()
        if (table.current !== null) frozen.current = freezeHeads(table.current, event.currentTarget.scrollTop)
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's short cuts; the keyboard has them all in the field */}
      <div
        className="sheet-inner"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          isDrawing.current = false
        }}
        onDoubleClick={() => {
          if (input.current === null || !actionsOfInput.canEdit()) return
          input.current.inputMode = ''
          input.current.value = state.active?.text ?? ''
          state.edit('edit')
          input.current.focus({ preventScroll: true })
        }}
        onContextMenu={(event) => {
          const spot = spotAt(event.target)
          if (spot === null && event.target !== input.current) return
          event.preventDefault()
          const area = areaOf(sheet, state.selection)
          // Outside of what is selected the pointer selects first, as in other spreadsheets.
          const { top, bottom, left, right } = area
          const isInside = (row: number, column: number) =>
            row >= top && row <= bottom && column >= left && column <= right
          if (spot !== null && spot.column >= 0 && !isInside(spot.row, spot.column)) {
            state.select(selectionAt(spot.row, spot.column))
          }
          actions.onMenu({ x: event.clientX, y: event.clientY })
        }}
      >
        <SheetTable sheet={sheet} marks={marks} label={label} tableRef={table} rows={rows.window} />
        <div ref={band} className="selected-area" hidden />
        <div ref={frame} className="active-frame" hidden />
        <CellInput
          state={state}
          editing={editing}
          inputRef={input}
          label={active === null ? label : describe(active)}
          activeId={active === null ? '' : `cell-${active.row}-${active.column}`}
          actions={actionsOfInput}
        />
      </div>
    </div>
  )
}
