import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { backUp, examine, restore, verifyRecord } from '../../src/app/office/operations.ts'
import { buildBureau, issueForm, PASSWORD } from './bureau.ts'
import {
  Client,
  hasDebianPostgres,
  removeFolder,
  type ServedDatabase,
  startDebianPostgres,
  temporaryFolder,
  testServer,
} from './support.ts'

const isRoot = process.getuid?.() === 0

let root: string
let served: ServedDatabase | null = null

beforeAll(() => {
  root = temporaryFolder()
  if (hasDebianPostgres) served = startDebianPostgres(root)
}, 60_000)

afterAll(() => {
  served?.stop()
  removeFolder(root)
}, 60_000)

function type(who: Client, filing: string, to: string, from = '') {
  const edits = [{ kind: 'cell', row: 'r6', column: 'name', from, to }]
  return who.ask('POST', `/api/filings/${filing}/edits`, { basis: 0, edits })
}

/** What a bureau sees, which must not change by moving house. */
async function seen(address: string): Promise<unknown> {
  const officer = new Client(address)
  await officer.signIn('performanceOfficer-440311', PASSWORD)
  const { body } = await officer.ask<{ items: { event: { kind: string } }[] }>('GET', '/api/records')
  // Looking itself is recorded: signing in.
  const record = body.items.filter(({ event }) => event.kind !== 'signIn')
  const rollup = await officer.ask('GET', '/api/rollup?by=department')
  expect(rollup.status).toBe(200)
  return [await officer.ask('GET', '/api/filings'), rollup, record]
}

/** Sums by region, campaign and department, and what is shown of them. */
async function sumsOf({ address, office }: Running): Promise<readonly unknown[]> {
  const officer = new Client(address)
  await officer.signIn('performanceOfficer-440311', PASSWORD)
  const { rows } = await sql<{ sums: object }>`select * from rollup_sum order by 1, 2, 3`.execute(office.store.database)
  return [...rows, (await officer.ask('GET', '/api/insight/view')).body]
}

/** A backup as it was written before sums were bags and approved targets were kept. */
function formerBackup(text: string): string {
  const [head, ...lines] = text.trimEnd().split('\n')
  const { tables, ...kind } = JSON.parse(head!) as { tables: readonly string[] }
  const before = tables.map((table) => (table === 'rollup_sum' ? 'rollup_figure' : table))
  const rows = lines.slice(0, -1).flatMap((line): string[] => {
    if (!line.startsWith('{"table":"rollup_sum"')) return [line.replace(',"approved":null', '')]
    const { region, campaign, department, sums } = (JSON.parse(line) as { row: Record<string, string> }).row
    if (campaign === '' || department === '') return []
    return Object.entries(sums!).map(([name, value]) =>
      JSON.stringify({ table: 'rollup_figure', row: { region, campaign, department, name, value: Number(value) } }),
    )
  })
  const all = [JSON.stringify({ ...kind, migrations: 3, tables: before }), ...rows]
  const sha256 = createHash('sha256')
    .update(`${all.join('\n')}\n`)
    .digest('hex')
  return `${all.join('\n')}\n${JSON.stringify({ end: true, rows: rows.length, files: 1, sha256 })}\n`
}

