/** The walk over what the user named: files, folders with all below them, zip archives. Always in the same order. */

import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { asFile, closedArchive, isArchive, walkArchive } from './archive.ts'
import { ignoredName } from './ignored.ts'
import { type IgnoredReason, notOpened } from './messages.ts'
import { byName, inMegabytes, nameOf, type Source, walkLimits } from './source.ts'

/** A file found, not yet read; `address` are the bytes of its path, which need not be UTF-8. */
interface Found {
  readonly path: string
  readonly address: Buffer
  readonly instead: 'ignored' | 'refused' | null
  readonly reason?: IgnoredReason
  readonly detail?: string
}

const SLASH = Buffer.from('/')
const strict = new TextDecoder('utf-8', { fatal: true })

/** A name as people wrote it: UTF-8, or GBK where an archive of a Chinese Windows was unpacked elsewhere. */
function decodeName(bytes: Buffer): string {
  try {
    return strict.decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** What the system says of a path: 'ENOENT', 'EACCES'. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

async function* below(address: Buffer, path: string): AsyncGenerator<Found> {
  const entries = await readdir(address, { withFileTypes: true, encoding: 'buffer' }).catch(codeOf)
  if (typeof entries === 'string') {
    yield { path, address, instead: 'refused', detail: entries }
    return
  }
  const named = entries
    .map((entry) => ({ entry, name: decodeName(entry.name) }))
    .sort((a, b) => byName(a.name, b.name) || Buffer.compare(a.entry.name, b.entry.name))
  for (const { entry, name } of named) {
    const inner = { path: `${path}/${name}`, address: Buffer.concat([address, SLASH, entry.name]) }
    const reason = ignoredName(name)
    if (reason !== null) yield { ...inner, instead: 'ignored', reason }
    else if (entry.isSymbolicLink()) yield { ...inner, instead: 'ignored', reason: 'link' }
    else if (entry.isDirectory()) yield* below(inner.address, inner.path)
    else if (entry.isFile()) yield { ...inner, instead: null }
    else yield { ...inner, instead: 'ignored', reason: 'special' }
  }
}

async function* foundAt(input: string): AsyncGenerator<Found> {
  const path = input.replaceAll(sep, '/').replace(/(?<=.)\/+$/, '')
  const address = Buffer.from(input)
  const found = await stat(input).catch(codeOf)
  if (typeof found === 'string') yield { path, address, instead: 'refused', detail: found }
  else if (found.isDirectory()) yield* below(Buffer.from(path === '' ? '/' : path), path)
  else if (found.isFile()) yield { path, address, instead: null }
  else yield { path, address, instead: 'ignored', reason: 'special' }
}

/** The list of all files below the inputs, each once, in the order of the inputs and of the names below them. */
export async function listFiles(
  inputs: readonly string[],
  ownOutput: readonly string[] = [],
): Promise<readonly Found[]> {
  const own = ownOutput.map((path) => resolve(path))
  const seen = new Set<string>()
  const files: Found[] = []
  for (const input of inputs) {
    for await (const found of foundAt(input)) {
      const absolute = resolve(found.path)
      if (seen.has(absolute)) continue
      seen.add(absolute)
      const written = own.some((path) => absolute === path || absolute.startsWith(`${path}${sep}`))
      files.push(written ? { ...found, instead: 'ignored', reason: 'ownOutput' } : found)
    }
  }
  return files
}

async function readWhole(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size)
  let at = 0
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

async function readFound({ path, address }: Found): Promise<Uint8Array | Source> {
  const refuse = (message: string, data: Record<string, string | number>): Source => ({
    kind: 'refused',
    path,
    finding: notOpened(message, { name: nameOf(path), ...data }),
  })
  let file: FileHandle | undefined
  try {
    file = await open(address, 'r')
    const { size } = await file.stat()
    if (size > walkLimits.archiveBytes) return refuse('tooLarge', { limit: inMegabytes(walkLimits.archiveBytes) })
    const start = Buffer.alloc(4)
    await file.read(start, 0, 4, 0)
    if (size > walkLimits.fileBytes && start.toString('latin1') !== 'PK\u0003\u0004') {
      return refuse('tooLarge', { limit: inMegabytes(walkLimits.fileBytes) })
    }
    return await readWhole(file, size)
  } catch (error) {
    const detail = codeOf(error)
    return detail === 'ENOENT' ? refuse('missing', {}) : refuse('unreadable', { detail })
  } finally {
    await file?.close()
  }
}

/** Reads what was found, archives opened; one file in memory at a time, beside the archives it stands in. `onArchive` hears how many an archive holds. */
export async function* readFiles(
  files: readonly Found[],
  onArchive: (members: number) => void = () => {},
): AsyncGenerator<Source> {
  for (const found of files) {
    const { path, instead, reason, detail } = found
    if (instead === 'ignored') yield { kind: 'ignored', path, reason: reason ?? 'special' }
    else if (instead === 'refused') {
      const name = nameOf(path)
      const finding =
        detail === 'ENOENT' ? notOpened('missing', { name }) : notOpened('unreadable', { name, detail: detail ?? '' })
      yield { kind: 'refused', path, finding }
    } else {
      const bytes = await readFound(found)
      if ('kind' in bytes) yield bytes
      else if (isArchive(bytes)) yield* walkArchive(bytes, path, onArchive)
      else yield asFile(bytes, path)
    }
  }
}

/** Whether a file is an archive, not a document that is stored as one. */
export async function isWalked(input: string): Promise<boolean> {
  const bytes = await readFound({ path: input, address: Buffer.from(input), instead: null })
  return !('kind' in bytes) && (isArchive(bytes) || closedArchive(bytes) !== null)
}
