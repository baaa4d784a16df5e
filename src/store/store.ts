/** A store: the data folder, its database (embedded, or a served one by address), its key and its files. */

import { join } from 'node:path'
import { sql } from 'kysely'
import { type Address, connect, type Database, openDatabase, type Tx } from './database.ts'
import { type Binaries, embeddedBinaries } from './embedded/binaries.ts'
import { type KeptServer, keepServer } from './embedded/keep-server.ts'
import type { RunningServer } from './embedded/server.ts'
import { type FileStore, filesIn } from './files.ts'
import { Flusher } from './flush.ts'
import { type DataFolder, type FolderLock, folderAt, lockFolder } from './folder.ts'
import { storeErrorOf } from './problem.ts'
import { appendRecords, type Head, type NewRecord } from './records.ts'
import { type Signer, signerIn } from './signer.ts'
import { Turns } from './turns.ts'

export interface StoreOptions {
  /** The data folder. */
  readonly data: string
  /** `postgres://…`; else the embedded database in the data folder. */
  readonly url?: string
  /** Programs of another PostgreSQL in place of the embedded one. */
  readonly binaries?: Binaries
  /** Cuts the tables by region into as many parts, at their first making. */
  readonly partitions?: number
}

export interface Store {
  readonly database: Database
  readonly kind: 'embedded' | 'served'
  /** PostgreSQL's version. */
  readonly version: string
  readonly folder: DataFolder
  readonly signer: Signer
  readonly files: FileStore
  /** What jobs take in and give out: kept for some days, in no backup. */
  readonly jobFiles: FileStore
  /** The embedded database's process, null for a served one. */
  readonly pid: number | null
  /** One transaction; its entries go to the record at its end. */
  write<T>(work: (tx: Tx, record: (entry: NewRecord) => void) => Promise<T>): Promise<T>
  /**
   * One transaction of many parts: each `write` of the store it gives is a part that may fail by itself; all that did not is
   * committed together. `keep` says of an error whether what was written before it stands.
   */
  join<T>(work: (joined: Store, tx: Tx) => Promise<T>, keep: (error: unknown) => boolean): Promise<T>
  /** Answers when the embedded database has ended by itself and could not be started again. */
  readonly lost: Promise<Error>
  close(): Promise<void>
}

/** Opens or makes a store. Throws `StoreError` with what to do. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const folder = folderAt(options.data)
  const lock = await lockFolder(folder)
  let server: KeptServer | null = null
  try {
    const signer = await signerIn(folder.keys)
    if (options.url === undefined) server = await keepServer(folder.database, options.binaries ?? embeddedBinaries())
    const address = options.url === undefined ? addressOf(server!.first) : { url: options.url }
    const { database, version, close } = await openDatabase(address, options)
    await database
      .insertInto('signer')
      .values({ id: signer.id, public_key: signer.publicKey, since: new Date().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return storeOver({ folder, lock, server, address, signer, database, version, close })
  } catch (error) {
    await server?.stop()
    await lock.release()
    throw storeErrorOf(error) ?? error
  }
}

function addressOf({ host, port, user, password, database }: RunningServer) {
  return { host, port, user, password, database }
}

interface Parts {
  readonly folder: DataFolder
  readonly lock: FolderLock
  readonly server: KeptServer | null
  readonly address: Address
  readonly signer: Signer
  readonly database: Database
  readonly version: string
  readonly close: () => Promise<void>
}

/** Transactions of the record at once; who comes later waits outside, so that those who read are not held up. */
const WRITERS = 6
/** Milliseconds for one's turn at the chain; after them the database's own lock is waited for, which tells a deadlock. */
const PATIENCE = 2000

function storeOver({ folder, lock, server, address, signer, database, version, close }: Parts): Store {
  const writers = connect(address, WRITERS, 'flush')
  const flushing = connect(address, 1)
  const flusher = new Flusher(flushing)
  const heads = new Map<string, Head>()
  const turns = new Turns()
  let closing: Promise<void> | null = null

  /** Whoever has the turn knows where the chain ends. It is given on before the commit: the next one waits for that in the database. */
  async function append(tx: Tx, region: string, entries: readonly NewRecord[]): Promise<void> {
    const turn = await turns.take(region, PATIENCE)
    try {
      const known = turn.isOurs ? (heads.get(region) ?? null) : null
      heads.delete(region)
      const end = await appendRecords(tx, signer, entries, known)
      if (end !== null) heads.set(region, end)
    } finally {
      turn.give()
    }
  }

  const store: Store = {
    database,
    kind: server === null ? 'served' : 'embedded',
    version,
    folder,
    signer,
    files: filesIn(folder.files),
    jobFiles: filesIn(join(folder.root, 'jobs')),
    get pid() {
      return server?.pid() ?? null
    },
    lost: server?.lost ?? new Promise<Error>(() => undefined),
    async write(work) {
      try {
        const value = await writers.transaction().execute(async (tx) => {
          const entries: NewRecord[] = []
          const done = await work(tx, (entry) => entries.push(entry))
          const region = entries[0]?.region
          if (region !== undefined) await append(tx, region, entries)
          return done
        })
        await flusher.durable()
        return value
      } catch (error) {
        throw storeErrorOf(error) ?? error
      }
    },
    async join(work, keep) {
      try {
        const done = await writers.transaction().execute(async (tx) => {
          try {
            return { value: await work({ ...store, database: tx, write: partsOf(tx, signer) }, tx) }
          } catch (error) {
            if (keep(error)) return { error }
            throw error
          }
        })
        await flusher.durable()
        if ('error' in done) throw done.error
        return done.value
      } catch (error) {
        throw storeErrorOf(error) ?? error
      }
    },
    close() {
      closing ??= (async () => {
        await Promise.all([close(), writers.destroy(), flushing.destroy()])
        await server?.stop()
        await lock.release()
      })()
      return closing
    },
  }
  return store
}

/** Writes that share one transaction: one that fails takes back its own part alone. */
function partsOf(tx: Tx, signer: Signer): Store['write'] {
  let parts = 0
  return async (work) => {
    const name = sql.raw(`part_${++parts}`)
    await sql`savepoint ${name}`.execute(tx)
    try {
      const entries: NewRecord[] = []
      const result = await work(tx, (entry) => entries.push(entry))
      await appendRecords(tx, signer, entries)
      await sql`release savepoint ${name}`.execute(tx)
      return result
    } catch (error) {
      await sql`rollback to savepoint ${name}`.execute(tx)
      throw storeErrorOf(error) ?? error
    }
  }
}

/** Where the embedded database of a running server listens, for reading beside it. */
export function socketOf(folder: DataFolder): string {
  return join(folder.root, 'run')
}
