import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import { type FilingView, verifyOffice } from '../../src/app/office/index.ts'
import { buildBureau, departmentTask, type TestBureau } from './bureau.ts'
import {
  hasDebianPostgres,
  removeFolder,
  type ServedDatabase,
  startDebianPostgres,
  temporaryFolder,
  testServer,
} from './support.ts'

interface View {
  readonly summary: { readonly id: string; readonly stage: string; readonly revision: number; readonly errors: number }
  readonly draft: FilingView['draft']
  readonly allowed: readonly { readonly event: string; readonly allowed: boolean; readonly code?: string }[]
  readonly undo: boolean
  readonly redo: boolean
}

/** Ids and times by the order in which they appear: what is left is the same on every database. */
class Transcript {
  readonly lines: string[] = []
  readonly #names = new Map<string, string>()

  add(what: string, answer: unknown): void {
    const text = JSON.stringify(answer)
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const name = this.#names.get(id) ?? `#${this.#names.size}`
        this.#names.set(id, name)
        return name
      })
      .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'T')
      // Sorted by ids, which are by chance.
      .replace(/"authors":\[([^\]]*)\]/g, (_, list: string) => `"authors":[${list.split(',').sort().join(',')}]`)
    this.lines.push(`${what} ${text}`)
  }
}

const kinds = ['embedded', ...(hasDebianPostgres ? ['debian', 'partitioned'] : [])] as const
const transcripts: Record<string, string[]> = {}

