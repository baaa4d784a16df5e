import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObjectKind, Route } from '../../src/api/route.ts'
import { routes } from '../../src/api/routes/index.ts'
import type { Running } from '../../src/api/run.ts'
import { buildBureau, issueForm, roleNames, type TestBureau } from './bureau.ts'
import { Client, removeFolder, temporaryFolder, testServer } from './support.ts'

/** Bodies that a route takes; a route with a body and no line here fails the test below. */
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /api/organisations/:id': { name: '改名' },
  'PATCH /api/people/:id': { name: '改名' },
  'POST /api/people/:id/password': { password: 'another password' },
  'POST /api/people/:id/hand-over': { to: 'somebody' },
  'PATCH /api/campaigns/:id': { title: '改名' },
  'POST /api/campaigns/:id/issue': { organisations: 'all' },
  'POST /api/campaigns/:id/bulk': { event: 'accept', filings: ['none'] },
  'POST /api/filings/:id/edits': {
    basis: 0,
    edits: [{ kind: 'cell', row: 'head', column: 'total', from: '', to: '100' }],
  },
  'POST /api/filings/:id/undo': { basis: 0 },
  'POST /api/filings/:id/redo': { basis: 0 },
  'POST /api/filings/:id/events': { event: 'recall', reason: '-' },
  'POST /api/filings/:id/assessments': { row: 'r6', value: null, reason: '-' },
  'POST /api/filings/:id/comments': { place: 'form', text: '批注' },
  'POST /api/filings/:id/comments/:comment/resolve': {},
  'POST /api/filings/:id/import/apply': { upload: '0'.repeat(128), name: 'a', form: 0, confirmed: [] },
  'POST /api/filings/:id/import/waiting': { upload: '0'.repeat(64) },
  'POST /api/filings/:id/copy-last-year': {},
  'POST /api/campaigns/:id/jobs/print': { format: 'html' },
  'POST /api/campaigns/:id/nudge': { text: '请尽快' },
}
const queries: Readonly<Record<string, string>> = {
  'GET /api/filings/:id/changes': '?since=0',
  'GET /api/filings/:id/import/picture': `?upload=${'0'.repeat(128)}&page=1`,
}

let folder: string
let running: Running
let ours: TestBureau
let theirs: TestBureau
const objects: Partial<Record<ObjectKind, string>> = {}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}

function upload(): FormData {
  const form = new FormData()
  form.append('file', new Blob(['指标名称\t指标值']), 'a.txt')
  return form
}

/** The address with the ids of another tenant's objects; `missing`: of objects that nobody has. */
function addressOf(route: Route, missing = false): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind = route.objects?.[name]
    if (kind === undefined) throw new Error(`${nameOf(route)}: what is :${name}?`)
    return missing ? 'ffffffff-ffff-4fff-8fff-ffffffffffff' : (objects[kind] ?? 'none')
  })
  return path + (queries[nameOf(route)] ?? '')
}

function bodyOf(route: Route): unknown {
  if (route.upload !== undefined) return upload()
  if (route.method === 'GET' || route.method === 'DELETE') return undefined
  if (!(nameOf(route) in bodies)) throw new Error(`${nameOf(route)} takes a body: give the test one`)
  return bodies[nameOf(route)]
}

beforeAll(async () => {
  folder = temporaryFolder()
  running = await testServer({ data: folder })
  ours = await buildBureau(running, '440311')
  theirs = await buildBureau(running, '440399')
  const { clerk } = theirs.people
  const { campaign, filing } = await issueForm(theirs)
  Object.assign(objects, { campaign, filing })
  objects.organisation = theirs.organisations.unit
  objects.person = theirs.ids.clerk
  const comment = await clerk.ask('POST', `/api/filings/${objects.filing}/comments`, {
    place: 'form',
    text: '机密批注',
  })
  objects.comment = String(comment.body.id)
  const evidence = await clerk.ask('POST', `/api/filings/${objects.filing}/evidence`, upload())
  objects.evidence = String(evidence.body.id)
  const token = await clerk.ask('POST', '/api/me/tokens', { name: 'x', days: 1 })
  objects.token = String(token.body.id)
  objects.published = filing
  const job = await clerk.ask('POST', `/api/campaigns/${objects.campaign}/jobs/print`, { format: 'html' })
  objects.job = String(job.body.id)
}, 400_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

const withObjects = routes.filter(({ path }) => path.includes(':'))

describe('tenants', () => {
  it('every file of a route is in the table, and every parameter says what it names', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/api/routes')).filter((name) => name !== 'index.ts')
    expect(routes.length).toBe(files.length)
    for (const route of withObjects) {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
      expect(Object.keys(route.objects ?? {}).sort(), nameOf(route)).toEqual(names.sort())
    }
  })

  it.each(roleNames)(
    '%s of one bureau: another bureau’s objects are refused by every route, as if they were not there',
    async (role) => {
      const who = ours.people[role]
      for (const route of withObjects) {
        const asked = await who.ask(route.method, addressOf(route), bodyOf(route))
        const missing = await who.ask(route.method, addressOf(route, true), bodyOf(route))
        expect(asked.status, nameOf(route)).toBeGreaterThanOrEqual(400)
        // No status and no text tells that it is there.
        expect(asked, nameOf(route)).toEqual(missing)
      }
    },
  )

  it('a bureau’s lists hold nothing of another’s', async () => {
    const lists = routes.filter(
      ({ method, path, access, answer }) =>
        method === 'GET' && !path.includes(':') && access === 'signedIn' && answer !== 'events',
    )
    for (const role of roleNames) {
      for (const route of lists) {
        const { status, body } = await ours.people[role].ask(route.method, addressOf(route))
        expect(status, nameOf(route)).toBeLessThan(500)
        const text = JSON.stringify(body)
        for (const id of [
          ...Object.values(theirs.organisations),
          ...Object.values(theirs.ids),
          ...Object.values(objects),
        ]) {
          expect(text.includes(id), `${nameOf(route)} ${role}`).toBe(false)
        }
      }
    }
  })

  it('nobody at all gets in without signing in', async () => {
    const nobody = new Client(running.address)
    for (const route of routes.filter(({ access }) => access === 'signedIn')) {
      const { status } = await nobody.ask(route.method, addressOf(route))
      expect(status, nameOf(route)).toBe(401)
    }
  })

  it('what the owner may do still works afterwards', async () => {
    const { status } = await theirs.people.clerk.ask('GET', `/api/filings/${objects.filing}`)
    expect(status).toBe(200)
  })
})
