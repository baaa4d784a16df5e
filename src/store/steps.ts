/** What a person may undo and redo in a filing: accepted steps, newest last. */

import type { Tx } from './database.ts'

export interface Step {
  readonly seq: number
  readonly edits: unknown
  readonly inverse: unknown
  readonly undone: boolean
}

interface Place {
  readonly region: string
  readonly filing: string
  readonly person: string
}

/** Steps that are kept for undo. */
const KEPT = 200

/** A new step; what was undone before can no longer be redone. */
export async function pushStep(
  tx: Tx,
  place: Place,
  step: { readonly edits: unknown; readonly inverse: unknown },
): Promise<void> {
  const { region, filing, person } = place
  const of = tx
    .deleteFrom('step')
    .where('region', '=', region)
    .where('filing', '=', filing)
    .where('person', '=', person)
  const { seq } = await tx
    .with('gone', () => of.where('undone', '=', true))
    .insertInto('step')
    .values({ ...place, edits: JSON.stringify(step.edits), inverse: JSON.stringify(step.inverse) })
    .returning('seq')
    .executeTakeFirstOrThrow()
  if (seq % KEPT === 0) {
    const oldest = tx
      .selectFrom('step')
      .select('seq')
      .where('region', '=', region)
      .where('filing', '=', filing)
      .where('person', '=', person)
      .orderBy('seq', 'desc')
      .offset(KEPT)
      .limit(1)
    await of.where('seq', '<=', oldest).execute()
  }
}

/** The step that undo takes back (the newest not undone), or redo brings back (the oldest undone). */
export async function stepFor(db: Tx, { region, filing, person }: Place, way: 'undo' | 'redo'): Promise<Step | null> {
  const row = await db
    .selectFrom('step')
    .select(['seq', 'edits', 'inverse', 'undone'])
    .where('region', '=', region)
    .where('filing', '=', filing)
    .where('person', '=', person)
    .where('undone', '=', way === 'redo')
    .orderBy('seq', way === 'redo' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function markStep(tx: Tx, { region, filing, person }: Place, seq: number, undone: boolean): Promise<void> {
  await tx
    .updateTable('step')
    .set({ undone })
    .where('region', '=', region)
    .where('filing', '=', filing)
    .where('person', '=', person)
    .where('seq', '=', seq)
    .execute()
}

/** Whether there is anything to undo and to redo. */
export async function stepsLeft(db: Tx, { region, filing, person }: Place): Promise<{ undo: boolean; redo: boolean }> {
  const rows = await db
    .selectFrom('step')
    .select('undone')
    .distinct()
    .where('region', '=', region)
    .where('filing', '=', filing)
    .where('person', '=', person)
    .execute()
  return { undo: rows.some(({ undone }) => !undone), redo: rows.some(({ undone }) => undone) }
}

/** A step that can no longer be taken back, since others went on from it. */
export async function dropStep(tx: Tx, { region, filing, person }: Place, seq: number): Promise<void> {
  await tx
    .deleteFrom('step')
    .where('region', '=', region)
    .where('filing', '=', filing)
    .where('person', '=', person)
    .where('seq', '=', seq)
    .execute()
}
