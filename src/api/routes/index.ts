/** Every route. A test compares this list with the files beside it. */

import type { Route } from '../route.ts'
import { addCampaign } from './add-campaign.ts'
import { addComment } from './add-comment.ts'
import { addEvidence } from './add-evidence.ts'
import { addOrganisation } from './add-organisation.ts'
import { addPerson } from './add-person.ts'
import { applyImport } from './apply-import.ts'
import { assessRow } from './assess-row.ts'
import { backupFile } from './backup-file.ts'
import { campaignProgress } from './campaign-progress.ts'
import { cancelJob } from './cancel-job.ts'
import { changeCampaign } from './change-campaign.ts'
import { changeOrganisation } from './change-organisation.ts'
import { changePassword } from './change-password.ts'
import { changePerson } from './change-person.ts'
import { checkPublication } from './check-publication.ts'
import { copyLastYear } from './copy-last-year.ts'
import { docsPage } from './docs-page.ts'
import { dropEvidence } from './drop-evidence.ts'
import { dropToken } from './drop-token.ts'
import { editFiling } from './edit-filing.ts'
import { events } from './events.ts'
import { evidenceFile } from './evidence-file.ts'
import { filingRecord } from './filing-record.ts'
import { handOver } from './hand-over.ts'
import { health } from './health.ts'
import { importForm } from './import-form.ts'
import { importMany } from './import-many.ts'
import { importOrganisations } from './import-organisations.ts'
import { importPeople } from './import-people.ts'
import { importPicture } from './import-picture.ts'
import { insightRows } from './insight-rows.ts'
import { insightViews } from './insight-views.ts'
import { issueCampaign } from './issue-campaign.ts'
import { jobFile } from './job-file.ts'
import { listBackups } from './list-backups.ts'
import { listCampaigns } from './list-campaigns.ts'
import { listChanges } from './list-changes.ts'
import { listFilings } from './list-filings.ts'
import { listJobs } from './list-jobs.ts'
import { listNotices } from './list-notices.ts'
import { listOrganisations } from './list-organisations.ts'
import { listPeople } from './list-people.ts'
import { listPublished } from './list-published.ts'
import { listRecords } from './list-records.ts'
import { listRegions } from './list-regions.ts'
import { listTokens } from './list-tokens.ts'
import { listWaitingImports } from './list-waiting-imports.ts'
import { loadExecution } from './load-execution.ts'
import { loadRegions } from './load-regions.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { makeBackup } from './make-backup.ts'
import { makeToken } from './make-token.ts'
import { nudge } from './nudge.ts'
import { printFiling } from './print-filing.ts'
import { printMany } from './print-many.ts'
import { printPublished } from './print-published.ts'
import { proposeSample } from './propose-sample.ts'
import { publicFormPage } from './public-form-page.ts'
import { publicPage } from './public-page.ts'
import { readNotices } from './read-notices.ts'
import { readWaitingImport } from './read-waiting-import.ts'
import { redo } from './redo.ts'
import { resetPassword } from './reset-password.ts'
import { reviewEffects } from './review-effects.ts'
import { rollUp } from './roll-up.ts'
import { setUp } from './set-up.ts'
import { setUpNeeded } from './set-up-needed.ts'
import { settleComment } from './settle-comment.ts'
import { showBeside } from './show-beside.ts'
import { showCampaign } from './show-campaign.ts'
import { showFiling } from './show-filing.ts'
import { showHistory } from './show-history.ts'
import { showJob } from './show-job.ts'
import { showPublished } from './show-published.ts'
import { showReport } from './show-report.ts'
import { showReviewSheet } from './show-review-sheet.ts'
import { showSystem } from './show-system.ts'
import { stepMany } from './step-many.ts'
import { suggestTargets } from './suggest-targets.ts'
import { takeStep } from './take-step.ts'
import { undo } from './undo.ts'
import { verifyRecords } from './verify-records.ts'
import { whoAmI } from './who-am-i.ts'

export const routes: readonly Route[] = [
  addCampaign,
  addComment,
  addEvidence,
  addOrganisation,
  addPerson,
  applyImport,
  assessRow,
  backupFile,
  changeCampaign,
  changeOrganisation,
  changePassword,
  changePerson,
  checkPublication,
  copyLastYear,
  docsPage,
  dropEvidence,
  dropToken,
  editFiling,
  events,
  evidenceFile,
  filingRecord,
  handOver,
  health,
  importForm,
  importOrganisations,
  importPeople,
  campaignProgress,
  insightRows,
  insightViews,
  reviewEffects,
  showBeside,
  showReviewSheet,
  importPicture,
  listWaitingImports,
  readWaitingImport,
  importMany,
  printMany,
  nudge,
  listJobs,
  showJob,
  jobFile,
  cancelJob,
  listNotices,
  readNotices,
  issueCampaign,
  listBackups,
  listCampaigns,
  listChanges,
  listFilings,
  listOrganisations,
  listPeople,
  listPublished,
  listRecords,
  listRegions,
  listTokens,
  loadExecution,
  loadRegions,
  logIn,
  logOut,
  makeBackup,
  makeToken,
  printFiling,
  printPublished,
  proposeSample,
  publicFormPage,
  publicPage,
  redo,
  resetPassword,
  rollUp,
  setUpNeeded,
  setUp,
  settleComment,
  showCampaign,
  showFiling,
  showHistory,
  showPublished,
  showReport,
  showSystem,
  stepMany,
  suggestTargets,
  takeStep,
  undo,
  verifyRecords,
  whoAmI,
]
