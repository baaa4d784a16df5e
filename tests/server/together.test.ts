import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { draftOf } from '../../src/app/office/drafts.ts'
import { openOffice } from '../../src/app/office/index.ts'
import { verifyOffice } from '../../src/app/office/record.ts'
import { warmUp } from '../../src/app/office/warm-up.ts'
import { embeddedBinaries } from '../../src/store/embedded/binaries.ts'
import { appendRecords, findFiling, type Head, openStore } from '../../src/store/index.ts'
import { buildBureau, FIRST_PASSWORD, issueForm, PASSWORD, type TestBureau } from './bureau.ts'
import { Client, removeFolder, temporaryFolder, testServer } from './support.ts'

let folder: string
let running: Running
let bureau: TestBureau
let filing: string

const type = (from: string, to: string) => ({
  basis: 0,
  edits: [{ kind: 'cell', row: 'head', column: 'total', from, to }],
})
const keyed = (key: string) => ({ 'idempotency-key': key })

async function total(): Promise<string> {
  const { body } = await bureau.people.clerk.ask<{ draft: { head: { cells: Record<string, string> } } }>(
    'GET',
    `/api/filings/${filing}`,
  )
  return body.draft.head.cells.total ?? ''
}

beforeAll(async () => {
  folder = temporaryFolder()
  running = await testServer({ data: `${folder}/data` })
  bureau = await buildBureau(running, '440311')
  ;({ filing } = await issueForm(bureau))
}, 400_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

describe('an answer by key', () => {
  it('is given again, word for word, and the work is done once', async () => {
    const { clerk } = bureau.people
    const edits = `/api/filings/${filing}/edits`
    const first = await clerk.ask('POST', edits, type('', '90'), keyed('one'))
    expect(first.body).toMatchObject({ revision: 1, applied: 1 })
    expect(await clerk.ask('POST', edits, type('', '90'), keyed('one'))).toEqual(first)
    expect((await clerk.ask('POST', edits, type('', '91'), keyed('one'))).body.code).toBe('key-reused')
    expect(await total()).toBe('90')
    // The draft in memory is that of the database.
    expect((await clerk.ask('POST', edits, type('90', '91'), keyed('two'))).body).toMatchObject({ revision: 2 })
    expect(await total()).toBe('91')
  })

  it('is kept in the transaction of the work: where it cannot be, nothing was done', async () => {
    const { database } = running.office.store
    const { clerk } = bureau.people
    await sql`create function no_answer() returns trigger language plpgsql as $$ begin raise exception 'no answer'; end $$`.execute(
      database,
    )
    await sql`create trigger no_answer before insert on answer for each row execute function no_answer()`.execute(
      database,
    )
    const edits = `/api/filings/${filing}/edits`
    expect((await clerk.ask('POST', edits, type('91', '92'), keyed('three'))).body.code).toBe('internal')
    expect(await total()).toBe('91')
    await sql`drop trigger no_answer on answer`.execute(database)
    expect((await clerk.ask('POST', edits, type('91', '92'), keyed('three'))).body).toMatchObject({ revision: 3 })
    expect(await total()).toBe('92')
  })

  it('keeps what was written before a refusal, as without a key', async () => {
    const { clerk, colleague, performanceOfficer } = bureau.people
    const edits = `/api/filings/${filing}/edits`
    expect((await colleague.ask('POST', edits, type('92', '93'))).body).toMatchObject({ applied: 1 })
    const late = await clerk.ask('POST', `/api/filings/${filing}/undo`, { basis: 4 }, keyed('four'))
    expect(late.body.code).toBe('conflict')
    // The step that others went on from was dropped: the next one is tried.
    const next = await clerk.ask('POST', `/api/filings/${filing}/undo`, { basis: 4 }, keyed('five'))
    expect(next.body.code).toBe('conflict')
    expect((await performanceOfficer.ask('GET', '/api/records/verify')).body).toMatchObject({
      ok: true,
      firstBad: null,
    })
  })
})

describe('the chain', () => {
  it.each([
    ['is committed', true],
    ['is taken back', false],
  ])('goes on before the entry before it %s, and has no gap and no fork', async (_, stays) => {
    const { database, signer } = running.office.store
    const entry = {
      region: '440311',
      at: new Date().toISOString(),
      person: null,
      filing: null,
      event: { kind: 'signIn' },
    }
    const start = await database
      .selectFrom('chain')
      .selectAll()
      .where('region', '=', '440311')
      .executeTakeFirstOrThrow()
    let end: ((stays: boolean) => void) | undefined
    const ending = new Promise<boolean>((answer) => {
      end = answer
    })
    let appended: ((head: Head | null) => void) | undefined
    const ahead = new Promise<Head | null>((answer) => {
      appended = answer
    })
    const before = database.transaction().execute(async (tx) => {
      appended!(await appendRecords(tx, signer, [entry]))
      if (!(await ending)) throw new Error('taken back')
    })
    const known = await ahead
    expect(known?.seq).toBe(start.seq + 1)
    const after = database.transaction().execute(async (tx) => appendRecords(tx, signer, [entry, entry], known))
    // Whoever comes next waits in the database.
    expect(await Promise.race([after, pause(300)])).toBeUndefined()
    end!(stays)
    await before.catch(() => undefined)
    expect((await after)?.seq).toBe(start.seq + (stays ? 3 : 2))
    expect(await verifyOffice(running.office)).toMatchObject({ ok: true, firstBad: null })
  })
})

describe('a first password', () => {
  it('opens nothing but its own change', async () => {
    const { admin, ids } = bureau
    const reset = { password: FIRST_PASSWORD, region: '440311' }
    expect((await admin.ask('POST', `/api/people/${ids.stranger}/password`, reset)).status).toBeLessThan(300)
    const stranger = new Client(running.address)
    expect((await stranger.signIn('stranger-440311', FIRST_PASSWORD)).body).toMatchObject({ mustChangePassword: true })
    expect((await stranger.ask('GET', '/api/me')).status).toBe(200)
    const refused = await stranger.ask('GET', '/api/filings')
    expect([refused.status, refused.body.code]).toEqual([403, 'password-change-needed'])
    const change = { current: FIRST_PASSWORD, next: PASSWORD }
    expect((await stranger.ask('POST', '/api/me/password', change)).status).toBe(204)
    await stranger.signIn('stranger-440311', PASSWORD)
    expect((await stranger.ask('GET', '/api/filings')).status).toBe(200)
  })
})

describe('the embedded database', () => {
  it('is started again when it is killed under a living server; what was acknowledged is there', async () => {
    const { clerk } = bureau.people
    let last = 93
    // Each time in the moment after an answer: what the database had not yet written down would be gone.
    for (let time = 0; time < 4; time++) {
      for (let n = 0; n < 3; n++, last++) {
        const edit = await clerk.ask('POST', `/api/filings/${filing}/edits`, type(String(last), String(last + 1)))
        expect(edit.body).toMatchObject({ applied: 1 })
      }
      const { pid } = running.office.store
      process.kill(-pid!, 'SIGKILL')
      for (let n = 0; n < 300; n++) {
        const answer = await clerk.ask('GET', `/api/filings/${filing}`).catch(() => null)
        if (answer?.status === 200 && running.office.store.pid !== pid) break
        await pause(100)
      }
      expect(await total()).toBe(String(last))
      expect(running.office.store.pid).not.toBe(pid)
    }
    expect(await verifyOffice(running.office)).toMatchObject({ ok: true })
  }, 120_000)

  it('judges the newest forms before anybody comes, and stands where one of them is damaged', async () => {
    const { database } = running.office.store
    const { draft } = await database
      .selectFrom('filing')
      .select('draft')
      .where('id', '=', filing)
      .executeTakeFirstOrThrow()
    const put = (to: unknown) =>
      database
        .updateTable('filing')
        .set({ draft: JSON.stringify(to) })
        .where('id', '=', filing)
        .execute()
    const other = await openOffice(running.office.store)
    await put({ schema: 'no draft' })
    await expect(draftOf(other, database, (await findFiling(database, '440311', filing))!)).rejects.toThrow(filing)
    await expect(warmUp(other, () => false)).resolves.toBeUndefined()
    await put(draft)
  })

  it('is told to be lost where it cannot be started again', async () => {
    const binaries = embeddedBinaries()
    const postgres = join(folder, 'postgres-program')
    symlinkSync(binaries.postgres, postgres)
    const store = await openStore({ data: join(folder, 'lost'), binaries: { ...binaries, postgres } })
    rmSync(postgres)
    process.kill(-store.pid!, 'SIGKILL')
    expect((await store.lost).message).toContain('ENOENT')
    await store.close()
  }, 60_000)

  it('touches no folder that holds something else', async () => {
    const data = join(folder, 'other')
    mkdirSync(join(data, 'postgres'), { recursive: true })
    writeFileSync(join(data, 'postgres', 'precious'), 'x')
    await expect(openStore({ data })).rejects.toThrow('not empty')
    expect(existsSync(join(data, 'postgres', 'precious'))).toBe(true)
  })
})
