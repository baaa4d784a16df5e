/** Finds texts in the form: as written, or by the first letters of their pinyin (loaded when letters are typed). */

import { useEffect, useMemo, useRef, useState } from 'react'
import { selectionAt } from '../grid/selection.ts'
import type { CellView, SheetView } from '../grid/sheet-view.ts'
import { Icon } from '../shell/icons.tsx'
import { useSay } from '../texts/index.ts'
import type { Editor } from './editor.ts'
import { type Spelling, usePinyin } from './pinyin.ts'

function matches(sheet: SheetView, query: string, spelling: Spelling | null): readonly CellView[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return []
  const isLetters = /^[a-z]+$/.test(wanted)
  return sheet.rows.flatMap(({ cells }) =>
    cells.filter(
      ({ text }) => text.toLowerCase().includes(wanted) || (isLetters && spelling?.(text).includes(wanted) === true),
    ),
  )
}

export function FindBar({ editor, sheet, onClose }: { editor: Editor; sheet: SheetView; onClose: () => void }) {
  const say = useSay()
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const spelling = usePinyin(/[a-z]/i.test(query))
  const found = useMemo(() => matches(sheet, query, spelling), [sheet, query, spelling])
  const [at, setAt] = useState(0)

  useEffect(() => field.current?.focus(), [])

  const go = (index: number) => {
    if (found.length === 0) return
    const next = (index + found.length) % found.length
    const cell = found[next]!
    setAt(next)
    editor.grid.select(selectionAt(cell.row, cell.column))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first find of a new query, not of each change of the sheet
  useEffect(() => {
    go(0)
  }, [query, spelling])

  return (
    <search className="find-bar">
      <input
        ref={field}
        className="input"
        value={query}
        aria-label={say('find.label')}
        placeholder={say('find.label')}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            go(at + (event.shiftKey ? -1 : 1))
          } else if (event.key === 'Escape') onClose()
        }}
      />
      <output className="soft figures">
        {query === ''
          ? ''
          : found.length === 0
            ? say('find.none')
            : `${Math.min(at + 1, found.length)}/${found.length}`}
      </output>
      <button type="button" className="button quiet" aria-label={say('find.previous')} onClick={() => go(at - 1)}>
        <Icon name="up" />
      </button>
      <button type="button" className="button quiet" aria-label={say('find.next')} onClick={() => go(at + 1)}>
        <Icon name="down" />
      </button>
      <button type="button" className="button quiet" aria-label={say('find.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </search>
  )
}
