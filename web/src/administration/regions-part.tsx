/** The table of region codes: what is there, and loading it as it is published. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Region } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { useMatch } from '../editor/use-match.ts'
import { readCells } from '../local/files.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { FileButton } from '../shell/file-button.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { useManySay } from './many-texts.ts'
import { type RegionsRead, regionsIn } from './regions.ts'
import { useAct } from './use-act.ts'

/** Codes shown at once: a table of the whole country has thousands. */
const most = 200

export function RegionsPart() {
  const say = useManySay()
  const { data, error: unread } = useQuery({
    queryKey: ['regions'],
    queryFn: async () => (await ask('GET /api/regions')).items,
  })
  const regions = data ?? []
  const [read, setRead] = useState<(RegionsRead & { readonly file: string }) | null>(null)
  const [loaded, setLoaded] = useState<number | null>(null)
  const [query, setQuery] = useState('')
  const { error, isBusy, run } = useAct('regions')
  const matches = useMatch(query)
  const known = new Map(regions.map(({ code, name }) => [code, name]))
  const shown = regions.filter(({ code, name }) => code.startsWith(query.trim()) || matches(name))

  const choose = (file: File) => {
    setLoaded(null)
    void run(async () => setRead({ ...regionsIn(await readCells(file), [...known.keys()]), file: file.name }))
  }
  const load = (chosen: readonly Region[]) =>
    run(async () => {
      await ask('PUT /api/regions', { body: { regions: chosen } })
      setLoaded(chosen.length)
      setRead(null)
    })
  return (
    <>
      <div className="section-head">
        <p className="soft">{say('regions.hint')}</p>
        <FileButton label={say('regions.choose')} isBusy={isBusy} onChoose={choose} />
      </div>
      <p className="soft">{say('regions.format')}</p>
      <SaidRefusal error={error ?? unread} />
      {read !== null && (
        <div className={read.regions.length === 0 ? 'notice warning' : 'notice'} role="status">
          {read.regions.length === 0 ? (
            <p>{say('regions.none', { file: read.file })}</p>
          ) : (
            <>
              <p>
                {say('regions.read', {
                  file: read.file,
                  n: read.regions.length,
                  added: read.regions.filter(({ code }) => !known.has(code)).length,
                  tops: read.regions.filter(({ parent }) => parent === null).length,
                  left: read.left,
                })}
              </p>
              <button type="button" className="button main" disabled={isBusy} onClick={() => void load(read.regions)}>
                {say('regions.load', { n: read.regions.length })}
              </button>
            </>
          )}
        </div>
      )}
      {loaded !== null && (
        <p className="notice" role="status">
          {say('regions.loaded', { n: loaded })}
        </p>
      )}
      {data?.length === 0 && <p>{say('regions.empty')}</p>}
      {regions.length > 0 && (
        <>
          <p>{say('regions.count', { n: regions.length })}</p>
          <SearchField label={say('regions.find')} value={query} onChange={setQuery} />
          <ListTable>
            <table className="data">
              <caption className="unseen">{say('regions.count', { n: regions.length })}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('regions.code')}</th>
                  <th scope="col">{say('regions.name')}</th>
                  <th scope="col">{say('regions.parent')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.slice(0, most).map(({ code, name, parent }) => (
                  <tr key={code}>
                    <td className="figures">{code}</td>
                    <th scope="row">{name}</th>
                    <td>{parent === null ? '—' : `${known.get(parent) ?? ''} ${parent}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ListTable>
          {shown.length > most && <p className="soft">{say('regions.more', { n: most })}</p>}
        </>
      )}
    </>
  )
}
