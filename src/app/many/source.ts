/** What is found on a walk over folders and archives: files to check, files not opened, files passed over. */

import type { Finding } from '../../core/model/index.ts'
import type { IgnoredReason } from './messages.ts'

export type Source =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly path: string; readonly finding: Finding }
  | { readonly kind: 'ignored'; readonly path: string; readonly reason: IgnoredReason }

export const walkLimits = {
  /** Bytes of one file, packed in an archive or not. */
  fileBytes: 256 * 1024 * 1024,
  /** Bytes of an archive. */
  archiveBytes: 1024 * 1024 * 1024,
  /** Of one archive with all archives inside it. */
  archiveEntries: 50_000,
  archiveUnpackedBytes: 4 * 1024 * 1024 * 1024,
  /** Archives inside archives, the outermost counted. */
  archiveDepth: 3,
} as const

export function inMegabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}

/** The last part of a path, which is what a file is called. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** By code units: the same order on every machine. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
