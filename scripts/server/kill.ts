/**
 * `npm run kill -- --times N --seed S`: the server is killed at random moments under load, every third time with its
 * database. Every acknowledged edit must be there afterwards, revisions and record must agree, the chain must verify. Ends in
 * one JSON line; exit code 1 where anything was lost.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Random } from '../../src/app/demo/forms/random.ts'
import { verifyRecord } from '../../src/app/office/operations.ts'
import { buildBureau } from '../../tests/server/bureau.ts'
import { ADMIN_PASSWORD, type Client, removeFolder, temporaryFolder } from '../../tests/server/support.ts'
import { freePort, type ServerProcess, startProcess } from './serve-process.ts'

export interface KillResult {
  readonly times: number
  readonly seed: number
  /** Servers that were killed together with their database. */
  readonly withDatabase: number
  readonly acknowledged: number
  /** Edits whose answer never came: written or not, never half. */
  readonly unanswered: number
  readonly lost: number
  readonly records: number
  readonly chain: boolean
  readonly seconds: number
}

interface Cell {
  readonly who: Client
  readonly row: string
  known: string
  /** Sent, not answered. */
  pending: string | null
}

interface View {
  readonly summary: { readonly revision: number }
  readonly draft: {
    readonly indicators: readonly { readonly id: string; readonly cells: Readonly<Record<string, string>> }[]
  }
}

export async function killOften(times: number, seed: number): Promise<KillResult> {
  const start = performance.now()
  const random = new Random(seed)
  const folder = temporaryFolder()
  const data = `${folder}/data`
  const port = await freePort()
  let server: ServerProcess = await startProcess(data, port, { adminPassword: ADMIN_PASSWORD })
  let [acknowledged, unanswered, lost, withDatabase] = [0, 0, 0, 0]
  try {
    const bureau = await buildBureau(server, '440311')
    const { performanceOfficer, clerk, colleague, financeOfficer } = bureau.people
    const input = {
      title: '自评',
      fiscalYear: 2021,
      kind: 'department',
      layout: 'shenzhen-department',
      edition: null,
      opens: '2000-01-01',
      closes: '2099-12-31',
    }
    const campaign = await performanceOfficer.ask('POST', '/api/campaigns', input)
    await performanceOfficer.ask('POST', `/api/campaigns/${campaign.body.id}/issue`, {
      organisations: [bureau.organisations.unit],
    })
    const { body } = await clerk.ask<{ items: { id: string }[] }>('GET', '/api/filings')
    const filing = body.items[0]!.id
    const { body: first } = await clerk.ask<View>('GET', `/api/filings/${filing}`)
    // Three people, two cells each, in one form.
    const cells: Cell[] = first.draft.indicators.slice(0, 6).map(({ id }, index) => ({
      who: [clerk, colleague, financeOfficer][index % 3]!,
      row: id,
      known: '',
      pending: null,
    }))
    let going = false
    let count = 0
    const typing = async (cell: Cell) => {
      while (going) {
        const to = `第${++count}次`
        cell.pending = to
        const edits = [{ kind: 'cell', row: cell.row, column: 'note', from: cell.known, to }]
        const answer = await cell.who
          .ask<{ applied?: number }>('POST', `/api/filings/${filing}/edits`, { basis: 0, edits })
          .catch(() => null)
        if (answer === null || answer.status >= 500) return
        if (answer.status !== 200 || answer.body.applied !== 1) throw new Error(JSON.stringify(answer))
        acknowledged++
        cell.known = to
        cell.pending = null
      }
    }
    const check = async () => {
      const { body: view } = await clerk.ask<View>('GET', `/api/filings/${filing}`)
      for (const cell of cells) {
        const typed = view.draft.indicators.find(({ id }) => id === cell.row)!.cells.note ?? ''
        if (cell.pending !== null) unanswered++
        if (typed !== cell.known && typed !== cell.pending) lost++
        cell.known = typed
        cell.pending = null
      }
      const { body: record } = await clerk.ask<{ items: { event: { revision?: number } }[] }>(
        'GET',
        `/api/filings/${filing}/record?limit=1`,
      )
      // The record's last change is the form's revision: no half of a change is there.
      if (record.items[0]?.event.revision !== undefined && record.items[0].event.revision !== view.summary.revision)
        lost++
    }
    for (let time = 0; time < times; time++) {
      going = true
      const load = Promise.all(cells.map(typing))
      await pause(random.int(20, 700))
      const both = time % 3 === 2
      if (both) withDatabase++
      await server.kill(both)
      going = false
      await load
      server = await startProcess(data, port)
      await check()
    }
    await server.stop()
    const { ok, records } = await verifyRecord({ store: { data } })
    const seconds = Math.round((performance.now() - start) / 100) / 10
    return { times, seed, withDatabase, acknowledged, unanswered, lost, records, chain: ok, seconds }
  } finally {
    await server.stop()
    removeFolder(folder)
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
  })
  const result = await killOften(Number(values.times), Number(values.seed))
  process.stdout.write(`${JSON.stringify(result)}\n`)
  process.exitCode = result.lost === 0 && result.chain && result.acknowledged > 0 ? 0 : 1
}
