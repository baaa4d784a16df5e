/** Every route. A test compares this list with the files beside it. */

import type { Route } from '../route.ts'
import { addOrganisation } from './add-organisation.ts'
import { addPerson } from './add-person.ts'
import { changeOrganisation } from './change-organisation.ts'
import { changePassword } from './change-password.ts'
import { changePerson } from './change-person.ts'
import { dropToken } from './drop-token.ts'
import { handOver } from './hand-over.ts'
import { health } from './health.ts'
import { listOrganisations } from './list-organisations.ts'
import { listPeople } from './list-people.ts'
import { listRegions } from './list-regions.ts'
import { listTokens } from './list-tokens.ts'
import { loadRegions } from './load-regions.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { makeToken } from './make-token.ts'
import { resetPassword } from './reset-password.ts'
import { setUp } from './set-up.ts'
import { setUpNeeded } from './set-up-needed.ts'
import { whoAmI } from './who-am-i.ts'

export const routes: readonly Route[] = [
  addOrganisation,
  addPerson,
  changeOrganisation,
  changePassword,
  changePerson,
  dropToken,
  handOver,
  health,
  listOrganisations,
  listPeople,
  listRegions,
  listTokens,
  loadRegions,
  logIn,
  logOut,
  makeToken,
  resetPassword,
  setUpNeeded,
  setUp,
  whoAmI,
]
