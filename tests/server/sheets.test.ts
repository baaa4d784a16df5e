import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { buildBureau, issueForm, type TestBureau } from './bureau.ts'
import { removeFolder, temporaryFolder, testServer } from './support.ts'

let folder: string
let running: Running
let bureau: TestBureau
let campaign: string
let filing: string

function sheet(text: string): FormData {
  const form = new FormData()
  form.append('file', new Blob([text]), 'sheet.csv')
  return form
}

interface Row {
  readonly id: string
  readonly cells: Readonly<Record<string, string>>
  readonly locked?: readonly string[]
}

async function tasks(): Promise<readonly Row[]> {
  const { body } = await bureau.people.clerk.ask<{ draft: { tasks: readonly Row[] } }>('GET', `/api/filings/${filing}`)
  return body.draft.tasks
}

beforeAll(async () => {
  folder = temporaryFolder()
  running = await testServer({ data: folder })
  bureau = await buildBureau(running, '440311')
  ;({ campaign, filing } = await issueForm(bureau))
}, 400_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

describe('sheets', () => {
  it('loads the execution figures of all units, locks them, and tells what was typed otherwise', async () => {
    const { clerk, performanceOfficer } = bureau.people
    const row = (await tasks()).find(({ cells }) => cells.name === '基本支出')!
    const typed = [{ kind: 'cell', row: row.id, column: 'executed.total', from: '', to: '90' }]
    expect((await clerk.ask('POST', `/api/filings/${filing}/edits`, { basis: 0, edits: typed })).body.applied).toBe(1)
    const text =
      '单位,任务,全年预算数,全年执行数\n社会福利中心,基本支出,120.50,118.25\n社会福利中心,没有的任务,1,1\n没有的单位,基本支出,1,1\n'
    expect((await clerk.ask('POST', `/api/campaigns/${campaign}/execution`, sheet(text))).body.code).toBe('forbidden')
    const loaded = await performanceOfficer.ask('POST', `/api/campaigns/${campaign}/execution`, sheet(text))
    expect(loaded.body).toEqual({
      matched: 1,
      unmatched: [
        { unit: '社会福利中心', task: '没有的任务', why: 'task' },
        { unit: '没有的单位', task: '基本支出', why: 'unit' },
      ],
      different: [{ filing, row: row.id, column: 'executed.total', typed: '90', loaded: '118.25' }],
    })
    const after = (await tasks()).find(({ id }) => id === row.id)!
    expect(after.cells).toMatchObject({ 'budgeted.total': '120.50', 'executed.total': '118.25' })
    expect(after.locked).toEqual(['budgeted.total', 'executed.total'])
    const over = [{ kind: 'cell', row: row.id, column: 'executed.total', from: '118.25', to: '1' }]
    const refused = await clerk.ask<{ conflicts: { code: string }[] }>('POST', `/api/filings/${filing}/edits`, {
      basis: 0,
      edits: over,
    })
    expect(refused.body.conflicts[0]!.code).toBe('locked')
    const again = await performanceOfficer.ask(
      'POST',
      `/api/campaigns/${campaign}/execution`,
      sheet(text.replace('118.25', '119')),
    )
    expect(again.body.matched).toBe(1)
    expect((await tasks()).find(({ id }) => id === row.id)!.cells['executed.total']).toBe('119')
  })

  it('says what happened in words', async () => {
    const { body } = await bureau.people.clerk.ask<{ items: { words: { zh: string }; by: { name: string } }[] }>(
      'GET',
      `/api/filings/${filing}/record`,
    )
    expect(body.items.map(({ by }) => by.name)).toEqual([
      'performanceOfficer',
      'performanceOfficer',
      'clerk',
      'performanceOfficer',
    ])
    expect(body.items[2]!.words.zh).toContain('90')
  })

  it('builds the tree from a sheet, whatever the order of its rows', async () => {
    const form = sheet(
      '名称,类型,上级\n图书馆,单位,文化局\n文化局,部门,\n无名,单位,没有的部门\n社会福利中心,单位,民政局\n',
    )
    const done = await bureau.people.administrator.ask('POST', '/api/organisations/import', form)
    expect(done.body).toEqual({ created: 2, kept: 1, refused: ['无名'] })
    const { body } = await bureau.people.administrator.ask<{ items: { name: string; path: string[] }[] }>(
      'GET',
      '/api/organisations?q=图书馆',
    )
    expect(body.items[0]!.path.length).toBe(3)
  })

  it('reads a file into the form once everything doubtful is confirmed', async () => {
    const { clerk } = bureau.people
    const text =
      '部门整体支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t分值\t实际完成值\t得分\t偏差原因\n产出指标\t数量指标\t新建公园数量\t≥5个\t10\t6个\t10\t\n产出指标\t质量指标\t验收合格率\t≥95%\t10\t96%\t10\t\n'
    const form = new FormData()
    form.append('file', new Blob([text]), '表.txt')
    const read = await clerk.ask<{ upload: string; name: string; forms: { confirm: { id: string }[] }[] }>(
      'POST',
      `/api/filings/${filing}/import`,
      form,
    )
    expect(read.status).toBe(200)
    const confirmed = read.body.forms[0]!.confirm.map(({ id }) => id)
    const apply = { upload: read.body.upload, name: read.body.name, form: 0 }
    if (confirmed.length > 0) {
      expect(
        (await clerk.ask('POST', `/api/filings/${filing}/import/apply`, { ...apply, confirmed: [] })).body.code,
      ).toBe('blocked')
    }
    // A reading is its maker's, and its form's: a colleague who sees the form, and whoever knows the hash, find nothing.
    const { colleague, performanceOfficer } = bureau.people
    for (const [who, upload] of [
      [colleague, apply.upload],
      [performanceOfficer, apply.upload],
      [clerk, apply.upload.slice(0, 64) + '0'.repeat(64)],
    ] as const) {
      const others = await who.ask('POST', `/api/filings/${filing}/import/apply`, { ...apply, upload, confirmed })
      expect([others.status, others.body.code]).toEqual([404, 'not-found'])
      const picture = await who.ask('GET', `/api/filings/${filing}/import/picture?upload=${upload}&page=1`)
      expect([picture.status, picture.body.code]).toEqual([404, 'not-found'])
    }
    const taken = await clerk.ask('POST', `/api/filings/${filing}/import/apply`, { ...apply, confirmed })
    // Rows that the bureau has locked stay: that is told, the rest is taken.
    expect(taken.status).toBe(200)
    const { body } = await clerk.ask<{ draft: { indicators: Row[] } }>('GET', `/api/filings/${filing}`)
    expect(body.draft.indicators.map(({ cells }) => cells.name)).toEqual(['新建公园数量', '验收合格率'])
  })

  it('adds figures up, proposes a sample and targets', async () => {
    const { performanceOfficer, clerk } = bureau.people
    const { body } = await performanceOfficer.ask<{ rows: Record<string, unknown>[] }>('GET', '/api/rollup?by=unit')
    expect(body.rows).toMatchObject([{ name: '社会福利中心', filings: 1, submitted: 0 }])
    expect((await performanceOfficer.ask('GET', `/api/campaigns/${campaign}/sample`)).body).toEqual({ items: [] })
    expect((await clerk.ask('GET', `/api/filings/${filing}/suggestions`)).status).toBe(200)
    const history = await clerk.ask<{ items: { actual: string }[] }>(
      'GET',
      `/api/insight/history?name=${encodeURIComponent('新建公园数量')}`,
    )
    expect(history.body.items).toMatchObject([{ actual: '6个', fiscalYear: 2021 }])
  })

  it('prints, and offers the page of the interface', async () => {
    const page = await bureau.people.clerk.ask<string>('GET', `/api/filings/${filing}/print?format=html`)
    expect(page.body).toContain('新建公园数量')
    const docs = await bureau.people.clerk.ask<string>('GET', '/api/docs')
    expect(docs.body).toContain('/api/filings/:id/edits')
  })
})
