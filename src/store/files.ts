/** Evidence files by their hash: written once, synced before anything refers to them, never executed. */

import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface FileStore {
  /** Keeps the bytes; the answer is their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  /** Null where there is no such file. */
  open(hash: string): Promise<ReadStream | null>
  /** Every hash kept. */
  list(): Promise<string[]>
  /** Takes a file away that nothing refers to. */
  drop(hash: string): Promise<void>
}

const HASH = /^[0-9a-f]{64}$/

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export function filesIn(root: string): FileStore {
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash)
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(hash)
      if (await stat(path).catch(() => null)) return hash
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const half = `${path}.${randomBytes(6).toString('hex')}.part`
      try {
        const file = await open(half, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(half, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
      return hash
    },
    async open(hash) {
      if (!HASH.test(hash)) return null
      const path = pathOf(hash)
      if ((await stat(path).catch(() => null)) === null) return null
      return createReadStream(path)
    },
    async drop(hash) {
      if (HASH.test(hash)) await rm(pathOf(hash), { force: true })
    },
    async list() {
      const folders = await readdir(root).catch(() => [])
      const names = await Promise.all(folders.map((folder) => readdir(join(root, folder)).catch(() => [])))
      return names
        .flat()
        .filter((name) => HASH.test(name))
        .sort()
    },
  }
}
