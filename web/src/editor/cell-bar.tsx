/** Where one stands, what stands there, and how it was understood. */

import type { ReactNode } from 'react'
import { applyAll, cellAtPath, findRow, formOf, textAt } from '../../../src/core/draft/index.ts'
import { cellAt, type Reading } from '../../../src/core/model/index.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { useSay } from '../texts/index.ts'
import type { DocumentSnapshot } from './document-snapshot.ts'
import { type Editor, useJudged } from './editor.ts'
import { understood } from './understood.ts'

interface CellBarProps {
  readonly editor: Editor
  readonly snapshot: DocumentSnapshot
  readonly describe: (path: string | null) => string
  /** What the desk knows of this row: earlier years. */
  readonly beside?: ReactNode
}

const VALUE = /^indicators\[\d+\]\.(target|actual)$/

/** What the text in a cell of this path is understood as, typed or taken. */
function readingAt({ draft }: DocumentSnapshot, path: string, trying: string | null): Reading | null {
  if (!VALUE.test(path)) return null
  const address = cellAtPath(draft, path)
  const row = address === null ? undefined : findRow(draft, address.row)?.row
  if (address === null || row === undefined) return null
  const from = textAt(row, address.column)
  const tried =
    trying === null || trying === from ? null : applyAll(draft, [{ kind: 'cell', ...address, from, to: trying }])
  const form = formOf(tried?.ok === true ? tried.draft : draft)
  return (cellAt(form, path)?.value ?? null) as Reading | null
}

export function CellBar({ editor, snapshot, describe, beside }: CellBarProps) {
  const say = useSay()
  const judged = useJudged(editor)
  useGridSnapshot(editor.grid)
  const cell = editor.grid.active
  const path = cell?.path ?? null
  const reading = path === null ? null : readingAt(snapshot, path, judged.trying)
  const read = understood(reading)
  return (
    <div className="cell-bar">
      <div>
        <span className="cell-name" lang="zh-CN">
          {describe(path)}
        </span>
        <span className="cell-text" lang="zh-CN">
          {judged.trying ?? cell?.text ?? ''}
        </span>
        {beside}
        {read !== null && (
          <span className={read.parts.length === 0 ? 'reading not-read' : 'reading'}>
            <span className="soft">{say(read.kind)}</span>
            {read.parts.map((part) => (
              <span key={part} className="tag info">
                {part}
              </span>
            ))}
            {read.repairs.length > 0 && cell !== null && judged.trying === null && snapshot.isEditable && (
              <>
                <span className="soft">{say('understood.maybe')}</span>
                {read.repairs.slice(0, 3).map((repair) => (
                  <button
                    key={repair}
                    type="button"
                    className="button"
                    onClick={() => {
                      const [trial] = editor.trialsOf(cell, repair)
                      if (trial !== undefined) editor.change([{ kind: 'cell', from: cell.text, ...trial }])
                    }}
                  >
                    {repair}
                  </button>
                ))}
              </>
            )}
          </span>
        )}
      </div>
    </div>
  )
}
