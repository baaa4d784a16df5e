/** The tree of units: added one by one or from a sheet, renamed, closed; the first bureau of an installation. */

import { useState } from 'react'
import type { Organisation } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { useMatch } from '../editor/use-match.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { MenuButton } from '../shell/menu.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { useSay } from '../texts/index.ts'
import { inTreeOrder, useUnits } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { FirstBureau } from './first-bureau.tsx'
import { UnitDialog } from './unit-dialog.tsx'
import { UnitsSheet } from './units-sheet.tsx'
import { useAct } from './use-act.ts'

export function UnitsPart() {
  const say = useAdminSay()
  const sayShell = useSay()
  const me = useMe()
  const { units, isLoading, error: unread } = useUnits()
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<Organisation | 'new' | null>(null)
  const [isImporting, setImporting] = useState(false)
  const { error, run } = useAct('organisations')
  const matches = useMatch(query)
  const below = new Map<string, number>()
  for (const { path } of units) for (const id of path.slice(0, -1)) below.set(id, (below.get(id) ?? 0) + 1)
  const shown = inTreeOrder(units).filter(({ name }) => matches(name))

  if (isLoading) return <p className="soft">{sayShell('page.loading')}</p>
  if (units.length === 0 && me?.rights.includes('install') === true) return <FirstBureau />
  const turn = (unit: Organisation) =>
    void run(() =>
      ask('PATCH /api/organisations/:id', {
        params: { id: unit.id },
        body: { region: unit.region, active: !unit.active },
      }),
    )
  return (
    <>
      <div className="section-head">
        <p className="soft">{say('units.hint')}</p>
        <div className="admin-acts">
          <button type="button" className="button" onClick={() => setImporting(true)}>
            {say('units.import')}
          </button>
          <button type="button" className="button main" onClick={() => setOpened('new')}>
            {say('units.add')}
          </button>
        </div>
      </div>
      <SaidRefusal error={error ?? unread} />
      <SearchField label={say('units.find')} value={query} onChange={setQuery} />
      {shown.length === 0 ? (
        <p className="soft">{say('admin.nobody')}</p>
      ) : (
        <ul className="plain card tree">
          {shown.map((unit) => (
            <li
              key={unit.id}
              className={unit.active ? 'tree-row' : 'tree-row is-closed'}
              style={{ paddingInlineStart: `${0.9 + (unit.path.length - 1) * 1.5}rem` }}
            >
              <span className="tree-name">{unit.name}</span>
              <span className="soft">
                {say(`kind.${unit.kind}`)}
                {below.has(unit.id) && ` · ${say('units.below', { n: below.get(unit.id)! })}`}
                {!unit.active && ` · ${say('admin.inactive')}`}
              </span>
              <MenuButton
                label={`${say('people.acts')}：${unit.name}`}
                shown={say('people.acts')}
                atEnd
                items={[
                  { label: say('units.rename'), onChoose: () => setOpened(unit) },
                  { label: say(unit.active ? 'units.close' : 'units.open'), onChoose: () => turn(unit) },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      {isImporting && <UnitsSheet onClose={() => setImporting(false)} />}
      {opened !== null && <UnitDialog unit={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </>
  )
}
