/** How far each campaign has come, and who has not submitted. */

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Campaign } from '../../../src/api/types.ts'
import { stageNames, stages } from '../../../src/core/review/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { DueDay } from './filing-list.tsx'
import { useFilings } from './home.tsx'
import { NudgeDialog } from './nudge-dialog.tsx'
import { useTaskSay } from './task-texts.ts'

export function CampaignProgress({ campaigns }: { campaigns: readonly Campaign[] }) {
  const say = useSay()
  const { lang } = usePreferences()
  if (campaigns.length === 0) return null
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{say('home.progress')}</h2>
      <ul className="plain tasks">
        {campaigns.map((campaign) => {
          const { id, title, closes, counts } = campaign
          const whole = Object.values(counts).reduce((sum, count) => sum + count, 0)
          const filling = counts.filling ?? 0
          const filled = whole - filling - (counts.recalled ?? 0)
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
              {filling > 0 && <DueDay closes={closes} />}
              <span className="progress">
                <progress max={Math.max(1, whole)} value={filled} aria-label={say('home.filled', { filled, whole })} />
                <span className="figures">{say('home.filled', { filled, whole })}</span>
              </span>
              {filling > 0 && <Missing campaign={campaign} n={filling} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Missing({ campaign, n }: { campaign: Campaign; n: number }) {
  const say = useSay()
  const sayTask = useTaskSay()
  const [isNudging, setNudging] = useState(false)
  const every = useFilings(false)
  const missing = (every ?? []).filter((filing) => filing.campaign === campaign.id && filing.stage === 'filling')
  return (
    <div className="missing">
      <details>
        <summary>{say('home.missing', { n })}</summary>
        <ul>
          {missing.map(({ id, title }) => (
            <li key={id}>
              <Link to="/forms/$id" params={{ id }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" className="button" disabled={missing.length === 0} onClick={() => setNudging(true)}>
        {sayTask('nudge.act')}
      </button>
      {isNudging && <NudgeDialog campaign={campaign} missing={missing} onClose={() => setNudging(false)} />}
    </div>
  )
}
