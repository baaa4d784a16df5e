/** What hangs on a filing: comments by cell, evidence by indicator. */

import type { Database } from './database.ts'

export interface Comment {
  readonly region: string
  readonly id: string
  readonly filing: string
  /** Row id and column of the draft: 'r7 score'; 'form' for the whole. */
  readonly place: string
  readonly text: string
  /** The comment that this one answers. */
  readonly answers: string | null
  readonly person: string
  readonly name: string
  readonly at: string
  readonly resolved_at: string | null
  readonly resolved_by: string | null
}

export async function insertComment(db: Database, comment: Comment): Promise<void> {
  await db.insertInto('comment').values(comment).execute()
}

export async function listComments(db: Database, region: string, filing: string): Promise<Comment[]> {
  const query = db.selectFrom('comment').selectAll().where('region', '=', region).where('filing', '=', filing)
  return query.orderBy('at').orderBy('id').execute()
}

export async function findComment(db: Database, region: string, id: string): Promise<Comment | null> {
  const query = db.selectFrom('comment').selectAll().where('region', '=', region).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

export async function resolveComment(db: Database, region: string, id: string, at: string, by: string): Promise<void> {
  await db
    .updateTable('comment')
    .set({ resolved_at: at, resolved_by: by })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

export interface Evidence {
  readonly region: string
  readonly id: string
  readonly filing: string
  readonly name: string
  /** As the bytes tell. */
  readonly type: string
  readonly size: number
  /** SHA-256, hex. */
  readonly hash: string
  readonly places: readonly string[]
  readonly person: string
  readonly at: string
}

export async function insertEvidence(db: Database, evidence: Evidence): Promise<void> {
  await db
    .insertInto('evidence')
    .values({ ...evidence, places: [...evidence.places] })
    .execute()
}

export async function listEvidence(db: Database, region: string, filing: string): Promise<Evidence[]> {
  const query = db.selectFrom('evidence').selectAll().where('region', '=', region).where('filing', '=', filing)
  return query.orderBy('at').orderBy('id').execute()
}

export async function findEvidence(db: Database, region: string, id: string): Promise<Evidence | null> {
  const query = db.selectFrom('evidence').selectAll().where('region', '=', region).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** The file itself stays: the record names its hash. */
export async function deleteEvidence(db: Database, region: string, id: string): Promise<void> {
  await db.deleteFrom('evidence').where('region', '=', region).where('id', '=', id).execute()
}
