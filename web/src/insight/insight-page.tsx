/** Many forms at once: each chart with its sentence, its table, its csv and its picture; every mark leads to the form behind it. */

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Campaign } from '../../../src/api/types.ts'
import { NeedsSignIn } from '../pages/needs-sign-in.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import { CampaignChoice, useCampaign } from './campaign-choice.tsx'
import {
  useEveryFiling,
  useFilingsOf,
  useProgress,
  useReviewEffects,
  useRows,
  useView,
  useYears,
} from './insight-data.ts'
import '../pages/pages.css'
import './insight.css'
import { useInsightSay } from './insight-texts.ts'
import { LossesChart, OverChart, SatisfactionChart } from './losses.tsx'
import { DaysChart, ProgressChart, ReviewChart } from './progress-charts.tsx'
import { SpendingChart } from './spending.tsx'
import { CeilingChart, GradesChart, TotalsChart } from './totals.tsx'
import { YearsChart } from './years.tsx'

export function InsightPage() {
  const say = useSay()
  const me = useMe()
  const campaign = useCampaign()
  const sayInsight = useInsightSay()
  usePageTitle(say('nav.insight'))
  if (me === null) return <NeedsSignIn />
  if (me === undefined || campaign === undefined) return <p className="page soft">{say('page.loading')}</p>
  return (
    <div className="page insight">
      <div className="section-head">
        <h1>{sayInsight('insight.title')}</h1>
        {campaign !== null && (
          <div className="insight-ways">
            <CampaignChoice campaign={campaign} />
            <Link className="button" to="/insight/page" search={{ campaign: campaign.id } as never}>
              {sayInsight('insight.page')}
            </Link>
          </div>
        )}
      </div>
      {campaign !== null && <p className="soft">{sayInsight('insight.keys')}</p>}
      {campaign === null ? (
        <p>
          {sayInsight('insight.none')}{' '}
          {me.rights.includes('runCampaigns') && (
            <Link to="/admin/$part" params={{ part: 'campaigns' }}>
              {say('home.newCampaign')}
            </Link>
          )}
        </p>
      ) : (
        <Charts key={campaign.id} campaign={campaign} />
      )}
    </div>
  )
}

/** Rows that the chart of over-achievement and its table hold. */
const overRows = 200

function Charts({ campaign }: { campaign: Campaign }) {
  const { id, fiscalYear } = campaign
  const view = useView(id)
  const filings = useFilingsOf(id)
  const years = useYears()
  const every = useEveryFiling()
  const over = useRows({ campaign: id, sort: 'over', limit: overRows })
  const progress = useProgress(id)
  const effects = useReviewEffects(id)
  const [seen, forms] = [view.data ?? null, filings.data ?? null]
  const both = seen === null || forms === null ? null : { view: seen, filings: forms }
  return (
    <div className="insight-charts">
      <Slot of={progress}>{progress.data !== undefined && <ProgressChart progress={progress.data} />}</Slot>
      <Slot of={view}>{seen !== null && <GradesChart view={seen} />}</Slot>
      <Slot of={filings} isWide>
        {both !== null && <TotalsChart {...both} />}
      </Slot>
      <Slot of={filings} isWide>
        {both !== null && <SpendingChart {...both} />}
      </Slot>
      <Slot of={view} isWide>
        {seen !== null && <LossesChart view={seen} campaign={id} />}
      </Slot>
      <Slot of={over} isWide>
        {seen !== null && over.data !== undefined && <OverChart view={seen} rows={over.data} />}
      </Slot>
      <Slot of={view}>{seen !== null && <SatisfactionChart view={seen} />}</Slot>
      <Slot of={filings}>{both !== null && <CeilingChart {...both} />}</Slot>
      <Slot of={effects} isWide>
        {effects.data !== undefined && <ReviewChart effects={effects.data} />}
      </Slot>
      <Slot of={years} isWide>
        {every.data !== undefined && years.data !== undefined && (
          <YearsChart filings={every.data} views={years.data} year={fiscalYear} />
        )}
      </Slot>
      <Slot of={progress} isWide>
        {progress.data !== undefined && progress.data.days.length > 0 && <DaysChart progress={progress.data} />}
      </Slot>
    </div>
  )
}

interface SlotProps {
  readonly of: { readonly isPending: boolean; readonly error: unknown }
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** The place of a chart while its figures come; one that does not come does not spoil the others. */
function Slot({ of, isWide = false, children }: SlotProps) {
  const say = useSay()
  return (
    <div className={isWide ? 'slot is-wide' : 'slot'}>
      {of.error !== null ? (
        <SaidRefusal error={of.error} />
      ) : of.isPending ? (
        <p className="card soft slot-waits">{say('page.loading')}</p>
      ) : (
        children
      )}
    </div>
  )
}
