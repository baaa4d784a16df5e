/** The record of the region in words, the newest first, and its proof. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Verification } from '../../../src/api/types.ts'
import { HouseLink } from '../charts/house-link.tsx'
import { ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

const page = 100

export function RecordPart() {
  const say = useAdminSay()
  const sayShell = useSay()
  const { lang } = usePreferences()
  const [proof, setProof] = useState<Verification | null>(null)
  const { error, isBusy, run } = useAct()
  const record = useInfiniteQuery({
    queryKey: ['records'],
    queryFn: async ({ pageParam }) => {
      const before = pageParam === 0 ? {} : { before: pageParam }
      return (await ask('GET /api/records', { query: { limit: page, ...before } })).items
    },
    initialPageParam: 0,
    getNextPageParam: (last) => (last.length < page ? undefined : last.at(-1)!.seq),
  })
  const verify = () => run(async () => setProof(await ask('GET /api/records/verify')))
  const entries = record.data?.pages.flat() ?? []
  return (
    <>
      <div className="section-head">
        <p className="soft">{say('record.hint')}</p>
        <button type="button" className="button main" disabled={isBusy} onClick={() => void verify()}>
          {say('record.verify')}
        </button>
      </div>
      <SaidRefusal error={error ?? record.error} />
      {proof !== null && (
        <p className={proof.ok ? 'notice' : 'notice error'} role="status">
          {proof.firstBad === null
            ? say('record.whole', { n: proof.records })
            : say('record.bad', { seq: proof.firstBad.seq, fault: proof.firstBad.fault })}
        </p>
      )}
      {record.isLoading ? (
        <p className="soft">{sayShell('page.loading')}</p>
      ) : (
        <ListTable>
          <table className="data">
            <caption className="unseen">{say('admin.record')}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  #
                </th>
                <th scope="col">{say('record.at')}</th>
                <th scope="col">{say('record.by')}</th>
                <th scope="col">{say('record.words')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ seq, at, by, words, filing, form }) => (
                <tr key={seq}>
                  <td className="number">{seq}</td>
                  <td className="figures">
                    <time dateTime={at}>
                      {new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
                        dateStyle: 'short',
                        timeStyle: 'short',
                      })}
                    </time>
                  </td>
                  <td className="whole">{by?.name}</td>
                  <td>
                    {words[lang]}{' '}
                    {filing !== null && <HouseLink href={`/forms/${filing}`}>{form ?? say('record.form')}</HouseLink>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListTable>
      )}
      {record.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={record.isFetchingNextPage}
          onClick={() => void record.fetchNextPage()}
        >
          {say('record.earlier')}
        </button>
      )}
    </>
  )
}