describe('operations', () => {
  it('moves house from the embedded database to a served one and back, nothing lost', async () => {
    const first = { data: join(root, 'first') }
    const running = await testServer(first)
    const bureau = await buildBureau(running, '440311')
    const filing = (await issueForm(bureau)).filing
    await type(bureau.people.clerk, filing, '建成公园数量')
    const form = new FormData()
    form.append('file', new Blob(['%PDF-1.4 evidence']), '验收单.pdf')
    form.append('paths', '["r6"]')
    const evidence = await bureau.people.clerk.ask('POST', `/api/filings/${filing}/evidence`, form)
    expect(evidence.status).toBe(201)
    const before = await seen(running.address)
    const backup = join(root, 'one.backup')
    expect(await backUp(first, backup)).toMatchObject({ files: 1 })
    expect(await verifyRecord({ store: first })).toMatchObject({ ok: true })
    await running.stop()

    const second = { data: join(root, 'second'), ...(served === null ? {} : { url: served.url }) }
    await restore(second, backup)
    await expect(restore(second, backup)).rejects.toMatchObject({ problem: 'database-not-empty' })
    const moved = await testServer(second)
    expect(moved.office.store.kind).toBe(served === null ? 'embedded' : 'served')
    expect(await seen(moved.address)).toEqual(before)
    const clerk = new Client(moved.address)
    await clerk.signIn('clerk-440311', PASSWORD)
    expect((await clerk.ask('GET', `/api/filings/${filing}/evidence/${evidence.body.id}/file`)).body).toBe(
      '%PDF-1.4 evidence',
    )
    await type(clerk, filing, '建成公园个数', '建成公园数量')
    const later = await seen(moved.address)
    const again = join(root, 'two.backup')
    await backUp(second, again)
    await moved.stop()

    const third = { data: join(root, 'third') }
    await restore(third, again)
    const back = await testServer(third)
    expect(await seen(back.address)).toEqual(later)
    await back.stop()
    // The record was signed by two servers; each key alone proves only its part.
    expect(await verifyRecord({ store: third })).toMatchObject({ ok: true })
    expect(await verifyRecord({ store: third, backup: again })).toMatchObject({ ok: true })
  }, 120_000)

  it('takes in a backup of when sums were kept figure by figure: they are made anew, the same', async () => {
    const former = join(root, 'former.backup')
    writeFileSync(former, gzipSync(formerBackup(gunzipSync(readFileSync(join(root, 'two.backup'))).toString('utf8'))))
    const store = { data: join(root, 'former') }
    await restore(store, former)
    const running = await testServer(store)
    const kept = await sumsOf(running)
    await running.stop()
    const third = await testServer({ data: join(root, 'third') })
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toEqual(await sumsOf(third))
    await third.stop()
    expect(await verifyRecord({ store })).toMatchObject({ ok: true })
  }, 60_000)

  it('names the first entry of the record that was touched, in the database and in a backup', async () => {
    const backup = join(root, 'two.backup')
    const lines = gunzipSync(readFileSync(backup)).toString('utf8').split('\n')
    const at = lines.findIndex((line) => line.startsWith('{"table":"record"') && line.includes('"seq":9,'))
    const changed = lines.with(at, lines[at]!.replace('"kind"', '"kinD"'))
    const touched = join(root, 'touched.backup')
    writeFileSync(touched, gzipSync(changed.join('\n')))
    await expect(verifyRecord({ store: { data: root }, backup: touched })).rejects.toMatchObject({
      problem: 'backup-unreadable',
    })
    writeFileSync(touched, gzipSync(lines.slice(0, at).join('\n')))
    await expect(verifyRecord({ store: { data: root }, backup: touched })).rejects.toMatchObject({
      problem: 'backup-unreadable',
    })

    const store = { data: join(root, 'third') }
    const running = await testServer(store)
    const { database } = running.office.store
    const write = sql`update record set hash = hash where region = '440311' and seq = 9`
    await expect(write.execute(database)).rejects.toThrow('append-only')
    await sql`alter table record disable trigger all`.execute(database)
    await sql`update record set event = replace(event::text, '"kind"', '"kinD"')::jsonb where region = '440311' and seq = 9`.execute(
      database,
    )
    await sql`delete from record where region = '440311' and seq = 15`.execute(database)
    expect(await verifyRecord({ store })).toMatchObject({
      ok: false,
      firstBad: { region: '440311', seq: 9, fault: 'content' },
    })
    expect((await examine(store)).find(({ what }) => what.en === 'the record is whole')).toMatchObject({ ok: false })
    await running.stop()
  }, 60_000)

  it('lets no second server on the same folder', async () => {
    const store = { data: join(root, 'locked') }
    const running = await testServer(store)
    await expect(testServer(store)).rejects.toMatchObject({
      problem: 'folder-in-use',
      say: { zh: expect.stringContaining('另一个服务') },
    })
    await running.stop()
    const next = await testServer(store)
    await next.stop()
  }, 60_000)

  it('goes on in time when the clock jumps back', async () => {
    const { openOffice } = await import('../../src/app/office/index.ts')
    const { openStore } = await import('../../src/store/index.ts')
    const store = await openStore({ data: join(root, 'locked') })
    let time = Date.parse('2030-05-01T00:00:00Z')
    const office = await openOffice(store, () => time)
    await store.write(async (_tx, record) =>
      record({ region: '440311', at: office.now(), person: null, filing: null, event: { kind: 'x' } }),
    )
    time -= 3_600_000
    expect(office.now()).toBe('2030-05-01T00:00:00.000Z')
    const later = await openOffice(store, () => time)
    expect(later.clockBehind).toBe(3600)
    expect(later.now()).toBe('2030-05-01T00:00:00.000Z')
    await store.close()
  }, 60_000)

  it.runIf(hasDebianPostgres)(
    'says so while PostgreSQL is away, and goes on when it is back',
    async () => {
      const running: Running = await testServer({ data: join(root, 'second'), url: served!.url })
      const clerk = new Client(running.address)
      await clerk.signIn('clerk-440311', PASSWORD)
      const { body } = await clerk.ask('GET', '/api/filings')
      const filing = (body.items as { id: string }[])[0]!.id
      const answers: { status: number; to: string; code: unknown }[] = []
      let from = '建成公园个数'
      let going = true
      const load = (async () => {
        for (let n = 0; going; n++) {
          const to = `第${n}次`
          const answer = await type(clerk, filing, to, from)
          answers.push({ status: answer.status, to, code: answer.body.code })
          if (answer.status === 200 && answer.body.applied === 1) from = to
        }
      })()
      served!.restart()
      await new Promise((done) => setTimeout(done, 1500))
      going = false
      await load
      const refused = answers.filter(({ status }) => status !== 200)
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(refused.length === 0 ? [] : ['database-away']))
      expect(answers.at(-1)!.status).toBe(200)
      const { body: now } = await clerk.ask<{ draft: { indicators: { cells: Record<string, string> }[] } }>(
        'GET',
        `/api/filings/${filing}`,
      )
      const typed = now.draft.indicators[0]!.cells.name
      // Acknowledged is kept; what was cut off may have been written or not.
      expect([from, ...refused.map(({ to }) => to)]).toContain(typed)
      expect(await verifyRecord({ store: { data: join(root, 'second'), url: served!.url } })).toMatchObject({
        ok: true,
      })
      await running.stop()
    },
    60_000,
  )

  it.runIf(isRoot)(
    'says that the disk is full, keeps what was saved, and goes on when there is room',
    async () => {
      const small = join(root, 'small')
      mkdirSync(small)
      // PostgreSQL takes 16 MB at a time for its log.
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=110m,mode=755', 'tmpfs', small], {
        timeout: 10_000,
      })
      if (mounted.status !== 0) throw new Error(String(mounted.stderr))
      let running: Running | null = null
      try {
        running = await testServer({ data: join(small, 'data') })
        const bureau = await buildBureau(running, '440311')
        const filing = (await issueForm(bureau)).filing
        expect((await type(bureau.people.clerk, filing, '一')).status).toBe(200)
        spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'ballast')}`, 'bs=64k'], { timeout: 20_000 })
        const form = () => {
          const data = new FormData()
          data.append('file', new Blob(['%PDF-1.4 ', 'x'.repeat(300_000)]), 'a.pdf')
          return data
        }
        const refused = await bureau.people.clerk.ask('POST', `/api/filings/${filing}/evidence`, form())
        expect(refused).toMatchObject({ status: 507, body: { code: 'disk-full' } })
        expect((await bureau.people.clerk.ask('GET', `/api/filings/${filing}`)).status).toBe(200)
        spawnSync('rm', [join(small, 'ballast')])
        expect((await bureau.people.clerk.ask('POST', `/api/filings/${filing}/evidence`, form())).status).toBe(201)
        expect((await type(bureau.people.clerk, filing, '二', '一')).body.applied).toBe(1)
        await running.stop()
        running = null
        spawnSync('mount', ['-o', 'remount,ro', small], { timeout: 10_000 })
        await expect(testServer({ data: join(small, 'data') })).rejects.toMatchObject({ problem: 'folder-read-only' })
      } finally {
        await running?.stop()
        spawnSync('umount', [small], { timeout: 10_000 })
      }
    },
    60_000,
  )
})
