/** People: added, given roles, a new password, relieved of their work. */

import { useState } from 'react'
import type { Person } from '../../../src/api/types.ts'
import { type Role, roleNames } from '../../../src/core/review/index.ts'
import { ask } from '../desk/api.ts'
import { useMatch } from '../editor/use-match.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { MenuButton } from '../shell/menu.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { newPassword, usePeople, useRegion, useUnits } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { useAct } from './use-act.ts'

type Opened = { readonly kind: 'add' | 'import' } | { readonly kind: 'edit' | 'handOver'; readonly person: Person }

/** Lines shown at once. */
const step = 100

export function PeoplePart() {
  const say = useAdminSay()
  const sayShell = useSay()
  const { lang } = usePreferences()
  const region = useRegion()
  const people = usePeople()
  const { byId } = useUnits()
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(step)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [told, setTold] = useState('')
  const { error, run } = useAct('people')
  const matches = useMatch(query)
  const nameOf = (id: string | null) => (id === null ? '' : (byId.get(id)?.name ?? ''))
  const rolesOf = ({ roles }: Person) =>
    roles.map(({ role, organisation }) =>
      [roleNames[role as Role]?.[lang] ?? role, nameOf(organisation)].filter((text) => text !== '').join(' · '),
    )
  const found = (people.data ?? []).filter((person) =>
    matches(`${person.name} ${person.login} ${nameOf(person.organisation)} ${rolesOf(person).join(' ')}`),
  )
  const reset = async (person: Person) => {
    const password = newPassword()
    const done = await run(() =>
      ask('POST /api/people/:id/password', {
        params: { id: person.id },
        body: { password, ...(region ? { region } : {}) },
      }),
    )
    if (done) setTold(say('people.resetDone', { name: person.name, password }))
  }
  const turn = (person: Person) =>
    void run(() =>
      ask('PATCH /api/people/:id', {
        params: { id: person.id },
        body: { active: !person.active, ...(region ? { region } : {}) },
      }),
    )
  return (
    <>
      <div className="section-head">
        <p className="soft">{say('people.hint')}</p>
        <div className="admin-acts">
          <button type="button" className="button" onClick={() => setOpened({ kind: 'import' })}>
            {say('people.import')}
          </button>
          <button type="button" className="button main" onClick={() => setOpened({ kind: 'add' })}>
            {say('people.add')}
          </button>
        </div>
      </div>
      <SearchField label={say('people.find')} value={query} onChange={setQuery} />
      <SaidRefusal error={error ?? people.error} />
      {told !== '' && (
        <p className="notice" role="status">
          {told}
        </p>
      )}
      {people.isLoading ? (
        <p className="soft">{sayShell('page.loading')}</p>
      ) : found.length === 0 ? (
        <p>{say(query === '' ? 'people.none' : 'admin.nobody')}</p>
      ) : (
        <ListTable>
          <table className="data">
            <caption className="unseen">{say('admin.people')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('people.name')}</th>
                <th scope="col">{say('people.login')}</th>
                <th scope="col">{say('people.roles')}</th>
                <th scope="col">{say('people.state')}</th>
                <th scope="col">{say('people.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, most).map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    {person.name}
                    <div className="soft">{nameOf(person.organisation)}</div>
                  </th>
                  <td>{person.login}</td>
                  <td>
                    {rolesOf(person).map((text) => (
                      <div key={text}>{text}</div>
                    ))}
                  </td>
                  <td>
                    <span className={person.active ? 'tag good' : 'tag'}>
                      {say(person.active ? 'admin.active' : 'admin.inactive')}
                    </span>
                  </td>
                  <td>
                    <MenuButton
                      label={`${say('people.acts')}：${person.name}`}
                      shown={say('people.acts')}
                      quiet={false}
                      atEnd
                      items={[
                        { label: say('people.edit'), onChoose: () => setOpened({ kind: 'edit', person }) },
                        { label: say('people.reset'), onChoose: () => void reset(person) },
                        { label: say('people.handOver'), onChoose: () => setOpened({ kind: 'handOver', person }) },
                        {
                          label: say(person.active ? 'people.close' : 'people.open'),
                          onChoose: () => turn(person),
                          begins: true,
                        },
                      ]}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListTable>
      )}
      {found.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + step)}>
          {say('admin.more')}
        </button>
      )}
      {(opened?.kind === 'add' || opened?.kind === 'edit') && (
        <PersonDialog
          person={opened.kind === 'edit' ? opened.person : null}
          onClose={() => setOpened(null)}
          onAdded={(added) => setTold(say('people.added', added))}
        />
      )}
      {opened?.kind === 'import' && <PeopleSheet onClose={() => setOpened(null)} />}
      {opened?.kind === 'handOver' && <HandOverDialog person={opened.person} onClose={() => setOpened(null)} />}
    </>
  )
}
