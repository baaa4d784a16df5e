/** Rows behind a column of a chart: what lost most points, each with a way to its cell. */

import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ChartTableView } from '../charts/chart.tsx'
import { HouseLink } from '../charts/house-link.tsx'
import '../charts/charts.css'
import { useMatch } from '../editor/use-match.ts'
import { NeedsSignIn } from '../pages/needs-sign-in.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { useSay } from '../texts/index.ts'
import { useCampaign } from './campaign-choice.tsx'
import { placeOf, useRows } from './insight-data.ts'
import '../pages/pages.css'
import './insight.css'
import { SearchField } from '../shell/search-field.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useInsightSay } from './insight-texts.ts'

const most = 400

export function RowsPage() {
  const say = useSay()
  usePageTitle(say('nav.insight'))
  const me = useMe()
  const campaign = useCampaign()
  if (me === null) return <NeedsSignIn />
  if (me === undefined || campaign == null) return <p className="page soft">{say('page.loading')}</p>
  return <Rows campaign={campaign.id} title={campaign.title} />
}

function Rows({ campaign, title }: { campaign: string; title: string }) {
  const say = useInsightSay()
  const saySome = useSay()
  const { level2 } = useSearch({ strict: false }) as { readonly level2?: string }
  const rows = useRows({ campaign, sort: 'lost', limit: most, ...(level2 === undefined ? {} : { level2 }) })
  const [query, setQuery] = useState('')
  const matches = useMatch(query)
  const head = level2 === undefined ? say('rows.title') : `${say('rows.title')} · ${level2}`
  const shown = (rows.data ?? []).filter(({ name, organisation }) => matches(`${organisation.name} ${name}`))
  return (
    <div className="page insight-rows">
      <p>
        <HouseLink href={`/insight?campaign=${campaign}`}>← {say('rows.back')}</HouseLink>
      </p>
      <div className="section-head">
        <div>
          <h1>{head}</h1>
          <p className="soft">
            {title} · {say('rows.hint')}
          </p>
        </div>
        <SearchField label={say('rows.find')} value={query} onChange={setQuery} />
      </div>
      <SaidRefusal error={rows.error} />
      {rows.isPending ? (
        <p className="soft">{saySome('page.loading')}</p>
      ) : (
        <ChartTableView
          title={head}
          table={{
            columns: [
              { title: say('col.name') },
              { title: say('col.unit') },
              { title: say('col.target') },
              { title: say('col.actual') },
              { title: say('col.weight'), isNumber: true },
              { title: say('col.score'), isNumber: true },
              { title: say('col.lost'), isNumber: true },
            ],
            rows: shown.map(({ filing, path, name, organisation, target, actual, weight, score, lost }) => ({
              key: `${filing} ${path}`,
              href: placeOf(filing, `${path}/score`),
              cells: [name, organisation.name, target, actual, weight ?? '', score ?? '', lost ?? ''],
            })),
          }}
        />
      )}
    </div>
  )
}
