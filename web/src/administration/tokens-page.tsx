/** Tokens for one's own programs: made, shown once, withdrawn. */

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../desk/api.ts'
import { NeedsSignIn } from '../pages/needs-sign-in.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import './admin.css'
import '../pages/pages.css'
import '../charts/charts.css'
import { ListTable } from '../shell/list-table.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

export function TokensPage() {
  const say = useAdminSay()
  usePageTitle(say('tokens.title'))
  const me = useMe()
  const [made, setMade] = useState<string | null>(null)
  const { error, isBusy, run } = useAct('tokens')
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: async () => (await ask('GET /api/me/tokens')).items,
    enabled: me != null,
  })
  if (me === null) return <NeedsSignIn />
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const body = { name: String(data.get('name')), days: Number(data.get('days')) }
    void run(async () => {
      const { token } = await ask('POST /api/me/tokens', { body })
      setMade(token)
    })
  }
  return (
    <div className="page admin-part">
      <h1>{say('tokens.title')}</h1>
      <p className="soft">{say('tokens.hint')}</p>
      <SaidRefusal error={error ?? tokens.error} />
      <form className="card entrance-form" onSubmit={make}>
        <div className="pair">
          <label className="field">
            <span className="label">{say('tokens.name')}</span>
            <input className="input" name="name" required maxLength={100} />
          </label>
          <label className="field">
            <span className="label">{say('tokens.days')}</span>
            <input className="input" name="days" type="number" min={1} max={366} defaultValue={90} required />
          </label>
        </div>
        <button type="submit" className="button main" disabled={isBusy}>
          {say('tokens.make')}
        </button>
        {made !== null && (
          <div role="status">
            {say('tokens.shown')} <code className="secret">{made}</code>
          </div>
        )}
      </form>
      {tokens.data?.length === 0 && <p className="soft">{say('tokens.none')}</p>}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <ListTable>
          <table className="data">
            <caption className="unseen">{say('tokens.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('tokens.name')}</th>
                <th scope="col">{say('tokens.created')}</th>
                <th scope="col">{say('tokens.expires')}</th>
                <th scope="col">{say('people.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {tokens.data.map(({ id, name, created, expires }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="figures">{created.slice(0, 10)}</td>
                  <td className="figures">{expires.slice(0, 10)}</td>
                  <td>
                    <button
                      type="button"
                      className="button"
                      aria-label={`${say('tokens.drop')}：${name}`}
                      onClick={() => void run(() => ask('DELETE /api/me/tokens/:id', { params: { id } }))}
                    >
                      {say('tokens.drop')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListTable>
      )}
    </div>
  )
}
