/** Lines of a file, to be quoted beside what is said of it. */

import { decodeText, hasBinarySignature, looksBinary } from '../containers/encoding.ts'

/** Null where the file is no text: what stands in the bytes of a document or a picture says nothing to a reader. */
export function sourceLines(bytes: Uint8Array): readonly string[] | null {
  if (hasBinarySignature(bytes)) return null
  const decoded = decodeText(bytes)
  return looksBinary(decoded) ? null : decoded.text.split(/\r\n|\r|\n/)
}
