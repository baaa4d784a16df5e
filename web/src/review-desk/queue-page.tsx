/** The reviewer's queue: by risk, own total beside the recomputed one, many passed on or returned at once. */

import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { FilingSummary } from '../../../src/api/types.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { type EventKind, eventNames, phrases, type Stage, stageNames, steps } from '../../../src/core/review/index.ts'
import { type AnswerOf, ask } from '../desk/api.ts'
import '../pages/pages.css'
import { StageTag, titleOf } from '../pages/filing-list.tsx'
import { useCampaigns, useFilings } from '../pages/home.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { capital, useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { SampleDialog } from './sample-dialog.tsx'
import { useSampleSay } from './sample-texts.ts'

/** Points by which the printed total lies above what the rules give at most; 0 where it does not. */
function above({ total, recomputed }: FilingSummary): Exact {
  if (total === null || recomputed === null) return Exact.zero
  return Exact.max(Exact.zero, Exact.of(total).minus(Exact.of(recomputed.max)))
}

/** The graver first: errors, points too many, warnings, money. */
function byRisk(one: FilingSummary, other: FilingSummary): number {
  const money = (filing: FilingSummary) => (filing.budgeted === null ? Exact.zero : Exact.of(filing.budgeted))
  return (
    other.errors - one.errors ||
    above(other).compare(above(one)) ||
    other.warnings - one.warnings ||
    money(other).compare(money(one))
  )
}

/** Steps that need nothing but the hand that takes them, and the one that needs a reason alone. */
const together: readonly EventKind[] = ['approve', 'passOn', 'endorse', 'accept', 'finalise', 'close', 'return']

function stepsFrom(stages: ReadonlySet<Stage>, roles: ReadonlySet<string>): readonly EventKind[] {
  return together.filter((event) =>
    [...stages].every((stage) =>
      steps.some(
        (step) => step.event === event && step.from.includes(stage) && step.rights.some(({ role }) => roles.has(role)),
      ),
    ),
  )
}

export type BulkAnswer = AnswerOf<'POST /api/campaigns/:id/bulk'>

