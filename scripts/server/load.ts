/**
 * `npm run load -- --clerks N --seconds S`: so many clerks in their own forms of 94 rows, an edit every 5 s and a read every
 * 10 s each, with the server on the same machine. Then roll-ups and submissions. Ends in one JSON line.
 */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Random } from '../../src/app/demo/forms/random.ts'
import { setUp } from '../../src/app/office/index.ts'
import { openOffice } from '../../src/app/office/office.ts'
import { readForms } from '../../src/app/read-forms.ts'
import { draftOf } from '../../src/core/draft/index.ts'
import { newFiling } from '../../src/core/review/index.ts'
import {
  insertCampaign,
  insertFilings,
  insertOrganisations,
  insertPeople,
  insertSession,
  type Organisation,
  openStore,
  putRegions,
} from '../../src/store/index.ts'
import { ADMIN_PASSWORD, Client, removeFolder, temporaryFolder } from '../../tests/server/support.ts'
import { freePort, startProcess } from './serve-process.ts'

const region = '440311'
const sample = new URL('../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url)

interface Clerk {
  readonly client: Client
  readonly filing: string
}

/** So many units with a clerk and a form each, and an officer; sessions made at hand, since passwords cost their time. */
async function fill(
  data: string,
  count: number,
  years: number,
): Promise<{
  clerks: readonly (Omit<Clerk, 'client'> & { cookie: string; csrf: string })[]
  officer: { cookie: string; csrf: string }
}> {
  const store = await openStore({ data })
  const office = await openOffice(store)
  await setUp(office, ADMIN_PASSWORD)
  const { recognitions } = await readForms(await readFile(sample), 'form.txt')
  let rows = 0
  const draft = draftOf(recognitions[0]!.form, () => `r${++rows}`, 'shenzhen-department-2021')
  const at = office.now()
  const root = randomUUID()
  const bureau: Organisation = {
    region,
    id: root,
    kind: 'financeBureau',
    name: '财政局',
    parent: null,
    path: [root],
    active: true,
  }
  const units = Array.from({ length: count }, (_, index): Organisation => {
    const id = randomUUID()
    return { region, id, kind: 'department', name: `部门${index + 1}`, parent: root, path: [root, id], active: true }
  })
  const person = (login: string, role: string, of: Organisation) => ({
    region,
    id: randomUUID(),
    login,
    name: login,
    organisation: of.id,
    roles: [{ role, organisation: of.id }],
    active: true,
    must_change: false,
    password: '-',
    created_at: at,
  })
  const officer = person('officer', 'performanceOfficer', bureau)
  const people = units.map((unit, index) => person(`clerk${index}`, 'clerk', unit))
  const session = async (who: { id: string }) => {
    const secret = randomBytes(32).toString('base64url')
    const csrf = randomBytes(24).toString('base64url')
    await insertSession(store.database, {
      hash: createHash('sha256').update(secret).digest('hex'),
      region,
      person: who.id,
      csrf,
      created_at: at,
      expires_at: '2999-01-01T00:00:00.000Z',
    })
    return { cookie: `ziping_session=${secret}`, csrf }
  }
  await putRegions(store.database, [{ code: region, name: '光明区', parent: null }])
  await insertOrganisations(store.database, [bureau, ...units])
  await insertPeople(store.database, [officer, ...people])
  const filings: string[] = []
  for (let year = 0; year < years; year++) {
    const campaign = {
      region,
      id: randomUUID(),
      title: '自评',
      fiscal_year: 2021 - year,
      kind: 'department' as const,
      layout: 'shenzhen-department',
      edition: null,
      opens: '2000-01-01',
      closes: '2099-12-31',
      recalled: false,
      created_at: at,
    }
    await insertCampaign(store.database, campaign)
    const made = units.map((unit) => ({
      region,
      id: randomUUID(),
      campaign: campaign.id,
      organisation: unit.id,
      path: unit.path,
      department: unit.id,
      fiscal_year: campaign.fiscal_year,
      kind: 'department' as const,
      title: unit.name,
      stage: 'filling',
      state: newFiling(false),
      revision: 0,
      draft_revision: 0,
      figures_revision: 0,
      assessments: {},
      total: '96.62',
      least: '83.91',
      most: '99.63',
      grade: 'excellent',
      budgeted: '2672.05',
      executed: '2618.28',
      errors: 10,
      warnings: 20,
      updated_at: at,
      published_at: null,
      draft,
      figures: null,
    }))
    await insertFilings(store.database, made)
    if (year === 0) filings.push(...made.map(({ id }) => id))
  }
  const clerks: { filing: string; cookie: string; csrf: string }[] = []
  for (const [index, one] of people.entries()) clerks.push({ filing: filings[index]!, ...(await session(one)) })
  const result = { clerks, officer: await session(officer) }
  await store.close()
  return result
}

function quantile(times: readonly number[], share: number): number | null {
  const sorted = [...times].sort((one, other) => one - other)
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return at === undefined ? null : Math.round(at)
}

async function main(count: number, seconds: number, years: number): Promise<object> {
  const folder = temporaryFolder()
  try {
    const data = `${folder}/data`
    const filled = await fill(data, count, years)
    const server = await startProcess(data, await freePort())
    try {
      const random = new Random(count)
      const clientOf = ({ cookie, csrf }: { cookie: string; csrf: string }) =>
        Object.assign(new Client(server.address), { cookie, csrf })
      const clerks: Clerk[] = filled.clerks.map((one) => ({ client: clientOf(one), filing: one.filing }))
      const times = { edit: [] as number[], read: [] as number[], rollup: [] as number[], submit: [] as number[] }
      let errors = 0
      const timed = async (
        kind: keyof typeof times,
        work: () => Promise<{ status: number; body: Record<string, unknown> }>,
        good: number,
      ) => {
        const start = performance.now()
        const answer = await work().catch(() => null)
        times[kind].push(performance.now() - start)
        if (answer?.status !== good) errors++
        return answer
      }
      const until = performance.now() + seconds * 1000
      const typing = async ({ client, filing }: Clerk) => {
        await pause(random.int(0, 5000))
        const note = (
          await client.ask<{ draft: { indicators: { id: string; cells: Record<string, string> }[] } }>(
            'GET',
            `/api/filings/${filing}`,
          )
        ).body.draft.indicators[0]!
        let text = note.cells.note ?? ''
        for (let n = 1; performance.now() < until; n++) {
          const begun = performance.now()
          const to = `原因${n}`
          const edits = [{ kind: 'cell', row: note.id, column: 'note', from: text, to }]
          const answer = await timed(
            'edit',
            () => client.ask('POST', `/api/filings/${filing}/edits`, { basis: 0, edits }),
            200,
          )
          if (answer?.body.applied === 1) text = to
          if (n % 2 === 0) await timed('read', () => client.ask('GET', `/api/filings/${filing}`), 200)
          await pause(Math.max(0, 5000 - (performance.now() - begun)))
        }
      }
      await Promise.all(clerks.map(typing))
      const officer = clientOf(filled.officer)
      for (const by of ['department', 'unit', 'year', 'level1', 'level2'] as const) {
        await officer.ask('GET', `/api/rollup?by=${by}`)
        for (let n = 0; n < 4; n++) await timed('rollup', () => officer.ask('GET', `/api/rollup?by=${by}`), 200)
      }
      for (const { client, filing } of clerks.slice(0, 20)) {
        const { body } = await client.ask<{ findings: { rule: string; severity: string }[] }>(
          'GET',
          `/api/filings/${filing}/report`,
        )
        const rules = new Set(body.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))
        for (const rule of rules)
          await client.ask('POST', `/api/filings/${filing}/comments`, { place: `rule:${rule}`, text: '说明' })
        await timed('submit', () => client.ask('POST', `/api/filings/${filing}/events`, { event: 'submit' }), 200)
      }
      const of = (list: readonly number[]) => ({
        count: list.length,
        p50: quantile(list, 0.5),
        p95: quantile(list, 0.95),
      })
      return {
        clerks: count,
        seconds,
        filings: count * years,
        errors,
        startMilliseconds: Math.round(server.milliseconds),
        edit: of(times.edit),
        read: of(times.read),
        rollup: of(times.rollup),
        submit: of(times.submit),
      }
    } finally {
      await server.stop()
    }
  } finally {
    removeFolder(folder)
  }
}

const { values } = parseArgs({
  options: {
    clerks: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '30' },
    years: { type: 'string', default: '1' },
  },
})
const result = await main(Number(values.clerks), Number(values.seconds), Number(values.years))
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exitCode = (result as { errors: number }).errors === 0 ? 0 : 1
