/** The tree of organisations of a region, and the regions themselves. */

import {
  findOrganisation,
  insertOrganisations,
  listOrganisations,
  listRegions,
  type Organisation,
  type OrganisationKind,
  putRegions,
  type Region,
  regionsInUse,
  updateOrganisation,
} from '../../store/index.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { demandAdministrator, HOME, isBureau, regionOf, sightOf, type Viewer } from './viewer.ts'

/** The codes that were loaded; the region of the installation itself is none of them. */
export async function regionsOf(office: Office): Promise<Region[]> {
  return (await listRegions(office.store.database)).filter(({ code }) => code !== HOME)
}

/** The administrator of the installation loads the codes; none is invented here. Throws `forbidden`, `bad-request`. */
export async function loadRegions(office: Office, viewer: Viewer, regions: readonly Region[]): Promise<void> {
  if (!viewer.installer) throw new Problem('forbidden')
  const known = new Set([...(await regionsOf(office)).map(({ code }) => code), ...regions.map(({ code }) => code)])
  const orphan = regions.find(({ parent }) => parent !== null && !known.has(parent))
  if (orphan !== undefined) throw new Problem('bad-request', { detail: `${orphan.code}: ${orphan.parent}` })
  await office.store.write(async (tx, record) => {
    await putRegions(tx, regions)
    record({
      region: HOME,
      at: office.now(),
      person: viewer.person.id,
      filing: null,
      event: { kind: 'loadRegions', count: regions.length },
    })
  })
}

/** Where an installer who names no region means the only one in use. */
export async function regionFor(office: Office, viewer: Viewer, asked?: string): Promise<string> {
  if (asked !== undefined || !viewer.installer) return regionOf(viewer, asked)
  const used = await regionsInUse(office.store.database)
  return used.length === 1 ? used[0]! : viewer.person.region
}

export interface OrganisationsAsked {
  readonly region?: string
  readonly kind?: OrganisationKind
  readonly parent?: string
  readonly q?: string
  readonly after?: readonly [string, string]
  readonly limit: number
}

/** The bureau and administrators see all of the region; others their own branch. */
export async function organisationsOf(
  office: Office,
  viewer: Viewer,
  asked: OrganisationsAsked,
): Promise<Organisation[]> {
  const region = await regionFor(office, viewer, asked.region)
  const whole = viewer.installer || viewer.posts.some(({ organisation }) => organisation.path.length === 1)
  return listOrganisations(office.store.database, { ...asked, region, ...(whole ? {} : { below: sightOf(viewer) }) })
}

export interface OrganisationInput {
  readonly region?: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly parent: string | null
}

const mayStandUnder: Readonly<Record<OrganisationKind, readonly (OrganisationKind | null)[]>> = {
  financeBureau: [null],
  department: ['financeBureau'],
  unit: ['financeBureau', 'department', 'unit'],
}

/** Throws `forbidden`, `not-found` (no such parent or region), `bad-request` (it cannot stand there), `name-taken`. */
export async function addOrganisation(office: Office, viewer: Viewer, input: OrganisationInput): Promise<Organisation> {
  demandAdministrator(viewer)
  const region = await regionFor(office, viewer, input.region)
  const { database } = office.store
  const isRoot = input.kind === 'financeBureau'
  if (isRoot && !viewer.installer) throw new Problem('forbidden')
  if (!(await regionsOf(office)).some(({ code }) => code === region)) throw new Problem('not-found')
  const parent = input.parent === null ? null : await findOrganisation(database, region, input.parent)
  if (input.parent !== null && parent === null) throw new Problem('not-found')
  if (!mayStandUnder[input.kind].includes(parent?.kind ?? null)) throw new Problem('bad-request')
  const id = office.newId()
  const made: Organisation = {
    region,
    id,
    kind: input.kind,
    name: input.name,
    parent: input.parent,
    path: [...(parent?.path ?? []), id],
    active: true,
  }
  await office.store.write(async (tx, record) => {
    const siblings = await listOrganisations(tx, {
      region,
      ...(input.parent === null ? { kind: 'financeBureau' } : { parent: input.parent }),
    })
    if (siblings.some(({ name }) => name === input.name) || (isRoot && siblings.length > 0))
      throw new Problem('name-taken')
    await insertOrganisations(tx, [made])
    record({
      region,
      at: office.now(),
      person: viewer.person.id,
      filing: null,
      event: { kind: 'addOrganisation', organisation: id, name: input.name, organisationKind: input.kind },
    })
  })
  return made
}

/** Throws `forbidden`, `not-found`. */
export async function changeOrganisation(
  office: Office,
  viewer: Viewer,
  id: string,
  change: { readonly region?: string; readonly name?: string; readonly active?: boolean },
): Promise<Organisation> {
  demandAdministrator(viewer)
  const { region: asked, ...rest } = change
  const region = await regionFor(office, viewer, asked)
  const { database } = office.store
  if ((await findOrganisation(database, region, id)) === null) throw new Problem('not-found')
  await office.store.write(async (tx, record) => {
    await updateOrganisation(tx, region, id, rest)
    record({
      region,
      at: office.now(),
      person: viewer.person.id,
      filing: null,
      event: { kind: 'changeOrganisation', organisation: id, ...rest },
    })
  })
  return (await findOrganisation(database, region, id))!
}

/** The bureau that a region has; null before the first. */
export async function bureauOf(office: Office, region: string): Promise<Organisation | null> {
  const [bureau] = await listOrganisations(office.store.database, { region, kind: 'financeBureau', limit: 1 })
  return bureau ?? null
}

/** Throws `not-found`: also for what lies outside a viewer's branch. */
export async function organisationInSight(
  office: Office,
  viewer: Viewer,
  id: string,
  asked?: string,
): Promise<Organisation> {
  const found = await findOrganisation(office.store.database, await regionFor(office, viewer, asked), id)
  const seen =
    found !== null &&
    (viewer.installer ||
      isBureau(viewer, 'administrator', 'performanceOfficer', 'budgetOfficer') ||
      found.path.some((each) => sightOf(viewer).includes(each)))
  if (!seen) throw new Problem('not-found')
  return found
}
