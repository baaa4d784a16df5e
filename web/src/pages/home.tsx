/** Home: what waits for me, then everything I see, and how far each campaign has come. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Campaign, FilingSummary, Me, Page } from '../../../src/api/types.ts'
import { type Role, roleNames, stageNames, stages } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import { usePinyin } from '../editor/pinyin.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { FilingList } from './filing-list.tsx'

/** Every page of a list, up to a bound that no person reads beyond. */
async function all<T>(path: string): Promise<readonly T[]> {
  const items: T[] = []
  let after: string | null = null
  do {
    const more: string = after === null ? '' : `&after=${encodeURIComponent(after)}`
    const page: Page<T> = await ask<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}limit=200${more}`)
    items.push(...page.items)
    after = page.next
  } while (after !== null && items.length < 2000)
  return items
}

export function useCampaigns(): ReadonlyMap<string, Campaign> {
  const { data } = useQuery({ queryKey: ['campaigns'], queryFn: () => all<Campaign>('/api/campaigns') })
  return new Map((data ?? []).map((campaign) => [campaign.id, campaign]))
}

export function useFilings(todo: boolean): readonly FilingSummary[] | undefined {
  return useQuery({
    queryKey: ['filings', todo],
    queryFn: () => all<FilingSummary>(`/api/filings?todo=${todo}`),
  }).data
}

export function Home({ me }: { me: Me }) {
  const say = useSay()
  const { lang } = usePreferences()
  const campaigns = useCampaigns()
  const todo = useFilings(true)
  const every = useFilings(false)
  const roles = [...new Set(me.person.roles.map(({ role }) => roleNames[role as Role]?.[lang] ?? role))]
  const waiting = new Set(todo?.map(({ id }) => id))
  const others = every?.filter(({ id }) => !waiting.has(id)) ?? []
  return (
    <div className="page home">
      <header>
        <h1>{say('home.title', { name: me.person.name })}</h1>
        <p className="soft">
          {[me.person.organisation?.name, roles.join(lang === 'zh' ? '、' : ', ')].filter(Boolean).join(' · ')}
        </p>
      </header>
      <section aria-labelledby="todo">
        <h2 id="todo">{say('home.todo', { n: todo?.length ?? 0 })}</h2>
        {todo === undefined ? (
          <p className="soft">{say('page.loading')}</p>
        ) : todo.length === 0 ? (
          <p className="soft">{say('home.nothing')}</p>
        ) : (
          <FilingList filings={todo} campaigns={campaigns} />
        )}
      </section>
      {me.rights.includes('runCampaigns') && <Progress campaigns={[...campaigns.values()]} />}
      {others.length > 0 && <Others filings={others} campaigns={campaigns} />}
    </div>
  )
}

function Progress({ campaigns }: { campaigns: readonly Campaign[] }) {
  const say = useSay()
  const { lang } = usePreferences()
  if (campaigns.length === 0) return null
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{say('home.progress')}</h2>
      <ul className="plain tasks">
        {campaigns.map(({ id, title, closes, counts }) => {
          const whole = Object.values(counts).reduce((sum, count) => sum + count, 0)
          const filled = whole - (counts.filling ?? 0) - (counts.recalled ?? 0)
          return (
            <li key={id}>
              <span className="filing-name">
                <strong>{title}</strong>
                <span className="soft figures">
                  {stages
                    .filter((stage) => (counts[stage] ?? 0) > 0)
                    .map((stage) => `${stageNames[stage][lang]} ${counts[stage]}`)
                    .join(' · ')}
                </span>
              </span>
              <span className="soft figures">{say('filing.due', { day: closes })}</span>
              <span className="progress">
                <progress max={Math.max(1, whole)} value={filled} aria-label={say('home.filled', { filled, whole })} />
                <span className="figures">{say('home.filled', { filled, whole })}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Others({
  filings,
  campaigns,
}: {
  filings: readonly FilingSummary[]
  campaigns: ReadonlyMap<string, Campaign>
}) {
  const say = useSay()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const spelling = usePinyin(/^[a-z]+$/.test(wanted))
  const shown = filings.filter(({ organisation, title }) => {
    const text = `${organisation.name} ${title}`
    return wanted === '' || text.toLowerCase().includes(wanted) || spelling?.(text).includes(wanted) === true
  })
  return (
    <section aria-labelledby="others">
      <div className="section-head">
        <h2 id="others">{say('home.others', { n: filings.length })}</h2>
        <input
          className="input"
          type="search"
          aria-label={say('home.search')}
          placeholder={say('home.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{say('find.none')}</p>
      ) : (
        <FilingList filings={shown.slice(0, 200)} campaigns={campaigns} />
      )}
    </section>
  )
}
