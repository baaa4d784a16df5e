/**
 * A backup is one file: gzipped lines of JSON, table by table out of one snapshot, the evidence files behind them, and an end
 * with a hash over all lines. Rows travel as the texts that PostgreSQL writes and reads, so that no figure is rounded and the
 * same file goes into the embedded database and into a served one.
 */

import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { makeSums } from './figures.ts'
import type { FileStore } from './files.ts'
import { migrations } from './migrations/index.ts'
import { StoreError, storeErrorOf } from './problem.ts'
import { ChainVerifier, type RecordEntry, type Verification } from './records.ts'
import type { Store } from './store.ts'

/** What is kept; sessions, answers by key and jobs end with the server. */
const tables = [
  'setting',
  'region',
  'signer',
  'organisation',
  'person',
  'token',
  'campaign',
  'filing',
  'rollup_sum',
  'indicator',
  'step',
  'comment',
  'evidence',
  'notice',
  'chain',
  'record',
] as const
/** Of backups of before: what was kept in it is made anew from the filings. */
const FORMER = 'rollup_figure'
const BATCH = 500

export interface BackupCounts {
  readonly rows: number
  readonly files: number
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Writes the backup beside its place and moves it there when it is whole and on the disk. */
export async function writeBackup(
  store: { readonly database: Database; readonly files: FileStore },
  path: string,
): Promise<BackupCounts> {
  const half = `${path}.${randomBytes(4).toString('hex')}.part`
  let rows = 0
  let files = 0
  const hash = createHash('sha256')
  const line = (text: string) => {
    hash.update(text)
    hash.update('\n')
    return `${text}\n`
  }
  async function* lines(): AsyncGenerator<string> {
    yield line(JSON.stringify({ kind: 'ziping-backup', schema: 1, migrations: migrations.length, tables }))
    const connection = store.database.transaction().setIsolationLevel('repeatable read')
    const queue: string[] = []
    // A cursor keeps memory small; the snapshot keeps tables of one moment.
    let wake: (() => void) | null = null
    let ended = false
    let failure: unknown = null
    const reading = connection
      .execute(async (tx) => {
        for (const table of tables) {
          await sql
            .raw(
              `declare backup_rows no scroll cursor for select row_to_json(t)::text as row from (select * from ${table} order by 1, 2) t`,
            )
            .execute(tx)
          for (;;) {
            const page = await sql<{ row: string }>`fetch ${sql.raw(String(BATCH))} from backup_rows`.execute(tx)
            if (page.rows.length === 0) break
            queue.push(...page.rows.map(({ row }) => line(`{"table":"${table}","row":${row}}`)))
            rows += page.rows.length
            wake?.()
            while (queue.length > 4 * BATCH) await new Promise((done) => setTimeout(done, 5))
          }
          await sql`close backup_rows`.execute(tx)
        }
      })
      .catch((error: unknown) => {
        failure = error
      })
      .finally(() => {
        ended = true
        wake?.()
      })
    for (;;) {
      while (queue.length > 0) yield queue.shift()!
      if (ended) break
      await new Promise<void>((done) => {
        wake = done
        if (queue.length > 0 || ended) done()
      })
    }
    await reading
    if (failure !== null) throw failure
    for (const name of await store.files.list()) {
      const stream = await store.files.open(name)
      if (stream === null) continue
      const bytes = Buffer.concat((await Readable.from(stream).toArray()) as Buffer[])
      files++
      yield line(JSON.stringify({ file: name, bytes: bytes.toString('base64') }))
    }
    yield `${JSON.stringify({ end: true, rows, files, sha256: hash.digest('hex') })}\n`
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(half, { mode: 0o600 }))
    const written = await open(half, 'r+')
    try {
      await written.sync()
    } finally {
      await written.close()
    }
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw storeErrorOf(error) ?? error
  }
  return { rows, files }
}

type Line =
  | { readonly table: (typeof tables)[number] /** The row as PostgreSQL wrote it. */; readonly text: string }
  | { readonly file: string; readonly bytes: Buffer }

