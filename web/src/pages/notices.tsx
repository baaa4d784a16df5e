/** What the bureau or the clock has told somebody: stands at home until it is noted. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Notice } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { all } from '../desk/lists.ts'
import { type NewsKind, useNews } from '../desk/news.ts'
import { usePreferences } from '../theme/preferences.ts'
import { useTaskSay } from './task-texts.ts'

export function Notices() {
  const say = useTaskSay()
  const { lang } = usePreferences()
  const client = useQueryClient()
  const { data = [] } = useQuery({ queryKey: ['notices'], queryFn: () => all('GET /api/notices', { unread: 'true' }) })
  const onNews = useCallback(
    (kind: NewsKind) => {
      if (kind === 'notice') void client.invalidateQueries({ queryKey: ['notices'] })
    },
    [client],
  )
  useNews(onNews)
  if (data.length === 0) return null
  const note = async (notices: readonly Notice[]) => {
    const ids = notices.slice(0, 500).map(({ id }) => id)
    await ask('POST /api/notices/read', { body: { ids } })
    await client.invalidateQueries({ queryKey: ['notices'] })
  }
  return (
    <section aria-labelledby="notices">
      <div className="section-head">
        <h2 id="notices">{say('notices.title', { n: data.length })}</h2>
        {data.length > 1 && (
          <button type="button" className="button" onClick={() => void note(data)}>
            {say('notices.readAll')}
          </button>
        )}
      </div>
      <ul className="plain tasks">
        {data.map((notice) => (
          <li key={notice.id}>
            <span className="filing-name">
              <span>
                <span className="tag info">{say(`notices.${notice.kind}`)}</span> {notice.words[lang]}
              </span>
              <time className="soft figures" dateTime={notice.at}>
                {new Date(notice.at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                })}
              </time>
            </span>
            {notice.filing !== null && (
              <Link className="button" to="/forms/$id" params={{ id: notice.filing }}>
                {say('notices.open')}
              </Link>
            )}
            {notice.kind === 'jobDone' && (
              <Link className="button" to="/admin/$part" params={{ part: 'jobs' }}>
                {say('notices.jobs')}
              </Link>
            )}
            <button
              type="button"
              className="button"
              aria-label={say('notices.readOne', { text: notice.words[lang] })}
              onClick={() => void note([notice])}
            >
              {say('notices.read')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
