/**
 * The data folder of a server: the embedded database, evidence files, the key that signs the record, and the lock that
 * keeps a second server out.
 */

import { link, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { StoreError, storeErrorOf } from './problem.ts'
import { beganAt, isRunning } from './processes.ts'

export interface DataFolder {
  readonly root: string
  /** Files of the embedded database. */
  readonly database: string
  /** Evidence, by hash. */
  readonly files: string
  /** Keys of the record. */
  readonly keys: string
}

/** The paths of a data folder; nothing is created. */
export function folderAt(path: string): DataFolder {
  const root = resolve(path)
  return { root, database: join(root, 'postgres'), files: join(root, 'files'), keys: join(root, 'keys') }
}

interface Holder {
  readonly pid: number
  /** When the process began, as the system tells it; empty where it does not. */
  readonly began: string
}

async function holds({ pid, began }: Holder): Promise<boolean> {
  return (await isRunning(pid)) && (began === '' || (await beganAt(pid)) === began)
}

async function holderIn(path: string): Promise<Holder | null> {
  try {
    const { pid, began } = JSON.parse(await readFile(path, 'utf8')) as Holder
    return Number.isInteger(pid) ? { pid, began: String(began) } : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    return null
  }
}

export interface FolderLock {
  release(): Promise<void>
}

/** Takes the folder for this process. Throws `folder-in-use` where another running process has it, `folder-read-only`. */
export async function lockFolder(folder: DataFolder): Promise<FolderLock> {
  const path = join(folder.root, 'server.lock')
  const mine = join(folder.root, `server.lock.${process.pid}.${Date.now().toString(36)}`)
  try {
    await mkdir(folder.root, { recursive: true, mode: 0o755 })
    await writeFile(mine, JSON.stringify({ pid: process.pid, began: await beganAt(process.pid) }), { mode: 0o600 })
  } catch (error) {
    throw storeErrorOf(error) ?? new StoreError('folder-read-only', String(error), error)
  }
  try {
    // A link is made by one process alone; what a dead one left is moved aside by one alone too.
    for (let tries = 0; tries < 5; tries++) {
      try {
        await link(mine, path)
        return { release: () => unlink(path).catch(() => undefined) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      try {
        const holder = await holderIn(path)
        if (holder !== null && (await holds(holder))) throw new StoreError('folder-in-use', `pid ${holder.pid}`)
        const aside = `${mine}.old`
        await rename(path, aside)
        const moved = await holderIn(aside)
        // Another starter was quicker: its lock is put back.
        if (moved !== null && (await holds(moved))) {
          await link(aside, path).catch(() => undefined)
          throw new StoreError('folder-in-use', `pid ${moved.pid}`)
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      } finally {
        await rm(`${mine}.old`, { force: true })
      }
    }
    throw new StoreError('folder-in-use', path)
  } finally {
    await rm(mine, { force: true })
  }
}
