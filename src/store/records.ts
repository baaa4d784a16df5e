/** The record: append-only, chained by hash within a region, each entry signed. */

import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson, type Json } from '../core/model/index.ts'
import type { Database, Tx } from './database.ts'
import { isSignedBy, type Signer } from './signer.ts'

/** What is written; `event` is one of the record events of the review room, or of administration. */
export interface NewRecord {
  readonly region: string
  readonly at: string
  readonly person: string | null
  readonly filing: string | null
  readonly event: unknown
}

export interface RecordEntry extends NewRecord {
  readonly seq: number
  readonly previous: string
  readonly hash: string
  readonly key: string
  readonly signature: string
}

const START = '0'.repeat(64)
const MOST_ROWS = 1000

function hashOf(entry: NewRecord & { readonly seq: number; readonly previous: string }): string {
  const { region, seq, at, person, filing, event, previous } = entry
  return createHash('sha256')
    .update(canonicalJson({ region, seq, at, person, filing, event: event as Json, previous }))
    .digest('hex')
}

/**
 * Appends entries of one region. Call it last in a transaction: the region's head stays locked until it ends, so that the
 * chain has no gap and no fork.
 */
export async function appendRecords(tx: Tx, signer: Signer, entries: readonly NewRecord[]): Promise<number> {
  const [one] = entries
  if (one === undefined) return 0
  const { region } = one
  const select = tx.selectFrom('chain').selectAll().where('region', '=', region).forUpdate()
  let head = await select.executeTakeFirst()
  if (head === undefined) {
    // The first of its region; where two are, the second waits here for the first.
    const start = tx.insertInto('chain').values({ region, seq: 0, hash: START })
    await start.onConflict((conflict) => conflict.doNothing()).execute()
    head = await select.executeTakeFirstOrThrow()
  }
  let { seq, hash: previous } = head
  const rows = entries.map((entry) => {
    seq++
    const hash = hashOf({ ...entry, seq, previous })
    const row = {
      region,
      seq,
      at: entry.at,
      person: entry.person,
      filing: entry.filing,
      event: JSON.stringify(entry.event),
      previous,
      hash,
      key: signer.id,
      signature: signer.sign(hash),
    }
    previous = hash
    return row
  })
  // A statement takes some 65,000 values.
  while (rows.length > MOST_ROWS) {
    await tx.insertInto('record').values(rows.splice(0, MOST_ROWS)).execute()
  }
  // One round trip: while it lasts nobody else of the region can write.
  await tx
    .with('written', (query) => query.insertInto('record').values(rows))
    .updateTable('chain')
    .set({ seq, hash: previous })
    .where('region', '=', region)
    .execute()
  return seq
}

export interface RecordQuery {
  readonly region: string
  readonly filing?: string
  /** Entries before this number, newest first. */
  readonly before?: number
  readonly limit: number
}

export async function listRecords(
  db: Database,
  { region, filing, before, limit }: RecordQuery,
): Promise<RecordEntry[]> {
  let query = db.selectFrom('record').selectAll().where('region', '=', region)
  if (filing !== undefined) query = query.where('filing', '=', filing)
  if (before !== undefined) query = query.where('seq', '<', before)
  return query.orderBy('seq', 'desc').limit(limit).execute()
}

export type RecordFault = 'content' | 'chain' | 'signature' | 'missing' | 'unknown-key' | 'end'

export interface Verification {
  readonly ok: boolean
  readonly regions: number
  readonly records: number
  /** The first entry that is not as it was written. */
  readonly firstBad: { readonly region: string; readonly seq: number; readonly fault: RecordFault } | null
}

/** Follows the chains entry by entry, in order of region and number. `keys`: public keys by id; `heads`: where chains end. */
export class ChainVerifier {
  readonly #keys: ReadonlyMap<string, KeyObject>
  readonly #ends = new Map<string, { seq: number; hash: string }>()
  records = 0
  firstBad: Verification['firstBad'] = null

  constructor(keys: readonly { readonly id: string; readonly publicKey: string }[]) {
    this.#keys = new Map(keys.map(({ id, publicKey }) => [id, createPublicKey(publicKey)]))
  }

  #faultOf(entry: RecordEntry, end: { seq: number; hash: string }): RecordFault | null {
    if (entry.seq !== end.seq + 1) return 'missing'
    if (entry.previous !== end.hash) return 'chain'
    if (hashOf(entry) !== entry.hash) return 'content'
    const key = this.#keys.get(entry.key)
    if (key === undefined) return 'unknown-key'
    return isSignedBy(key, entry.hash, entry.signature) ? null : 'signature'
  }

  take(entry: RecordEntry): void {
    this.records++
    const end = this.#ends.get(entry.region) ?? { seq: 0, hash: START }
    const fault = this.#faultOf(entry, end)
    if (fault !== null && this.firstBad === null) {
      // A gap is named by the entry that is not there.
      this.firstBad = { region: entry.region, seq: fault === 'missing' ? end.seq + 1 : entry.seq, fault }
    }
    this.#ends.set(entry.region, { seq: entry.seq, hash: entry.hash })
  }

  end(heads: readonly { readonly region: string; readonly seq: number; readonly hash: string }[]): Verification {
    for (const head of heads) {
      const end = this.#ends.get(head.region) ?? { seq: 0, hash: START }
      if (this.firstBad === null && (end.seq !== head.seq || end.hash !== head.hash)) {
        this.firstBad = { region: head.region, seq: Math.min(end.seq, head.seq) + 1, fault: 'end' }
      }
    }
    return { ok: this.firstBad === null, regions: this.#ends.size, records: this.records, firstBad: this.firstBad }
  }
}

const PAGE = 5000

/** Proves the record of one region or of all, in one snapshot. */
export async function verifyRecords(
  db: Database,
  keys: readonly { readonly id: string; readonly publicKey: string }[],
  region?: string,
): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`set transaction read only`.execute(tx)
      const heads = await tx
        .selectFrom('chain')
        .selectAll()
        .$if(region !== undefined, (query) => query.where('region', '=', region!))
        .orderBy('region')
        .execute()
      const regions = await tx.selectFrom('record').select('region').distinct().execute()
      const wanted = new Set([...heads, ...regions].map((row) => row.region))
      const verifier = new ChainVerifier(keys)
      for (const each of [...wanted].filter((code) => region === undefined || code === region).sort()) {
        for (let after = -1; ; ) {
          const page = await tx
            .selectFrom('record')
            .selectAll()
            .where('region', '=', each)
            .where('seq', '>', after)
            .orderBy('seq')
            .limit(PAGE)
            .execute()
          for (const entry of page) verifier.take(entry)
          if (page.length < PAGE) break
          after = page.at(-1)!.seq
        }
      }
      return verifier.end(heads)
    })
}
