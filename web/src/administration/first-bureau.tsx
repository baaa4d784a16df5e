/** The first finance bureau of an installation: the code and name of its region, its own name. No code is built in. */

import { useState } from 'react'
import { ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

export function FirstBureau() {
  const say = useAdminSay()
  const [code, setCode] = useState('')
  const [regionName, setRegionName] = useState('')
  const [name, setName] = useState('')
  const { error, isBusy, run } = useAct('organisations')
  const isWhole = /^\d{2,12}$/.test(code) && regionName.trim() !== '' && name.trim() !== ''
  const make = () =>
    run(async () => {
      const regions = [{ code, name: regionName.trim(), parent: null }]
      await ask('PUT /api/regions', { body: { regions } })
      const body = { region: code, kind: 'financeBureau', name: name.trim(), parent: null } as const
      await ask('POST /api/organisations', { body })
    })
  return (
    <form
      className="card entrance-form"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <p>{say('units.first')}</p>
      <SaidRefusal error={error} />
      <label className="field">
        <span className="label">{say('units.regionCode')}</span>
        <span className="soft">{say('units.regionCodeHint')}</span>
        <input
          className="input"
          inputMode="numeric"
          value={code}
          onChange={(event) => setCode(event.target.value.trim())}
        />
      </label>
      <label className="field">
        <span className="label">{say('units.regionName')}</span>
        <input className="input" value={regionName} onChange={(event) => setRegionName(event.target.value)} />
      </label>
      <label className="field">
        <span className="label">{say('units.bureauName')}</span>
        <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button main" disabled={!isWhole || isBusy}>
        {say('units.bureau')}
      </button>
    </form>
  )
}
