/** What whoever runs the server does: back up, restore, prove the record, look whether all is well. */

import { access, constants, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Bilingual } from '../../core/model/index.ts'
import {
  type BackupCounts,
  openBeside,
  openStore,
  publicKeys,
  restoreBackup,
  type StoreOptions,
  storeErrorOf,
  type Verification,
  verifyBackup,
  verifyRecords,
  writeBackup,
} from '../../store/index.ts'

/** Of a folder that no server has, or of a running one's folder through its database. Throws `StoreError`. */
export async function backUp(options: StoreOptions, path: string): Promise<BackupCounts> {
  const beside = await openBeside(options)
  try {
    return await writeBackup(beside, path)
  } finally {
    await beside.close()
  }
}

/** Throws `StoreError`. */
export async function restore(options: StoreOptions, path: string): Promise<BackupCounts> {
  const store = await openStore(options)
  try {
    return await restoreBackup(store, path)
  } finally {
    await store.close()
  }
}

export interface VerifyOptions {
  readonly store: StoreOptions
  /** A backup in place of a store. */
  readonly backup?: string
  /** Files of the only public keys that are trusted. */
  readonly keys?: readonly string[]
}

/** Proves the record. Without keys named, those of the data folder and those the record itself knows are trusted. */
export async function verifyRecord({ store, backup, keys }: VerifyOptions): Promise<Verification> {
  const named = keys === undefined || keys.length === 0 ? null : await publicKeys({ files: keys })
  if (backup !== undefined) return verifyBackup(backup, named)
  const beside = await openBeside(store)
  try {
    const known = await beside.database.selectFrom('signer').selectAll().execute()
    const own = known.map(({ id, public_key }) => ({ id, publicKey: public_key }))
    return await verifyRecords(beside.database, named ?? [...own, ...(await publicKeys({ data: store.data }))])
  } finally {
    await beside.close()
  }
}

export interface Finding {
  readonly ok: boolean
  readonly what: Bilingual
  readonly detail: string
}

const SPACE = 1024 * 1024 * 1024

/** Looks at the machine, the folder, the database and the record's end. Never throws for what it finds. */
export async function examine(options: StoreOptions): Promise<Finding[]> {
  const found: Finding[] = []
  const say = (ok: boolean, zh: string, en: string, detail: string) => found.push({ ok, what: { zh, en }, detail })
  const [major] = process.versions.node.split('.')
  say(Number(major) >= 20, 'Node.js 版本', 'Node.js', process.versions.node)
  const folder = resolve(options.data)
  let there = folder
  while (
    !(await access(there).then(
      () => true,
      () => false,
    ))
  )
    there = dirname(there)
  const writable = await access(there, constants.W_OK).then(
    () => true,
    () => false,
  )
  say(writable, '数据文件夹可写', 'the data folder can be written', folder)
  const { bavail, bsize } = await statfs(there)
  const free = Number(bavail) * Number(bsize)
  say(free > SPACE, '剩余磁盘空间', 'free disk space', `${Math.floor(free / (1024 * 1024))} MB`)
  if (!writable) return found
  try {
    const beside = await openBeside(options)
    try {
      const { database } = beside
      const counts = await Promise.all(
        (['organisation', 'person', 'filing', 'record'] as const).map(async (table) => {
          const { count } = await database
            .selectFrom(table)
            .select((query) => query.fn.countAll<number>().as('count'))
            .executeTakeFirstOrThrow()
          return `${table} ${count}`
        }),
      )
      say(true, '数据库', 'database', counts.join(', '))
      const stale = await database
        .selectFrom('filing')
        .select('id')
        .whereRef('figures_revision', '<', 'revision')
        .execute()
      say(true, '待汇总的表', 'forms whose figures are behind', String(stale.length))
      const keys = await database.selectFrom('signer').selectAll().execute()
      const verification = await verifyRecords(
        database,
        keys.map(({ id, public_key }) => ({ id, publicKey: public_key })),
      )
      const bad = verification.firstBad
      say(
        verification.ok,
        '记录完整',
        'the record is whole',
        bad === null ? `${verification.records}` : `${bad.region} #${bad.seq} ${bad.fault}`,
      )
    } finally {
      await beside.close()
    }
  } catch (error) {
    const known = storeErrorOf(error)
    if (known === null) throw error
    found.push({ ok: false, what: { zh: '数据库', en: 'database' }, detail: `${known.say.zh} ${known.say.en}` })
  }
  return found
}
