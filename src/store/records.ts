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

function hashOf(entry: NewRecord & { readonly seq: number; readonly previous: string }): string {
  const { region, seq, at, person, filing, event, previous } = entry
  return createHash('sha256')
    .update(canonicalJson({ region, seq, at, person, filing, event: event as Json, previous }))
    .digest('hex')
}

/** Where a region's chain ends. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

interface Links {
  readonly end: Head
  /** Rows of the table, as JSON. */
  readonly rows: readonly object[]
}

function linked(signer: Signer, head: Head, entries: readonly NewRecord[]): Links {
  let { seq, hash: previous } = head
  const rows = entries.map((entry) => {
    seq++
    const { region, at, person, filing, event } = entry
    const hash = hashOf({ ...entry, seq, previous })
    const row = { region, seq, at, person, filing, event, previous, hash, key: signer.id, signature: signer.sign(hash) }
    previous = hash
    return row
  })
  return { end: { seq, hash: previous }, rows }
}

/**
 * Moves the head and writes what follows it, in one round trip; false where the head is another. Whoever moved it and has not
 * committed yet is waited for, and the head is compared as he left it: the comparison stands in what is set, which the database makes
 * anew after such a wait, not in what is looked for, which it takes from before.
 */
async function write(tx: Tx, region: string, head: Head, { end, rows }: Links): Promise<boolean> {
  const isKnown = sql`seq = ${head.seq} and hash = ${head.hash}`
  const done = await sql`with moved as (
      update chain set seq = case when ${isKnown} then ${end.seq} else seq end,
        hash = case when ${isKnown} then ${end.hash} else hash end
      where region = ${region} returning seq, hash)
    insert into record (region, seq, at, person, filing, event, previous, hash, key, signature)
    select region, seq, at, person, filing, event, previous, hash, key, signature
    from json_populate_recordset(null::public.record, ${JSON.stringify(rows)}::json)
    where exists (select from moved where moved.seq = ${end.seq} and moved.hash = ${end.hash})`.execute(tx)
  return Number(done.numAffectedRows) === rows.length
}

/**
 * Appends entries of one region; answers where its chain ends then. Call it last in a transaction: the region's head stays
 * locked until it ends, so that the chain has no gap and no fork. `known`: where the chain most likely ends, which saves
 * looking and keeps the head locked for one round trip less.
 */
export async function appendRecords(
  tx: Tx,
  signer: Signer,
  entries: readonly NewRecord[],
  known: Head | null = null,
): Promise<Head | null> {
  const [one] = entries
  if (one === undefined) return null
  const { region } = one
  if (known !== null) {
    const links = linked(signer, known, entries)
    if (await write(tx, region, known, links)) return links.end
  }
  const select = tx.selectFrom('chain').select(['seq', 'hash']).where('region', '=', region).forUpdate()
  let head = await select.executeTakeFirst()
  if (head === undefined) {
    // The first of its region; where two are, the second waits here for the first.
    const start = tx.insertInto('chain').values({ region, seq: 0, hash: START })
    await start.onConflict((conflict) => conflict.doNothing()).execute()
    head = await select.executeTakeFirstOrThrow()
  }
  const links = linked(signer, head, entries)
  if (!(await write(tx, region, head, links))) throw new Error(`the chain of ${region} moved under its lock`)
  return links.end
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
