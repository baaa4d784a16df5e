/** What an administrator sees of the machine, and backups asked for from the page: kept in the data folder, fetched by whoever runs the server. */

import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { writeBackup } from '../../store/index.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { HOME, isBureau, type Viewer } from './viewer.ts'

/** Sizes in bytes. What tells of the whole installation is null for those who look after one bureau of it. */
export interface SystemState {
  readonly databaseBytes: number | null
  readonly files: { readonly count: number; readonly bytes: number } | null
  readonly freeBytes: number | null
  readonly counts: {
    readonly filings: number
    readonly people: number
    readonly organisations: number
    readonly records: number
  }
  /** Forms whose figures do not hold the last edit yet. */
  readonly behind: number
  /** When the last backup of the data folder was written. */
  readonly lastBackup: string | null
}

export interface KeptBackup {
  readonly name: string
  readonly at: string
  readonly bytes: number
}

const named = /^ziping-\d{8}-\d{6}\.backup$/

function backupFolder({ store }: Office): string {
  return join(store.folder.root, 'backups')
}

function demandInstaller(viewer: Viewer): void {
  if (!viewer.installer) throw new Problem('forbidden')
}

async function keptIn(office: Office): Promise<KeptBackup[]> {
  const folder = backupFolder(office)
  const names = (await readdir(folder).catch(() => [])).filter((name) => named.test(name))
  const kept = await Promise.all(
    names.map(async (name) => {
      const { size, mtime } = await stat(join(folder, name))
      return { name, at: mtime.toISOString(), bytes: size }
    }),
  )
  return kept.sort((one, other) => (one.name < other.name ? 1 : -1))
}

async function sizeOfFiles({ store }: Office): Promise<{ readonly count: number; readonly bytes: number }> {
  const hashes = await store.files.list()
  const sizes = await Promise.all(
    hashes.map(async (hash) => (await stat(join(store.folder.files, hash.slice(0, 2), hash))).size),
  )
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/** Throws `forbidden`: administrators and the performance office of a bureau see what is theirs, the installation's administrator all. */
export async function systemState(office: Office, viewer: Viewer): Promise<SystemState> {
  if (!viewer.installer && !isBureau(viewer, 'administrator', 'performanceOfficer')) throw new Problem('forbidden')
  const { database, folder } = office.store
  const { region } = viewer.person
  const own = viewer.installer ? sql`true` : sql`region = ${region}`
  const { rows } = await sql<SystemState['counts'] & { readonly behind: number }>`select
    (select count(*)::int from filing where ${own}) as filings,
    (select count(*)::int from person where ${own}) as people,
    (select count(*)::int from organisation where ${own}) as organisations,
    (select count(*)::int from record where ${own}) as records,
    (select count(*)::int from filing where ${own} and figures_revision < revision) as behind`.execute(database)
  const { behind, ...counts } = rows[0]!
  const [last] = await keptIn(office)
  const lastBackup = last?.at ?? null
  if (!viewer.installer) {
    return { databaseBytes: null, files: null, freeBytes: null, counts, behind, lastBackup }
  }
  const size = await sql<{
    readonly bytes: string
  }>`select pg_database_size(current_database())::text as bytes`.execute(database)
  const { bavail, bsize } = await statfs(folder.root)
  return {
    databaseBytes: Number(size.rows[0]!.bytes),
    files: await sizeOfFiles(office),
    freeBytes: Number(bavail) * Number(bsize),
    counts,
    behind,
    lastBackup,
  }
}

/** The latest first. Throws `forbidden`. */
export async function backupsOf(office: Office, viewer: Viewer): Promise<KeptBackup[]> {
  demandInstaller(viewer)
  return keptIn(office)
}

/** Those that are being written: one at a time. */
const writing = new WeakSet<Office>()

/** Writes a backup into the data folder. Throws `forbidden`, `not-allowed-now` (one is being written), `disk-full`. */
export async function makeBackup(office: Office, viewer: Viewer): Promise<KeptBackup> {
  demandInstaller(viewer)
  if (writing.has(office)) throw new Problem('not-allowed-now')
  writing.add(office)
  try {
    const folder = backupFolder(office)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const at = office.now()
    const name = `ziping-${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.backup`
    // The entry stands in the backup that it tells of.
    await office.store.write(async (_tx, record) => {
      record({ region: HOME, at, person: viewer.person.id, filing: null, event: { kind: 'backup' } })
    })
    await writeBackup(office.store, join(folder, name))
    return { name, at, bytes: (await stat(join(folder, name))).size }
  } finally {
    writing.delete(office)
  }
}

/** A backup to be kept elsewhere. Throws `forbidden`, `not-found`. */
export async function backupFile(office: Office, viewer: Viewer, name: string): Promise<ReadStream> {
  demandInstaller(viewer)
  // A name is one of ours or none at all: no way leads out of the folder.
  if (!(await keptIn(office)).some((kept) => kept.name === name)) throw new Problem('not-found')
  return createReadStream(join(backupFolder(office), name))
}
