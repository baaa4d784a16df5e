/** Home: what waits for me, then everything I see, and how far each campaign has come. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Campaign, FilingSummary, Me } from '../../../src/api/types.ts'
import { type Role, roleNames } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import { all } from '../desk/lists.ts'
import { useMatch } from '../editor/use-match.ts'
import { SearchField } from '../shell/search-field.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { Beginnings } from './beginnings.tsx'
import { CampaignProgress } from './campaign-progress.tsx'
import { FilingList } from './filing-list.tsx'
import { Notices } from './notices.tsx'

export interface Campaigns {
  readonly campaigns: ReadonlyMap<string, Campaign>
  readonly isLoading: boolean
}

export function useCampaigns(): Campaigns {
  const { data, isLoading } = useQuery({
    queryKey: ['campaigns'],
    queryFn: async () => (await ask('GET /api/campaigns')).items,
  })
  const campaigns = useMemo(() => new Map((data ?? []).map((campaign) => [campaign.id, campaign])), [data])
  return { campaigns, isLoading }
}

export function useFilings(todo: boolean): readonly FilingSummary[] | undefined {
  return useQuery({
    queryKey: ['filings', todo],
    queryFn: () => all('GET /api/filings', { todo: todo ? 'true' : 'false' }),
  }).data
}

export function Home({ me }: { me: Me }) {
  const say = useSay()
  const { lang } = usePreferences()
  const { campaigns, isLoading } = useCampaigns()
  const todo = useFilings(true)
  usePageTitle(say('nav.home'))
  const every = useFilings(false)
  const roles = [...new Set(me.person.roles.map(({ role }) => roleNames[role as Role]?.[lang] ?? role))]
  const waiting = new Set(todo?.map(({ id }) => id))
  const others = (every ?? []).filter(({ id }) => !waiting.has(id)).sort(byNearness)
  return (
    <div className="page home">
      <header>
        <h1>{say('home.title', { name: me.person.name })}</h1>
        <p className="soft">
          {[me.person.organisation?.name, roles.join(lang === 'zh' ? '、' : ', ')].filter(Boolean).join(' · ')}
        </p>
      </header>
      <Notices />
      {me.rights.includes('install') && <Beginnings />}
      <section aria-labelledby="todo">
        <h2 id="todo">{todo === undefined ? say('home.waiting') : say('home.todo', { n: todo.length })}</h2>
        {todo === undefined ? (
          <p className="soft">{say('page.loading')}</p>
        ) : todo.length === 0 ? (
          <p className="soft quiet-line">{say('home.nothing')}</p>
        ) : (
          <FilingList filings={todo} campaigns={campaigns} tellReturns />
        )}
      </section>
      {me.rights.length > 0 && todo?.length === 0 && <AdminWays me={me} />}
      {me.rights.includes('runCampaigns') &&
        (isLoading || campaigns.size > 0 ? <CampaignProgress campaigns={[...campaigns.values()]} /> : <NoCampaigns />)}
      {others.length > 0 && <Others filings={others} campaigns={campaigns} />}
    </div>
  )
}

function NoCampaigns() {
  const say = useSay()
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{say('home.progress')}</h2>
      <p>{say('home.noCampaigns')}</p>
      <p className="quiet-line">
        <Link className="button main" to="/admin/$part" params={{ part: 'campaigns' }}>
          {say('home.newCampaign')}
        </Link>
      </p>
    </section>
  )
}

const ways = [
  ['people', 'administer'],
  ['units', 'administer'],
  ['campaigns', 'runCampaigns'],
  ['system', 'administer'],
] as const

/** For whoever looks after the house rather than its forms: the parts of the administration, each with what it is for. */
function AdminWays({ me }: { me: Me }) {
  const say = useSay()
  const open = ways.filter(([, right]) => me.rights.includes(right))
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{say('nav.admin')}</h2>
      <ul className="plain tasks">
        {open.map(([part]) => (
          <li key={part}>
            <span className="filing-name">
              <Link to="/admin/$part" params={{ part }}>
                {say(`ways.${part}`)}
              </Link>
              <span className="soft">{say(`ways.${part}.hint`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Lines shown at once. */
const step = 30

/** What still moves first, then the later years. */
function byNearness(one: FilingSummary, other: FilingSummary): number {
  const rests = ({ stage }: FilingSummary) => Number(stage === 'published' || stage === 'closed')
  return (
    rests(one) - rests(other) ||
    other.fiscalYear - one.fiscalYear ||
    one.organisation.name.localeCompare(other.organisation.name, 'zh')
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
  const [most, setMost] = useState(step)
  const matches = useMatch(query)
  const shown = filings.filter(({ organisation, title }) => matches(`${organisation.name} ${title}`))
  return (
    <section aria-labelledby="others">
      <div className="section-head">
        <h2 id="others">{say('home.others', { n: filings.length })}</h2>
        <SearchField label={say('home.search')} value={query} onChange={setQuery} />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{say('find.none')}</p>
      ) : (
        <FilingList filings={shown.slice(0, most)} campaigns={campaigns} />
      )}
      {shown.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + step)}>
          {say('home.more')}
        </button>
      )}
    </section>
  )
}
