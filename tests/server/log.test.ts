import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { ADMIN_PASSWORD, Client, removeFolder, temporaryFolder, testServer } from './support.ts'

let folder: string
let running: Running
const lines: string[] = []

beforeAll(async () => {
  folder = temporaryFolder()
  running = await testServer({ data: join(folder, 'data') }, (line) => lines.push(line))
}, 120_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

describe('the log', () => {
  it('has one line for each request: what was asked, what was answered and how long it took, and no secret', async () => {
    const admin = new Client(running.address)
    await admin.signIn('admin', ADMIN_PASSWORD)
    await admin.ask('GET', '/api/organisations?q=密')
    const said = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
    expect(said.map(({ req, res }) => [req.method, req.path, res.status])).toEqual([
      ['POST', '/api/login', 200],
      ['GET', '/api/organisations', 200],
    ])
    for (const { milliseconds } of said) expect(milliseconds).toBeGreaterThanOrEqual(0)
    const text = lines.join('')
    expect(text).not.toContain(ADMIN_PASSWORD)
    expect(text).not.toContain(admin.cookie.split('=')[1])
    expect(text).not.toMatch(/密|%E5%AF%86/)
  })
})
