/** What people said to cells of the form, and what is settled. */

import { useState } from 'react'
import type { FilingView } from '../../../src/api/types.ts'
import { cellAtPath, pathOf } from '../../../src/core/draft/index.ts'
import { ask } from '../desk/api.ts'
import { columnNameOf, rowNameOf } from '../editor/describe.ts'
import type { Editor } from '../editor/editor.ts'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useSay } from '../texts/index.ts'
import { PhraseChoice } from './phrase-choice.tsx'

interface CommentsProps {
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

/** The cell a place names, as the form prints it. */
function nameOf(editor: Editor, place: string): { readonly name: string; readonly path: string | null } {
  const { draft, sheet } = editor.document.snapshot()
  const [row = '', column = 'name'] = place.split(' ')
  const path = pathOf(draft, { row, column })
  const cell = path === null ? null : editor.cellOf(path)
  if (cell === null) return { name: '', path: null }
  return { name: [rowNameOf(sheet, cell), columnNameOf(sheet, cell)].filter((text) => text !== '').join(' · '), path }
}

export function Comments({ view, editor, refresh }: CommentsProps) {
  const say = useSay()
  useGridSnapshot(editor.grid)
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>(null)
  const { draft } = editor.document.snapshot()
  const active = editor.grid.active
  const address = active?.path == null ? null : cellAtPath(draft, active.path)
  const place = address === null ? 'form' : `${address.row} ${address.column}`
  const mayComment = view.allowed.some(({ event, allowed }) => event === 'comment' && allowed)
  const { id } = view.summary
  const send = (sent: Promise<unknown>) => {
    setError(null)
    sent.then(async () => {
      setText('')
      await refresh()
    }, setError)
  }
  return (
    <div className="comments">
      <SaidRefusal error={error} />
      {mayComment && (
        <div className="field">
          <label className="field">
            <span className="label">
              {say('comment.on', { cell: place === 'form' ? say('comment.whole') : nameOf(editor, place).name })}
            </span>
            <textarea className="input" value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <PhraseChoice typed={text} onChoose={setText} />
          <button
            type="button"
            className="button"
            disabled={text.trim() === ''}
            onClick={() =>
              send(ask('POST /api/filings/:id/comments', { params: { id }, body: { place, text: text.trim() } }))
            }
          >
            {say('comment.send')}
          </button>
        </div>
      )}
      {view.comments.length === 0 && <p className="soft">{say('comment.none')}</p>}
      <ul className="plain">
        {view.comments.map((comment) => {
          const { name, path } = nameOf(editor, comment.place)
          return (
            <li key={comment.id} className={comment.resolvedAt === null ? 'comment' : 'comment is-settled'}>
              <p>
                <strong>{comment.by.name}</strong>{' '}
                {path !== null && (
                  <button type="button" className="button quiet" onClick={() => editor.goTo(path)}>
                    {name}
                  </button>
                )}
              </p>
              <p>{comment.text}</p>
              {comment.resolvedAt === null && mayComment && (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() =>
                    send(
                      ask('POST /api/filings/:id/comments/:comment/resolve', {
                        params: { id, comment: comment.id },
                        body: {},
                      }),
                    )
                  }
                >
                  {say('comment.settle')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
