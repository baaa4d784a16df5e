import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../src/api/run.ts'
import type { InsightView, RollupRow } from '../../src/api/types.ts'
import { buildBureau, issueForm, type TestBureau } from './bureau.ts'
import { type Client, removeFolder, temporaryFolder, testServer } from './support.ts'

let folder: string
let running: Running
let county: TestBureau
let city: TestBureau
const filings: Record<number, string> = {}
const campaigns: Record<number, string> = {}

interface Row {
  readonly id: string
  readonly cells: Readonly<Record<string, string>>
}
interface View {
  readonly draft: { readonly indicators: readonly Row[]; readonly tasks: readonly Row[] }
}

async function issued(bureau: TestBureau, year: number): Promise<string> {
  const { campaign, filing } = await issueForm(bureau, year)
  campaigns[year] = campaign
  return filing
}

/** Fills a row of a form, cell by cell. */
async function fill(who: Client, filing: string, row: number, cells: Readonly<Record<string, string>>): Promise<void> {
  const { body } = await who.ask<View>('GET', `/api/filings/${filing}`)
  const { id, cells: known } = body.draft.indicators[row]!
  const edits = Object.entries(cells).map(([column, to]) => {
    return { kind: 'cell', row: id, column, from: known[column] ?? '', to }
  })
  const done = await who.ask('POST', `/api/filings/${filing}/edits`, { basis: 0, edits })
  expect(done.body).toMatchObject({ applied: edits.length, conflicts: [] })
}

const park = { name: '新建公园数量', target: '≥10个', weight: '10' }

async function views(who: Client, query: string): Promise<InsightView[]> {
  return (await who.ask<{ items: InsightView[] }>('GET', `/api/insight/view?${query}`)).body.items
}

beforeAll(async () => {
  folder = temporaryFolder()
  running = await testServer({ data: folder })
  city = await buildBureau(running, '440300')
  county = await buildBureau(running, '440311')
  const regions = [{ code: '440311', name: '光明区', parent: '440300' }]
  expect((await city.admin.ask('PUT', '/api/regions', { regions })).status).toBe(204)
  for (const year of [2020, 2021]) {
    const filing = await issued(county, year)
    filings[year] = filing
    const { clerk } = county.people
    await fill(clerk, filing, 0, { ...park, actual: year === 2020 ? '20个' : '8个', score: '8' })
    await fill(clerk, filing, 1, { name: '验收合格率', target: '≥90%', actual: '99%', weight: '10', score: '10' })
  }
}, 400_000)

afterAll(async () => {
  await running.stop()
  removeFolder(folder)
}, 60_000)

