/** Who a request comes from, in one round trip: every request asks. */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Organisation } from './organisations.ts'
import type { Person } from './people.ts'

export interface PersonSeated extends Person {
  /** Those that the person belongs to or has a role in. */
  readonly organisations: readonly Organisation[]
}

export interface Credential extends PersonSeated {
  readonly expires_at: string
  /** Of sessions alone. */
  readonly csrf: string | null
}

const seated = sql`p.region, p.id, p.login, p.name, p.organisation, p.roles, p.active, p.must_change,
  coalesce((select jsonb_agg(jsonb_build_object('region', o.region, 'id', o.id, 'kind', o.kind, 'name', o.name,
      'parent', o.parent, 'path', o.path, 'active', o.active) order by o.id)
    from organisation o where o.region = p.region
      and (o.id = p.organisation or o.id in (select r->>'organisation' from jsonb_array_elements(p.roles) r))), '[]')
    as organisations`

async function one<T>(db: Database, query: RawBuilder<T>): Promise<T | null> {
  return (await query.execute(db)).rows[0] ?? null
}

export async function findSeated(db: Database, region: string, id: string): Promise<PersonSeated | null> {
  return one(db, sql<PersonSeated>`select ${seated} from person p where p.region = ${region} and p.id = ${id}`)
}

/** By the hash of a session's secret, or of a token's. */
export async function findCredential(
  db: Database,
  {
    session,
    token,
  }: { readonly session: string; readonly token?: never } | { readonly token: string; readonly session?: never },
): Promise<Credential | null> {
  const of =
    session === undefined
      ? sql`(select region, person, expires_at, null as csrf from token where hash = ${token})`
      : sql`(select region, person, expires_at, csrf from session where hash = ${session})`
  return one(
    db,
    sql<Credential>`select s.expires_at, s.csrf, ${seated} from ${of} s
      join person p on p.region = s.region and p.id = s.person`,
  )
}
