/** Evidence: files that prove what a row says. Added to the row one stands in, opened, taken away; a refused file says why. */

import { useState } from 'react'
import type { Evidence, FilingView } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { FilesButton } from '../shell/file-button.tsx'
import { useSay } from '../texts/index.ts'
import { useRowName } from './step-fields.tsx'
import './filing.css'

interface EvidencePanelProps {
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

/** The row of the draft that one stands in; null outside of indicators and tasks. */
function rowAt(editor: Editor): string | null {
  const { draft, sheet } = editor.document.snapshot()
  const entity = sheet.rows[editor.grid.selection.anchor.row]?.entity ?? null
  return entity === null ? null : (draft[entity.block][entity.index]?.id ?? null)
}

function sizeOf(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`
}

/** While the unit fills in, or answers a review or a rectification. */
function mayAttach(view: FilingView): boolean {
  return (
    view.editable ||
    view.allowed.some(({ event, allowed }) => allowed && (event === 'answerRectification' || event === 'appeal'))
  )
}

export function EvidencePanel({ view, editor, refresh }: EvidencePanelProps) {
  const say = useSay()
  const nameOf = useRowName(editor)
  useGridSnapshot(editor.grid)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const row = rowAt(editor)
  const { id } = view.summary
  const isOpen = mayAttach(view)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      // The row may have been typed a moment ago.
      await editor.document.flush()
      await work()
      await refresh()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const add = (files: readonly File[]) =>
    run(async () => {
      for (const file of files) {
        const body = new FormData()
        body.append('paths', JSON.stringify(row === null ? [] : [row]))
        body.append('file', file)
        await ask('POST /api/filings/:id/evidence', { params: { id }, body })
      }
    })
  const own = view.evidence.filter(({ places }) => row !== null && places.includes(row))
  const others = view.evidence.filter((each) => !own.includes(each))
  const list = (files: readonly Evidence[], title: string) =>
    files.length > 0 && (
      <section aria-label={title}>
        <h2>{title}</h2>
        <ul className="plain evidence">
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/api/filings/${id}/evidence/${file.id}/file`} download>
                {file.name}
              </a>{' '}
              <span className="soft figures">{sizeOf(file.size)}</span>
              {file.places.map((place) => (
                <span key={place} className="soft">
                  {' '}
                  {nameOf(place)}
                </span>
              ))}
              {isOpen && (
                <button
                  type="button"
                  className="button quiet"
                  disabled={isBusy}
                  aria-label={say('evidence.dropNamed', { name: file.name })}
                  onClick={() =>
                    void run(() =>
                      ask('DELETE /api/filings/:id/evidence/:evidence', { params: { id, evidence: file.id } }),
                    )
                  }
                >
                  {say('evidence.drop')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <div className="evidence-panel">
      <SaidRefusal error={error} />
      {isOpen && (
        <div className="field">
          <span className="label">
            {row === null ? say('evidence.addWhole') : say('evidence.add', { row: nameOf(row) })}
          </span>
          <span>
            <FilesButton
              shown={say('evidence.choose')}
              label={row === null ? say('evidence.addWhole') : say('evidence.add', { row: nameOf(row) })}
              isBusy={isBusy}
              onChoose={(files) => void add(files)}
            />
          </span>
          <span className="soft">{say('evidence.kinds')}</span>
        </div>
      )}
      {view.evidence.length === 0 && <p className="soft">{say('evidence.none')}</p>}
      {list(own, say('evidence.ofRow'))}
      {list(others, say('evidence.others'))}
    </div>
  )
}
