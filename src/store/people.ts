/** People, their sessions and their tokens. Secrets are kept as hashes alone. */

import type { Database } from './database.ts'
import { likePattern } from './organisations.ts'

export interface Seat {
  readonly role: string
  /** Id of the organisation in the person's region; empty for the whole installation. */
  readonly organisation: string
}

export interface Person {
  readonly region: string
  readonly id: string
  readonly login: string
  readonly name: string
  readonly organisation: string | null
  readonly roles: readonly Seat[]
  readonly active: boolean
  readonly must_change: boolean
}

/** With what signing in needs. */
export interface PersonWithSecret extends Person {
  readonly password: string
  readonly failures: number
  readonly locked_until: string | null
}

const open = ['region', 'id', 'login', 'name', 'organisation', 'roles', 'active', 'must_change'] as const
const secret = [...open, 'password', 'failures', 'locked_until'] as const

export async function countPeople(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function findByLogin(db: Database, login: string): Promise<PersonWithSecret | null> {
  return (await db.selectFrom('person').select(secret).where('login', '=', login).executeTakeFirst()) ?? null
}

export async function findPerson(db: Database, region: string, id: string): Promise<PersonWithSecret | null> {
  const query = db.selectFrom('person').select(secret).where('region', '=', region).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

export async function listPeople(
  db: Database,
  asked: {
    readonly region: string
    readonly organisation?: string
    readonly q?: string
    readonly after?: string
    readonly limit: number
  },
): Promise<Person[]> {
  let query = db.selectFrom('person').select(open).where('region', '=', asked.region)
  if (asked.organisation !== undefined) query = query.where('organisation', '=', asked.organisation)
  if (asked.q !== undefined) {
    const like = likePattern(asked.q)
    query = query.where(({ eb, or }) => or([eb('name', 'like', like), eb('login', 'like', like)]))
  }
  if (asked.after !== undefined) query = query.where('login', '>', asked.after)
  return query.orderBy('login').limit(asked.limit).execute()
}

export interface NewPerson extends Person {
  readonly password: string
  readonly created_at: string
}

export async function insertPeople(db: Database, people: readonly NewPerson[]): Promise<void> {
  for (let from = 0; from < people.length; from += 1000) {
    const rows = people.slice(from, from + 1000).map((person) => ({ ...person, roles: JSON.stringify(person.roles) }))
    await db.insertInto('person').values(rows).execute()
  }
}

export interface PersonChange {
  readonly name?: string
  readonly organisation?: string | null
  readonly roles?: readonly Seat[]
  readonly active?: boolean
  readonly password?: string
  readonly must_change?: boolean
  readonly failures?: number
  readonly locked_until?: string | null
}

export async function updatePerson(db: Database, region: string, id: string, change: PersonChange): Promise<void> {
  const { roles, ...rest } = change
  await db
    .updateTable('person')
    .set({ ...rest, ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }) })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

export interface Session {
  readonly hash: string
  readonly region: string
  readonly person: string
  readonly csrf: string
  readonly created_at: string
  readonly expires_at: string
}

export async function insertSession(db: Database, session: Session): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

export async function deleteSession(db: Database, hash: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hash).execute()
}

/** All of a person's sessions, or those that ended before an instant. */
export async function deleteSessions(
  db: Database,
  of: { readonly region: string; readonly person: string } | { readonly before: string },
): Promise<void> {
  const query = db.deleteFrom('session')
  await ('before' in of
    ? query.where('expires_at', '<', of.before)
    : query.where('region', '=', of.region).where('person', '=', of.person)
  ).execute()
}

export interface Token {
  readonly region: string
  readonly id: string
  readonly person: string
  readonly name: string
  readonly hash: string
  readonly created_at: string
  readonly expires_at: string
}

export async function insertToken(db: Database, token: Token): Promise<void> {
  await db.insertInto('token').values(token).execute()
}

export async function listTokens(db: Database, region: string, person: string): Promise<Token[]> {
  const query = db.selectFrom('token').selectAll().where('region', '=', region).where('person', '=', person)
  return query.orderBy('created_at').orderBy('id').execute()
}

export async function deleteToken(db: Database, region: string, person: string, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('token')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
