import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { ADMIN_PASSWORD, Client, removeFolder, temporaryFolder, testServer } from './support.ts'

const folder = temporaryFolder()
let running: Running
let admin: Client

beforeAll(async () => {
  running = await testServer({ data: folder })
  admin = new Client(running.address)
}, 60_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

describe('people and organisations', () => {
  it('is well, and says what it is', async () => {
    const { status, body } = await admin.ask('GET', '/api/health')
    expect(status).toBe(200)
    expect(body).toMatchObject({ ok: true, database: { kind: 'embedded' }, clockBehind: 0 })
    const { body: api } = await admin.ask('GET', '/api/openapi.json')
    expect(api.openapi).toBe('3.1.0')
  })

  it('refuses addresses that cannot be read, and those that there are not, as any other request', async () => {
    const refused = { type: expect.stringContaining('urn:ziping:problem:'), title: { zh: expect.any(String) } }
    const unreadable = await admin.ask('GET', '/api/filings/%zz')
    expect([unreadable.status, unreadable.body]).toMatchObject([400, { code: 'bad-request', status: 400, ...refused }])
    const absent = await admin.ask('GET', '/api/nothing')
    expect([absent.status, absent.body]).toMatchObject([404, { code: 'not-found', status: 404, ...refused }])
  })

  it('lets nobody in without the password, and locks an account after five wrong ones', async () => {
    expect((await admin.ask('GET', '/api/me')).status).toBe(401)
    expect((await admin.signIn('nobody', 'x')).status).toBe(401)
    const wrong = await admin.signIn('admin', 'wrong')
    expect(wrong.body.code).toBe('wrong-password')
    const right = await admin.signIn('admin', ADMIN_PASSWORD)
    expect(right.status).toBe(200)
    expect(right.body.rights).toEqual(['administer', 'install'])
    // Whoever needs long at a form has more than 20 hours for it.
    const entered = await fetch(`${running.address}/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'admin', password: ADMIN_PASSWORD }),
    })
    const ends = /expires=([^;]+)/i.exec(entered.headers.getSetCookie()[0]!)![1]!
    const hours = (Date.parse(ends) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(20)
    expect((await admin.ask('GET', '/api/me')).status).toBe(200)
  })

  it('refuses what changes something without the CSRF word', async () => {
    const other = new Client(running.address)
    other.cookie = admin.cookie
    const refused = await other.ask('PUT', '/api/regions', { regions: [] })
    expect(refused.body.code).toBe('csrf')
  })

  it('builds a tree of organisations, with people who change their first password', async () => {
    const region = { code: '440311', name: '光明区', parent: null }
    expect((await admin.ask('PUT', '/api/regions', { regions: [region] })).status).toBe(204)
    const bureau = await admin.ask('POST', '/api/organisations', {
      region: '440311',
      kind: 'financeBureau',
      name: '区财政局',
      parent: null,
    })
    expect(bureau.status).toBe(201)
    const unit = await admin.ask('POST', '/api/organisations', {
      region: '440311',
      kind: 'unit',
      name: '区群团工作部',
      parent: bureau.body.id,
    })
    expect(unit.body.path).toEqual([bureau.body.id, unit.body.id])
    const person = {
      region: '440311',
      login: 'clerk-one',
      name: '填报人甲',
      organisation: unit.body.id,
      roles: [{ role: 'clerk', organisation: unit.body.id }],
      password: 'first password',
    }
    const made = await admin.ask('POST', '/api/people', person)
    expect(made.status).toBe(201)
    expect((await admin.ask('POST', '/api/people', person)).body.code).toBe('name-taken')
    const clerk = new Client(running.address)
    expect((await clerk.signIn('clerk-one', 'first password')).body.mustChangePassword).toBe(true)
    expect((await clerk.ask('GET', '/api/people')).body.code).toBe('password-change-needed')
    const next = { current: 'first password', next: 'second password' }
    expect((await clerk.ask('POST', '/api/me/password', next)).status).toBe(204)
    expect((await clerk.ask('GET', '/api/me')).status).toBe(401)
    expect((await clerk.signIn('clerk-one', 'second password')).body.mustChangePassword).toBe(false)
    for (let tries = 0; tries < 5; tries++) await new Client(running.address).signIn('clerk-one', 'wrong')
    expect((await new Client(running.address).signIn('clerk-one', 'second password')).body.code).toBe('locked-out')
    expect(
      (
        await admin.ask('POST', `/api/people/${made.body.id}/password`, {
          region: '440311',
          password: 'third password',
        })
      ).status,
    ).toBe(204)
    expect((await new Client(running.address).signIn('clerk-one', 'third password')).status).toBe(200)
  })

  it('gives tokens to programs, once', async () => {
    const made = await admin.ask('POST', '/api/me/tokens', { name: '报表', days: 30 }, { 'idempotency-key': 'one' })
    const again = await admin.ask('POST', '/api/me/tokens', { name: '报表', days: 30 }, { 'idempotency-key': 'one' })
    expect(again.body).toEqual(made.body)
    const program = new Client(running.address)
    const bearer = { authorization: `Bearer ${made.body.token}` }
    expect((await program.ask('GET', '/api/me', undefined, bearer)).status).toBe(200)
    expect(
      (await program.ask('PUT', '/api/regions', { regions: [{ code: '11', name: '北京市', parent: null }] }, bearer))
        .status,
    ).toBe(204)
    expect((await admin.ask('DELETE', `/api/me/tokens/${made.body.id}`)).status).toBe(204)
    expect((await program.ask('GET', '/api/me', undefined, bearer)).status).toBe(401)
  })
})
