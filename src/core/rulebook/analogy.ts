/** A rule made for project forms, used on a department form, says so on every citation (按项目支出办法类推). */

import { gather } from '../model/gather.ts'
import type { Citation, FormKind } from '../model/index.ts'
import { documents } from './documents/index.ts'
import type { Edition } from './edition.ts'

const governs: ReadonlyMap<string, readonly FormKind[]> = new Map(
  gather(documents, (document) => document.clauses.map((clause) => [clause.id, document.governs] as const)),
)

function isCitation(value: object): value is Citation {
  return 'clause' in value && 'evidence' in value
}

function marked(citation: Citation, kind: FormKind): Citation {
  const { clause, evidence } = citation
  return governs.get(clause)?.includes(kind) ? { clause, evidence } : { clause, evidence, byAnalogy: true }
}

/** A copy of the data in which every citation is right for this kind of form. */
function markAll<T>(data: T, kind: FormKind): T {
  if (typeof data !== 'object' || data === null) return data
  if (isCitation(data)) return marked(data, kind) as T
  if (Array.isArray(data)) return data.map((item) => markAll(item, kind)) as T
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, markAll(value, kind)])) as T
}

const made = new WeakMap<Edition, Map<FormKind, Edition>>()

/** The edition as it applies to this kind of form: itself where it was made for it. The same object every time. */
export function editionFor(edition: Edition, kind: FormKind): Edition {
  if (edition.kind === kind) return edition
  const known = made.get(edition) ?? new Map<FormKind, Edition>()
  made.set(edition, known)
  const marked = known.get(kind) ?? markAll(edition, kind)
  known.set(kind, marked)
  return marked
}
