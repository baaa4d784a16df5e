/** Refusals as problem JSON (RFC 9457): a closed table from code to status. */

import { Problem, type ProblemCode, storeProblem } from '../app/office/index.ts'

export const statusOf: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'wrong-password': 401,
  'locked-out': 429,
  'weak-password': 422,
  'password-change-needed': 403,
  forbidden: 403,
  csrf: 403,
  'not-found': 404,
  conflict: 409,
  'name-taken': 409,
  'not-allowed-now': 409,
  blocked: 422,
  'too-large': 413,
  'unsupported-type': 415,
  unreadable: 422,
  'key-reused': 422,
  'rate-limited': 429,
  'folder-read-only': 503,
  'disk-full': 507,
  'database-away': 503,
  internal: 500,
}

export interface ProblemJson {
  readonly type: string
  readonly code: ProblemCode
  readonly status: number
  readonly title: { readonly zh: string; readonly en: string }
  readonly detail?: string
  readonly findings?: readonly unknown[]
  readonly conflicts?: readonly unknown[]
  readonly retryAfter?: number
}

export function problemJson(problem: Problem): ProblemJson {
  const { title: _title, ...more } = problem.more
  return {
    type: `urn:ziping:problem:${problem.code}`,
    code: problem.code,
    status: statusOf[problem.code],
    title: problem.title,
    ...more,
  }
}

const byHttp: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  403: 'not-found',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'rate-limited',
}

/** Any error as a problem; `internal` for faults of the program, whose texts go to the log alone. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const stored = storeProblem(error)
  if (stored !== null) return stored
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  return new Problem(byHttp[status] ?? (status >= 400 && status < 500 ? 'bad-request' : 'internal'))
}
