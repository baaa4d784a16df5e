/** Answers by idempotency key, kept for a day. */

import type { Database } from './database.ts'

export interface KeptAnswer {
  readonly region: string
  readonly person: string
  readonly key: string
  readonly route: string
  readonly status: number
  readonly body: string
  readonly at: string
}

export async function findAnswer(
  db: Database,
  { region, person, key }: Pick<KeptAnswer, 'region' | 'person' | 'key'>,
): Promise<KeptAnswer | null> {
  const query = db.selectFrom('answer').selectAll()
  const row = await query
    .where('region', '=', region)
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

export async function keepAnswer(db: Database, answer: KeptAnswer): Promise<void> {
  await db
    .insertInto('answer')
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropAnswers(db: Database, before: string): Promise<void> {
  await db.deleteFrom('answer').where('at', '<', before).execute()
}
