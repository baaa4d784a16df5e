/** Which of several target forms was approved for a form: by what it is called, else by the indicators they share. */

import { sameIndicators } from '../checks/aids/same-indicator.ts'
import { withoutBlanks } from '../model/blanks.ts'
import type { Form } from '../model/index.ts'

/** What a form is of, without blanks: its project, else its department. */
export function subjectOf({ kind, project, department, implementer }: Form): string {
  const named = kind === 'project' ? project.raw : department.raw || implementer.raw
  return withoutBlanks(named.normalize('NFKC'))
}

/**
 * The target form that goes with `form`; null where none of `candidates` is of its kind, or names nothing of what it is. One
 * that is called alike comes first, then the one with most indicators in common.
 */
export function approvedFor(form: Form, candidates: readonly Form[]): Form | null {
  const subject = subjectOf(form)
  let best: { readonly candidate: Form; readonly shared: number } | null = null
  for (const candidate of candidates) {
    if (candidate.kind !== form.kind) continue
    if (subject !== '' && subjectOf(candidate) === subject) return candidate
    const shared = sameIndicators(form.indicators, candidate.indicators).length
    if (shared > (best?.shared ?? 0)) best = { candidate, shared }
  }
  return best?.candidate ?? null
}
