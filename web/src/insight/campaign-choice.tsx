/** Which campaign the page shows: kept in the address, so that a page of figures can be sent to somebody. */

import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Campaign } from '../../../src/api/types.ts'
import { useCampaigns } from '../pages/home.tsx'
import { useInsightSay } from './insight-texts.ts'

/** The one asked for, else the latest; `undefined` while they are asked for, null where there is none. */
export function useCampaign(): Campaign | null | undefined {
  const { campaign } = useSearch({ strict: false }) as { readonly campaign?: string }
  const { campaigns, isLoading } = useCampaigns()
  if (isLoading) return undefined
  const latest = [...campaigns.values()].sort((one, other) => other.fiscalYear - one.fiscalYear)[0]
  return (campaign === undefined ? undefined : campaigns.get(campaign)) ?? latest ?? null
}

export function CampaignChoice({ campaign }: { campaign: Campaign }) {
  const say = useInsightSay()
  const navigate = useNavigate()
  const { campaigns } = useCampaigns()
  const sorted = [...campaigns.values()].sort((one, other) => other.fiscalYear - one.fiscalYear)
  return (
    <label className="campaign-choice">
      <span className="unseen">{say('insight.campaign')}</span>
      <select
        className="input"
        value={campaign.id}
        onChange={(event) => void navigate({ to: '.', search: { campaign: event.target.value } as never })}
      >
        {sorted.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
