/** What every use case of the server works with: the store, a clock that never goes back, and who listens. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Store, Tx } from '../../store/index.ts'
import { Problem } from './problem.ts'

/** Told to those who may see it; carries no contents. */
export type News =
  | {
      readonly kind: 'filing'
      readonly region: string
      readonly path: readonly string[]
      readonly id: string
      readonly revision: number
      readonly stage: string
      readonly by: string | null
    }
  | {
      readonly kind: 'comment'
      readonly region: string
      readonly path: readonly string[]
      readonly id: string
      readonly filing: string
    }
  | { readonly kind: 'campaign'; readonly region: string; readonly path: readonly string[]; readonly id: string }
  /** To one person, whose notices or jobs have changed. */
  | { readonly kind: 'notice'; readonly region: string; readonly path: readonly string[]; readonly person: string }
  | {
      readonly kind: 'job'
      readonly region: string
      readonly path: readonly string[]
      readonly person: string
      readonly id: string
    }

export interface Office {
  readonly store: Store
  /** Now, ISO in UTC; never before an earlier answer, nor before the last entry of the record. */
  now(): string
  newId(): string
  /** How far the machine's clock stands behind the last entry of the record, in seconds; 0 where it does not. */
  readonly clockBehind: number
  /** What is remembered of this office in memory hangs on it. */
  readonly key: object
  /** This office outside of any transaction of many parts. */
  readonly main: Office
  /** Done once what is written now is committed: at once, but within one transaction of many parts. */
  after(work: () => void): void
  tell(news: News): void
  listen(hear: (news: News) => void): () => void
}

export async function openOffice(store: Store, clock: () => number = Date.now): Promise<Office> {
  const { rows } = await sql<{ at: string | null }>`
    select max(r.at) as at from chain c join record r on r.region = c.region and r.seq = c.seq`.execute(store.database)
  const recorded = rows[0]?.at ?? null
  let last = recorded === null ? 0 : Date.parse(recorded)
  const clockBehind = Math.max(0, Math.round((last - clock()) / 1000))
  const listeners = new Set<(news: News) => void>()
  const office: Office = {
    store,
    clockBehind,
    get main() {
      return office
    },
    now() {
      last = Math.max(last, clock())
      return new Date(last).toISOString()
    },
    newId: randomUUID,
    key: {},
    after: (work) => work(),
    tell(news) {
      for (const hear of listeners) hear(news)
    },
    listen(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
  return office
}

/** Throws what the database throws where it does not answer. */
export async function pingStore({ store }: Office): Promise<void> {
  await sql`select 1`.execute(store.database)
}

/**
 * Carries out work whose writes commit together with what `last` writes of its result. What the work refuses stays refused, and
 * what it had written before that stands, as it would by itself.
 */
export async function within<T>(
  office: Office,
  work: (joined: Office) => Promise<T>,
  last: (tx: Tx, value: T) => Promise<void>,
): Promise<T> {
  const waiting: (() => void)[] = []
  const settle = () => {
    for (const each of waiting) each()
  }
  try {
    const value = await office.store.join(
      async (store, tx) => {
        const joined: Office = {
          ...office,
          store,
          main: office.main,
          after: (each) => waiting.push(each),
          tell: (news) => waiting.push(() => office.tell(news)),
        }
        const done = await work(joined)
        await last(tx, done)
        return done
      },
      (error) => error instanceof Problem,
    )
    settle()
    return value
  } catch (error) {
    if (error instanceof Problem) settle()
    throw error
  }
}
