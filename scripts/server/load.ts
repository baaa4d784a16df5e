/**
 * `npm run load -- --clerks N --seconds S [--filings F --years Y --rounds R]`: so many clerks in their own forms of 94 rows, an edit every
 * 5 s and a read every 10 s each, with the server on the same machine; with F filings in all over Y years behind them
 * (20,000 over 10: a county's), every cell of which was changed `--rounds` times (3) in the record. Then roll-ups, lists and submissions.
 * `--keep DIR` fills a folder once and uses it again; `--profile DIR` writes the server's use of the processor there. Ends in one JSON line.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Random } from '../../src/app/demo/forms/random.ts'
import { removeFolder, temporaryFolder } from '../../tests/server/support.ts'
import { type LeanAnswer, LeanClient } from './lean-client.ts'
import { type Filled, fillForLoad, type LoadWish } from './load-fill.ts'
import { databaseSeconds, secondsOf } from './processor-time.ts'
import { freePort, startProcess } from './serve-process.ts'

interface Clerk {
  readonly client: LeanClient
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
  readonly profile: string | null
}

/** Milliseconds. */
const WINDOW = 10_000
/** A server is up for some seconds before three hundred people come: it warms up meanwhile. */
const WARM = 8000

interface Opened {
  readonly summary: { readonly revision: number }
  readonly draft: { readonly indicators: readonly { readonly id: string; readonly cells: Record<string, string> }[] }
}

interface Edited {
  readonly applied: number
  readonly revision: number
}

/** Times in milliseconds by kind, and what was not as it should be. */
class Tally {
  readonly open: number[] = []
  readonly edit: number[] = []
  readonly read: number[] = []
  readonly rollup: number[] = []
  readonly list: number[] = []
  readonly submit: number[] = []
  /** Of edits, by the window of the run that they were sent in. */
  readonly windows: number[][] = []
  readonly #begin = performance.now()
  errors = 0

  /** Null where the line broke. */
  async time(
    kind: 'open' | 'edit' | 'read' | 'rollup' | 'list' | 'submit',
    work: () => Promise<LeanAnswer>,
    good = 200,
  ): Promise<Buffer | null> {
    const start = performance.now()
    const answer = await work().catch(() => null)
    const took = performance.now() - start
    this[kind].push(took)
    if (kind === 'edit') {
      const window = Math.floor((start - this.#begin) / WINDOW)
      this.windows[window] ??= []
      this.windows[window].push(took)
    }
    if (answer?.status !== good) this.errors++
    return answer?.status === good ? answer.bytes : null
  }
}

/** One clerk: opens the form, then an edit every 5 s and a read every 10 s, in which the edit must be. */
async function type({ client, filing }: Clerk, tally: Tally, wait: number, until: number): Promise<void> {
  await pause(wait)
  const whole = await tally.time('open', () => client.ask('GET', `/api/filings/${filing}`))
  if (whole === null) return
  const opened = JSON.parse(whole.toString()) as Opened
  const note = opened.draft.indicators[0]!
  // As the page does: what was seen last, so that only what came since is told.
  let { revision } = opened.summary
  let text = note.cells.note ?? ''
  // Different from whatever an earlier run left.
  const run = Date.now().toString(36)
  for (let n = 1; performance.now() < until; n++) {
    const begun = performance.now()
    const to = `原因${run}-${n}`
    const edits = [{ kind: 'cell', row: note.id, column: 'note', from: text, to }]
    const bytes = await tally.time('edit', () =>
      client.ask('POST', `/api/filings/${filing}/edits`, { basis: revision, edits }),
    )
    if (bytes !== null) {
      const answer = JSON.parse(bytes.toString()) as Edited
      if (answer.applied !== 1 || answer.revision <= revision) tally.errors++
      else text = to
      revision = answer.revision
    }
    if (n % 2 === 0) {
      const read = await tally.time('read', () => client.ask('GET', `/api/filings/${filing}`))
      if (read !== null && !read.includes(text)) tally.errors++
    }
    await pause(Math.max(0, 5000 - (performance.now() - begun)))
  }
}

/** Explains what stands in the way of a submission, submits, and takes it back. */
async function submit({ client, filing }: Clerk, tally: Tally): Promise<void> {
  const view = await client.read<{ comments: { place: string }[] }>('GET', `/api/filings/${filing}`)
  const explained = new Set(view.comments.map(({ place }) => place))
  const { findings } = await client.read<{ findings: { rule: string; severity: string }[] }>(
    'GET',
    `/api/filings/${filing}/report`,
  )
  const rules = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))
  for (const rule of rules)
    if (!explained.has(`rule:${rule}`))
      await client.read('POST', `/api/filings/${filing}/comments`, { place: `rule:${rule}`, text: '说明' })
  await tally.time('submit', () => client.ask('POST', `/api/filings/${filing}/events`, { event: 'submit' }))
  await takeBack({ client, filing })
}

