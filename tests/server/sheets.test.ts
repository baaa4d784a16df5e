import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { buildBureau, issueForm, type TestBureau } from './bureau.ts'
import { Client, removeFolder, temporaryFolder, testServer } from './support.ts'

let folder: string
let running: Running
let bureau: TestBureau
let campaign: string
let filing: string

function sheet(text: string, take?: string): FormData {
  const form = new FormData()
  if (take !== undefined) form.append('take', take)
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

  it('builds the tree from a sheet, whatever the order of its rows: whole, or not at all', async () => {
    const { administrator } = bureau.people
    const good = '名称,类型,上级\n图书馆,单位,文化局\n文化局,部门,\n社会福利中心,单位,民政局\n'
    const send = (text: string, take: string) =>
      administrator.ask<{ lines: { line: number; state: string; why: string | null }[] }>(
        'POST',
        '/api/organisations/import',
        sheet(text, take),
      )
    const bad = `${good}\n,单位,\n无名,单位,没有的部门\n怪,别的,\n分局,部门,民政局\n图书馆,单位,\n`
    const seen = await send(bad, 'true')
    expect(seen.body).toMatchObject({ taken: false, created: 2, kept: 1 })
    expect(seen.body.lines.map(({ line, state, why }) => [line, state, why])).toEqual([
      [2, 'new', null],
      [3, 'new', null],
      [4, 'kept', null],
      [6, 'refused', 'name'],
      [7, 'refused', 'parent'],
      [8, 'refused', 'kind'],
      [9, 'refused', 'above'],
      [10, 'refused', 'double'],
    ])
    const libraries = async () =>
      (
        await administrator.ask<{ items: { name: string; path: string[] }[] }>('GET', '/api/organisations?q=图书馆')
      ).body.items.map(({ path }) => path.length)
    expect((await send(good, 'false')).body).toMatchObject({ taken: false, created: 2, kept: 1 })
    expect(await libraries()).toEqual([])
    expect((await send(good, 'true')).body).toMatchObject({ taken: true, created: 2, kept: 1 })
    expect(await libraries()).toEqual([3])
    expect((await send(good, 'true')).body).toMatchObject({ taken: true, created: 0, kept: 3 })
  })

  it('takes people from a sheet, each line said to be right or why not: all of them, or nobody', async () => {
    const { administrator, clerk } = bureau.people
    interface Line {
      readonly line: number
      readonly state: string
      readonly why: string | null
      readonly login: string
      readonly password: string | null
    }
    const send = (text: string, take: string, who = administrator) =>
      who.ask<{ lines: Line[]; code?: string }>('POST', '/api/people/import', sheet(text, take))
    const head = '姓名\t登录名\t单位\t角色\t初始密码\n'
    const good = `${head}王一\twangyi\t社会福利中心\t填报人、财务汇总人\t\n王一\twangyi\t救助站\t填报人\t\n李二\tlier\t民政局\t主管部门审核人\tlong enough 1\n赵三\tzhaosan\t 财政局 \tperformance office of the bureau\t\nclerk\tclerk-440311\t社会福利中心\t填报人\t\n`
    const bad = [
      '\tx1\t救助站\t填报人\t',
      '钱\tq\t救助站\t填报人\t',
      '孙\tsun\t没有的单位\t填报人\t',
      '周\tzhou\t救助站\t局长\t',
      '吴\twu\t救助站\t\t',
      '郑\tzheng\t救助站\t管理员\t',
      '冯\tclerk-440311\t救助站\t填报人\t',
      '陈\twangyi\t救助站\t填报人\t',
      '褚\tchu1\t救助站\t填报人\tshort',
    ]
    expect((await send(good, 'true', clerk)).body.code).toBe('forbidden')
    const seen = await send(good + bad.join('\n'), 'true')
    expect(seen.body).toMatchObject({ taken: false, created: 3, kept: 1 })
    expect(seen.body.lines.map(({ line, state, why, password }) => [line, why ?? state, password])).toEqual(
      [
        'new',
        'more',
        'new',
        'new',
        'kept',
        'name',
        'login',
        'unit',
        'role',
        'role',
        'place',
        'taken',
        'double',
        'password',
      ].map((what, at) => [at + 2, what, null]),
    )
    const there = async () => (await administrator.ask<{ items: unknown[] }>('GET', '/api/people?q=wangyi')).body.items
    expect(await there()).toEqual([])
    expect((await send(good, 'false')).body).toMatchObject({ taken: false, created: 3 })
    expect(await there()).toEqual([])
    const done = await send(good, 'true')
    expect(done.body).toMatchObject({ taken: true, created: 3, kept: 1 })
    expect(await there()).toMatchObject([
      {
        name: '王一',
        organisation: bureau.organisations.unit,
        roles: [
          { role: 'clerk', organisation: bureau.organisations.unit },
          { role: 'financeOfficer', organisation: bureau.organisations.unit },
          { role: 'clerk', organisation: bureau.organisations.other },
        ],
      },
    ])
    const passwords = new Map(
      done.body.lines.map(({ login, password }) => [login, password] as const).filter(([, word]) => word !== null),
    )
    expect([...passwords.keys()]).toEqual(['wangyi', 'lier', 'zhaosan'])
    expect(passwords.get('lier')).toBe('long enough 1')
    const entering = await new Client(running.address).signIn('wangyi', passwords.get('wangyi')!)
    expect(entering.body.mustChangePassword).toBe(true)
    // The same sheet again makes nobody twice, and tells no password.
    const again = await send(good, 'true')
    expect(again.body).toMatchObject({ taken: true, created: 0, kept: 5 })
    expect(again.body.lines.every(({ password }) => password === null)).toBe(true)
    const record = await administrator.ask<{ items: { words: { zh: string } }[] }>('GET', '/api/records?limit=10')
    expect(record.body.items.some(({ words }) => words.zh.includes('王一'))).toBe(true)
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
