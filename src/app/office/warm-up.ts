/**
 * What a server does before anybody comes: the forms that were last written in are read, judged and told once, so that the
 * engine has compiled what the first clerks of the morning ask for, and the database's connections know their tables.
 * Nothing is written.
 */

import { setImmediate as others } from 'node:timers/promises'
import { draftParts, findFiling, newestFilings } from '../../store/index.ts'
import { draftOf } from './drafts.ts'
import { figuresOf, judgeFiling } from './figures.ts'
import type { Office } from './office.ts'

/** After so many the engine has compiled the checks. */
const FORMS = 40
/** As many at once as connections that write. */
const AT_ONCE = 6

async function judgeOnce(office: Office, region: string, id: string): Promise<void> {
  const { database } = office.store
  const filing = await findFiling(database, region, id)
  if (filing === null) return
  const draft = await draftOf(office, database, filing)
  const judged = await judgeFiling(office, database, filing, draft)
  JSON.stringify([figuresOf(judged), judged.findings, draft])
}

/** Ends early where `isOver` says so. Never fails: what is wrong with a form is said when somebody opens it. */
export async function warmUp({ main: office }: Office, isOver: () => boolean): Promise<void> {
  const { store } = office
  const newest = await newestFilings(store.database, FORMS).catch(() => [])
  await Promise.allSettled(
    newest.slice(0, AT_ONCE).map(({ region, id }) =>
      store.write(async (tx) => {
        const filing = await findFiling(tx, region, id)
        if (filing !== null) await draftParts(tx, filing)
      }),
    ),
  )
  for (const { region, id } of newest) {
    if (isOver()) return
    await judgeOnce(office, region, id).catch(() => undefined)
    await others()
  }
}
