/** Filings and what hangs on them as the API gives them. */

import type { z } from 'zod'
import {
  type CampaignView,
  type Comment,
  type EditResult,
  type EventInput,
  type Evidence,
  eventKindOf,
  type FilingSummary,
  type FilingView,
} from '../../app/office/index.ts'
import type { FilingState } from '../../core/review/index.ts'
import type {
  campaign,
  changes,
  comment,
  editResult,
  eventInput,
  evidence,
  filingSummary,
  filingView,
} from './filings.ts'

export function sayCampaign(view: CampaignView): z.input<typeof campaign> {
  const { id, region, title, fiscal_year, kind, layout, edition, opens, closes, recalled, counts } = view
  return {
    id,
    region,
    title,
    fiscalYear: fiscal_year,
    kind,
    layout,
    edition,
    opens,
    closes,
    recalled,
    counts: { ...counts },
  }
}

export function saySummary({ filing, organisation, department }: FilingSummary): z.input<typeof filingSummary> {
  const { id, region, campaign: of, fiscal_year, kind, title, revision, total, least, most, grade } = filing
  return {
    id,
    region,
    campaign: of,
    fiscalYear: fiscal_year,
    organisation,
    department,
    kind,
    title,
    stage: filing.stage as z.input<typeof filingSummary>['stage'],
    revision,
    round: (filing.state as FilingState).round,
    total,
    recomputed: least === null || most === null ? null : { min: least, max: most },
    grade,
    budgeted: filing.budgeted,
    executed: filing.executed,
    errors: filing.errors,
    warnings: filing.warnings,
    updatedAt: filing.updated_at,
    publishedAt: filing.published_at,
  }
}

export function sayComment({
  id,
  place,
  text,
  answers,
  person,
  name,
  at,
  resolved_at,
}: Comment): z.input<typeof comment> {
  return { id, place, text, answers, by: { id: person, name }, at, resolvedAt: resolved_at }
}

export function sayEvidence({ id, name, type, size, hash, places, person, at }: Evidence): z.input<typeof evidence> {
  return { id, name, type, size, hash, places: [...places], by: person, at }
}

export function sayFiling(view: FilingView): z.input<typeof filingView> {
  const { draft, state, circumstances, allowed, editable, assessments, undo, redo } = view
  return {
    summary: saySummary(view),
    draft,
    state,
    circumstances,
    path: [...view.filing.path],
    allowed: allowed.map((one) => ({ ...one })),
    editable,
    assessments: { ...assessments },
    comments: view.comments.map(sayComment),
    evidence: view.evidence.map(sayEvidence),
    undo,
    redo,
  }
}

/** Throws `bad-request` for an event that there is not. */
export function eventOf({ event, ...more }: z.output<typeof eventInput>): EventInput {
  return { kind: eventKindOf(event), ...more } as EventInput
}

export function sayChanged(changed: EditResult['changed']): z.input<typeof changes>['changed'] {
  return changed.map(({ revision, edits }) => ({ revision, edits: [...edits] }))
}

export function sayEdits({ conflicts, changed, ...rest }: EditResult): z.input<typeof editResult> {
  return { ...rest, conflicts: [...conflicts], changed: sayChanged(changed) }
}
