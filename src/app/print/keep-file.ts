/** Writing what was printed: whole or not at all, and not again where it stands there already. */

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** False where the file held the same bytes. Throws where the system does not let it be written. */
export async function keepFile(path: string, content: Uint8Array): Promise<boolean> {
  const before = await readFile(path).catch(() => null)
  if (before?.equals(content)) return false
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return true
}
