/** Two people in one cell: what stands there now and what was typed here, side by side; one key takes either. */

import { type Conflict, pathOf } from '../../../src/core/draft/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import type { Editor } from './editor.ts'

export function ConflictNotice({ editor, conflicts }: { editor: Editor; conflicts: readonly Conflict[] }) {
  const say = useSay()
  const { lang } = usePreferences()
  const { draft } = editor.document.snapshot()
  return (
    <div className="notice warning conflicts" role="alert">
      <strong>{say('conflict.title', { n: conflicts.length })}</strong>
      <ul className="plain">
        {conflicts.map((conflict, at) => {
          const { edit, found, text } = conflict
          const path = edit.kind === 'cell' ? pathOf(draft, edit) : null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is settled as a whole
            <li key={at}>
              {path !== null && (
                <button type="button" className="button" onClick={() => editor.goTo(path)}>
                  {say('conflict.go')}
                </button>
              )}{' '}
              {edit.kind === 'cell' ? say('conflict.cell', { mine: edit.to, theirs: found }) : text[lang]}{' '}
              {edit.kind === 'cell' && conflict.code === 'changed' && (
                <button
                  type="button"
                  className="button"
                  onClick={() =>
                    editor.change([{ kind: 'cell', row: edit.row, column: edit.column, from: found, to: edit.to }])
                  }
                >
                  {say('conflict.takeMine')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <button type="button" className="button" onClick={() => editor.document.settle()}>
        {say('conflict.done')}
      </button>
    </div>
  )
}
