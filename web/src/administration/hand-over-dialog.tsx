/** Somebody leaves: all roles go to another, the account is closed. */

import { useState } from 'react'
import type { Person } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { usePeople, useRegion, useUnits } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

export function HandOverDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useAdminSay()
  const region = useRegion()
  const people = usePeople()
  const { byId } = useUnits()
  const [to, setTo] = useState('')
  const { error, isBusy, run } = useAct('people')
  const others = (people.data ?? []).filter(({ id, active }) => active && id !== person.id)
  // Colleagues of the same unit first.
  others.sort(
    (one, other) =>
      Number(other.organisation === person.organisation) - Number(one.organisation === person.organisation),
  )
  const hand = async () => {
    const body = { to, ...(region === undefined ? {} : { region }) }
    if (await run(() => ask('POST /api/people/:id/hand-over', { params: { id: person.id }, body }))) onClose()
  }
  return (
    <Dialog title={say('people.handOver')} onClose={onClose}>
      <SaidRefusal error={error} />
      <p>{say('people.handOverHint', { name: person.name })}</p>
      <label className="field">
        <span className="label">{say('people.to')}</span>
        <select className="input" value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">—</option>
          {others.map(({ id, name, login, organisation }) => (
            <option key={id} value={id}>
              {[name, login, byId.get(organisation ?? '')?.name].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <Ends act={say('people.handOver')} isReady={to !== '' && !isBusy} onClose={onClose} onAct={() => void hand()} />
    </Dialog>
  )
}
