/** To whom a campaign is issued: to all departments and units, or to those chosen. */

import { useState } from 'react'
import type { Campaign } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { useMatch } from '../editor/use-match.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { CheckList } from '../shell/check-list.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { inTreeOrder, useUnits } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

export interface CampaignActProps {
  readonly campaign: Campaign
  readonly onClose: () => void
  /** Hears in words what was done. */
  readonly onDone: (words: string) => void
}

export function IssueDialog({ campaign, onClose, onDone }: CampaignActProps) {
  const say = useAdminSay()
  const { units } = useUnits()
  const [toAll, setToAll] = useState(true)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const [projects, setProjects] = useState('')
  const { error, isBusy, run } = useAct('campaigns', 'filings', 'insight')
  const matches = useMatch(query)
  const open = inTreeOrder(units).filter(({ kind, active }) => active && kind !== 'financeBureau')
  const names = projects
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const issue = async () => {
    await run(async () => {
      const { issued, kept } = await ask('POST /api/campaigns/:id/issue', {
        params: { id: campaign.id },
        body: {
          organisations: toAll ? 'all' : [...chosen],
          ...(campaign.kind === 'project' && names.length > 0 ? { projects: names } : {}),
        },
      })
      onDone(say('campaigns.issued', { issued, kept }))
      onClose()
    })
  }
  return (
    <Dialog title={`${say('campaigns.issue')} · ${campaign.title}`} onClose={onClose}>
      <SaidRefusal error={error} />
      <p className="soft">{say('campaigns.issueHint')}</p>
      <div role="radiogroup" aria-label={say('campaigns.issue')}>
        <label className="choice">
          <input type="radio" name="to" checked={toAll} onChange={() => setToAll(true)} />
          {say('campaigns.all', { n: open.length })}
        </label>
        <label className="choice">
          <input type="radio" name="to" checked={!toAll} onChange={() => setToAll(false)} />
          {say('campaigns.chosen', { n: chosen.size })}
        </label>
      </div>
      {!toAll && (
        <>
          <SearchField label={say('units.find')} value={query} onChange={setQuery} />
          <CheckList
            items={open
              .filter(({ name }) => matches(name))
              .map(({ id, name, path }) => ({
                id,
                shown: name,
                style: { paddingInlineStart: `${(path.length - 2) * 1.2}rem` },
              }))}
            chosen={chosen}
            onChange={setChosen}
          />
        </>
      )}
      {campaign.kind === 'project' && (
        <label className="field">
          <span className="label">{say('campaigns.projects')}</span>
          <textarea className="input" value={projects} onChange={(event) => setProjects(event.target.value)} />
        </label>
      )}
      <Ends
        act={say('campaigns.issue')}
        isReady={(toAll ? open.length > 0 : chosen.size > 0) && !isBusy}
        onClose={onClose}
        onAct={() => void issue()}
      />
    </Dialog>
  )
}
