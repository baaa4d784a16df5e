/** Campaigns: made, issued, extended, recalled. */

import { useState } from 'react'
import type { Campaign } from '../../../src/api/types.ts'
import { type Stage, stageNames, stages } from '../../../src/core/review/index.ts'
import { HouseLink } from '../charts/house-link.tsx'
import { useCampaigns } from '../pages/home.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { MenuButton } from '../shell/menu.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { useAdminSay } from './admin-texts.ts'
import { CampaignDialog } from './campaign-dialog.tsx'
import { ExecutionDialog } from './execution-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { useManySay } from './many-texts.ts'
import { RecallDialog } from './recall-dialog.tsx'

interface Opened {
  readonly kind: 'change' | 'issue' | 'recall' | 'execution'
  readonly campaign: Campaign
}

export function CampaignsPart() {
  const say = useAdminSay()
  const sayMany = useManySay()
  const { lang } = usePreferences()
  const { campaigns, isLoading } = useCampaigns()
  const [opened, setOpened] = useState<Opened | 'new' | null>(null)
  const [told, setTold] = useState('')
  const sorted = [...campaigns.values()].sort((one, other) => other.fiscalYear - one.fiscalYear)
  const close = () => setOpened(null)
  const countsOf = ({ counts }: Campaign) =>
    stages
      .filter((stage: Stage) => (counts[stage] ?? 0) > 0)
      .map((stage) => `${stageNames[stage][lang]} ${counts[stage]}`)
      .join(' · ')
  return (
    <>
      <div className="section-head">
        <p className="soft">{say('campaigns.hint')}</p>
        <button type="button" className="button main" onClick={() => setOpened('new')}>
          {say('campaigns.add')}
        </button>
      </div>
      {told !== '' && (
        <p className="notice" role="status">
          {told}
        </p>
      )}
      {!isLoading && sorted.length === 0 && <p>{say('campaigns.none')}</p>}
      {sorted.length > 0 && (
        <ListTable>
          <table className="data">
            <caption className="unseen">{say('admin.campaigns')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('campaigns.name')}</th>
                <th scope="col">{say('campaigns.opens')}</th>
                <th scope="col">{say('campaigns.closes')}</th>
                <th scope="col">{say('campaigns.counts')}</th>
                <th scope="col">{say('people.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((campaign) => (
                <tr key={campaign.id}>
                  <th scope="row">
                    {campaign.title}
                    <div className="soft">
                      {say(`campaigns.${campaign.kind}`)} · {campaign.fiscalYear}
                    </div>
                  </th>
                  <td className="figures">{campaign.opens}</td>
                  <td className="figures">{campaign.closes}</td>
                  <td>
                    {countsOf(campaign) === '' ? (
                      <button type="button" className="button" onClick={() => setOpened({ kind: 'issue', campaign })}>
                        {say('campaigns.issueNow')}
                      </button>
                    ) : (
                      <HouseLink href={`/insight?campaign=${campaign.id}`}>{countsOf(campaign)}</HouseLink>
                    )}
                  </td>
                  <td>
                    <MenuButton
                      label={`${say('people.acts')}：${campaign.title}`}
                      shown={say('people.acts')}
                      quiet={false}
                      atEnd
                      items={[
                        { label: say('campaigns.issue'), onChoose: () => setOpened({ kind: 'issue', campaign }) },
                        { label: say('campaigns.change'), onChoose: () => setOpened({ kind: 'change', campaign }) },
                        {
                          label: sayMany('execution.act'),
                          onChoose: () => setOpened({ kind: 'execution', campaign }),
                        },
                        {
                          label: say('campaigns.recall'),
                          onChoose: () => setOpened({ kind: 'recall', campaign }),
                          begins: true,
                        },
                      ]}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListTable>
      )}
      {opened === 'new' && (
        // What was made is for somebody: to whom it goes is asked next.
        <CampaignDialog campaign={null} onClose={close} onMade={(campaign) => setOpened({ kind: 'issue', campaign })} />
      )}
      {opened !== null && opened !== 'new' && opened.kind === 'change' && (
        <CampaignDialog campaign={opened.campaign} onClose={close} />
      )}
      {opened !== null && opened !== 'new' && opened.kind === 'issue' && (
        <IssueDialog campaign={opened.campaign} onClose={close} onDone={setTold} />
      )}
      {opened !== null && opened !== 'new' && opened.kind === 'recall' && (
        <RecallDialog campaign={opened.campaign} onClose={close} onDone={setTold} />
      )}
      {opened !== null && opened !== 'new' && opened.kind === 'execution' && (
        <ExecutionDialog campaign={opened.campaign} onClose={close} />
      )}
    </>
  )
}
