/** Filings as a list of tasks: whose, in what state, what was found, what it is worth. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Campaign, FilingSummary } from '../../../src/api/types.ts'
import { stageNames } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import { type Say, useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

const toned: Readonly<Record<string, string>> = {
  filling: 'info',
  published: 'good',
  closed: 'good',
  final: 'good',
  recalled: 'warning',
  appealed: 'warning',
  rectifying: 'warning',
}

export function StageTag({ stage }: { stage: FilingSummary['stage'] }) {
  const { lang } = usePreferences()
  return <span className={`tag ${toned[stage] ?? ''}`}>{stageNames[stage][lang]}</span>
}

/** Whose form it is, of which project where it is one, of which year. */
export function titleOf({ organisation, title, fiscalYear }: FilingSummary, say: Say): string {
  const project = title === organisation.name ? [] : [title]
  return [organisation.name, ...project, say('filing.year', { year: fiscalYear })].join(' · ')
}

const day = 86_400_000

/** Days from today to a day; negative where it is past. */
function daysUntil(due: string): number {
  const today = new Date()
  return Math.round((Date.parse(due) - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / day)
}

/** Until when, and how near that is, in words. */
export function DueDay({ closes }: { closes: string }) {
  const say = useSay()
  const left = daysUntil(closes)
  return (
    <span className={left < 0 ? 'tag error' : left <= 7 ? 'tag warning' : 'soft figures'}>
      {say('filing.due', { day: closes })}
      {left < 0
        ? ` · ${say('filing.overdue', { n: -left })}`
        : left <= 30
          ? ` · ${say('filing.left', { n: left })}`
          : ''}
    </span>
  )
}

interface FilingListProps {
  readonly filings: readonly FilingSummary[]
  readonly campaigns: ReadonlyMap<string, Campaign>
  /** Says of each form that came back why it did. */
  readonly tellReturns?: boolean
}

/** Why a form came back, in the words of who returned it. */
function LastReturn({ id }: { id: string }) {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['record', id, 'last-return'],
    queryFn: () => ask('GET /api/filings/:id/record', { params: { id }, query: { limit: 500 } }),
  })
  // What was submitted again after its return waits with somebody else.
  const last = data?.items.find(({ event }) => event.kind === 'return' || event.kind === 'submit')
  if (last?.event.kind !== 'return') return null
  return (
    <span className="came-back">
      <strong>{say('filing.returned')}</strong> {String(last.event.reason ?? '')}
      {last.by !== null && <span className="soft"> · {last.by.name}</span>}
    </span>
  )
}

export function FilingList({ filings, campaigns, tellReturns = false }: FilingListProps) {
  const say = useSay()
  return (
    <ul className="plain tasks">
      {filings.map((filing) => (
        <li key={filing.id}>
          <span className="filing-name">
            <Link to="/forms/$id" params={{ id: filing.id }}>
              {titleOf(filing, say)}
            </Link>
            <span className="soft">{campaigns.get(filing.campaign)?.title}</span>
            {tellReturns && filing.stage === 'filling' && filing.round > 0 && <LastReturn id={filing.id} />}
          </span>
          {filing.stage === 'filling' && campaigns.has(filing.campaign) && (
            <DueDay closes={campaigns.get(filing.campaign)!.closes} />
          )}
          {filing.errors > 0 && (
            <span className="tag error">
              {say('severity.error')} {filing.errors}
            </span>
          )}
          <span className="figures filing-total">
            <span className="soft">{say('home.total')}</span> {filing.total ?? '—'}
          </span>
          <span className="filing-stage">
            <StageTag stage={filing.stage} />
          </span>
        </li>
      ))}
    </ul>
  )
}
