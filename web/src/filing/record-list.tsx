/** The record of a filing in words, the newest first. */

import { useQuery } from '@tanstack/react-query'
import { findRow, textAt } from '../../../src/core/draft/index.ts'
import { sayEvent } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

export function RecordList({ id, editor }: { id: string; editor: Editor }) {
  const say = useSay()
  const { lang } = usePreferences()
  const { data } = useQuery({
    queryKey: ['record', id],
    queryFn: () => ask('GET /api/filings/:id/record', { params: { id }, query: { limit: 200 } }),
  })
  const row = (of: string) => {
    const found = findRow(editor.document.snapshot().draft, of)?.row
    return found === undefined ? undefined : textAt(found, 'name')
  }
  if (data === undefined) return <p className="soft">{say('page.loading')}</p>
  return (
    <ol className="plain record-list">
      {data.items.map(({ seq, at, event }) => (
        <li key={seq}>
          <time className="soft figures" dateTime={at}>
            {new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' })}
          </time>{' '}
          {sayEvent(event, { row })[lang]}
        </li>
      ))}
    </ol>
  )
}
