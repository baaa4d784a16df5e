/** Reading beside a running server: the embedded database by its socket, a served one by its address. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { type FileStore, filesIn } from './files.ts'
import { folderAt } from './folder.ts'
import { StoreError } from './problem.ts'
import { keyIdOf } from './signer.ts'
import { openStore, type StoreOptions, socketOf } from './store.ts'

export interface Beside {
  readonly database: Database
  readonly files: FileStore
  close(): Promise<void>
}

/** Opens what is there: the store itself, or, where a server has it, its database. Throws `StoreError`. */
export async function openBeside(options: StoreOptions): Promise<Beside> {
  try {
    return await openStore(options)
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem !== 'folder-in-use') throw error
    const folder = folderAt(options.data)
    const files = filesIn(folder.files)
    if (options.url !== undefined) return { ...(await openDatabase({ url: options.url })), files }
    const password = (await readFile(join(folder.root, 'postgres.password'), 'utf8')).trim()
    const address = { host: socketOf(folder), port: 5432, user: 'ziping', password, database: 'postgres' }
    return { ...(await openDatabase(address)), files }
  }
}

/** Public keys that lie in a data folder, or in files. */
export async function publicKeys(
  of: { readonly data: string } | { readonly files: readonly string[] },
): Promise<{ id: string; publicKey: string }[]> {
  let paths: readonly string[]
  if ('files' in of) paths = of.files
  else {
    const { keys } = folderAt(of.data)
    const names = await readdir(keys).catch(() => [])
    paths = names.filter((name) => name.endsWith('.pub.pem')).map((name) => join(keys, name))
  }
  return Promise.all(
    paths.map(async (path) => {
      const publicKey = await readFile(path, 'utf8')
      return { id: keyIdOf(publicKey), publicKey }
    }),
  )
}
