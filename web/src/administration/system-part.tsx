/** How the server is, how much it holds, and its backups. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { useSay } from '../texts/index.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

/** Bytes as a person reads them. */
function sized(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let [size, at] = [bytes, 0]
  while (size >= 1000 && at < units.length - 1) [size, at] = [size / 1000, at + 1]
  return `${size < 10 && at > 0 ? size.toFixed(1) : Math.round(size)} ${units[at]}`
}

export function SystemPart() {
  const say = useAdminSay()
  const sayShell = useSay()
  const me = useMe()
  const system = useQuery({ queryKey: ['system'], queryFn: () => ask('GET /api/system') })
  if (system.error !== null) return <SaidRefusal error={system.error} />
  if (system.data === undefined) return <p className="soft">{sayShell('page.loading')}</p>
  const { version, database, clockBehind, databaseBytes, files, freeBytes, counts, behind, lastBackup } = system.data
  const facts = [
    [say('system.version'), version],
    [say('system.database'), say(`system.${database.kind}`, { version: database.version })],
    [
      say('system.clock'),
      clockBehind === 0 ? say('system.clockGood') : say('system.clockBehind', { n: Math.round(clockBehind) }),
    ],
    ...(databaseBytes === null ? [] : [[say('system.databaseSize'), sized(databaseBytes)] as const]),
    ...(files === null
      ? []
      : [[say('system.filesSize'), say('system.files', { n: files.count, size: sized(files.bytes) })] as const]),
    ...(freeBytes === null ? [] : [[say('system.free'), sized(freeBytes)] as const]),
    [say('system.counts'), `${counts.filings} · ${counts.people} · ${counts.organisations}`],
    [say('system.records'), String(counts.records)],
    [say('system.behind'), String(behind)],
    [say('system.last'), lastBackup === null ? say('system.noBackup') : lastBackup.slice(0, 16).replace('T', ' ')],
  ] as const
  return (
    <>
      <dl className="facts-list">
        {facts.map(([name, fact]) => (
          <div key={name} className="card">
            <dt>{name}</dt>
            <dd className="figures">{fact}</dd>
          </div>
        ))}
      </dl>
      {me?.rights.includes('install') === true && <Backups />}
    </>
  )
}

function Backups() {
  const say = useAdminSay()
  const [told, setTold] = useState('')
  const { error, isBusy, run } = useAct('backups', 'system')
  const backups = useQuery({
    queryKey: ['backups'],
    queryFn: async () => (await ask('GET /api/backups')).items,
  })
  const backUp = () =>
    run(async () => {
      const { name } = await ask('POST /api/backups', { body: {} })
      setTold(say('system.backupDone', { name }))
    })
  return (
    <section aria-labelledby="backups" className="admin-part">
      <div className="section-head">
        <h2 id="backups">{say('system.backups')}</h2>
        <button type="button" className="button main" disabled={isBusy} onClick={() => void backUp()}>
          {say(isBusy ? 'system.backingUp' : 'system.backup')}
        </button>
      </div>
      <p className="soft">{say('system.backupHint')}</p>
      <SaidRefusal error={error ?? backups.error} />
      {told !== '' && (
        <p className="notice" role="status">
          {told}
        </p>
      )}
      {backups.data?.length === 0 && <p className="soft">{say('system.noBackup')}</p>}
      {backups.data !== undefined && backups.data.length > 0 && (
        <ListTable>
          <table className="data">
            <caption className="unseen">{say('system.backups')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('record.at')}</th>
                <th scope="col" className="number">
                  {say('system.size')}
                </th>
                <th scope="col">{say('people.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {backups.data.map(({ name, at, bytes }) => (
                <tr key={name}>
                  <th scope="row" className="figures">
                    {at.slice(0, 19).replace('T', ' ')}
                  </th>
                  <td className="number">{sized(bytes)}</td>
                  <td>
                    <a className="button" href={`/api/backups/file?name=${encodeURIComponent(name)}`} download={name}>
                      {say('system.download')}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListTable>
      )}
    </section>
  )
}
