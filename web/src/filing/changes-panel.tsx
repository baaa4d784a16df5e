/** The differences since the last return, each with what stood there, to be gone to. */

import { sayPath } from '../../../src/core/texts/index.ts'
import { columnNameOf, rowNameOf } from '../editor/describe.ts'
import type { Editor } from '../editor/editor.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import type { Changes } from './changes.ts'

export function ChangesPanel({ changes, editor }: { changes: Changes; editor: Editor }) {
  const say = useSay()
  const { cells, added, removed, since } = changes
  const { lang } = usePreferences()
  const { sheet, form } = editor.document.snapshot()
  return (
    <div className="changes-panel">
      {since !== null && (
        <p>
          {say('changes.since')} <time dateTime={since.at}>{since.at.slice(0, 10)}</time> {since.by?.name}
          {typeof since.event.reason === 'string' && <q>{since.event.reason}</q>}
        </p>
      )}
      {(added > 0 || removed > 0) && <p className="figures">{say('changes.rows', { added, removed })}</p>}
      {cells.length === 0 && <p className="soft">{say('changes.none')}</p>}
      <ul className="plain">
        {cells.map(({ path, from, to }) => {
          const cell = editor.cellOf(path)
          const name =
            cell === null ? sayPath(form, path, lang) : [rowNameOf(sheet, cell), columnNameOf(sheet, cell)].join(' · ')
          return (
            <li key={path} className="finding">
              <button type="button" className="jump" onClick={() => editor.goTo(path)}>
                <span className="where">{name}</span>
                <span>
                  <del>{from === '' ? say('cell.empty') : from}</del> → <ins>{to === '' ? say('cell.empty') : to}</ins>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
