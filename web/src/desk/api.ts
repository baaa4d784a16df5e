/** The server over HTTP: one way to ask, one shape of what went wrong. Types come from the server's own schemas. */

import type { Me } from '../../../src/api/types.ts'
import type { Bilingual } from '../../../src/core/model/index.ts'
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

const unknownFault: Bilingual = { zh: '服务器出错，请稍后再试', en: 'the server failed; try again later' }

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** Sent again with the same key, a request is carried out once. */
  readonly key?: string
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request)
  } catch {
    throw new Unreachable()
  }
}

export async function ask<T>(path: string, { method = 'GET', body, key }: Asked = {}): Promise<T> {
  const isForm = body instanceof FormData
  const response = await reach(path, {
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
  if (response.ok) return answer as T
  // A server that goes down, or something before it that does not find it: as if there were none.
  if (response.status === 502 || response.status === 503 || response.status === 504) throw new Unreachable()
  throw new Refused(response.status, answer?.code ?? 'internal', answer?.title ?? unknownFault, answer?.detail ?? null)
}

function known(me: Me): Me {
  csrf = me.csrf
  return me
}

/** Null where nobody is signed in. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return known(await ask<Me>('/api/me'))
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null
    throw error
  }
}

export async function logIn(login: string, password: string): Promise<Me> {
  return known(await ask<Me>('/api/login', { method: 'POST', body: { login, password } }))
}

export async function setUp(token: string, password: string): Promise<Me> {
  return known(await ask<Me>('/api/setup', { method: 'POST', body: { token, password } }))
}

export async function logOut(): Promise<void> {
  await ask('/api/logout', { method: 'POST', body: {} })
  csrf = null
}
