/**
 * Who asks, and the wall between tenants: one place decides which region and which organisations a person sees. Every
 * use case takes its region from here, never from the request.
 */

import type { Actor, Post, Role } from '../../core/review/index.ts'
import { findSeated, listRegionsBelow, type Organisation, type Person, type PersonSeated } from '../../store/index.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'

/** The region of those who look after the installation itself. */
export const HOME = '000000'

export interface Viewer {
  readonly person: Person
  readonly organisation: Organisation | null
  readonly posts: readonly Post[]
  /** Administrator of the whole installation. */
  readonly installer: boolean
}

/** Null where the person may no longer enter. */
export function viewerFrom({ organisations, ...person }: PersonSeated): Viewer | null {
  if (!person.active) return null
  const { region } = person
  const known = new Map(organisations.map((one) => [one.id, one]))
  const posts = person.roles.flatMap(({ role, organisation }): Post[] => {
    const at = known.get(organisation)
    return at === undefined || !at.active ? [] : [{ role: role as Role, organisation: { region, path: at.path } }]
  })
  return {
    person,
    organisation: known.get(person.organisation ?? '') ?? null,
    posts,
    installer: region === HOME && person.roles.some(({ role }) => role === 'administrator'),
  }
}

/** Null where the person is gone or may no longer enter. */
export async function viewerOf(office: Office, region: string, id: string): Promise<Viewer | null> {
  const found = await findSeated(office.store.database, region, id)
  return found === null ? null : viewerFrom(found)
}

/** The region in which a viewer acts; only those of the installation may name another. Throws `not-found`. */
export function regionOf(viewer: Viewer, asked?: string): string {
  if (asked === undefined || asked === viewer.person.region) return viewer.person.region
  if (viewer.installer) return asked
  throw new Problem('not-found')
}

/** Organisations on whose filings a viewer has any post: a filing is in sight where its path holds one of them. */
export function sightOf(viewer: Viewer): readonly string[] {
  // A firm that reviews stands in no unit's tree: it sees what it was given, by name.
  const seeing = viewer.posts.filter(({ role }) => role !== 'thirdPartyReviewer')
  return [...new Set(seeing.map(({ organisation }) => organisation.path.at(-1)!))]
}

export function actorOf({ person, posts }: Viewer): Actor {
  return { person: person.id, posts }
}

export function holdsRole(viewer: Viewer, ...roles: readonly Post['role'][]): boolean {
  return viewer.posts.some(({ role }) => roles.includes(role))
}

/** Administrators of the installation or of the bureau. Throws `forbidden`. */
export function demandAdministrator(viewer: Viewer): void {
  if (!viewer.installer && !isBureau(viewer, 'administrator')) throw new Problem('forbidden')
}

/** Whether a viewer holds one of these roles at the root of the region: the finance bureau. */
export function isBureau(viewer: Viewer, ...roles: readonly Post['role'][]): boolean {
  return viewer.posts.some(({ role, organisation }) => organisation.path.length === 1 && roles.includes(role))
}

/** Those who run campaigns: the bureau's performance office and its administrator. Throws `forbidden`. */
export function demandBureau(viewer: Viewer): void {
  if (!isBureau(viewer, 'performanceOfficer', 'administrator')) throw new Problem('forbidden')
}

/**
 * Regions below the viewer's own whose sums a bureau sees: those of its counties, and of theirs. Sums alone: no form, no unit
 * and no person of another region is ever told.
 */
export async function regionsBelow(office: Office, viewer: Viewer): Promise<readonly string[]> {
  if (!isBureau(viewer, 'budgetOfficer', 'performanceOfficer', 'administrator')) return []
  return listRegionsBelow(office.store.database, viewer.person.region)
}
