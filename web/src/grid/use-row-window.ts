/** Which rows of a long form are drawn, kept in step with the scroller. */

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Frame } from './frames.ts'
import { isSameWindow, RowHeights, type RowWindow, wholeUpTo } from './row-window.ts'
import type { CellView, SheetView } from './sheet-view.ts'

interface RowsInSight {
  /** Null: all rows are drawn. */
  readonly window: RowWindow | null
  /** Looks where the scroller stands and draws what has come into sight. */
  readonly look: () => void
  /** About where a cell lies that is not drawn. */
  readonly frameOf: (cell: CellView) => Frame
}

const nominalEm = 13

export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  table: RefObject<HTMLTableElement | null>,
  sheet: SheetView,
  zoom: number,
): RowsInSight {
  const heights = useRef<{ readonly sheet: SheetView; readonly zoom: number; readonly of: RowHeights } | null>(null)
  const isWhole = sheet.rows.length <= wholeUpTo
  const [isPrinting, setPrinting] = useState(false)

  const measured = useCallback((): RowHeights => {
    const known = heights.current
    if (known?.sheet === sheet && known.zoom === zoom) return known.of
    const em = nominalEm * zoom
    const width = (table.current?.clientWidth ?? 1100) - 140
    const of = new RowHeights(sheet, width, em, known?.zoom === zoom ? known.of : undefined)
    heights.current = { sheet, zoom, of }
    return of
  }, [sheet, zoom, table])

  const [window_, setWindow] = useState<RowWindow | null>(() => (isWhole ? null : measured().windowAt(0, 800)))

  const look = useCallback(() => {
    const box = scroller.current
    const next = isWhole || box === null ? null : measured().windowAt(box.scrollTop, box.clientHeight)
    setWindow((before) => (isSameWindow(before, next) ? before : next))
  }, [scroller, isWhole, measured])

  useLayoutEffect(look, [look])

  // What was drawn is measured, and what lies below it moves by the difference.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that have come into sight are measured
  useLayoutEffect(() => {
    if (isWhole || table.current === null) return
    let hasChanged = false
    for (const row of table.current.querySelectorAll<HTMLTableRowElement>('tr[data-row]')) {
      hasChanged = measured().see(Number(row.dataset.row), row.offsetHeight) || hasChanged
    }
    if (hasChanged) look()
  }, [window_, measured, isWhole, look])

  // On paper all rows stand.
  useEffect(() => {
    const print = (is: boolean) => () => flushSync(() => setPrinting(is))
    const [begin, end] = [print(true), print(false)]
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])

  const frameOf = useCallback(
    (cell: CellView): Frame => {
      const { offsets } = measured()
      const top = offsets[cell.row]!
      return { left: 40, top, width: 80, height: offsets[Math.min(cell.row + cell.rowSpan, sheet.rows.length)]! - top }
    },
    [measured, sheet],
  )

  const shown = isWhole || isPrinting ? null : window_
  return useMemo(() => ({ window: shown, look, frameOf }), [shown, look, frameOf])
}
