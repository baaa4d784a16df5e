/** Regions and the tree of finance bureaus, departments and units. */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'

export interface Region {
  readonly code: string
  readonly name: string
  readonly parent: string | null
}

export type OrganisationKind = 'financeBureau' | 'department' | 'unit'

export interface Organisation {
  readonly region: string
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly parent: string | null
  /** Ids from the region's root down to itself. */
  readonly path: readonly string[]
  readonly active: boolean
}

export async function listRegions(db: Database): Promise<Region[]> {
  return db.selectFrom('region').selectAll().orderBy('code').execute()
}

/** Codes of all regions below one, in order. */
export async function listRegionsBelow(db: Database, region: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive below as (
      select code from region where parent = ${region}
      union select r.code from region r join below b on r.parent = b.code
    ) select code from below where code <> ${region} order by code`.execute(db)
  return rows.map(({ code }) => code)
}

/** Adds regions or renames those that are there; none is taken away. */
export async function putRegions(db: Database, regions: readonly Region[]): Promise<void> {
  for (let from = 0; from < regions.length; from += 1000) {
    const rows = regions.slice(from, from + 1000)
    await db
      .insertInto('region')
      .values(rows.map(({ code, name, parent }) => ({ code, name, parent })))
      .onConflict((conflict) =>
        conflict
          .column('code')
          .doUpdateSet((set) => ({ name: set.ref('excluded.name'), parent: set.ref('excluded.parent') })),
      )
      .execute()
  }
}

export async function findOrganisation(db: Database, region: string, id: string): Promise<Organisation | null> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Organisation | undefined) ?? null
}

/** Names of organisations by id. */
export async function organisationNames(
  db: Database,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const query = db.selectFrom('organisation').select(['id', 'name']).where('region', '=', region)
  const rows = await query.where(sql<boolean>`id = any(${[...ids]}::text[])`).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface OrganisationQuery {
  readonly region: string
  readonly kind?: OrganisationKind
  readonly parent?: string
  /** Only these and what lies below them. */
  readonly below?: readonly string[]
  /** Part of the name. */
  readonly q?: string
  /** Names after this cursor. */
  readonly after?: readonly [name: string, id: string]
  readonly limit?: number
}

/** Rows whose path holds one of these organisations. */
export function pathHolds(ids: readonly string[], column = 'path'): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} && ${[...ids]}::text[]`
}

export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

export async function listOrganisations(db: Database, asked: OrganisationQuery): Promise<Organisation[]> {
  let query = db.selectFrom('organisation').selectAll().where('region', '=', asked.region)
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.parent !== undefined) query = query.where('parent', '=', asked.parent)
  if (asked.q !== undefined) query = query.where('name', 'like', likePattern(asked.q))
  if (asked.below !== undefined) query = query.where(pathHolds(asked.below))
  if (asked.after !== undefined) {
    const [name, id] = asked.after
    query = query.where(({ eb, or, and }) =>
      or([eb('name', '>', name), and([eb('name', '=', name), eb('id', '>', id)])]),
    )
  }
  query = query.orderBy('name').orderBy('id')
  if (asked.limit !== undefined) query = query.limit(asked.limit)
  return (await query.execute()) as Organisation[]
}

export async function insertOrganisations(db: Database, rows: readonly Organisation[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const part = rows.slice(from, from + 1000)
    await db
      .insertInto('organisation')
      .values(part.map((row) => ({ ...row, path: [...row.path] })))
      .execute()
  }
}

export async function updateOrganisation(
  db: Database,
  region: string,
  id: string,
  change: { readonly name?: string; readonly active?: boolean },
): Promise<void> {
  await db.updateTable('organisation').set(change).where('region', '=', region).where('id', '=', id).execute()
}

/** Every region that has organisations. */
export async function regionsInUse(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('organisation').select('region').distinct().orderBy('region').execute()
  return rows.map(({ region }) => region)
}
