/** The HTTP server over the route table: sessions, CSRF, limits, problem JSON, headers, the web application's files. */

import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { answered, type Office, Problem, type SignedIn, viewerBySecret } from '../app/office/index.ts'
import { sessionCookie } from './cookies.ts'
import { openApi } from './open-api.ts'
import { problemJson, problemOf } from './problem-json.ts'
import { publicRefusalPage } from './public-pages.ts'
import type { FileAnswer, Route, Upload } from './route.ts'
import { routes } from './routes/index.ts'
import type { Settings } from './settings.ts'
import { serveWeb } from './web-files.ts'

const BODY_BYTES = 4 * 1024 * 1024

const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

interface ServerOptions {
  readonly office: Office
  readonly settings: Settings
  /** A pino logger's stream, or none. */
  readonly log: { write(line: string): void } | null
}

async function secretOf(office: Office, request: FastifyRequest): Promise<SignedIn | null> {
  const { authorization } = request.headers
  if (authorization?.startsWith('Bearer ')) return viewerBySecret(office, { token: authorization.slice(7) })
  const secret = request.cookies[sessionCookie]
  return secret === undefined ? null : viewerBySecret(office, { cookie: secret })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function signedIn(office: Office, route: Route, request: FastifyRequest): Promise<SignedIn> {
  const found = await secretOf(office, request)
  if (found === null) throw new Problem('not-signed-in')
  if (request.method !== 'GET' && found.csrf !== null && request.headers['x-csrf-token'] !== found.csrf) {
    throw new Problem('csrf')
  }
  // Who was given a password by others chooses one of his own before anything else.
  if (found.viewer.person.must_change && route.beforePassword !== true) throw new Problem('password-change-needed')
  return found
}

/** One file and the texts beside it. */
async function uploadOf(request: FastifyRequest, most: number): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('unsupported-type')
  const fields: Record<string, string> = {}
  let file: { name: string; bytes: Uint8Array } | null = null
  for await (const part of request.parts({ limits: { fileSize: most, files: 1, fields: 20, fieldSize: 100_000 } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const bytes = await part.toBuffer()
      if (part.file.truncated) throw new Problem('too-large')
      file = { name: part.filename ?? 'file', bytes }
    }
  }
  if (file === null) throw new Problem('bad-request')
  return { ...file, fields }
}

function parsed(schema: Route['body'], value: unknown): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const detail = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  throw new Problem('bad-request', { detail: detail.slice(0, 500) })
}

/** The name in both spellings that browsers know. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

function sendFile(reply: FastifyReply, { type, name, body }: FileAnswer): FastifyReply {
  reply.header('content-type', type)
  // What others uploaded is never run as a page of ours.
  if (name !== undefined)
    reply.header('content-disposition', disposition(name)).header('content-security-policy', 'sandbox')
  return reply.send(body instanceof Uint8Array && !Buffer.isBuffer(body) ? Buffer.from(body) : body)
}

async function carryOut(
  route: Route,
  { office, settings }: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const who = route.access === 'public' ? null : await signedIn(office, route, request)
  const params = parsed(route.params, request.params)
  const query = parsed(route.query, request.query)
  const upload = route.upload === undefined ? null : await uploadOf(request, route.upload)
  const body = parsed(route.body, request.body)
  const work = async (within = office) =>
    route.handle({
      office: within,
      settings,
      viewer: who?.viewer ?? null,
      csrf: who?.csrf ?? null,
      params,
      query,
      body,
      upload,
      request,
      reply,
    })
  if (route.answer === 'events') return work()
  if (route.answer === 'file') return sendFile(reply, (await work()) as FileAnswer)
  const status = route.answer === 'nothing' ? 204 : (route.status ?? 200)
  const key = request.headers['idempotency-key']
  if (who !== null && request.method === 'POST' && typeof key === 'string') {
    const sent = upload === null ? (request.body ?? null) : [upload.name, upload.fields, hashOf(upload.bytes)]
    const asked = { key, route: `${request.method} ${request.url}`, body: sent }
    const apart = route.apart === true || upload !== null
    const answer = await answered(office, who.viewer, asked, { status, apart }, work)
    return reply
      .code(answer.status)
      .type('application/json; charset=utf-8')
      .send(answer.body === '' ? null : answer.body)
  }
  const answer = await work()
  return status === 204 ? reply.code(204).send() : reply.code(status).send(answer)
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem.code === 'internal') request.log.error({ err: error }, 'failed')
  const json = problemJson(problem)
  if (json.retryAfter !== undefined) reply.header('retry-after', json.retryAfter)
  // People who follow an old address of a public page read a page, programs what they read everywhere.
  const isForPeople = request.headers.accept?.includes('text/html') === true
  if (json.status === 404 && isForPeople && request.url.startsWith('/public')) {
    const page = publicRefusalPage(json.title, /[?&]lang=en\b/.test(request.url) ? 'en' : 'zh')
    return reply.code(json.status).type('text/html; charset=utf-8').send(page)
  }
  return reply.code(json.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(json))
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { settings, log } = options
  const server = fastify({
    bodyLimit: BODY_BYTES,
    trustProxy: settings.behindProxy,
    forceCloseConnections: true,
    requestTimeout: 60_000,
    // An address that cannot be read is refused before any route: in the same shape.
    frameworkErrors: (error, request, reply) =>
      void sendProblem(error, request as FastifyRequest, reply as FastifyReply),
    // One line for each request, when it was answered.
    logController: new LogController({ disableRequestLogging: true }),
    logger:
      log === null
        ? false
        : {
            stream: log,
            // No bodies, no cookies, no query texts: what people write stays out of the log.
            serializers: {
              req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0] }),
              res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
            },
          },
  })
  await server.register(cookie)
  await server.register(multipart)
  if (settings.perMinute > 0) {
    await server.register(rateLimit, {
      max: settings.perMinute,
      timeWindow: 60_000,
      allowList: (request) => !request.url.startsWith('/api/'),
    })
  }
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, res: reply, milliseconds: Math.round(reply.elapsedTime) }, 'answered')
  })
  server.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  server.setErrorHandler(sendProblem)
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path,
      ...(settings.perMinute > 0 && route.perMinute !== undefined
        ? { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } }
        : {}),
      handler: (request, reply) => carryOut(route, options, request, reply),
    })
  }
  server.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(openApi(routes, settings.version))),
  )
  await serveWeb(server, settings.web)
  return server
}