/** The lines of a backup; throws `backup-unreadable` where it ends early or was changed. */
async function* readBackup(path: string): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  let first = true
  let ended = false
  try {
    for await (const text of createInterface({ input: source.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (first) {
        first = false
        const head = JSON.parse(text) as { kind?: unknown; schema?: unknown; migrations?: number }
        if (head.kind !== 'ziping-backup' || head.schema !== 1) throw new StoreError('backup-unreadable', 'header')
        if ((head.migrations ?? 0) > migrations.length) throw new StoreError('database-newer', path)
      } else if (text.startsWith('{"end":true')) {
        const end = JSON.parse(text) as { sha256: string }
        if (end.sha256 !== hash.digest('hex')) throw new StoreError('backup-unreadable', 'sha256')
        ended = true
        return
      }
      hash.update(text)
      hash.update('\n')
      const table = /^\{"table":"(\w+)","row":/.exec(text)
      if (table !== null) yield { table: table[1] as (typeof tables)[number], text: text.slice(table[0].length, -1) }
      else if (text.startsWith('{"file":')) {
        const { file, bytes } = JSON.parse(text) as { file: string; bytes: string }
        yield { file, bytes: Buffer.from(bytes, 'base64') }
      }
    }
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError('backup-unreadable', reasonOf(error), error)
  } finally {
    source.destroy()
  }
  if (!ended) throw new StoreError('backup-unreadable', 'end')
}

/** Into an empty store, whole or not at all. Throws `database-not-empty`, `backup-unreadable`. */
export async function restoreBackup(store: Store, path: string): Promise<BackupCounts> {
  const { database } = store
  let rows = 0
  let files = 0
  await database.transaction().execute(async (tx) => {
    for (const table of ['person', 'organisation', 'record'] as const) {
      const found = await tx.selectFrom(table).select('region').limit(1).executeTakeFirst()
      if (found !== undefined) throw new StoreError('database-not-empty', table)
    }
    await tx.deleteFrom('signer').execute()
    let waiting: string[] = []
    let of: string | null = null
    let isFormer = false
    const put = async () => {
      if (of === null || waiting.length === 0) return
      const batch = `[${waiting.join(',')}]`
      await sql`insert into ${sql.raw(of)} overriding system value
        select * from json_populate_recordset(null::public.${sql.raw(of)}, ${batch}::json)`.execute(tx)
      rows += waiting.length
      waiting = []
    }
    for await (const line of readBackup(path)) {
      if ('file' in line) {
        await store.files.put(line.bytes)
        files++
        continue
      }
      if ((line.table as string) === FORMER) {
        isFormer = true
        continue
      }
      if (line.table !== of || waiting.length >= BATCH) await put()
      if (!tables.includes(line.table)) throw new StoreError('backup-unreadable', line.table)
      of = line.table
      waiting.push(line.text)
    }
    await put()
    if (isFormer) await makeSums(tx)
    // A backup of before knows no sums: they are made anew.
    await tx.updateTable('filing').set({ figures_revision: -1 }).where('sums', 'is', null).execute()
    await sql`select setval(pg_get_serial_sequence('step', 'seq'), (select coalesce(max(seq), 0) + 1 from step), false)`.execute(
      tx,
    )
    await tx
      .insertInto('signer')
      .values({ id: store.signer.id, public_key: store.signer.publicKey, since: new Date().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  return { rows, files }
}

/** The record inside a backup, proved without any database. `keys`: the only ones trusted, else those in the backup. */
export async function verifyBackup(
  path: string,
  keys: readonly { readonly id: string; readonly publicKey: string }[] | null,
): Promise<Verification> {
  const known: { id: string; publicKey: string }[] = []
  const heads: { region: string; seq: number; hash: string }[] = []
  let verifier: ChainVerifier | null = null
  // Keys and ends of chains come before the entries, which come in order.
  for await (const line of readBackup(path)) {
    if (!('table' in line)) continue
    if (line.table === 'signer') {
      const { id, public_key } = JSON.parse(line.text) as { id: string; public_key: string }
      known.push({ id, publicKey: public_key })
    } else if (line.table === 'chain') heads.push(JSON.parse(line.text) as (typeof heads)[number])
    else if (line.table === 'record') {
      verifier ??= new ChainVerifier(keys ?? known)
      verifier.take(JSON.parse(line.text) as RecordEntry)
    }
  }
  return (verifier ?? new ChainVerifier(keys ?? known)).end(heads)
}
