/** One idempotency key, one answer: a request that is sent again after a broken line is not carried out twice. */

import { createHash } from 'node:crypto'
import { findAnswer, keepAnswer } from '../../store/index.ts'
import type { Office } from './office.ts'
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

/** Carries out `work` once for a key of a person. Throws `key-reused` where the key came with another request. */
export async function answered(
  office: Office,
  viewer: Viewer,
  asked: Asked,
  status: number,
  work: () => Promise<unknown>,
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
  const doing = (async () => {
    const value = await work()
    const answer = { status, body: value === undefined ? '' : JSON.stringify(value) }
    await keepAnswer(database, { ...place, route, ...answer, at: office.now() })
    return answer
  })()
  running.set(name, doing)
  try {
    return await doing
  } finally {
    running.delete(name)
  }
}
