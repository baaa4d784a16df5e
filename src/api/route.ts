/** What a route is: one file each, its schemas beside its few lines into the use cases. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Office, Viewer } from '../app/office/index.ts'
import type { Bilingual } from '../core/model/index.ts'
import type { Settings } from './settings.ts'

/** A file that came as multipart/form-data, with the fields beside it. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  readonly fields: Readonly<Record<string, string>>
}

/** What a parameter of the path names: a test asks every route for another tenant's. */
export type ObjectKind =
  | 'organisation'
  | 'person'
  | 'campaign'
  | 'filing'
  | 'comment'
  | 'evidence'
  | 'token'
  | 'published'
  | 'job'

export interface FileAnswer {
  readonly type: string
  /** Offered for saving under this name; shown in the browser where there is none. */
  readonly name?: string
  readonly body: Uint8Array | string | NodeJS.ReadableStream
}

/** What is absent from JSON is absent: no key holds `undefined`. */
type Exactly<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]: Exclude<T[K], undefined> } : T
type Parsed<S> = S extends z.ZodType ? Exactly<z.output<S>> : undefined

export interface Call<P, Q, B, W> {
  readonly office: Office
  readonly settings: Settings
  readonly viewer: W
  /** Of the session; null for tokens and for the public. */
  readonly csrf: string | null
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly upload: Upload | null
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Schema = z.ZodType | undefined

export interface RouteSpec<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  A extends z.ZodType | 'file' | 'events' | 'nothing',
  W,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` for parameters. */
  readonly path: string
  readonly summary: Bilingual
  /** `public`: whoever asks; `signedIn`: people with a session or a token. Rights lie with the use cases. */
  readonly access: W extends Viewer ? 'signedIn' : 'public'
  readonly params?: P
  readonly objects?: Readonly<Record<string, ObjectKind>>
  readonly query?: Q
  readonly body?: B
  /** Takes a file; `body` then describes nothing. The value says the most bytes. */
  readonly upload?: number
  readonly answer: A
  /** Of a good answer; 200, or 204 where there is nothing to say. */
  readonly status?: 200 | 201
  /** Requests a minute from one address, where it is less than for all others. */
  readonly perMinute?: number
  /** Too long for one transaction: its parts commit by themselves, an answer by key is kept after them. */
  readonly apart?: boolean
  /** Open to those who have yet to choose a password of their own. */
  readonly beforePassword?: boolean
  readonly handle: (
    call: Call<Parsed<P>, Parsed<Q>, Parsed<B>, W>,
  ) => Promise<A extends z.ZodType ? z.input<A> : A extends 'file' ? FileAnswer : unknown>
}

/** A route as the server and the tests see it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: Bilingual
  readonly access: 'public' | 'signedIn'
  readonly params?: z.ZodType
  readonly objects?: Readonly<Record<string, ObjectKind>>
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly upload?: number
  readonly answer: z.ZodType | 'file' | 'events' | 'nothing'
  readonly status?: 200 | 201
  readonly perMinute?: number
  readonly apart?: boolean
  readonly beforePassword?: boolean
  readonly handle: (call: Call<unknown, unknown, unknown, Viewer | null>) => Promise<unknown>
}

/** For people who are signed in. */
export function route<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends z.ZodType | 'file' | 'events' | 'nothing' = 'nothing',
>(spec: Omit<RouteSpec<P, Q, B, A, Viewer>, 'access'>): Route {
  return { ...spec, access: 'signedIn' } as unknown as Route
}

/** For whoever asks. */
export function publicRoute<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends z.ZodType | 'file' | 'events' | 'nothing' = 'nothing',
>(spec: Omit<RouteSpec<P, Q, B, A, null>, 'access'>): Route {
  return { ...spec, access: 'public' } as unknown as Route
}
