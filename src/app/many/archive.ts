/** Archives as folders: zip files, and zip files inside them, one member in memory at a time, within bounds. */

import { type ZipEntry, ZipPackage, type ZipProblem } from '../../containers/zip.ts'
import { ignoredName } from './ignored.ts'
import { notOpened } from './messages.ts'
import { byName, inMegabytes, nameOf, type Source, walkLimits } from './source.ts'

/** What one archive, with all inside it, may still use up. */
interface Budget {
  entries: number
  unpackedBytes: number
  readonly onArchive: (members: number) => void
}

const signatures: readonly (readonly [kind: string, start: readonly number[]])[] = [
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
]

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** 'RAR', '7z' …, of archives that are told from files but not opened; null for everything else. */
export function closedArchive(bytes: Uint8Array): string | null {
  return signatures.find(([, start]) => begins(bytes, start))?.[0] ?? null
}

/** What stands in documents that are zip packages (xlsx, docx, ods, ofd, epub, a data package), and in no archive of files. */
const documentPart =
  /^(\[content_types\]\.xml|mimetype|ofd\.xml|datapackage\.json|meta-inf\/manifest\.xml|(xl|word|ppt)\/.*\.xml)$/i

/** A zip archive of files, not a document that is stored as one. */
export function isArchive(bytes: Uint8Array): boolean {
  if (!begins(bytes, [0x50, 0x4b, 3, 4]) && !begins(bytes, [0x50, 0x4b, 5, 6])) return false
  const zip = ZipPackage.open(bytes, { entries: walkLimits.archiveEntries, unpackedBytes: 0 })
  if (typeof zip === 'string') return zip === 'entries' || !looksLikeDocument(bytes)
  for (const name of zip.entries.keys()) if (documentPart.test(name)) return false
  return true
}

/** What the name of a document's first part begins with, whichever program wrote it. */
const documentFolder =
  /^(?:\[content_types\]\.xml|mimetype|ofd\.xml|datapackage\.json|_rels\/|docprops\/|customxml\/|meta-inf\/|xl\/|word\/|ppt\/)/i

/** A document so damaged that its contents cannot be listed: its first part still tells what it was. */
function looksLikeDocument(bytes: Uint8Array): boolean {
  const length = (bytes[26] ?? 0) | ((bytes[27] ?? 0) << 8)
  return documentFolder.test(Buffer.from(bytes.subarray(30, 30 + length)).toString('latin1'))
}

function problemOf(problem: ZipProblem, path: string, archive: string): Source {
  const name = nameOf(path)
  const refuse = (message: string, data: Record<string, string | number> = {}): Source => ({
    kind: 'refused',
    path,
    finding: notOpened(message, { name, ...data }),
  })
  switch (problem) {
    case 'encrypted':
      return refuse('memberEncrypted')
    case 'method':
      return refuse('memberMethod')
    case 'unpackedBytes':
      return refuse('archiveUnpacked', {
        archive: nameOf(archive),
        limit: inMegabytes(walkLimits.archiveUnpackedBytes),
      })
    case 'entries':
      return refuse('archiveEntries', { limit: walkLimits.archiveEntries })
    case 'damaged':
    case 'checksum':
      return refuse('memberDamaged')
  }
}

function unpackMember(zip: ZipPackage, entry: ZipEntry): Uint8Array | ZipProblem {
  const pieces: Uint8Array[] = []
  const problem = zip.unpack(entry, (piece) => {
    pieces.push(piece.slice())
    return true
  })
  return problem ?? Buffer.concat(pieces)
}

/** Why a member is passed over: any folder on its way may be a hidden or a system one. */
function ignoredMember(name: string): ReturnType<typeof ignoredName> {
  for (const step of name.split('/')) {
    const reason = ignoredName(step)
    if (reason !== null) return reason
  }
  return null
}

function* walk(bytes: Uint8Array, path: string, depth: number, budget: Budget): Generator<Source> {
  if (depth > walkLimits.archiveDepth) {
    const data = { name: nameOf(path), limit: walkLimits.archiveDepth }
    yield { kind: 'refused', path, finding: notOpened('archiveNested', data) }
    return
  }
  const zip = ZipPackage.open(bytes, { entries: budget.entries, unpackedBytes: budget.unpackedBytes })
  if (typeof zip === 'string') {
    const [message, data] =
      zip === 'entries'
        ? (['archiveEntries', { name: nameOf(path), limit: walkLimits.archiveEntries }] as const)
        : (['archiveDamaged', { name: nameOf(path) }] as const)
    yield { kind: 'refused', path, finding: notOpened(message, data) }
    return
  }
  budget.entries -= zip.entries.size
  const members = [...zip.entries.values()]
    .filter((entry) => !entry.name.endsWith('/'))
    .sort((a, b) => byName(a.name, b.name))
  budget.onArchive(Math.max(1, members.length))
  if (members.length === 0) yield { kind: 'ignored', path, reason: 'empty' }
  for (const entry of members) {
    const place = `${path}/${entry.name}`
    const reason = ignoredMember(entry.name)
    if (reason !== null) yield { kind: 'ignored', path: place, reason }
    else if (entry.unpackedSize > walkLimits.fileBytes) {
      const data = { name: nameOf(place), limit: inMegabytes(walkLimits.fileBytes) }
      yield { kind: 'refused', path: place, finding: notOpened('tooLarge', data) }
    } else yield* walkMember(zip, entry, place, path, depth, budget)
  }
}

function* walkMember(
  zip: ZipPackage,
  entry: ZipEntry,
  place: string,
  archive: string,
  depth: number,
  budget: Budget,
): Generator<Source> {
  // What archives inside have used up is not known to the package that holds them.
  const unpacked = entry.unpackedSize > budget.unpackedBytes ? 'unpackedBytes' : unpackMember(zip, entry)
  if (typeof unpacked === 'string') {
    yield problemOf(unpacked, place, archive)
    return
  }
  budget.unpackedBytes -= unpacked.length
  if (isArchive(unpacked)) yield* walk(unpacked, place, depth + 1, budget)
  else yield asFile(unpacked, place)
}

/** A file that is no zip archive: to be checked, unless it is another archive, which is only told. */
export function asFile(bytes: Uint8Array, path: string): Source {
  const kind = closedArchive(bytes)
  if (kind === null) return { kind: 'file', path, bytes }
  return { kind: 'refused', path, finding: notOpened('archiveKind', { name: nameOf(path), kind }) }
}

/** All members of a zip archive, in the order of their names. `onArchive` hears how many each archive holds. */
export function* walkArchive(
  bytes: Uint8Array,
  path: string,
  onArchive: (members: number) => void = () => {},
): Generator<Source> {
  const { archiveEntries, archiveUnpackedBytes } = walkLimits
  yield* walk(bytes, path, 1, { entries: archiveEntries, unpackedBytes: archiveUnpackedBytes, onArchive })
}
