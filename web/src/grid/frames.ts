/** Where cells stand on the screen: frames around what is selected, the field over the active cell, what must be scrolled. */

import type { Area } from './selection.ts'
import type { CellView } from './sheet-view.ts'

export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The row as it is drawn; null where it is out of sight and not drawn. */
export function rowElement(table: HTMLTableElement, row: number): HTMLTableRowElement | null {
  return table.querySelector<HTMLTableRowElement>(`tr[data-row="${row}"]`)
}

/** Null where the cell is not drawn. */
export function frameOf(table: HTMLTableElement, cell: CellView): Frame | null {
  // A cell merged from above may be drawn from a later row on.
  const element = table.querySelector<HTMLElement>(`#cell-${cell.row}-${cell.column}`)
  const row = element?.closest('tr')
  if (element == null || row == null) return null
  // By its row, not by itself: a head that sticks to the top has left its place.
  return { left: element.offsetLeft, top: row.offsetTop, width: element.offsetWidth, height: element.offsetHeight }
}

/** The frame of an area, from the cells at its corners. */
export function frameOfArea(
  table: HTMLTableElement,
  area: Area,
  at: (row: number, column: number) => CellView | null,
): Frame | null {
  let frame: Frame | null = null
  const corners = [
    at(area.top, area.left),
    at(area.top, area.right),
    at(area.bottom, area.left),
    at(area.bottom, area.right),
  ]
  for (const cell of corners) {
    const own = cell === null ? null : frameOf(table, cell)
    if (own === null) continue
    if (frame === null) frame = own
    else {
      const left = Math.min(frame.left, own.left)
      const top = Math.min(frame.top, own.top)
      frame = {
        left,
        top,
        width: Math.max(frame.left + frame.width, own.left + own.width) - left,
        height: Math.max(frame.top + frame.height, own.top + own.height) - top,
      }
    }
  }
  return frame
}

/** Scrolls as little as needed; `above` is what a frozen head covers, `aside` what the row numbers do. */
export function reveal(scroller: HTMLElement, frame: Frame, above: number, aside: number): void {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller
  const margin = 6
  if (frame.top < scrollTop + above) scroller.scrollTop = frame.top - above - margin
  else if (frame.top + Math.min(frame.height, clientHeight - above) > scrollTop + clientHeight) {
    scroller.scrollTop = frame.top + Math.min(frame.height, clientHeight - above) - clientHeight + margin
  }
  // Of a cell that takes most of the width its beginning is enough: the columns before it stay in sight.
  const needed = Math.min(frame.width, (clientWidth - aside) / 2)
  if (frame.left < scrollLeft + aside) scroller.scrollLeft = Math.max(0, frame.left - aside - margin)
  else if (frame.left + needed > scrollLeft + clientWidth) {
    scroller.scrollLeft = frame.left + needed - clientWidth + margin
  }
}

/** Lets the head rows of the block in view stick to the top; gives their height. */
export function freezeHeads(table: HTMLTableElement, scrollTop: number): number {
  const heads = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-heads]')]
  let block: string | null = null
  for (const row of heads) {
    if (row.offsetTop <= scrollTop + 1) block = row.dataset.heads ?? null
  }
  let height = 0
  for (const row of heads) {
    if (row.dataset.heads === block) {
      row.dataset.frozen = ''
      row.style.setProperty('--frozen-top', `${height}px`)
      height += row.offsetHeight
    } else delete row.dataset.frozen
  }
  const said = `${height}px`
  if (table.style.getPropertyValue('--frozen-height') !== said) table.style.setProperty('--frozen-height', said)
  return height
}
