/** The forms of a campaign, printed one by one, and packed into one file at the end. */

import { Buffer } from 'node:buffer'
import { type Zippable, zipSync } from 'fflate'
import type { Lang } from '../../../core/model/index.ts'
import { type Job, listJobItems } from '../../../store/index.ts'
import type { Office } from '../office.ts'
import { Problem } from '../problem.ts'
import { printFiling } from '../published.ts'
import { endPart, type RunPart } from './part.ts'

export const printFormats = ['html', 'xlsx', 'docx', 'pdf'] as const

export interface PrintInput {
  readonly format: (typeof printFormats)[number]
  readonly lang: Lang
}

export const printPart: RunPart = async ({ office, viewer, job, item }) => {
  if (viewer === null || item.filing === null) throw new Problem('forbidden')
  const { format, lang } = job.input as PrintInput
  const { name, content } = await printFiling(office, viewer, item.filing, { to: format }, lang)
  const file = await office.store.jobFiles.put(content)
  await endPart({ office, item }, async () => ({ state: 'done', detail: name, file }))
}

/** Moment that every packed file bears, so that the same forms give the same bytes. */
const MOMENT = new Date(2000, 0, 1)

/** Hash of the packed file; null where nothing was printed. */
export async function packPrints(office: Office, job: Job): Promise<string | null> {
  const files: Zippable = {}
  for (const { state, detail, file, seq } of await listJobItems(office.store.database, job)) {
    if (state !== 'done' || file === null) continue
    const stream = await office.store.jobFiles.open(file)
    if (stream === null) continue
    const safe = detail.replace(/[\\/:*?"<>|]/g, '_')
    const name = safe in files ? `${seq + 1}-${safe}` : safe
    // Pages of text shrink; the others are packed already.
    files[name] = [Buffer.concat((await stream.toArray()) as Buffer[]), { level: name.endsWith('.html') ? 6 : 0 }]
  }
  if (Object.keys(files).length === 0) return null
  return office.store.jobFiles.put(zipSync(files, { mtime: MOMENT }))
}
