import { setTimeout as pause } from 'node:timers/promises'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, type ServerProcess, startProcess } from '../../scripts/server/serve-process.ts'
import type { Job, JobView, Notice } from '../../src/api/types.ts'
import { remindAll } from '../../src/app/office/jobs/nudge.ts'
import { openOffice } from '../../src/app/office/office.ts'
import { verifyRecord } from '../../src/app/office/operations.ts'
import { openStore } from '../../src/store/index.ts'
import { buildBureau, type TestBureau } from './bureau.ts'
import { ADMIN_PASSWORD, type Client, removeFolder, temporaryFolder } from './support.ts'

const PROJECTS = Array.from({ length: 12 }, (_, index) => `项目${index + 1}`)

let folder: string
let port: number
let server: ServerProcess
let bureau: TestBureau
let campaign: string

async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let n = 0; n < 600; n++) {
    const value = await ask()
    if (holds(value)) return value
    await pause(50)
  }
  throw new Error('it did not come about in 30 s')
}

async function jobOf(who: Client, id: string): Promise<JobView> {
  return (await who.ask<JobView>('GET', `/api/jobs/${id}`)).body
}

async function notices(who: Client, kind: string): Promise<Notice[]> {
  const { body } = await who.ask<{ items: Notice[] }>('GET', '/api/notices?limit=200')
  return body.items.filter((one) => one.kind === kind)
}

async function zipOf(who: Client, id: string): Promise<Record<string, Uint8Array>> {
  const answer = await fetch(`${who.address}/api/jobs/${id}/file`, { headers: { cookie: who.cookie } })
  expect(answer.headers.get('content-type')).toBe('application/zip')
  return unzipSync(new Uint8Array(await answer.arrayBuffer()))
}

beforeAll(async () => {
  folder = temporaryFolder()
  port = await freePort()
  server = await startProcess(`${folder}/data`, port, { adminPassword: ADMIN_PASSWORD })
  bureau = await buildBureau(server, '440311')
  const { performanceOfficer } = bureau.people
  const input = { title: '自评', fiscalYear: 2021, kind: 'project', layout: 'national-project' }
  const span = { opens: '2000-01-01', closes: '2099-12-31' }
  const made = await performanceOfficer.ask('POST', '/api/campaigns', { ...input, ...span })
  campaign = String(made.body.id)
  const issue = { organisations: [bureau.organisations.unit], projects: PROJECTS }
  const issued = await performanceOfficer.ask('POST', `/api/campaigns/${campaign}/issue`, issue)
  expect(issued.body).toEqual({ issued: PROJECTS.length, kept: 0 })
}, 400_000)

afterAll(async () => {
  await server.stop()
  removeFolder(folder)
}, 60_000)

