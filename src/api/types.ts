/** Shapes of requests and answers for whoever calls the API from TypeScript: types alone, nothing of the server. */

import type { z } from 'zod'
import type { ProblemJson } from './problem-json.ts'
import type * as filings from './schemas/filings.ts'
import type * as insight from './schemas/insight.ts'
import type * as jobs from './schemas/jobs.ts'
import type * as many from './schemas/many.ts'
import type * as people from './schemas/people.ts'
import type * as system from './schemas/system.ts'

export type { Conflict, Draft, DraftRow, Edit } from '../core/draft/index.ts'
export type { Circumstances, EventKind, FilingState, Role, Stage } from '../core/review/index.ts'
export type { Shapes } from './schemas/shapes.ts'
export type Problem = ProblemJson
export type Me = z.output<typeof people.me>
export type Person = z.output<typeof people.person>
export type Organisation = z.output<typeof people.organisation>
export type Region = z.output<typeof people.region>
export type Campaign = z.output<typeof filings.campaign>
export type NewCampaign = z.input<typeof filings.newCampaign>
export type FilingSummary = z.output<typeof filings.filingSummary>
export type FilingView = z.output<typeof filings.filingView>
export type EditInput = z.input<typeof filings.editInput>
export type EditResult = z.output<typeof filings.editResult>
export type Changes = z.output<typeof filings.changes>
export type EventInput = z.input<typeof filings.eventInput>
export type Comment = z.output<typeof filings.comment>
export type Evidence = z.output<typeof filings.evidence>
export type RollupRow = z.output<typeof many.rollupRow>
export type IndicatorYear = z.output<typeof many.indicatorYear>
export type RecordEntry = z.output<typeof many.recordEntry>
export type Verification = z.output<typeof many.verification>
export type PublishedForm = z.output<typeof many.publishedForm>
export type Imported = z.output<typeof many.imported>
export type ImportedForm = z.output<typeof many.importedForm>
export type WaitingImport = z.output<typeof many.waitingImport>
export type SystemState = z.output<typeof system.systemState>
export type Backup = z.output<typeof system.backup>
export type Assessment = z.output<typeof filings.assessment>
export type InsightView = z.output<typeof insight.insightView>
export type IndicatorFound = z.output<typeof insight.indicatorFound>
export type Progress = z.output<typeof insight.progress>
export type ReviewEffects = z.output<typeof insight.reviewEffects>
export type Job = z.output<typeof jobs.job>
export type JobView = z.output<typeof jobs.jobView>
export type Notice = z.output<typeof jobs.notice>
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}
