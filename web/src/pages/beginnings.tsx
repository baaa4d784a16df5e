/** The first days of an installation, as a list of tasks: what there must be before anybody can fill in, and how far that is. */

import { Link } from '@tanstack/react-router'
import { usePeople, useUnits } from '../administration/admin-data.ts'
import { useSay } from '../texts/index.ts'

/** Roles without which no form gets from a clerk to its acceptance. */
const needed = ['performanceOfficer', 'budgetOfficer', 'clerk', 'unitHead']

/** Nothing once all of it is there. */
export function Beginnings() {
  const say = useSay()
  const { units, isLoading } = useUnits()
  const people = usePeople()
  if (isLoading || people.isLoading) return null
  const held = new Set<string>((people.data ?? []).flatMap(({ roles }) => roles.map(({ role }) => role)))
  const tasks = [
    { id: 'bureau', part: 'units', isDone: units.length > 0 },
    { id: 'units', part: 'units', isDone: units.some(({ kind }) => kind !== 'financeBureau') },
    { id: 'people', part: 'people', isDone: needed.every((role) => held.has(role)) },
  ] as const
  if (tasks.every(({ isDone }) => isDone)) return null
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">{say('begin.title')}</h2>
      <ol className="plain tasks">
        {tasks.map(({ id, part, isDone }) => (
          <li key={id}>
            <span className="filing-name">
              <Link to="/admin/$part" params={{ part }}>
                {say(`begin.${id}`)}
              </Link>
              <span className="soft">{say(`begin.${id}.hint`)}</span>
            </span>
            <span className={isDone ? 'tag good' : 'tag info'}>{say(isDone ? 'begin.done' : 'begin.open')}</span>
          </li>
        ))}
        <li>
          <span className="filing-name">
            {say('begin.campaign')}
            <span className="soft">{say('begin.campaign.hint')}</span>
          </span>
        </li>
      </ol>
    </section>
  )
}
