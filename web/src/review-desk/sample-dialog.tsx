/** Forms proposed for review, by risk and by lot: looked over, changed, and given to who reviews them. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Campaign, Me } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { all } from '../desk/lists.ts'
import { type Filled, ReviewerFields } from '../filing/step-fields.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { CheckList } from '../shell/check-list.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { usePreferences } from '../theme/preferences.ts'
import type { BulkAnswer } from './queue-page.tsx'
import { useSampleSay } from './sample-texts.ts'

interface SampleDialogProps {
  readonly me: Me
  /** Those with accepted forms, of which it is drawn. */
  readonly campaigns: readonly Campaign[]
  readonly onClose: () => void
  readonly onDone: (answer: BulkAnswer) => void
}

const usualShare = 15

export function SampleDialog({ me, campaigns, onClose, onDone }: SampleDialogProps) {
  const say = useSampleSay()
  const { lang } = usePreferences()
  const [campaign, setCampaign] = useState(campaigns[0]?.id ?? '')
  const [percent, setPercent] = useState(usualShare)
  const [seed, setSeed] = useState(() => new Date().getFullYear())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [filled, setFilled] = useState<Filled>({})
  const [error, setError] = useState<unknown>(null)
  const { data, error: unread } = useQuery({
    queryKey: ['sample', campaign, percent, seed],
    enabled: campaign !== '' && percent >= 1 && percent <= 100,
    queryFn: async () =>
      (await ask('GET /api/campaigns/:id/sample', { params: { id: campaign }, query: { percent, seed } })).items,
  })
  const { data: accepted = [] } = useQuery({
    queryKey: ['filings', 'accepted', campaign],
    enabled: campaign !== '',
    queryFn: () => all('GET /api/filings', { campaign, stage: 'accepted' }),
  })
  useEffect(() => setChosen(new Set(data?.map(({ id }) => id))), [data])
  const take = () => {
    setError(null)
    const body = { event: 'sample', filings: [...chosen], ...filled }
    ask('POST /api/campaigns/:id/bulk', { params: { id: campaign }, body }).then(onDone, setError)
  }
  const reasonsOf = new Map(data?.map(({ id, by, reasons }) => [id, { by, reasons }]))
  // What is proposed stands first.
  const listed = [...accepted].sort((one, other) => Number(reasonsOf.has(other.id)) - Number(reasonsOf.has(one.id)))
  return (
    <Dialog title={say('sample.title')} onClose={onClose} wide>
      <SaidRefusal error={error ?? unread} />
      <p className="soft">{say('sample.hint')}</p>
      {campaigns.length > 1 && (
        <label className="field">
          <span className="label">{say('sample.campaign')}</span>
          <select className="input" value={campaign} onChange={({ target }) => setCampaign(target.value)}>
            {campaigns.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="pair">
        <label className="field">
          <span className="label">{say('sample.percent')}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={100}
            value={percent}
            onChange={({ target }) => setPercent(Number(target.value))}
          />
        </label>
        <label className="field">
          <span className="label">{say('sample.seed')}</span>
          <input
            className="input"
            type="number"
            min={0}
            value={seed}
            onChange={({ target }) => setSeed(Number(target.value))}
          />
        </label>
      </div>
      <CheckList
        items={listed.map(({ id, organisation, title }) => {
          const drawn = reasonsOf.get(id)
          return {
            id,
            shown: (
              <span>
                {organisation.name === title ? title : `${organisation.name} · ${title}`}{' '}
                {drawn !== undefined && <span className="tag info">{say(`sample.${drawn.by}`)}</span>}{' '}
                <span className="soft">
                  {drawn?.reasons.map((reason) => reason[lang]).join(lang === 'zh' ? '；' : '; ')}
                </span>
              </span>
            ),
          }
        })}
        chosen={chosen}
        onChange={setChosen}
        none={say('sample.none')}
      />
      <ReviewerFields me={me} filled={filled} fill={(more) => setFilled({ ...filled, ...more })} />
      {chosen.size > 0 && (filled.reviewers?.length ?? 0) === 0 && <p className="soft">{say('sample.whoFirst')}</p>}
      <Ends
        act={say('sample.take', { n: chosen.size })}
        isReady={chosen.size > 0 && (filled.reviewers?.length ?? 0) > 0}
        onClose={onClose}
        onAct={take}
      />
    </Dialog>
  )
}