describe('many forms together', () => {
  it('adds up on write: what was typed a moment ago counts, what was taken back no longer', async () => {
    const { clerk, performanceOfficer } = county.people
    const [before] = await views(performanceOfficer, 'year=2021')
    expect(before!.view).toMatchObject({ forms: 1, rows: 2, fullShare: '50.00' })
    const lost = before!.view.blocks.filter(({ level }) => level === 2).map((block) => block.lost)
    expect(lost).toContain('2')
    await fill(clerk, filings[2021]!, 0, { score: '7.5' })
    const [after] = await views(performanceOfficer, 'year=2021')
    expect(after!.view.losses[0]).toMatchObject({ lost: '2.5', share: '100.00' })
    const recall = { event: 'recall', reason: '-' }
    await performanceOfficer.ask('POST', `/api/filings/${filings[2020]}/events`, recall)
    expect((await views(performanceOfficer, 'by=year')).map(({ key }) => key)).toEqual(['2021'])
    await performanceOfficer.ask('POST', `/api/filings/${filings[2020]}/events`, { event: 'reissue' })
    const years = await views(performanceOfficer, 'by=year')
    expect(years.map(({ key, view }) => [key, view.rows])).toEqual([
      ['2020', 2],
      ['2021', 2],
    ])
  })

  it('adds up for a unit what it has, and for its neighbour nothing', async () => {
    const { clerk, stranger, supervisorReviewer } = county.people
    for (const who of [clerk, supervisorReviewer])
      expect((await views(who, 'year=2021')).map(({ view }) => view.rows)).toEqual([2])
    expect(await views(stranger, 'year=2021')).toEqual([])
  })

  it('rolls levels up with the points lost', async () => {
    const { body } = await county.people.performanceOfficer.ask<{ rows: RollupRow[] }>(
      'GET',
      '/api/rollup?by=level2&year=2021',
    )
    expect(body.rows.some(({ lost, average }) => lost === '2.5' && average !== null)).toBe(true)
    // A level has no stage and no grade: that is not none of them.
    expect(
      body.rows.every(({ submitted, excellent, errors }) => [submitted, excellent, errors].every((n) => n === null)),
    ).toBe(true)
  })

  it('shows a city the sums of its counties, and no form, unit or person of theirs', async () => {
    const { performanceOfficer, clerk } = city.people
    const regions = await performanceOfficer.ask<{ rows: RollupRow[] }>('GET', '/api/rollup?by=region&below=true')
    expect(regions.body.rows.map(({ key, filings: count }) => [key, count])).toEqual([['440311', 2]])
    const together = await views(performanceOfficer, 'by=region&below=true')
    expect(together.map(({ key, name, view }) => [key, name, view.rows])).toEqual([['440311', '光明区', 4]])
    // Without the word, from a clerk, or by department: nothing of another region.
    expect(await views(performanceOfficer, 'by=region')).toEqual([])
    expect(await views(clerk, 'by=region&below=true')).toEqual([])
    expect(await views(performanceOfficer, 'by=department&below=true')).toEqual([])
    const units = await performanceOfficer.ask<{ rows: RollupRow[] }>('GET', '/api/rollup?by=unit&below=true')
    expect(units.body.rows).toEqual([])
    expect((await performanceOfficer.ask('GET', `/api/filings/${filings[2021]}`)).status).toBe(404)
    // A county sees nothing of its city, nor of itself twice.
    const own = await views(county.people.performanceOfficer, 'by=region&below=true')
    expect(own.map(({ key }) => key)).toEqual(['440311'])
  })

  it('names the indicators behind a sum', async () => {
    const { performanceOfficer, stranger } = county.people
    const found = await performanceOfficer.ask<{ items: object[] }>('GET', '/api/insight/rows?sort=lost&year=2021')
    expect(found.body.items).toMatchObject([
      { filing: filings[2021], path: 'indicators/0', name: '新建公园数量', lost: '2.5', achievement: '0.8000' },
    ])
    const over = await performanceOfficer.ask<{ items: object[] }>('GET', '/api/insight/rows?sort=over')
    expect(over.body.items[0]).toMatchObject({ filing: filings[2020], achievement: '2.0000' })
    expect((await stranger.ask<{ items: object[] }>('GET', '/api/insight/rows?sort=lost')).body.items).toEqual([])
  })

  it('compares with the year before', async () => {
    const { clerk, stranger } = county.people
    const beside = await clerk.ask<{ years: { year: number }[] }>('GET', `/api/filings/${filings[2021]}/beside`)
    expect(beside.body.years.map(({ year }) => year)).toEqual([2020])
    expect((await stranger.ask('GET', `/api/filings/${filings[2021]}/beside`)).status).toBe(404)
    const { body } = await clerk.ask<{ findings: { rule: string }[] }>('GET', `/api/filings/${filings[2021]}/report`)
    expect(body.findings.map(({ rule }) => rule)).toContain('target-below-history')
    const first = await clerk.ask<{ findings: { rule: string }[] }>('GET', `/api/filings/${filings[2020]}/report`)
    expect(first.body.findings.map(({ rule }) => rule)).not.toContain('target-below-history')
  })

  it('copies last year’s names, targets and weights, and none of its results', async () => {
    const { clerk } = county.people
    const next = await issued(county, 2022)
    const copied = await clerk.ask('POST', `/api/filings/${next}/copy-last-year`, {})
    expect(copied.body).toMatchObject({ conflicts: [], undo: true })
    const { body } = await clerk.ask<View>('GET', `/api/filings/${next}`)
    expect(body.draft.indicators[0]!.cells).toMatchObject(park)
    for (const { cells } of body.draft.indicators) {
      expect(cells.actual ?? '').toBe('')
      expect(cells.score ?? '').toBe('')
    }
    const undone = await clerk.ask<{ revision: number }>('POST', `/api/filings/${next}/undo`, { basis: 1 })
    expect(undone.status).toBe(200)
    // There is no form of the year before the first.
    expect((await clerk.ask('POST', `/api/filings/${filings[2020]}/copy-last-year`, {})).body.code).toBe('not-found')
  })

  it('tells how far a campaign has come, and what a review changed', async () => {
    const { clerk, unitHead, supervisorReviewer, budgetOfficer, performanceOfficer, thirdPartyReviewer } = county.people
    const filing = filings[2021]!
    const events = `/api/filings/${filing}/events`
    const head = [{ kind: 'cell', row: 'head', column: 'total', from: '', to: '91' }]
    expect((await clerk.ask('POST', `/api/filings/${filing}/edits`, { basis: 0, edits: head })).body.applied).toBe(1)
    const report = await clerk.ask<{ findings: { rule: string; severity: string }[] }>(
      'GET',
      `/api/filings/${filing}/report`,
    )
    for (const { rule, severity } of report.body.findings)
      if (severity === 'error')
        await clerk.ask('POST', `/api/filings/${filing}/comments`, { place: `rule:${rule}`, text: '说明' })
    for (const [who, event] of [
      [clerk, 'submit'],
      [unitHead, 'approve'],
      [supervisorReviewer, 'passOn'],
      [budgetOfficer, 'endorse'],
      [performanceOfficer, 'accept'],
    ] as const)
      expect((await who.ask('POST', events, { event })).status, event).toBe(200)
    const progress = await performanceOfficer.ask<{ rows: object[]; days: object[] }>(
      'GET',
      `/api/campaigns/${campaigns[2021]}/progress`,
    )
    expect(progress.body).toMatchObject({
      filings: 1,
      submitted: 1,
      overdue: 0,
      rows: [{ name: '民政局', filings: 1, submitted: 1, stages: { accepted: 1 } }],
      days: [{ submitted: 1 }],
    })
    await performanceOfficer.ask('POST', events, { event: 'sample', reviewers: [county.ids.thirdPartyReviewer] })
    const { body } = await performanceOfficer.ask<View>('GET', `/api/filings/${filing}`)
    const row = body.draft.indicators[0]!.id
    const points = { row, value: '5.5', reason: '无佐证' }
    expect((await thirdPartyReviewer.ask('POST', `/api/filings/${filing}/assessments`, points)).status).toBe(200)
    await thirdPartyReviewer.ask('POST', events, { event: 'completeReview', until: '2098-12-31' })
    const sheet = await thirdPartyReviewer.ask('GET', `/api/filings/${filing}/review-sheet`)
    expect(sheet.body).toMatchObject({
      assessed: 1,
      total: { deducted: '2' },
      grade: { own: 'excellent', reviewed: 'good' },
    })
    const effects = await performanceOfficer.ask('GET', '/api/insight/review-effects?year=2021')
    expect(effects.body).toMatchObject({
      reviewed: 1,
      changed: 1,
      moves: [{ from: 'excellent', to: 'good', filings: 1 }],
      items: [{ total: '91', reviewedTotal: '89', deducted: '2', deviation: '0.0220' }],
    })
    // An appeal that is upheld gives the points back.
    await unitHead.ask('POST', events, { event: 'appeal', points: [{ row, reason: '有验收单' }] })
    const answer = { event: 'answerAppeal', row, answer: 'upheld', reason: '核实' }
    expect((await county.people.otherOfficer.ask('POST', events, answer)).status).toBe(200)
    expect((await performanceOfficer.ask('GET', '/api/insight/review-effects')).body).toMatchObject({ reviewed: 0 })
  })
})
