/** The server over HTTP: one way to ask, one shape of what went wrong. Types come from the server's own document. */

import type { Me } from '../../../src/api/types.ts'
import type { Bilingual } from '../../../src/core/model/index.ts'
import type { Operations } from './operations.ts'
import { Unreachable } from './source.ts'

/** What the server refused, and why, in both languages. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly title: Bilingual
  readonly detail: string | null

  constructor(status: number, code: string, title: Bilingual, detail: string | null) {
    super(title.en)
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
  }
}

/** Goes with every request that changes something; comes with every answer that says who one is. */
let csrf: string | null = null
/** Id of the person this page was opened by: no other's session, begun in another window, does what was asked here. */
let person: string | null = null

const unknownFault: Bilingual = { zh: '服务器出错，请稍后再试', en: 'the server failed; try again later' }

/** `METHOD /address`, as the document of the interface has it. */
export type OperationName = keyof Operations
export type AnswerOf<K extends OperationName> = Operations[K]['answer']
/** What an operation asks for, each part under its name; what it does not know cannot be given. */
export type Asked<K extends OperationName> = Omit<Operations[K], 'answer'> & {
  /** Sent again with the same key, a request is carried out once. */
  readonly key?: string
}
/** Where nothing must be given nothing needs to be written. */
type Given<K extends OperationName> = Record<never, never> extends Asked<K> ? [asked?: Asked<K>] : [asked: Asked<K>]

/** The same, as it is sent. */
interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly key?: string
}

function addressOf(path: string, { params = {}, query = {} }: Sent): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!))
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request)
  } catch {
    throw new Unreachable()
  }
}

/** Asks one operation of the interface; what it takes and what it answers are those of the generated `Operations`. */
export async function ask<K extends OperationName>(operation: K, ...asked: Given<K>): Promise<AnswerOf<K>> {
  try {
    return await askOnce(operation, ...asked)
  } catch (error) {
    // The same person has signed in again in another window: the word that goes with a request is another now.
    const isOld = error instanceof Refused && error.code === 'csrf' && person !== null
    if (!isOld) throw error
    const me = await askOnce('GET /api/me')
    if (me.person.id !== person) throw error
    csrf = me.csrf
    return askOnce(operation, ...asked)
  }
}

async function askOnce<K extends OperationName>(operation: K, ...[asked]: Given<K>): Promise<AnswerOf<K>> {
  const [method, path] = operation.split(' ') as [string, string]
  const sent: Sent = asked ?? {}
  const { body, key } = sent
  const isForm = body instanceof FormData
  const response = await reach(addressOf(path, sent), {
    method,
    headers: {
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(csrf === null || method === 'GET' ? {} : { 'x-csrf-token': csrf }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const answer = isJson && text !== '' ? JSON.parse(text) : null
  // Pages without a server behind them answer every address with a page.
  if (response.ok && !isJson && text !== '') throw new Unreachable()
  if (response.ok) return answer as AnswerOf<K>
  // A server that goes down, or something before it that does not find it: as if there were none.
  if (response.status === 502 || response.status === 503 || response.status === 504) throw new Unreachable()
  throw new Refused(response.status, answer?.code ?? 'internal', answer?.title ?? unknownFault, answer?.detail ?? null)
}

function known(me: Me): Me {
  csrf = me.csrf
  person = me.person.id
  return me
}

/** Null where nobody is signed in. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return known(await ask('GET /api/me'))
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null
    throw error
  }
}

export async function logIn(login: string, password: string): Promise<Me> {
  return known(await ask('POST /api/login', { body: { login, password } }))
}

export async function setUp(token: string, password: string): Promise<Me> {
  return known(await ask('POST /api/setup', { body: { token, password } }))
}

export async function logOut(): Promise<void> {
  await ask('POST /api/logout')
  csrf = null
  person = null
}
