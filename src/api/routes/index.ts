/** Every route. A test compares this list with the files beside it. */

import type { Route } from '../route.ts'
import { addCampaign } from './add-campaign.ts'
import { addComment } from './add-comment.ts'
import { addEvidence } from './add-evidence.ts'
import { addOrganisation } from './add-organisation.ts'
import { addPerson } from './add-person.ts'
import { assessRow } from './assess-row.ts'
import { changeCampaign } from './change-campaign.ts'
import { changeOrganisation } from './change-organisation.ts'
import { changePassword } from './change-password.ts'
import { changePerson } from './change-person.ts'
import { checkPublication } from './check-publication.ts'
import { dropEvidence } from './drop-evidence.ts'
import { dropToken } from './drop-token.ts'
import { editFiling } from './edit-filing.ts'
import { events } from './events.ts'
import { evidenceFile } from './evidence-file.ts'
import { handOver } from './hand-over.ts'
import { health } from './health.ts'
import { issueCampaign } from './issue-campaign.ts'
import { listCampaigns } from './list-campaigns.ts'
import { listChanges } from './list-changes.ts'
import { listFilings } from './list-filings.ts'
import { listOrganisations } from './list-organisations.ts'
import { listPeople } from './list-people.ts'
import { listRegions } from './list-regions.ts'
import { listTokens } from './list-tokens.ts'
import { loadRegions } from './load-regions.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { makeToken } from './make-token.ts'
import { redo } from './redo.ts'
import { resetPassword } from './reset-password.ts'
import { setUp } from './set-up.ts'
import { setUpNeeded } from './set-up-needed.ts'
import { settleComment } from './settle-comment.ts'
import { showCampaign } from './show-campaign.ts'
import { showFiling } from './show-filing.ts'
import { showReport } from './show-report.ts'
import { stepMany } from './step-many.ts'
import { takeStep } from './take-step.ts'
import { undo } from './undo.ts'
import { whoAmI } from './who-am-i.ts'

export const routes: readonly Route[] = [
  addCampaign,
  addComment,
  addEvidence,
  addOrganisation,
  addPerson,
  assessRow,
  changeCampaign,
  changeOrganisation,
  changePassword,
  changePerson,
  checkPublication,
  dropEvidence,
  dropToken,
  editFiling,
  events,
  evidenceFile,
  handOver,
  health,
  issueCampaign,
  listCampaigns,
  listChanges,
  listFilings,
  listOrganisations,
  listPeople,
  listRegions,
  listTokens,
  loadRegions,
  logIn,
  logOut,
  makeToken,
  redo,
  resetPassword,
  setUpNeeded,
  setUp,
  settleComment,
  showCampaign,
  showFiling,
  showReport,
  stepMany,
  takeStep,
  undo,
  whoAmI,
]
