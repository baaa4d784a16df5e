/**
 * What a server does before anybody comes: the forms that were last written in are read, judged and told once, so that the
 * engine has compiled what the first clerks of the morning ask for, and the database's connections know their tables.
 * Nothing is written.
 */

import { setImmediate as others } from 'node:timers/promises'
import { draftParts, findFiling, newestFilings, storeErrorOf } from '../../store/index.ts'
import { draftOf } from './drafts.ts'
import { figuresOf, judgeFiling } from './figures.ts'
import type { Office } from './office.ts'

/** After so many the engine has compiled the checks. */
const FORMS = 40
/** As many at once as connections that write. */
const AT_ONCE = 6

/** Ends early where `isOver` says so, or the database is away. */
export async function warmUp(office: Office, isOver: () => boolean): Promise<void> {
  try {
    const { store } = office
    const newest = await newestFilings(store.database, FORMS)
    await Promise.all(
      newest.slice(0, AT_ONCE).map(({ region, id }) =>
        store.write(async (tx) => {
          const filing = await findFiling(tx, region, id)
          if (filing !== null) await draftParts(tx, filing)
        }),
      ),
    )
    for (const { region, id } of newest) {
      if (isOver()) return
      const filing = await findFiling(store.database, region, id)
      if (filing === null) continue
      const draft = await draftOf(office, store.database, filing)
      const judged = await judgeFiling(office, store.database, filing, draft)
      JSON.stringify([figuresOf(judged), judged.findings, draft])
      await others()
    }
  } catch (error) {
    if (storeErrorOf(error) === null) throw error
  }
}
