/** Compound files that hold neither a workbook nor a document are refused with their reason: a password above all. */

import { compoundKind, isCompoundFile } from '../../containers/compound-file.ts'
import { finding } from '../../containers/findings.ts'
import type { Grid, Outcome } from '../../core/model/index.ts'

export { compoundReaderRules } from './messages.ts'

/** 0 to 1: workbooks and documents have readers of their own. */
export function recognisesCompound(firstBytes: Uint8Array): number {
  if (!isCompoundFile(firstBytes)) return 0
  const kind = compoundKind(firstBytes)
  return kind === 'workbook' || kind === 'document' ? 0 : 0.7
}

/** No grid; a finding that says why. */
export function readCompound(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const kind = compoundKind(bytes)
  const message = kind === null || kind === 'workbook' || kind === 'document' ? 'damaged' : kind
  return { value: [], findings: [finding('compound/unreadable', message, 'error', { name })] }
}
