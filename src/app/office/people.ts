/** People of a region: made, changed, relieved of their work, given a new password. */

import {
  deleteSessions,
  findByLogin,
  findOrganisation,
  findPerson,
  insertPeople,
  listPeople,
  type Person,
  type Seat,
  updatePerson,
} from '../../store/index.ts'
import type { Office } from './office.ts'
import { demandGoodPassword, hashPassword } from './passwords.ts'
import { Problem } from './problem.ts'
import { demandAdministrator, demandBureau, regionOf, type Viewer } from './viewer.ts'

export interface PersonInput {
  readonly login: string
  readonly name: string
  readonly organisation: string | null
  readonly roles: readonly Seat[]
}

async function demandOrganisations(office: Office, region: string, ids: readonly (string | null)[]): Promise<void> {
  for (const id of new Set(ids)) {
    if (id === null || id === '') continue
    if ((await findOrganisation(office.store.database, region, id)) === null) throw new Problem('not-found')
  }
}

/** Those who run campaigns see who could review. Throws `forbidden`. */
export async function peopleOf(
  office: Office,
  viewer: Viewer,
  asked: {
    readonly region?: string
    readonly organisation?: string
    readonly q?: string
    readonly after?: string
    readonly limit: number
  },
): Promise<Person[]> {
  if (!viewer.installer) demandBureau(viewer)
  return listPeople(office.store.database, { ...asked, region: regionOf(viewer, asked.region) })
}

/** Throws `forbidden`, `name-taken`, `weak-password`, `not-found`. The first password must be changed at the first use. */
export async function addPerson(
  office: Office,
  viewer: Viewer,
  input: PersonInput & { readonly password: string; readonly region?: string },
): Promise<Person> {
  demandAdministrator(viewer)
  const region = regionOf(viewer, input.region)
  const { login, name, organisation, roles } = input
  demandGoodPassword(input.password, login)
  await demandOrganisations(office, region, [organisation, ...roles.map((seat) => seat.organisation)])
  const person: Person = {
    region,
    id: office.newId(),
    login,
    name,
    organisation,
    roles,
    active: true,
    must_change: true,
  }
  const password = await hashPassword(input.password)
  await office.store.write(async (tx, record) => {
    // One account is one person on the whole installation.
    if ((await findByLogin(tx, login)) !== null) throw new Problem('name-taken')
    const at = office.now()
    await insertPeople(tx, [{ ...person, password, created_at: at }])
    record({
      region,
      at,
      person: viewer.person.id,
      filing: null,
      event: { kind: 'addPerson', person: person.id, login, name, roles },
    })
  })
  return person
}

async function personIn(office: Office, viewer: Viewer, id: string, asked?: string): Promise<Person> {
  demandAdministrator(viewer)
  const found = await findPerson(office.store.database, regionOf(viewer, asked), id)
  if (found === null) throw new Problem('not-found')
  return found
}

/** Throws `forbidden`, `not-found`. Whoever loses a role is signed out. */
export async function changePerson(
  office: Office,
  viewer: Viewer,
  id: string,
  change: {
    readonly region?: string
    readonly name?: string
    readonly organisation?: string | null
    readonly roles?: readonly Seat[]
    readonly active?: boolean
  },
): Promise<Person> {
  const { region: asked, ...rest } = change
  const { region } = await personIn(office, viewer, id, asked)
  await demandOrganisations(office, region, [
    rest.organisation ?? null,
    ...(rest.roles ?? []).map((seat) => seat.organisation),
  ])
  await office.store.write(async (tx, record) => {
    await updatePerson(tx, region, id, rest)
    if (rest.roles !== undefined || rest.active === false) await deleteSessions(tx, { region, person: id })
    record({
      region,
      at: office.now(),
      person: viewer.person.id,
      filing: null,
      event: { kind: 'changePerson', person: id, ...rest },
    })
  })
  return personIn(office, viewer, id, asked)
}

/** A new password, to be changed at the first use; the account is unlocked. Throws `forbidden`, `not-found`, `weak-password`. */
export async function resetPassword(
  office: Office,
  viewer: Viewer,
  id: string,
  next: string,
  asked?: string,
): Promise<void> {
  const { region, login } = await personIn(office, viewer, id, asked)
  demandGoodPassword(next, login)
  const password = await hashPassword(next)
  await office.store.write(async (tx, record) => {
    await updatePerson(tx, region, id, { password, must_change: true, failures: 0, locked_until: null })
    await deleteSessions(tx, { region, person: id })
    record({
      region,
      at: office.now(),
      person: viewer.person.id,
      filing: null,
      event: { kind: 'resetPassword', person: id },
    })
  })
}

/** Someone leaves: all roles go to another, the account is closed. Throws `forbidden`, `not-found`. */
export async function handOver(
  office: Office,
  viewer: Viewer,
  from: string,
  to: string,
  asked?: string,
): Promise<Person> {
  const leaving = await personIn(office, viewer, from, asked)
  const taking = await personIn(office, viewer, to, asked)
  if (from === to || !taking.active) throw new Problem('bad-request')
  const { region } = leaving
  const own = new Set(taking.roles.map((seat) => `${seat.role} ${seat.organisation}`))
  const roles = [...taking.roles, ...leaving.roles.filter((seat) => !own.has(`${seat.role} ${seat.organisation}`))]
  await office.store.write(async (tx, record) => {
    await updatePerson(tx, region, from, { roles: [], active: false })
    await updatePerson(tx, region, to, { roles })
    await deleteSessions(tx, { region, person: from })
    await deleteSessions(tx, { region, person: to })
    record({
      region,
      at: office.now(),
      person: viewer.person.id,
      filing: null,
      event: { kind: 'handOver', from, to, roles: leaving.roles },
    })
  })
  return personIn(office, viewer, to, asked)
}
