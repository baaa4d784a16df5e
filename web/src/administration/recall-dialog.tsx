/** Takes forms of a campaign back from their units, with the reason that stands in the record. */

import { useState } from 'react'
import { type AnswerOf, ask } from '../desk/api.ts'
import { useFilingsOf } from '../insight/insight-data.ts'
import { StageTag } from '../pages/filing-list.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { CheckList } from '../shell/check-list.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { useAdminSay } from './admin-texts.ts'
import type { CampaignActProps } from './issue-dialog.tsx'
import { useAct } from './use-act.ts'

type Answer = AnswerOf<'POST /api/campaigns/:id/bulk'>

export function RecallDialog({ campaign, onClose, onDone }: CampaignActProps) {
  const say = useAdminSay()
  const { lang } = usePreferences()
  const filings = useFilingsOf(campaign.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const { error, isBusy, run } = useAct('campaigns', 'filings', 'insight')
  const [refused, setRefused] = useState<Answer['refused']>([])
  const recall = async () => {
    await run(async () => {
      const body = { event: 'recall', filings: [...chosen], reason }
      const answer = await ask('POST /api/campaigns/:id/bulk', { params: { id: campaign.id }, body })
      onDone(say('campaigns.recalled', { n: answer.done.length }))
      setRefused(answer.refused)
      if (answer.refused.length === 0) onClose()
    })
  }
  const open = (filings.data ?? []).filter(({ stage }) => stage !== 'published' && stage !== 'closed')
  return (
    <Dialog title={`${say('campaigns.recall')} · ${campaign.title}`} onClose={onClose}>
      <SaidRefusal error={error ?? filings.error} />
      <p className="soft">{say('campaigns.recallHint')}</p>
      <CheckList
        items={open.map(({ id, title, stage }) => ({
          id,
          shown: (
            <>
              {title} <StageTag stage={stage} />
            </>
          ),
        }))}
        chosen={chosen}
        onChange={setChosen}
        none={say('admin.nobody')}
      />
      {refused.map(({ id, title }) => (
        <p key={id} className="notice error">
          {open.find((filing) => filing.id === id)?.title}：{title[lang]}
        </p>
      ))}
      <label className="field">
        <span className="label">{say('campaigns.reason')}</span>
        <textarea className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Ends
        act={say('campaigns.recall')}
        isReady={chosen.size > 0 && reason.trim() !== '' && !isBusy}
        onClose={onClose}
        onAct={() => void recall()}
      />
    </Dialog>
  )
}