/** A folder that is kept is measured again: what was submitted is filled in anew. */
async function takeBack({ client, filing }: Clerk): Promise<void> {
  await client.ask('POST', `/api/filings/${filing}/events`, { event: 'withdraw' })
}

/** Of so many processor seconds, how many each second of the run. */
function share(before: number | null, after: number | null, seconds: number): number | null {
  return before === null || after === null ? null : Number(((after - before) / seconds).toFixed(2))
}

async function measure(filled: Filled, data: string, wish: Wish): Promise<object> {
  const { filings, indicators, records, seconds: fillSeconds } = filled
  const server = await startProcess(data, await freePort(), wish.profile === null ? {} : { profile: wish.profile })
  try {
    const random = new Random(wish.clerks)
    const clerks = filled.clerks.map(
      ({ filing, ...signedIn }): Clerk => ({ client: new LeanClient(server.address, signedIn), filing }),
    )
    const submitting = clerks.slice(0, SUBMISSIONS)
    for (const clerk of submitting) await takeBack(clerk)
    await pause(WARM)
    const used = () => [secondsOf(server.pid), databaseSeconds(data), secondsOf(process.pid)] as const
    const before = used()
    const begin = performance.now()
    const tally = new Tally()
    const until = begin + wish.seconds * 1000
    await Promise.all(clerks.map((clerk) => type(clerk, tally, random.int(0, 5000), until)))
    const took = (performance.now() - begin) / 1000
    const [own, database, generator] = used().map((after, index) => share(before[index]!, after, took))
    const officer = new LeanClient(server.address, filled.officer)
    const slow: Record<string, number | null> = {}
    for (const [kind, paths] of [
      ['rollup', rollups],
      ['list', lists],
    ] as const) {
      for (const path of paths) {
        await officer.ask('GET', path)
        const from = tally[kind].length
        for (let n = 0; n < TIMES; n++) await tally.time(kind, () => officer.ask('GET', path))
        const worst = quantile(tally[kind].slice(from), 0.95)
        if (worst !== null && worst > 100) slow[path] = worst
      }
    }
    const [{ client }] = clerks as [Clerk]
    for (const path of lists) {
      await tally.time('list', () => client.ask('GET', path), path.includes('records') ? 403 : 200)
    }
    for (const clerk of submitting) await submit(clerk, tally)
    const of = (list: readonly number[]) => ({
      count: list.length,
      p50: quantile(list, 0.5),
      p95: quantile(list, 0.95),
    })
    return {
      clerks: wish.clerks,
      seconds: wish.seconds,
      years: wish.years,
      filings,
      indicators,
      records,
      fillSeconds,
      errors: tally.errors,
      startMilliseconds: Math.round(server.milliseconds),
      edit: of(tally.edit),
      // The first windows hold the opening of all forms and a process that is still cold.
      editP95EachTenSeconds: Array.from(tally.windows, (window) => quantile(window ?? [], 0.95)),
      open: of(tally.open),
      read: of(tally.read),
      rollup: of(tally.rollup),
      list: of(tally.list),
      submit: of(tally.submit),
      // Processors that were busy while people typed; null where the system does not tell.
      busy: { server: own, database, generator },
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
    profile: { type: 'string' },
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
  profile: values.profile ?? null,
})
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exitCode = (result as { errors: number }).errors === 0 ? 0 : 1
