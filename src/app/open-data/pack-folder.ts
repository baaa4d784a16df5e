/** A data package that lies unpacked in a folder, as the archive it came in. */

import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { packageFile } from './package.ts'
import { tables } from './tables.ts'

/** The descriptor's own tables beside it; files that are missing are missed by the reader. */
export async function packFolder(descriptor: string, bytes: Uint8Array): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = { [packageFile]: bytes }
  for (const { name } of tables) {
    const file = `${name}.csv`
    const content = await readFile(join(dirname(descriptor), file)).catch(() => null)
    if (content !== null) files[file] = content
  }
  return zipSync(files, { level: 0 })
}