describe.each(kinds)('a filing’s walk, on the database %s', (kind) => {
  let folder: string
  const transcript = new Transcript()
  let served: ServedDatabase | null = null
  let running: Running
  let one: TestBureau
  let two: TestBureau
  let campaign: string
  let filing: string

  beforeAll(async () => {
    folder = temporaryFolder()
    if (kind !== 'embedded') served = startDebianPostgres(folder)
    running = await testServer({
      data: `${folder}/data`,
      ...(served === null ? {} : { url: served.url }),
      ...(kind === 'partitioned' ? { partitions: 4 } : {}),
    })
    one = await buildBureau(running, '440311')
    two = await buildBureau(running, '440399')
    // Named in one order, whatever order lists of ids come in.
    for (const { ids, organisations } of [one, two]) transcript.add('known', [ids, organisations])
  }, 120_000)

  afterAll(async () => {
    transcripts[kind] = transcript.lines
    await running?.stop()
    served?.stop()
    removeFolder(folder)
  }, 60_000)

  async function ask(
    who: TestBureau['people'][keyof TestBureau['people']],
    what: string,
    path: string,
    body?: unknown,
  ) {
    const [method] = what.split(' ')
    const answer = await who.ask<Record<string, unknown>>(method!, path, body)
    transcript.add(what, answer)
    return answer
  }

  async function view(who: TestBureau['people'][keyof TestBureau['people']]): Promise<View> {
    return (await ask(who, 'GET filing', `/api/filings/${filing}`)).body as unknown as View
  }

  const cell = (row: string, column: string, from: string, to: string) => ({ kind: 'cell', row, column, from, to })

  it('is issued to chosen units by the bureau alone', async () => {
    const input = departmentTask()
    expect((await ask(one.people.clerk, 'POST campaign', '/api/campaigns', input)).body.code).toBe('forbidden')
    const made = await ask(one.people.performanceOfficer, 'POST campaign', '/api/campaigns', input)
    expect(made.status).toBe(201)
    campaign = String(made.body.id)
    const organisations = [one.organisations.unit]
    const issue = `/api/campaigns/${campaign}/issue`
    expect((await ask(one.people.performanceOfficer, 'POST issue', issue, { organisations })).body).toEqual({
      issued: 1,
      kept: 0,
    })
    expect((await ask(one.people.performanceOfficer, 'POST issue', issue, { organisations })).body).toEqual({
      issued: 0,
      kept: 1,
    })
    const todo = await ask(one.people.clerk, 'GET todo', '/api/filings?todo=true')
    const [first] = todo.body.items as { id: string }[]
    filing = first!.id
    expect((await ask(one.people.stranger, 'GET list', '/api/filings')).body.items).toEqual([])
    expect((await ask(two.people.clerk, 'GET filing', `/api/filings/${filing}`)).status).toBe(404)
  })

  it('keeps what two people type, and tells a conflict where both type in one cell', async () => {
    const { draft } = await view(one.people.clerk)
    const [first, second] = draft.indicators
    const edits = `/api/filings/${filing}/edits`
    const name = cell(first!.id, 'name', '', '新建公园数量')
    const mine = await ask(one.people.clerk, 'POST edits', edits, {
      basis: 0,
      edits: [name, cell(first!.id, 'target', '', '≥5个')],
    })
    expect(mine.body).toMatchObject({ revision: 1, applied: 2, conflicts: [], undo: true })
    const theirs = await ask(one.people.colleague, 'POST edits', edits, {
      basis: 0,
      edits: [cell(first!.id, 'name', '', '公园个数'), cell(second!.id, 'name', '', '公园合格率')],
    })
    expect(theirs.body).toMatchObject({ revision: 2, applied: 1 })
    expect((theirs.body.conflicts as { code: string; found: string }[])[0]).toMatchObject({
      code: 'changed',
      found: '新建公园数量',
    })
    expect((theirs.body.changed as { revision: number }[]).map(({ revision }) => revision)).toEqual([1])
    const again = await ask(one.people.clerk, 'POST edits', edits, { basis: 2, edits: [name] })
    expect(again.body).toMatchObject({ revision: 2, applied: 0, conflicts: [] })
  })

  it('takes back and does again one’s own last step, and says so where others went on from it', async () => {
    const undone = await ask(one.people.clerk, 'POST undo', `/api/filings/${filing}/undo`, { basis: 2 })
    expect(undone.body).toMatchObject({ revision: 3, applied: 2, undo: false, redo: true })
    expect((await view(one.people.clerk)).draft.indicators[0]!.cells.name).toBeUndefined()
    expect((await view(one.people.colleague)).undo).toBe(true)
    const redone = await ask(one.people.clerk, 'POST redo', `/api/filings/${filing}/redo`, { basis: 3 })
    expect(redone.body).toMatchObject({ revision: 4, undo: true, redo: false })
    const { draft } = await view(one.people.clerk)
    expect(draft.indicators[0]!.cells).toMatchObject({ name: '新建公园数量', target: '≥5个' })
    const edit = { basis: 4, edits: [cell(draft.indicators[0]!.id, 'name', '新建公园数量', '建成公园数量')] }
    await ask(one.people.colleague, 'POST edits', `/api/filings/${filing}/edits`, edit)
    const late = await ask(one.people.clerk, 'POST undo', `/api/filings/${filing}/undo`, { basis: 5 })
    expect(late.body.code).toBe('conflict')
  })

  it('is submitted when errors are mended or explained, and approved by other hands', async () => {
    const events = `/api/filings/${filing}/events`
    const blocked = await ask(one.people.clerk, 'POST submit', events, { event: 'submit' })
    expect(blocked.body).toMatchObject({ code: 'not-allowed-now', detail: 'noErrors' })
    const report = await ask(one.people.clerk, 'GET report', `/api/filings/${filing}/report`)
    const found = report.body.findings as { rule: string; severity: string }[]
    for (const rule of new Set(found.filter(({ severity }) => severity === 'error').map((each) => each.rule))) {
      const comment = { place: `rule:${rule}`, text: '试填，说明原因' }
      expect((await ask(one.people.clerk, 'POST comment', `/api/filings/${filing}/comments`, comment)).status).toBe(201)
    }
    expect((await ask(one.people.clerk, 'POST approve', events, { event: 'approve' })).body.code).toBe('forbidden')
    const submitted = await ask(one.people.clerk, 'POST submit', events, { event: 'submit' })
    expect((submitted.body as unknown as View).summary.stage).toBe('submitted')
    expect(
      (
        await ask(one.people.clerk, 'POST edits', `/api/filings/${filing}/edits`, {
          basis: 5,
          edits: [cell('head', 'total', '', '9')],
        })
      ).body,
    ).toMatchObject({ code: 'not-allowed-now', detail: 'locked' })
    const returned = await ask(one.people.unitHead, 'POST return', events, { event: 'return', reason: '请补充' })
    expect((returned.body as unknown as View).summary.stage).toBe('filling')
    await ask(one.people.clerk, 'POST submit', events, { event: 'submit' })
    const steps = [
      ['unitHead', 'approve', 'approved'],
      ['supervisorReviewer', 'passOn', 'passedOn'],
      ['budgetOfficer', 'endorse', 'endorsed'],
      ['performanceOfficer', 'accept', 'accepted'],
    ] as const
    for (const [who, event, stage] of steps) {
      const answer = await ask(one.people[who], `POST ${event}`, events, { event })
      expect((answer.body as unknown as View).summary.stage, event).toBe(stage)
    }
  })

  it('is reviewed, appealed, decided, rectified, closed and published', async () => {
    const events = `/api/filings/${filing}/events`
    const { draft } = await view(one.people.performanceOfficer)
    const row = draft.indicators[0]!.id
    expect((await ask(one.people.thirdPartyReviewer, 'GET filing', `/api/filings/${filing}`)).status).toBe(404)
    await ask(one.people.performanceOfficer, 'POST sample', events, {
      event: 'sample',
      reviewers: [one.ids.thirdPartyReviewer],
    })
    expect(
      ((await ask(one.people.thirdPartyReviewer, 'GET list', '/api/filings')).body.items as unknown[]).length,
    ).toBe(1)
    const assessed = await ask(one.people.thirdPartyReviewer, 'POST assess', `/api/filings/${filing}/assessments`, {
      row,
      value: '3.50',
      reason: '无佐证',
    })
    expect(assessed.body.assessments).toMatchObject({ [row]: { value: '3.50' } })
    const tooMany = { row: 'execution', value: '99', reason: '多给' }
    const refused = await ask(one.people.thirdPartyReviewer, 'POST more', `/api/filings/${filing}/assessments`, tooMany)
    expect([refused.status, JSON.stringify(refused.body.title)]).toEqual([400, expect.stringContaining('分值')])
    await ask(one.people.thirdPartyReviewer, 'POST assess', `/api/filings/${filing}/assessments`, {
      row: 'execution',
      value: '1.00',
      reason: '执行数与决算不一致',
    })
    const before = (await ask(one.people.unitHead, 'GET sheet', `/api/filings/${filing}/review-sheet`)).body
    await ask(one.people.thirdPartyReviewer, 'POST complete', events, { event: 'completeReview', until: '2098-12-31' })
    await ask(one.people.unitHead, 'POST appeal', events, {
      event: 'appeal',
      points: [
        { row, reason: '有验收单' },
        { row: 'execution', reason: '决算数已更正' },
      ],
    })
    const upheld = await ask(one.people.otherOfficer, 'POST answer', events, {
      event: 'answerAppeal',
      row: 'execution',
      answer: 'upheld',
      reason: '按更正后的决算数认定',
    })
    expect((upheld.body as { state?: { points: unknown } }).state?.points).toMatchObject([
      { row, answer: null },
      { row: 'execution', answer: 'upheld', said: '按更正后的决算数认定' },
    ])
    const sheet = (await ask(one.people.unitHead, 'GET sheet', `/api/filings/${filing}/review-sheet`)).body
    const reviewed = ({ rows }: typeof sheet) =>
      (rows as readonly { row: string; own: string; reviewed: string }[])
        .filter((each) => each.row === 'execution')
        .map((each) => [each.own === each.reviewed, each.reviewed === '1'])
    expect([reviewed(before), reviewed(sheet)]).toEqual([[[false, true]], [[true, false]]])
    await ask(one.people.otherOfficer, 'POST answer', events, {
      event: 'answerAppeal',
      row,
      answer: 'dismissed',
      reason: '验收单日期不符',
    })
    const final = await ask(one.people.otherOfficer, 'POST finalise', events, { event: 'finalise' })
    expect((final.body as unknown as View).summary.stage).toBe('final')
    await ask(one.people.performanceOfficer, 'POST notify', events, {
      event: 'notifyRectification',
      reason: '补充佐证',
      until: '2098-12-31',
    })
    await ask(one.people.financeOfficer, 'POST answer', events, { event: 'answerRectification', reason: '已补充' })
    const closed = await ask(one.people.performanceOfficer, 'POST close', events, { event: 'closeRectification' })
    expect((closed.body as unknown as View).summary.stage).toBe('closed')
    await ask(one.people.unitHead, 'POST clear', events, { event: 'checkPublication', confirmed: [] })
    expect((await ask(one.people.unitHead, 'POST publish', events, { event: 'publish' })).body.detail).toBe(
      'otherThanClearer',
    )
    const published = await ask(one.people.performanceOfficer, 'POST publish', events, { event: 'publish' })
    expect((published.body as unknown as View).summary.stage).toBe('published')
  })

  it('left a record that is whole', async () => {
    const verification = await verifyOffice(running.office)
    expect(verification).toMatchObject({ ok: true, firstBad: null })
    transcript.add('record', verification.records)
  })
})

describe.runIf(hasDebianPostgres)('every database', () => {
  it('answers the same, byte for byte', () => {
    expect(transcripts.debian).toEqual(transcripts.embedded)
    expect(transcripts.partitioned).toEqual(transcripts.embedded)
  })
})
