/** One idempotency key, one answer: a request that is sent again after a broken line is not carried out twice. */

import { createHash } from 'node:crypto'
import { type Database, findAnswer, keepAnswer } from '../../store/index.ts'
import { type Office, within } from './office.ts'
import { Problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

export interface Answer {
  readonly status: number
  readonly body: string
}

export interface Asked {
  readonly key: string
  readonly route: string
  readonly body: unknown
}

/** Keys of work that is under way in this process. */
const running = new Map<string, Promise<Answer>>()
const LONGEST_KEY = 200

/**
 * Carries out `work` once for a key of a person; the answer is kept in the transaction of the work itself, so that neither is
 * there without the other. `apart`: work too long for one transaction, whose answer is kept right after it. Throws `key-reused`
 * where the key came with another request.
 */
export async function answered(
  office: Office,
  viewer: Viewer,
  asked: Asked,
  { status, apart }: { readonly status: number; readonly apart: boolean },
  work: (office: Office) => Promise<unknown>,
): Promise<Answer> {
  const { database } = office.store
  const { region, id: person } = viewer.person
  if (asked.key === '' || asked.key.length > LONGEST_KEY) throw new Problem('bad-request')
  const route = `${asked.route} ${createHash('sha256').update(JSON.stringify(asked.body)).digest('hex')}`
  const place = { region, person, key: asked.key }
  const before = await findAnswer(database, place)
  if (before !== null) {
    if (before.route !== route) throw new Problem('key-reused')
    return before
  }
  const name = JSON.stringify([office.store.folder.root, region, person, asked.key])
  const same = running.get(name)
  if (same !== undefined) return same
  const answerOf = (value: unknown): Answer => ({ status, body: value === undefined ? '' : JSON.stringify(value) })
  const keep = (db: Database, answer: Answer) => keepAnswer(db, { ...place, route, ...answer, at: office.now() })
  const doing = (async () => {
    if (!apart) return within(office, async (joined) => answerOf(await work(joined)), keep)
    const answer = answerOf(await work(office))
    await keep(database, answer)
    return answer
  })()
  running.set(name, doing)
  try {
    return await doing
  } finally {
    running.delete(name)
  }
}
