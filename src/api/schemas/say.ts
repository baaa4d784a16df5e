/** Nouns of the use cases as the API gives them. */

import type { z } from 'zod'
import type { Organisation, Person, Viewer } from '../../app/office/index.ts'
import { isBureau } from '../../app/office/index.ts'
import type { me, organisation, person } from './people.ts'

export function sayPerson({ id, region, login, name, organisation, roles, active }: Person): z.input<typeof person> {
  return { id, region, login, name, organisation, roles: [...roles] as z.input<typeof person>['roles'], active }
}

export function sayOrganisation({ path, ...rest }: Organisation): z.input<typeof organisation> {
  return { ...rest, path: [...path] }
}

export function sayMe(viewer: Viewer, csrf: string | null): z.input<typeof me> {
  const { person, organisation, installer } = viewer
  const rights: z.input<typeof me>['rights'] = []
  if (installer || isBureau(viewer, 'administrator')) rights.push('administer')
  if (isBureau(viewer, 'performanceOfficer', 'administrator')) rights.push('runCampaigns')
  if (installer) rights.push('install')
  return {
    person: {
      ...sayPerson(person),
      organisation:
        organisation === null ? null : { id: organisation.id, name: organisation.name, kind: organisation.kind },
    },
    rights,
    csrf,
    mustChangePassword: person.must_change,
  }
}
