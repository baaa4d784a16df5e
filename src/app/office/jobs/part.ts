/** What a part of a job is given and how it ends. */

import type { Job, JobItem, JobItemState } from '../../../store/index.ts'
import { updateJobItem } from '../../../store/index.ts'
import { type Office, within } from '../office.ts'
import type { Viewer } from '../viewer.ts'

export interface PartEnd {
  readonly state: Exclude<JobItemState, 'waiting'>
  /** Why it failed, what is left to do. */
  readonly detail?: string
  readonly filing?: string
  readonly file?: string
}

export interface PartOf {
  readonly office: Office
  /** Whose job it is, with the rights of now; null: the house's own. */
  readonly viewer: Viewer | null
  readonly job: Job
  readonly item: JobItem
}

/** Carries out a part; what it writes and that it is done are one commit, so that no part is done twice. */
export async function endPart(
  { office, item }: Pick<PartOf, 'office' | 'item'>,
  work: (joined: Office) => Promise<PartEnd>,
): Promise<void> {
  await within(office, work, async (tx, end) => updateJobItem(tx, item, end))
}

export type RunPart = (part: PartOf) => Promise<void>