export function QueuePage() {
  const say = useSay()
  usePageTitle(say('queue.title'))
  const { lang } = usePreferences()
  const client = useQueryClient()
  const me = useMe()
  const sayOfSample = useSampleSay()
  const { campaigns } = useCampaigns()
  const filings = useFilings(true)
  const [isDrawing, setDrawing] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [answers, setAnswers] = useState<BulkAnswer | null>(null)
  const queue = useMemo(() => (filings ?? []).filter(({ stage }) => stage !== 'filling').sort(byRisk), [filings])
  const selected = queue.filter(({ id }) => chosen.has(id))
  const roles = new Set(me?.person.roles.map(({ role }) => role) ?? [])
  const events = selected.length === 0 ? [] : stepsFrom(new Set(selected.map(({ stage }) => stage)), roles)

  // What is accepted waits for nobody until it is drawn or decided.
  const mayDraw =
    me?.rights.includes('runCampaigns') === true &&
    [...campaigns.values()].some(({ counts }) => (counts.accepted ?? 0) > 0)

  const take = async (event: EventKind) => {
    setError(null)
    const done: string[] = []
    const refused: BulkAnswer['refused'][number][] = []
    try {
      for (const campaign of new Set(selected.map((filing) => filing.campaign))) {
        const own = selected.filter((filing) => filing.campaign === campaign).map(({ id }) => id)
        const body = { event, filings: own, ...(event === 'return' ? { reason } : {}) }
        const answer = await ask('POST /api/campaigns/:id/bulk', { params: { id: campaign }, body })
        done.push(...answer.done)
        refused.push(...answer.refused)
      }
      setAnswers({ done, refused })
      setChosen(new Set(refused.map(({ id }) => id)))
    } catch (problem) {
      setError(problem)
    }
    await client.invalidateQueries({ queryKey: ['filings'] })
  }

  if (me === null) {
    return (
      <p className="page">
        {say('filing.signIn')} <a href="/">{say('login.title')}</a>
      </p>
    )
  }
  return (
    <div className="page queue">
      <div className="section-head">
        <h1>{say('queue.title')}</h1>
        {mayDraw && (
          <button type="button" className="button" onClick={() => setDrawing(true)}>
            {sayOfSample('sample.act')}
          </button>
        )}
      </div>
      <p className="soft">{say('queue.hint')}</p>
      <SaidRefusal error={error} />
      {answers !== null && (
        <div className="notice" role="status">
          {say('queue.done', { n: answers.done.length })}
          {answers.refused.map(({ id, title }) => (
            <p key={id}>
              {queue.find((filing) => filing.id === id)?.organisation.name}: {title[lang]}
            </p>
          ))}
        </div>
      )}
      {filings === undefined ? (
        <p className="soft">{say('page.loading')}</p>
      ) : queue.length === 0 ? (
        <p>{say('queue.empty')}</p>
      ) : (
        <>
          <ListTable>
            <table>
              <caption className="unseen">{say('queue.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">
                    <input
                      type="checkbox"
                      aria-label={say('queue.all')}
                      checked={selected.length === queue.length}
                      onChange={(event) =>
                        setChosen(event.target.checked ? new Set(queue.map(({ id }) => id)) : new Set())
                      }
                    />
                  </th>
                  <th scope="col">{say('queue.unit')}</th>
                  <th scope="col" className="number">
                    {say('totals.printed')}
                  </th>
                  <th scope="col" className="number">
                    {say('totals.recomputed')}
                  </th>
                  <th scope="col" className="number">
                    {say('queue.money')}
                  </th>
                  <th scope="col">{say('panel.findings')}</th>
                  <th scope="col">{say('queue.stage')}</th>
                </tr>
              </thead>
              <tbody>
                {queue.map((filing) => (
                  <tr key={filing.id}>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={titleOf(filing, say)}
                        checked={chosen.has(filing.id)}
                        onChange={(event) => {
                          const next = new Set(chosen)
                          if (event.target.checked) next.add(filing.id)
                          else next.delete(filing.id)
                          setChosen(next)
                        }}
                      />
                    </td>
                    <th scope="row">
                      <Link to="/forms/$id" params={{ id: filing.id }}>
                        {titleOf(filing, say)}
                      </Link>
                    </th>
                    <td className="number">{filing.total ?? '—'}</td>
                    <td className="number">
                      {filing.recomputed === null ? '—' : `${filing.recomputed.min}–${filing.recomputed.max}`}
                    </td>
                    <td className="number">{filing.budgeted ?? '—'}</td>
                    <td>
                      {filing.errors + filing.warnings === 0 && <span className="soft">—</span>}
                      {filing.errors > 0 && (
                        <span className="tag error">
                          {say('severity.error')} {filing.errors}
                        </span>
                      )}
                      {filing.errors > 0 && filing.warnings > 0 && ' '}
                      {filing.warnings > 0 && (
                        <span className="tag warning">
                          {say('severity.warning')} {filing.warnings}
                        </span>
                      )}
                    </td>
                    <td>
                      <StageTag stage={filing.stage} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ListTable>
          {selected.length > 0 && (
            <div className="chosen-bar" role="toolbar" aria-label={say('queue.acts')}>
              <strong>{say('queue.chosen', { n: selected.length })}</strong>
              {events.includes('return') && (
                <>
                  <select
                    className="input"
                    aria-label={say('assess.phrase')}
                    value=""
                    onChange={({ target }) =>
                      setReason(phrases.find(({ id }) => id === target.value)?.text[lang] ?? reason)
                    }
                  >
                    <option value="">{say('assess.phrase')}</option>
                    {phrases.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title[lang]}
                      </option>
                    ))}
                  </select>
                  <input
                    className="input"
                    aria-label={say('steps.reason')}
                    placeholder={say('steps.reason')}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                </>
              )}
              {events.map((event) => (
                <button
                  key={event}
                  type="button"
                  className={event === 'return' ? 'button' : 'button main'}
                  disabled={event === 'return' && reason.trim() === ''}
                  onClick={() => void take(event)}
                >
                  {capital(eventNames[event][lang])}
                </button>
              ))}
              {events.includes('return') && reason.trim() === '' && (
                <span className="soft">{say('queue.whyReturned')}</span>
              )}
              {events.length === 0 && (
                <span className="soft">
                  {say('queue.noStep', {
                    stages: [...new Set(selected.map(({ stage }) => stageNames[stage][lang]))].join(' · '),
                  })}
                </span>
              )}
            </div>
          )}
        </>
      )}
      {isDrawing && me !== undefined && (
        <SampleDialog
          me={me}
          campaigns={[...campaigns.values()].filter(({ counts }) => (counts.accepted ?? 0) > 0)}
          onClose={() => setDrawing(false)}
          onDone={(answer) => {
            setAnswers(answer)
            setDrawing(false)
            void client.invalidateQueries({ queryKey: ['filings'] })
            void client.invalidateQueries({ queryKey: ['campaigns'] })
          }}
        />
      )}
    </div>
  )
}
