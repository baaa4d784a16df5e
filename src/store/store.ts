/** A store: the data folder, its database (embedded, or a served one by address), its key and its files. */

import { join } from 'node:path'
import { type Database, openDatabase, type Tx } from './database.ts'
import { type Binaries, embeddedBinaries } from './embedded/binaries.ts'
import { type RunningServer, startServer } from './embedded/server.ts'
import { type FileStore, filesIn } from './files.ts'
import { type DataFolder, type FolderLock, folderAt, lockFolder } from './folder.ts'
import { storeErrorOf } from './problem.ts'
import { appendRecords, type NewRecord } from './records.ts'
import { type Signer, signerIn } from './signer.ts'

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
  /** The embedded database's process, null for a served one. */
  readonly pid: number | null
  /** One transaction; its entries go to the record at its end. */
  write<T>(work: (tx: Tx, record: (entry: NewRecord) => void) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens or makes a store. Throws `StoreError` with what to do. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const folder = folderAt(options.data)
  const lock = await lockFolder(folder)
  let server: RunningServer | null = null
  try {
    const signer = await signerIn(folder.keys)
    if (options.url === undefined) server = await startServer(folder.database, options.binaries ?? embeddedBinaries())
    const { database, version, close } = await openDatabase(
      options.url === undefined ? addressOf(server!) : { url: options.url },
      options,
    )
    await database
      .insertInto('signer')
      .values({ id: signer.id, public_key: signer.publicKey, since: new Date().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return storeOver({ folder, lock, server, signer, database, version, close })
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
  readonly server: RunningServer | null
  readonly signer: Signer
  readonly database: Database
  readonly version: string
  readonly close: () => Promise<void>
}

function storeOver({ folder, lock, server, signer, database, version, close }: Parts): Store {
  let closing: Promise<void> | null = null
  return {
    database,
    kind: server === null ? 'served' : 'embedded',
    version,
    folder,
    signer,
    files: filesIn(folder.files),
    pid: server?.pid ?? null,
    async write(work) {
      try {
        return await database.transaction().execute(async (tx) => {
          const entries: NewRecord[] = []
          const result = await work(tx, (entry) => entries.push(entry))
          await appendRecords(tx, signer, entries)
          return result
        })
      } catch (error) {
        throw storeErrorOf(error) ?? error
      }
    },
    close() {
      closing ??= (async () => {
        await close()
        await server?.stop()
        await lock.release()
      })()
      return closing
    },
  }
}

/** Where the embedded database of a running server listens, for reading beside it. */
export function socketOf(folder: DataFolder): string {
  return join(folder.root, 'run')
}
