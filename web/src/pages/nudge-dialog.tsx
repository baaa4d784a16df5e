/** A word to those who have not submitted: to whom, what is added to it, and whom it reached. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Campaign, FilingSummary, Job, JobView } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { CheckList } from '../shell/check-list.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { SaidRefusal } from './said-refusal.tsx'
import { useTaskSay } from './task-texts.ts'

interface NudgeDialogProps {
  readonly campaign: Campaign
  readonly missing: readonly FilingSummary[]
  readonly onClose: () => void
}

/** Milliseconds between two looks at a job that is under way. */
const lookAgain = 400

export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

/** A job with its parts, looked at until it has ended. */
export function useJob(id: string | null): JobView | undefined {
  return useQuery({
    queryKey: ['job', id],
    enabled: id !== null,
    queryFn: () => ask('GET /api/jobs/:id', { params: { id: id! } }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && hasEnded(data) ? false : lookAgain),
  }).data
}

export function NudgeDialog({ campaign, missing, onClose }: NudgeDialogProps) {
  const say = useTaskSay()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(missing.map(({ id }) => id)))
  const [text, setText] = useState('')
  const [started, setStarted] = useState<Job | null>(null)
  const [error, setError] = useState<unknown>(null)
  const job = useJob(started?.id ?? null) ?? started
  const send = () => {
    setError(null)
    ask('POST /api/campaigns/:id/nudge', { params: { id: campaign.id }, body: { text, filings: [...chosen] } }).then(
      setStarted,
      setError,
    )
  }
  return (
    <Dialog title={say('nudge.title', { title: campaign.title })} onClose={onClose}>
      <SaidRefusal error={error} />
      {job === null ? (
        <>
          <p className="soft">{say('nudge.hint')}</p>
          <CheckList
            items={missing.map(({ id, organisation, title }) => ({
              id,
              shown: organisation.name === title ? title : `${organisation.name} · ${title}`,
            }))}
            chosen={chosen}
            onChange={setChosen}
          />
          <label className="field">
            <span className="label">{say('nudge.text')}</span>
            <textarea
              className="input"
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <Ends act={say('nudge.send', { n: chosen.size })} isReady={chosen.size > 0} onClose={onClose} onAct={send} />
        </>
      ) : (
        <Told job={job} onClose={onClose} />
      )}
    </Dialog>
  )
}

/** Whom it reached. */
function Told({ job, onClose }: { job: Job | JobView; onClose: () => void }) {
  const say = useTaskSay()
  const items = 'items' in job && hasEnded(job) ? job.items : null
  const nobody = items?.filter(({ detail }) => detail === '0') ?? []
  const people = items?.reduce((sum, { state, detail }) => sum + (state === 'done' ? Number(detail) : 0), 0)
  return (
    <>
      <div className="notice" role="status">
        {items === null ? (
          <p>{say('nudge.sending', { done: job.done, total: job.total })}</p>
        ) : (
          <p>{say('nudge.done', { people: people ?? 0 })}</p>
        )}
        {nobody.length > 0 && <p>{say('nudge.nobody', { names: nobody.map(({ name }) => name).join('、') })}</p>}
        {job.problem !== null && <p>{job.problem}</p>}
      </div>
      <div className="ends">
        <button type="button" className="button main" onClick={onClose}>
          {say('nudge.close')}
        </button>
      </div>
    </>
  )
}
