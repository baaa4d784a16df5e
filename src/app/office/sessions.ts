/** Signing in and out, sessions, personal tokens, and the very first run. */

import { createHash, randomBytes } from 'node:crypto'
import {
  countPeople,
  deleteSession,
  deleteSessions,
  deleteToken,
  findByLogin,
  findCredential,
  findPerson,
  insertPeople,
  insertSession,
  insertToken,
  listTokens,
  putRegions,
  updatePerson,
} from '../../store/index.ts'
import type { Office } from './office.ts'
import { demandGoodPassword, hashPassword, isPassword } from './passwords.ts'
import { Problem } from './problem.ts'
import { HOME, type Viewer, viewerFrom, viewerOf } from './viewer.ts'

/** More than the 20 hours beyond which a limit of time hinders nobody at a form (WCAG 2.2, 2.2.1). */
const SESSION_HOURS = 24
const FAILURES = 5
const LOCK_MINUTES = 15

export interface SignedIn {
  readonly viewer: Viewer
  /** Goes with every request that changes something; null for tokens, which no page can send by accident. */
  readonly csrf: string | null
}

export interface NewSession {
  /** For the cookie; kept nowhere. */
  readonly secret: string
  readonly csrf: string
  readonly expires: string
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

async function begin(office: Office, region: string, person: string): Promise<NewSession> {
  const now = office.now()
  const secret = randomBytes(32).toString('base64url')
  const csrf = randomBytes(24).toString('base64url')
  const expires = later(now, SESSION_HOURS * 60)
  await insertSession(office.store.database, {
    hash: hashOf(secret),
    region,
    person,
    csrf,
    created_at: now,
    expires_at: expires,
  })
  return { secret, csrf, expires }
}

/** Throws `wrong-password`, `locked-out`. Says nothing of whether the account exists. */
export async function signIn(
  office: Office,
  login: string,
  password: string,
): Promise<{ viewer: Viewer; session: NewSession }> {
  const { database } = office.store
  const person = await findByLogin(database, login)
  const now = office.now()
  if (person?.locked_until != null && person.locked_until > now) {
    const seconds = Math.ceil((Date.parse(person.locked_until) - Date.parse(now)) / 1000)
    throw new Problem('locked-out', { retryAfter: seconds })
  }
  const right = await isPassword(person?.active === true ? person.password : null, password)
  if (person === null || !right) {
    if (person !== null) {
      const failures = person.failures + 1
      const locked = failures >= FAILURES
      await updatePerson(database, person.region, person.id, {
        failures: locked ? 0 : failures,
        locked_until: locked ? later(now, LOCK_MINUTES) : null,
      })
    }
    throw new Problem('wrong-password')
  }
  if (person.failures > 0 || person.locked_until !== null) {
    await updatePerson(database, person.region, person.id, { failures: 0, locked_until: null })
  }
  const viewer = await viewerOf(office, person.region, person.id)
  if (viewer === null) throw new Problem('wrong-password')
  const session = await begin(office, person.region, person.id)
  await office.store.write(async (_tx, record) =>
    record({ region: person.region, at: now, person: person.id, filing: null, event: { kind: 'signIn' } }),
  )
  return { viewer, session }
}

export async function signOut(office: Office, secret: string): Promise<void> {
  await deleteSession(office.store.database, hashOf(secret))
}

/** Who a cookie or a token belongs to; null where it is unknown or over. */
export async function viewerBySecret(
  office: Office,
  secret: { readonly cookie: string } | { readonly token: string },
): Promise<SignedIn | null> {
  const { database } = office.store
  const now = office.now()
  const found = await findCredential(
    database,
    'cookie' in secret ? { session: hashOf(secret.cookie) } : { token: hashOf(secret.token) },
  )
  if (found === null || found.expires_at <= now) return null
  const { expires_at: _expires, csrf, ...seated } = found
  const viewer = viewerFrom(seated)
  return viewer === null ? null : { viewer, csrf }
}

/** Throws `wrong-password`, `weak-password`. Other sessions of the person end. */
export async function changePassword(office: Office, viewer: Viewer, current: string, next: string): Promise<void> {
  const { region, id, login } = viewer.person
  const { database } = office.store
  const person = await findPerson(database, region, id)
  if (!(await isPassword(person?.password ?? null, current))) throw new Problem('wrong-password')
  demandGoodPassword(next, login)
  const password = await hashPassword(next)
  await office.store.write(async (tx, record) => {
    await updatePerson(tx, region, id, { password, must_change: false })
    await deleteSessions(tx, { region, person: id })
    record({ region, at: office.now(), person: id, filing: null, event: { kind: 'changePassword', person: id } })
  })
}

export async function isFirstRun(office: Office): Promise<boolean> {
  return (await countPeople(office.store.database)) === 0
}

/** The first run: an administrator named admin. Throws `conflict` where somebody is there already. */
export async function setUp(office: Office, password: string): Promise<void> {
  demandGoodPassword(password, 'admin')
  const hash = await hashPassword(password)
  const now = office.now()
  await office.store.write(async (tx, record) => {
    if ((await countPeople(tx)) > 0) throw new Problem('conflict')
    await putRegions(tx, [{ code: HOME, name: '本机', parent: null }])
    const id = office.newId()
    await insertPeople(tx, [
      {
        region: HOME,
        id,
        login: 'admin',
        name: '管理员',
        organisation: null,
        roles: [{ role: 'administrator', organisation: '' }],
        active: true,
        must_change: false,
        password: hash,
        created_at: now,
      },
    ])
    record({ region: HOME, at: now, person: id, filing: null, event: { kind: 'setUp' } })
  })
}

export interface TokenInfo {
  readonly id: string
  readonly name: string
  readonly created: string
  readonly expires: string
}

const TOKENS = 20

/** A personal token for programs; its text is given once. Throws `conflict` where there are too many. */
export async function makeToken(
  office: Office,
  { person }: Viewer,
  name: string,
  days: number,
): Promise<TokenInfo & { readonly token: string }> {
  const { database } = office.store
  const now = office.now()
  if ((await listTokens(database, person.region, person.id)).length >= TOKENS) throw new Problem('conflict')
  const token = `zp_${randomBytes(32).toString('base64url')}`
  const info = { id: office.newId(), name, created: now, expires: later(now, days * 24 * 60) }
  await insertToken(database, {
    region: person.region,
    id: info.id,
    person: person.id,
    name,
    hash: hashOf(token),
    created_at: now,
    expires_at: info.expires,
  })
  return { ...info, token }
}

export async function tokensOf(office: Office, { person }: Viewer): Promise<TokenInfo[]> {
  const tokens = await listTokens(office.store.database, person.region, person.id)
  return tokens.map(({ id, name, created_at, expires_at }) => ({ id, name, created: created_at, expires: expires_at }))
}

/** Throws `not-found`. */
export async function dropToken(office: Office, { person }: Viewer, id: string): Promise<void> {
  if (!(await deleteToken(office.store.database, person.region, person.id, id))) throw new Problem('not-found')
}
