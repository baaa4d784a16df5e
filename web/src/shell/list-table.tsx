/** A table of things one after another. On a phone each row stands by itself, every cell with the head of its column before it. */

import { type ReactNode, useEffect, useRef } from 'react'

const roleOf: Readonly<Record<string, string>> = {
  TABLE: 'table',
  THEAD: 'rowgroup',
  TBODY: 'rowgroup',
  TR: 'row',
  TD: 'cell',
}

/** Rows that are drawn as blocks stay rows to the ear: the roles are said, where the browser would draw them from the look. */
export function ListTable({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const table = box.current?.querySelector('table')
    if (table == null) return
    for (const element of [table, ...table.querySelectorAll<HTMLElement>('thead, tbody, tr, td, th')]) {
      const role = element.tagName === 'TH' ? (element.closest('thead') ? 'columnheader' : 'rowheader') : ''
      element.setAttribute('role', role || roleOf[element.tagName]!)
    }
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent?.trim() ?? '')
    for (const row of table.tBodies[0]?.rows ?? []) {
      for (const cell of row.cells) cell.dataset.label = heads[cell.cellIndex] ?? ''
    }
  })
  return (
    <div ref={box} className="wide-table is-list">
      {children}
    </div>
  )
}
