/** A unit: its name, and of a new one what it is and below whom. */

import { useState } from 'react'
import type { Organisation } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { inTreeOrder, useUnits } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { UnitField } from './person-dialog.tsx'
import { useAct } from './use-act.ts'

export function UnitDialog({ unit, onClose }: { unit: Organisation | null; onClose: () => void }) {
  const say = useAdminSay()
  const { units } = useUnits()
  const tree = inTreeOrder(units.filter(({ active }) => active))
  const [name, setName] = useState(unit?.name ?? '')
  const [kind, setKind] = useState<'department' | 'unit'>('department')
  const [parent, setParent] = useState(tree[0]?.id ?? '')
  const { error, isBusy, run } = useAct('organisations')
  const mayHold = tree.filter((each) => kind === 'unit' || each.kind === 'financeBureau')
  const region = tree[0]?.region
  const save = async () => {
    const done = await run(() =>
      unit === null
        ? ask('POST /api/organisations', {
            body: { kind, name: name.trim(), parent, ...(region === undefined ? {} : { region }) },
          })
        : ask('PATCH /api/organisations/:id', {
            params: { id: unit.id },
            body: { region: unit.region, name: name.trim() },
          }),
    )
    if (done) onClose()
  }
  return (
    <Dialog title={say(unit === null ? 'units.add' : 'units.rename')} onClose={onClose}>
      <SaidRefusal error={error} />
      <label className="field">
        <span className="label">{say('units.name')}</span>
        <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      {unit === null && (
        <>
          <label className="field">
            <span className="label">{say('units.kind')}</span>
            <select
              className="input"
              value={kind}
              onChange={(event) => {
                const next = event.target.value as 'department' | 'unit'
                setKind(next)
                // A department stands below the bureau alone.
                if (next === 'department') setParent(tree.find((each) => each.kind === 'financeBureau')?.id ?? '')
              }}
            >
              <option value="department">{say('kind.department')}</option>
              <option value="unit">{say('kind.unit')}</option>
            </select>
          </label>
          <UnitField label={say('units.parent')} none="—" units={mayHold} value={parent} onChange={setParent} />
        </>
      )}
      <Ends
        act={say('admin.save')}
        isReady={name.trim() !== '' && (unit !== null || parent !== '') && !isBusy}
        onClose={onClose}
        onAct={() => void save()}
      />
    </Dialog>
  )
}
