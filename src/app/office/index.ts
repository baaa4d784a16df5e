/** The use cases of a bureau's server: what people do, whoever carries the request. */

export type { RollUpView, TargetSuggestion } from '../../core/insight/index.ts'
export {
  type Campaign,
  type Comment,
  type Evidence,
  type Figures,
  type Filing,
  type IndicatorYear,
  type JobCounts,
  type JobItem,
  type Notice,
  type Organisation,
  type OrganisationKind,
  openStore,
  type Person,
  type RecordEntry,
  type Region,
  type RollupRow,
  rollupKeys,
  type Seat,
  type StoreOptions,
  type Verification,
} from '../../store/index.ts'
export * from './access.ts'
export * from './answered.ts'
export { type BesideOf, draftsBeside } from './beside.ts'
export * from './campaigns.ts'
export * from './comments.ts'
export * from './copying.ts'
export * from './drafts.ts'
export * from './edits.ts'
export * from './evidence.ts'
export * from './execution.ts'
export * from './figures.ts'
export * from './filings.ts'
export * from './house.ts'
export * from './importing.ts'
export * from './jobs/jobs.ts'
export { printFormats } from './jobs/print.ts'
export * from './life-cycle.ts'
export * from './notices.ts'
export * from './office.ts'
export * from './organisations.ts'
export * from './people.ts'
export * from './people-import.ts'
export * from './problem.ts'
export * from './progress.ts'
export * from './proposals.ts'
export * from './public-form.ts'
export * from './publication.ts'
export * from './published.ts'
export * from './record.ts'
export * from './reports.ts'
export { type ReviewSheetView, reviewSheetOf } from './review-sheets.ts'
export * from './rollups.ts'
export * from './sessions.ts'
export { type SheetAsked, sheetBytes } from './sheet-rows.ts'
export * from './store-problem.ts'
export * from './system.ts'
export * from './tree-import.ts'
export * from './viewer.ts'
