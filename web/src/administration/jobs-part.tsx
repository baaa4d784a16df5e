/** Many forms at once: imported from an archive, printed into one; what is under way, and what came of it. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Job, JobView } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { type NewsKind, useNews } from '../desk/news.ts'
import { useCampaigns } from '../pages/home.tsx'
import { hasEnded, useJob } from '../pages/nudge-dialog.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { FileButton } from '../shell/file-button.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { useManySay } from './many-texts.ts'
import { useAct } from './use-act.ts'

const formats = ['pdf', 'xlsx', 'docx', 'html'] as const
/** Milliseconds between two looks while something is under way and no news has come. */
const lookAgain = 2000

export function JobsPart() {
  const say = useManySay()
  const { lang } = usePreferences()
  const client = useQueryClient()
  const { campaigns } = useCampaigns()
  const sorted = [...campaigns.values()].sort((one, other) => other.fiscalYear - one.fiscalYear)
  const [asked, setAsked] = useState('')
  const campaign = asked === '' ? (sorted[0]?.id ?? '') : asked
  const [format, setFormat] = useState<(typeof formats)[number]>('pdf')
  const { error, isBusy, run } = useAct('jobs')
  const { data, error: unread } = useQuery({
    queryKey: ['jobs'],
    queryFn: () => ask('GET /api/jobs', { query: { limit: 50 } }),
    refetchInterval: ({ state }) => (state.data?.items.every(hasEnded) === true ? false : lookAgain),
  })
  const onNews = useCallback(
    (kind: NewsKind) => {
      if (kind === 'job') void client.invalidateQueries({ queryKey: ['jobs'] })
    },
    [client],
  )
  useNews(onNews)
  const importMany = (file: File) => {
    const form = new FormData()
    form.append('file', file)
    void run(() => ask('POST /api/campaigns/:id/jobs/import', { params: { id: campaign }, body: form }))
  }
  const printMany = () =>
    void run(() => ask('POST /api/campaigns/:id/jobs/print', { params: { id: campaign }, body: { format, lang } }))
  const jobs = data?.items ?? []
  return (
    <>
      <p className="soft">{say('jobs.hint')}</p>
      <SaidRefusal error={error ?? unread} />
      {sorted.length > 0 && (
        <div className="card many">
          <label className="field">
            <span className="label">{say('jobs.campaign')}</span>
            <select className="input" value={campaign} onChange={({ target }) => setAsked(target.value)}>
              {sorted.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <p className="soft">{say('jobs.importHint')}</p>
          <div className="admin-acts">
            <FileButton label={say('jobs.import')} isBusy={isBusy} onChoose={importMany} />
            <select
              className="input narrow"
              aria-label={say('jobs.format')}
              value={format}
              onChange={({ target }) => setFormat(target.value as typeof format)}
            >
              {formats.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
            <button type="button" className="button" disabled={isBusy} onClick={printMany}>
              {say('jobs.print')}
            </button>
          </div>
        </div>
      )}
      <h2>{say('jobs.list')}</h2>
      {jobs.length === 0 ? (
        <p className="soft">{say('jobs.none')}</p>
      ) : (
        <ul className="plain tasks">
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} title={campaigns.get(job.campaign)?.title ?? ''} />
          ))}
        </ul>
      )}
    </>
  )
}

const toned: Readonly<Partial<Record<Job['state'], string>>> = {
  running: 'info',
  done: 'good',
  failed: 'error',
  cancelled: 'warning',
}

function JobLine({ job, title }: { job: Job; title: string }) {
  const say = useManySay()
  const { lang } = usePreferences()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const { error, isBusy, run } = useAct('jobs')
  return (
    <li>
      <span className="filing-name">
        <span>
          <strong>{say(`jobs.kind.${job.kind}`)}</strong> {title}
        </span>
        <time className="soft figures" dateTime={job.at}>
          {new Date(job.at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB')}
        </time>
        {job.problem !== null && <span>{job.problem}</span>}
      </span>
      <span className="figures">{say('jobs.progress', { done: job.done, total: job.total })}</span>
      <span className={`tag ${toned[job.state] ?? ''}`}>{say(`jobs.state.${job.state}`)}</span>
      {job.hasFile && job.by === me?.person.id && (
        <a className="button" href={`/api/jobs/${job.id}/file`} download>
          {say('jobs.fetch')}
        </a>
      )}
      {!hasEnded(job) && (
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void run(() => ask('DELETE /api/jobs/:id', { params: { id: job.id } }))}
        >
          {say('jobs.cancel')}
        </button>
      )}
      <SaidRefusal error={error} />
      <details className="parts" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('jobs.parts')}</summary>
        {isOpen && <Parts id={job.id} />}
      </details>
    </li>
  )
}

function Parts({ id }: { id: string }) {
  const say = useManySay()
  const job: JobView | undefined = useJob(id)
  return (
    <ul className="plain">
      {job?.items.map(({ name, filing, state, detail }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files of an archive may have one name
        <li key={at}>
          <span className={`tag ${state === 'failed' ? 'error' : state === 'confirm' ? 'warning' : ''}`}>
            {say(`jobs.state.${state}`)}
          </span>{' '}
          {filing === null ? (
            name
          ) : (
            <Link to="/forms/$id" params={{ id: filing }}>
              {name}
            </Link>
          )}{' '}
          {detail !== '' && (
            <span className="soft">{state === 'confirm' ? say('jobs.confirm', { n: detail }) : detail}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
