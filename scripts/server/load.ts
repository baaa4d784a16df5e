/**
 * `npm run load -- --clerks N --seconds S [--filings F --years Y --rounds R]`: so many clerks in their own forms of 94 rows, an edit every
 * 5 s and a read every 10 s each, with the server on the same machine; with F filings in all over Y years behind them
 * (20,000 over 10: a county's), every cell of which was changed `--rounds` times (3) in the record. Then roll-ups, lists and submissions.
 * `--keep DIR` fills a folder once and uses it again. Ends in one JSON line.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Random } from '../../src/app/demo/forms/random.ts'
import { Client, removeFolder, temporaryFolder } from '../../tests/server/support.ts'
import { type Filled, fillForLoad, type LoadWish, type SignedIn } from './load-fill.ts'
import { freePort, startProcess } from './serve-process.ts'

interface Clerk {
  readonly client: Client
  readonly filing: string
}

function quantile(times: readonly number[], share: number): number | null {
  const sorted = [...times].sort((one, other) => one - other)
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return at === undefined ? null : Math.round(at)
}

/** A folder that was filled before is used again. */
async function filledFolder(folder: string, wish: Wish): Promise<Filled> {
  const path = join(folder, 'filled.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Filled
  const filled = await fillForLoad(join(folder, 'data'), wish)
  writeFileSync(path, JSON.stringify(filled))
  return filled
}

const rollups: readonly string[] = [
  ...['department', 'unit', 'year', 'region', 'level1', 'level2'].map((by) => `/api/rollup?by=${by}`),
  '/api/rollup?by=department&year=2021',
  '/api/insight/view',
  '/api/insight/view?by=year',
  '/api/insight/view?by=department&year=2021',
  '/api/insight/rows?sort=lost&year=2020',
  '/api/insight/rows?sort=over',
  `/api/insight/history?name=${encodeURIComponent('受益对象满意度')}`,
  '/api/insight/review-effects',
]
const lists: readonly string[] = [
  '/api/filings',
  '/api/filings?todo=true',
  '/api/filings?year=2021&stage=filling',
  '/api/campaigns',
  '/api/records?limit=50',
]
const TIMES = 5
const SUBMISSIONS = 20

interface Wish extends LoadWish {
  readonly seconds: number
  readonly keep: string | null
}

/** Milliseconds. */
const WINDOW = 10_000

async function measure(filled: Filled, data: string, { clerks: count, seconds, years }: Wish): Promise<object> {
  const { filings, indicators, records, seconds: fillSeconds } = filled
  const server = await startProcess(data, await freePort())
  try {
    const random = new Random(count)
    const clientOf = ({ cookie, csrf }: SignedIn) => Object.assign(new Client(server.address), { cookie, csrf })
    const clerks: Clerk[] = filled.clerks.map((one) => ({ client: clientOf(one), filing: one.filing }))
    const times = {
      edit: [] as number[],
      read: [] as number[],
      rollup: [] as number[],
      list: [] as number[],
      submit: [] as number[],
    }
    let errors = 0
    const begin = performance.now()
    /** Of edits, by the window of the run they were sent in. */
    const windows: number[][] = []
    const timed = async (
      kind: keyof typeof times,
      work: () => Promise<{ status: number; body: Record<string, unknown> }>,
      good: number,
    ) => {
      const start = performance.now()
      const answer = await work().catch(() => null)
      const took = performance.now() - start
      times[kind].push(took)
      if (kind === 'edit') {
        const window = Math.floor((start - begin) / WINDOW)
        windows[window] = [...(windows[window] ?? []), took]
      }
      if (answer?.status !== good) errors++
      return answer
    }
    const submitting = clerks.slice(0, SUBMISSIONS)
    // A folder that is kept is measured again: what was submitted is filled in anew.
    const takeBack = ({ client, filing }: Clerk) =>
      client.ask('POST', `/api/filings/${filing}/events`, { event: 'withdraw' })
    for (const clerk of submitting) await takeBack(clerk)
    const until = performance.now() + seconds * 1000
    const typing = async ({ client, filing }: Clerk) => {
      await pause(random.int(0, 5000))
      const opened = await client.ask<{
        summary: { revision: number }
        draft: { indicators: { id: string; cells: Record<string, string> }[] }
      }>('GET', `/api/filings/${filing}`)
      const note = opened.body.draft.indicators[0]!
      // As the page does: what was seen last, so that only what came since is told.
      let { revision } = opened.body.summary
      let text = note.cells.note ?? ''
      for (let n = 1; performance.now() < until; n++) {
        const begun = performance.now()
        const to = `原因${n}`
        const edits = [{ kind: 'cell', row: note.id, column: 'note', from: text, to }]
        const answer = await timed(
          'edit',
          () => client.ask('POST', `/api/filings/${filing}/edits`, { basis: revision, edits }),
          200,
        )
        if (answer?.body.applied === 1) text = to
        if (typeof answer?.body.revision === 'number') revision = answer.body.revision
        if (n % 2 === 0) await timed('read', () => client.ask('GET', `/api/filings/${filing}`), 200)
        await pause(Math.max(0, 5000 - (performance.now() - begun)))
      }
    }
    await Promise.all(clerks.map(typing))
    const officer = clientOf(filled.officer)
    const slow: Record<string, number | null> = {}
    for (const [kind, paths] of [
      ['rollup', rollups],
      ['list', lists],
    ] as const) {
      for (const path of paths) {
        await officer.ask('GET', path)
        const from = times[kind].length
        for (let n = 0; n < TIMES; n++) await timed(kind, () => officer.ask('GET', path), 200)
        const worst = quantile(times[kind].slice(from), 0.95)
        if (worst !== null && worst > 100) slow[path] = worst
      }
    }
    for (const path of lists) {
      const { client } = clerks[0]!
      await timed('list', () => client.ask('GET', path), path.includes('records') ? 403 : 200)
    }
    for (const { client, filing } of submitting) {
      const { body: view } = await client.ask<{ comments: { place: string }[] }>('GET', `/api/filings/${filing}`)
      const explained = new Set(view.comments.map(({ place }) => place))
      const { body } = await client.ask<{ findings: { rule: string; severity: string }[] }>(
        'GET',
        `/api/filings/${filing}/report`,
      )
      const rules = new Set(body.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))
      for (const rule of rules)
        if (!explained.has(`rule:${rule}`))
          await client.ask('POST', `/api/filings/${filing}/comments`, { place: `rule:${rule}`, text: '说明' })
      await timed('submit', () => client.ask('POST', `/api/filings/${filing}/events`, { event: 'submit' }), 200)
      await takeBack({ client, filing })
    }
    const of = (list: readonly number[]) => ({
      count: list.length,
      p50: quantile(list, 0.5),
      p95: quantile(list, 0.95),
    })
    return {
      clerks: count,
      seconds,
      years,
      filings,
      indicators,
      records,
      fillSeconds,
      errors,
      startMilliseconds: Math.round(server.milliseconds),
      edit: of(times.edit),
      // The first windows hold the opening of all forms and a process that is still cold.
      editP95EachTenSeconds: Array.from(windows, (window) => quantile(window ?? [], 0.95)),
      read: of(times.read),
      rollup: of(times.rollup),
      list: of(times.list),
      submit: of(times.submit),
      // Addresses that took more than 100 ms at their 95th percentile.
      slow,
    }
  } finally {
    await server.stop()
  }
}

async function main(wish: Wish): Promise<object> {
  const folder = wish.keep ?? temporaryFolder()
  try {
    mkdirSync(folder, { recursive: true })
    return await measure(await filledFolder(folder, wish), join(folder, 'data'), wish)
  } finally {
    if (wish.keep === null) removeFolder(folder)
  }
}

const { values } = parseArgs({
  options: {
    clerks: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '30' },
    filings: { type: 'string' },
    years: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
  },
})
const clerks = Number(values.clerks)
const result = await main({
  clerks,
  seconds: Number(values.seconds),
  filings: Math.max(clerks, Number(values.filings ?? clerks)),
  years: Number(values.years),
  rounds: Number(values.rounds),
  keep: values.keep ?? null,
})
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exitCode = (result as { errors: number }).errors === 0 ? 0 : 1
