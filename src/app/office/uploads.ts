/**
 * Files that were read into a form and not taken yet. Bytes are kept under their hash, which whoever has the same file knows: a
 * hash alone opens nothing. What a reading answers with is sealed for one person and one form, so that it is taken by whoever
 * made the reading, into the form it was made for, also after the server was started anew.
 */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Filing } from '../../store/index.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

const HASH = 64

/** Hex: the server's signature over whose reading of which file for which form it is. Nothing else that it signs begins so. */
function sealOf(
  { store }: Office,
  viewer: Viewer,
  { region, id }: Pick<Filing, 'region' | 'id'>,
  hash: string,
): string {
  const signed = store.signer.sign(JSON.stringify(['import', region, id, viewer.person.id, hash]))
  return createHash('sha256').update(signed).digest('hex')
}

/** What the reading of a file is asked for by: its hash and the seal, 128 hex digits. */
export function sealedUpload(
  office: Office,
  viewer: Viewer,
  filing: Pick<Filing, 'region' | 'id'>,
  hash: string,
): string {
  return hash + sealOf(office, viewer, filing, hash)
}

/** The hash of a file that the viewer read for this form. Throws `not-found` for any other, whether it is kept or not. */
export function uploadHash(
  office: Office,
  viewer: Viewer,
  filing: Pick<Filing, 'region' | 'id'>,
  upload: string,
): string {
  const hash = upload.slice(0, HASH)
  const expected = Buffer.from(sealedUpload(office, viewer, filing, hash))
  const given = Buffer.from(upload)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('not-found')
  return hash
}

/** Throws `not-found`. */
export async function uploadedBytes(office: Office, hash: string): Promise<Buffer> {
  const stream = await office.store.files.open(hash)
  if (stream === null) throw new Problem('not-found')
  return Buffer.concat((await stream.toArray()) as Buffer[])
}