describe('jobs', () => {
  it('go on where the server was killed: nothing is done twice, nothing is left out', async () => {
    const { performanceOfficer, clerk } = bureau.people
    const print = await performanceOfficer.ask<Job>('POST', `/api/campaigns/${campaign}/jobs/print`, { format: 'html' })
    expect(print.status).toBe(201)
    const nudge = await performanceOfficer.ask<Job>('POST', `/api/campaigns/${campaign}/nudge`, { text: '请抓紧。' })
    await until(
      () => jobOf(performanceOfficer, print.body.id),
      ({ done }) => done >= 2,
    )
    await server.kill(true)
    server = await startProcess(`${folder}/data`, port)
    const printed = await until(
      () => jobOf(performanceOfficer, print.body.id),
      ({ state }) => state === 'done',
    )
    expect(printed).toMatchObject({ done: PROJECTS.length, total: PROJECTS.length, hasFile: true })
    expect(printed.items.map(({ state }) => state)).toEqual(PROJECTS.map(() => 'done'))
    expect(Object.keys(await zipOf(performanceOfficer, print.body.id)).length).toBe(PROJECTS.length)
    await until(
      () => jobOf(performanceOfficer, nudge.body.id),
      ({ state }) => state === 'done',
    )
    // One notice for each form and person, each with the bureau's own words.
    const told = await notices(clerk, 'nudge')
    expect(told.map(({ filing }) => filing).sort()).toEqual([...new Set(told.map(({ filing }) => filing))].sort())
    expect(told.length).toBe(PROJECTS.length)
    expect(told[0]!.words.zh).toMatch(/^请抓紧。 “项目\d+”请在 2099-12-31 前提交。$/)
    expect((await notices(performanceOfficer, 'jobDone')).length).toBe(1)
  }, 120_000)

  it('are seen by whoever started them and by the bureau, fetched by the one alone', async () => {
    const { performanceOfficer, otherOfficer, clerk } = bureau.people
    const { body } = await performanceOfficer.ask<{ items: Job[] }>('GET', '/api/jobs')
    const [print] = body.items.filter(({ kind }) => kind === 'print')
    expect((await otherOfficer.ask('GET', `/api/jobs/${print!.id}`)).status).toBe(200)
    expect((await otherOfficer.ask('GET', `/api/jobs/${print!.id}/file`)).status).toBe(404)
    expect((await clerk.ask('GET', `/api/jobs/${print!.id}`)).status).toBe(404)
    expect((await clerk.ask('POST', `/api/campaigns/${campaign}/nudge`, {})).body.code).toBe('forbidden')
    expect((await performanceOfficer.ask('DELETE', `/api/jobs/${print!.id}`)).body.code).toBe('not-allowed-now')
  })

  it('read an archive into drafts: each file finds its form by its names, what is doubtful waits', async () => {
    const { clerk, stranger } = bureau.people
    const form = (project: string) =>
      [
        '项目支出绩效自评表',
        `项目名称\t${project}`,
        '实施单位\t社会福利中心',
        '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
        `产出指标\t数量指标\t${project}培训人数\t≥60人\t60人\t10\t10\t`,
        '效益指标\t社会效益指标\t受益人数\t≥100人\t120人\t10\t10\t',
      ].join('\n')
    const bytes = (text: string) => new TextEncoder().encode(text)
    const archive = zipSync({
      'a/项目3.txt': bytes(form('项目3')),
      'b/没有这个项目.txt': bytes(form('没有这个项目')),
      '不是表.txt': bytes('今天天气很好'),
    })
    const upload = () => {
      const data = new FormData()
      data.append('file', new Blob([archive as Uint8Array<ArrayBuffer>]), '汇总.zip')
      return data
    }
    const job = await clerk.ask<Job>('POST', `/api/campaigns/${campaign}/jobs/import`, upload())
    expect(job.status).toBe(201)
    const done = await until(
      () => jobOf(clerk, job.body.id),
      ({ state }) => state === 'done',
    )
    const states = Object.fromEntries(
      done.items.map(({ name, state, detail }) => [name, [state, detail.split(' ')[0]]]),
    )
    expect(states['汇总.zip/不是表.txt']).toEqual(['failed', 'unreadable'])
    expect(states['汇总.zip/b/没有这个项目.txt']).toEqual(['failed', 'not-found'])
    const mine = done.items.find(({ name }) => name.endsWith('项目3.txt'))!
    expect(['done', 'confirm']).toContain(mine.state)
    const { body: list } = await clerk.ask<{ items: { id: string; title: string }[] }>('GET', '/api/filings?limit=200')
    expect(mine.filing).toBe(list.items.find(({ title }) => title === '项目3')!.id)
    interface View {
      readonly draft: { readonly indicators: readonly { readonly cells: Readonly<Record<string, string>> }[] }
    }
    if (mine.state === 'done') {
      const { body } = await clerk.ask<View>('GET', `/api/filings/${mine.filing}`)
      expect(body.draft.indicators.map(({ cells }) => cells.name)).toEqual(['项目3培训人数', '受益人数'])
    } else expect(mine.upload).toMatch(/^[0-9a-f]{64}$/)
    // Another unit's clerk finds no form of his own by these names.
    const other = await stranger.ask<Job>('POST', `/api/campaigns/${campaign}/jobs/import`, upload())
    const failed = await until(
      () => jobOf(stranger, other.body.id),
      ({ state }) => state === 'done',
    )
    expect(failed.items.every(({ state }) => state === 'failed')).toBe(true)
  }, 60_000)

  it('read notices stay read', async () => {
    const { clerk, colleague } = bureau.people
    const [one] = await notices(clerk, 'nudge')
    // Another's id changes nothing.
    await colleague.ask('POST', '/api/notices/read', { ids: [one!.id] })
    expect((await notices(clerk, 'nudge')).find(({ id }) => id === one!.id)!.readAt).toBeNull()
    expect((await clerk.ask('POST', '/api/notices/read', { ids: [one!.id] })).status).toBe(204)
    const { body } = await clerk.ask<{ items: Notice[] }>('GET', '/api/notices?unread=true&limit=200')
    expect(body.items.some(({ id }) => id === one!.id)).toBe(false)
  })

  it('remind before the closing day, once a day', async () => {
    await server.stop()
    const store = await openStore({ data: `${folder}/data` })
    try {
      const office = await openOffice(store, () => Date.parse('2099-12-28T04:00:00Z'))
      await remindAll(office)
      await remindAll(office)
      const jobs = await store.database.selectFrom('job').selectAll().where('kind', '=', 'remind').execute()
      expect(jobs.map(({ id }) => id)).toEqual([`${campaign}-2099-12-28`])
    } finally {
      await store.close()
    }
    expect(await verifyRecord({ store: { data: `${folder}/data` } })).toMatchObject({ ok: true })
  }, 60_000)
})
