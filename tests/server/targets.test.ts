/** A self-evaluation begun from the approved targets, and held against them from then on; files of units taken in by their department. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import type { Job, JobView } from '../../src/api/types.ts'
import { repositoryRoot } from '../support/source-files.ts'
import { buildBureau, FIRST_PASSWORD, issueForm, PASSWORD, type TestBureau } from './bureau.ts'
import { Client, removeFolder, temporaryFolder, testServer } from './support.ts'

const targets = readFileSync(join(repositoryRoot, 'tests/corpus/t-archives-department-targets-pipes/form.txt'), 'utf8')

interface View {
  readonly summary: { readonly revision: number }
  readonly draft: {
    readonly indicators: readonly { readonly id: string; readonly cells: Readonly<Record<string, string>> }[]
  }
}

interface Imported {
  readonly upload: string
  readonly name: string
  readonly forms: readonly {
    readonly index: number
    readonly targets: boolean
    readonly confirm: readonly { readonly id: string }[]
  }[]
}

let folder: string
let running: Running
let bureau: TestBureau
let filing: string
let campaign: string

beforeAll(async () => {
  folder = temporaryFolder()
  running = await testServer({ data: join(folder, 'data') })
  bureau = await buildBureau(running, '440311')
  ;({ campaign, filing } = await issueForm(bureau))
}, 120_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

async function rulesOf(who: Client): Promise<readonly string[]> {
  const { body } = await who.ask<{ findings: { rule: string; message: string }[] }>(
    'GET',
    `/api/filings/${filing}/report`,
  )
  return body.findings.map(({ rule, message }) => `${rule}/${message}`)
}

describe('approved targets', () => {
  it('begin the self-evaluation: names and targets are there, no result and no score', async () => {
    const { clerk } = bureau.people
    const form = new FormData()
    form.append('file', new Blob([targets]), '批复.txt')
    const { status, body } = await clerk.ask<Imported>('POST', `/api/filings/${filing}/import`, form)
    expect(status).toBe(200)
    expect(body.forms).toMatchObject([{ index: 0, targets: true }])
    const taken = await clerk.ask('POST', `/api/filings/${filing}/import/apply`, {
      upload: body.upload,
      name: body.name,
      form: 0,
      confirmed: body.forms[0]!.confirm.map(({ id }) => id),
    })
    expect(taken.status).toBe(200)
    const { body: view } = await clerk.ask<View>('GET', `/api/filings/${filing}`)
    expect(view.draft.indicators.length).toBeGreaterThan(3)
    for (const { cells } of view.draft.indicators) {
      expect(cells.target ?? '').not.toBe('')
      expect([cells.actual ?? '', cells.score ?? '']).toEqual(['', ''])
    }
    expect((await rulesOf(clerk)).filter((rule) => rule.startsWith('targets-changed'))).toEqual([])
  })

  it('are what the form is held against: a target that was lowered since is told', async () => {
    const { clerk } = bureau.people
    const { body: view } = await clerk.ask<View>('GET', `/api/filings/${filing}`)
    const row = view.draft.indicators[0]!
    const edits = [{ kind: 'cell', row: row.id, column: 'target', from: row.cells.target, to: '≥1件' }]
    const { body } = await clerk.ask<{ applied: number }>('POST', `/api/filings/${filing}/edits`, {
      basis: view.summary.revision,
      edits,
    })
    expect(body.applied).toBe(1)
    expect(await rulesOf(clerk)).toContain('targets-changed-since-approval/target')
    const beside = await clerk.ask<{ approved: { stage: string } }>('GET', `/api/filings/${filing}/beside`)
    expect(beside.body.approved).toMatchObject({ stage: 'targets' })
  })
})

describe('a department', () => {
  it('takes in what a unit sent as a file, into a form that nobody has written in, and into no other', async () => {
    const { administrator, performanceOfficer, clerk } = bureau.people
    const { department, other } = bureau.organisations
    const login = 'consolidator'
    await administrator.ask('POST', '/api/people', {
      region: bureau.region,
      login,
      name: '汇总人',
      organisation: department,
      password: FIRST_PASSWORD,
      roles: [{ role: 'financeOfficer', organisation: department }],
    })
    const consolidator = new Client(running.address)
    await consolidator.signIn(login, FIRST_PASSWORD)
    await consolidator.ask('POST', '/api/me/password', { current: FIRST_PASSWORD, next: PASSWORD })
    await consolidator.signIn(login, PASSWORD)
    const issued = await performanceOfficer.ask('POST', `/api/campaigns/${campaign}/issue`, { organisations: [other] })
    expect(issued.body).toMatchObject({ issued: 1 })

    const archive = zipSync({
      'sent.txt': new TextEncoder().encode(targets.replaceAll('某县档案馆', '救助站')),
      'written.txt': new TextEncoder().encode(targets.replaceAll('某县档案馆', '社会福利中心')),
    })
    const file = new FormData()
    file.append('file', new Blob([archive as Uint8Array<ArrayBuffer>]), '上报.zip')
    const job = await consolidator.ask<Job>('POST', `/api/campaigns/${campaign}/jobs/import`, file)
    expect(job.status).toBe(201)
    let view = await consolidator.ask<JobView>('GET', `/api/jobs/${job.body.id}`)
    for (let n = 0; n < 400 && view.body.state !== 'done'; n++) {
      await pause(50)
      view = await consolidator.ask<JobView>('GET', `/api/jobs/${job.body.id}`)
    }
    const parts = Object.fromEntries(view.body.items.map((item) => [item.name, item]))
    expect(parts['上报.zip/sent.txt']).toMatchObject({ state: 'done' })
    expect(parts['上报.zip/written.txt']).toMatchObject({ state: 'failed' })
    expect(parts['上报.zip/written.txt']!.detail).toContain('unwritten')

    const taken = parts['上报.zip/sent.txt']!.filing!
    const { body: own } = await consolidator.ask<View>('GET', `/api/filings/${taken}`)
    expect(own.draft.indicators.length).toBeGreaterThan(3)
    const { body: record } = await performanceOfficer.ask<{ items: { words: { zh: string } }[] }>(
      'GET',
      `/api/filings/${taken}/record`,
    )
    expect(record.items[0]!.words.zh).toMatch(/^导入文件：/)
    // It is for the unit alone to submit, and from now on to change.
    const submitted = await consolidator.ask('POST', `/api/filings/${taken}/events`, { event: 'submit' })
    expect(submitted.body.code).toBe('forbidden')
    expect((await clerk.ask('GET', `/api/filings/${taken}`)).status).toBe(404)
    expect((await clerk.ask<{ items: { id: string }[] }>('GET', '/api/filings?todo=true')).body.items).toMatchObject([
      { id: filing },
    ])
  })
})
