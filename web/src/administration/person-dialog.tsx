/** A person: name, unit, roles; of a new one also the login and the first password. */

import { useState } from 'react'
import type { Organisation, Person } from '../../../src/api/types.ts'
import { mayBeHeldAt, roleNames, roles } from '../../../src/core/review/index.ts'
import { type Asked, ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { inTreeOrder, newPassword, useRegion, useUnits } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

type Role = Asked<'POST /api/people'>['body']['roles'][number]['role']

interface SeatAt {
  readonly key: number
  readonly role: Role
  readonly organisation: string
}

interface PersonDialogProps {
  readonly person: Person | null
  readonly onClose: () => void
  /** Hears what the new person signs in with. */
  readonly onAdded: (added: { readonly name: string; readonly login: string; readonly password: string }) => void
}

export function PersonDialog({ person, onClose, onAdded }: PersonDialogProps) {
  const say = useAdminSay()
  const { lang } = usePreferences()
  const region = useRegion()
  const { units } = useUnits()
  const [name, setName] = useState(person?.name ?? '')
  const [login, setLogin] = useState('')
  const [organisation, setOrganisation] = useState(person?.organisation ?? '')
  const [password] = useState(newPassword)
  const [seats, setSeats] = useState<readonly SeatAt[]>(() =>
    (person?.roles ?? [{ role: 'clerk', organisation: '' }]).map((seat, key) => ({ ...seat, key })),
  )
  const { error, isBusy, run } = useAct('people')
  const tree = inTreeOrder(units.filter(({ active }) => active))
  const change = (key: number, more: Partial<SeatAt>) =>
    setSeats(seats.map((seat) => (seat.key === key ? { ...seat, ...more } : seat)))
  const isWhole =
    name.trim() !== '' &&
    (person !== null || /^[\p{L}\p{N}._@-]{2,64}$/u.test(login)) &&
    seats.every((seat) => seat.organisation !== '')
  const save = async () => {
    const body = {
      name: name.trim(),
      organisation: organisation === '' ? null : organisation,
      roles: seats.map((seat) => ({ role: seat.role, organisation: seat.organisation })),
      ...(region === undefined ? {} : { region }),
    }
    const done = await run(() =>
      person === null
        ? ask('POST /api/people', { body: { ...body, login, password } })
        : ask('PATCH /api/people/:id', { params: { id: person.id }, body }),
    )
    if (!done) return
    if (person === null) onAdded({ name: body.name, login, password })
    onClose()
  }
  return (
    <Dialog title={person === null ? say('people.add') : person.name} onClose={onClose}>
      <SaidRefusal error={error} />
      <label className="field">
        <span className="label">{say('people.name')}</span>
        <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      {person === null && (
        <label className="field">
          <span className="label">{say('people.login')}</span>
          <input className="input" value={login} onChange={(event) => setLogin(event.target.value.trim())} />
          <span className="soft">{say('people.loginHint')}</span>
        </label>
      )}
      <UnitField
        label={say('people.unit')}
        none={say('people.noUnit')}
        units={tree}
        value={organisation}
        onChange={(id) => {
          setOrganisation(id)
          // A first role is mostly held where one belongs.
          setSeats(
            seats.map((seat) =>
              seat.organisation === '' ? { ...seat, organisation: fitting(seat.role, id, tree) } : seat,
            ),
          )
        }}
      />
      <fieldset className="seats plain-set">
        <legend className="label">{say('people.roles')}</legend>
        {seats.map(({ key, role, organisation: at }) => (
          <div key={key} className="seat">
            <select
              className="input"
              aria-label={say('people.role')}
              value={role}
              onChange={(event) => {
                const next = event.target.value as Role
                change(key, { role: next, organisation: fitting(next, at === '' ? organisation : at, tree) })
              }}
            >
              {roles
                .filter((each) => each !== 'public')
                .map((each) => (
                  <option key={each} value={each}>
                    {roleNames[each][lang]}
                  </option>
                ))}
            </select>
            <select
              className="input"
              aria-label={say('people.at')}
              value={at}
              onChange={(event) => change(key, { organisation: event.target.value })}
            >
              <option value="">{say('people.at')}</option>
              {tree
                .filter((unit) => mayBeHeldAt(role, unit.kind))
                .map(({ id, name: unit, path }) => (
                  <option key={id} value={id}>
                    {'　'.repeat(path.length - 1)}
                    {unit}
                  </option>
                ))}
            </select>
            <button type="button" className="button" onClick={() => setSeats(seats.filter((seat) => seat.key !== key))}>
              {say('people.dropRole')}
            </button>
            <span className="soft">{say(`role.${role}`)}</span>
          </div>
        ))}
        <button
          type="button"
          className="button"
          onClick={() =>
            setSeats([
              ...seats,
              {
                key: Math.max(-1, ...seats.map(({ key }) => key)) + 1,
                role: 'clerk',
                organisation: fitting('clerk', organisation, tree),
              },
            ])
          }
        >
          {say('people.addRole')}
        </button>
      </fieldset>
      {person === null && (
        <div className="field">
          <span className="label">{say('people.password')}</span>
          <code className="secret">{password}</code>
          <span className="soft">{say('people.passwordHint')}</span>
        </div>
      )}
      <Ends act={say('admin.save')} isReady={isWhole && !isBusy} onClose={onClose} onAct={() => void save()} />
    </Dialog>
  )
}

/** The unit itself where the role may be held there, else the only one where it may, else none. */
function fitting(role: Role, id: string, units: readonly Organisation[]): string {
  const open = units.filter((unit) => mayBeHeldAt(role, unit.kind))
  if (open.some((unit) => unit.id === id)) return id
  return open.length === 1 ? open[0]!.id : ''
}

interface UnitFieldProps {
  readonly label: string
  readonly none: string
  readonly units: readonly Organisation[]
  readonly value: string
  readonly onChange: (id: string) => void
}

export function UnitField({ label, none, units, value, onChange }: UnitFieldProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {units.map(({ id, name, path }) => (
          <option key={id} value={id}>
            {'　'.repeat(path.length - 1)}
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
