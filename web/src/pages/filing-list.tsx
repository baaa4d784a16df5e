/** Filings as a list of tasks: whose, in what state, what was found, what it is worth. */

import { Link } from '@tanstack/react-router'
import type { Campaign, FilingSummary } from '../../../src/api/types.ts'
import { stageNames } from '../../../src/core/review/index.ts'
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

interface FilingListProps {
  readonly filings: readonly FilingSummary[]
  readonly campaigns: ReadonlyMap<string, Campaign>
}

export function FilingList({ filings, campaigns }: FilingListProps) {
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
          </span>
          {filing.stage === 'filling' && campaigns.has(filing.campaign) && (
            <span className="soft figures">{say('filing.due', { day: campaigns.get(filing.campaign)!.closes })}</span>
          )}
          <span className="figures">{filing.total ?? '—'}</span>
          {filing.errors > 0 && (
            <span className="tag error">
              {say('severity.error')} {filing.errors}
            </span>
          )}
          <StageTag stage={filing.stage} />
        </li>
      ))}
    </ul>
  )
}
