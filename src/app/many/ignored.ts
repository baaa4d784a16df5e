/** Files that hold no form by their name: lock files, system files, half a download. They are listed, not read. */

import type { IgnoredReason } from './messages.ts'

const systemNames = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store', 'icon\r', '__macosx'])

/** Why a file or folder of this name is passed over; null where it is looked at. */
export function ignoredName(name: string): IgnoredReason | null {
  const lower = name.toLowerCase()
  if (systemNames.has(lower)) return 'system'
  // Excel and Word write ~$name, WPS .~name, LibreOffice .~lock.name#.
  if (lower.startsWith('~$') || lower.startsWith('.~')) return 'officeLock'
  if (/^~.*\.tmp$|\.(tmp|crdownload|part|partial|download|swp)$/.test(lower)) return 'temporary'
  return lower.startsWith('.') ? 'hidden' : null
}
