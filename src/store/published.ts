/** Filings as the public sees them. */

import type { Database } from './database.ts'
import { type Filing, filingColumns } from './filings.ts'
import { likePattern } from './organisations.ts'

export interface PublishedQuery {
  readonly region?: string
  readonly year?: number
  readonly q?: string
  readonly after?: readonly [published: string, id: string]
  readonly limit: number
}

/** Newest first. */
export async function listPublished(db: Database, asked: PublishedQuery): Promise<Filing[]> {
  let query = db.selectFrom('filing').select(filingColumns).where('published_at', 'is not', null)
  if (asked.region !== undefined) query = query.where('region', '=', asked.region)
  if (asked.year !== undefined) query = query.where('fiscal_year', '=', asked.year)
  if (asked.q !== undefined) query = query.where('title', 'like', likePattern(asked.q))
  if (asked.after !== undefined) {
    const [at, id] = asked.after
    query = query.where(({ eb, or, and }) =>
      or([eb('published_at', '<', at), and([eb('published_at', '=', at), eb('id', '<', id)])]),
    )
  }
  return (await query.orderBy('published_at', 'desc').orderBy('id', 'desc').limit(asked.limit).execute()) as Filing[]
}

/** Regions and years of what is published, in order; the latest year first. */
export async function publishedKeys(
  db: Database,
): Promise<{ readonly regions: readonly string[]; readonly years: readonly number[] }> {
  const found = await db
    .selectFrom('filing')
    .select(['region', 'fiscal_year'])
    .distinct()
    .where('published_at', 'is not', null)
    .execute()
  return {
    regions: [...new Set(found.map(({ region }) => region))].sort(),
    years: [...new Set(found.map(({ fiscal_year }) => fiscal_year))].sort((one, other) => other - one),
  }
}

export async function findPublished(db: Database, id: string): Promise<Filing | null> {
  const query = db.selectFrom('filing').select(filingColumns).where('id', '=', id).where('published_at', 'is not', null)
  return ((await query.executeTakeFirst()) as Filing | undefined) ?? null
}
