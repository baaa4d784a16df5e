/**
 * Fills a store for measuring: so many units with a clerk and this year's form of 94 rows each, and years of forms of some
 * 20 rows behind them, whose record holds so many changes of every cell. Everything goes through the store's own writers, so
 * that the chain is what the server itself would have written.
 */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { generateForm } from '../../src/app/demo/forms/generate-form.ts'
import { figuresOf, judge } from '../../src/app/office/figures.ts'
import { setUp } from '../../src/app/office/index.ts'
import { openOffice } from '../../src/app/office/office.ts'
import { readForms } from '../../src/app/read-forms.ts'
import { type Draft, draftOf, type Edit } from '../../src/core/draft/index.ts'
import { newFiling } from '../../src/core/review/index.ts'
import { editionById, layoutById } from '../../src/core/rulebook/index.ts'
import {
  type Campaign,
  insertCampaign,
  insertFilings,
  insertOrganisations,
  insertPeople,
  insertSession,
  type MadeFigures,
  type NewFiling,
  type NewRecord,
  type Organisation,
  openStore,
  putRegions,
  type Store,
} from '../../src/store/index.ts'
import { ADMIN_PASSWORD } from '../../tests/server/support.ts'

const region = '440311'
const sample = new URL('../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url)
const NEWEST = 2021
const UNITS_IN_DEPARTMENT = 5
/** Different forms of the years behind; each stands for many. */
const VARIANTS = 40
const VARIANT_ROWS = 19
const FILINGS_AT_ONCE = 40

export interface SignedIn {
  readonly cookie: string
  readonly csrf: string
}

export interface Filled {
  readonly clerks: readonly (SignedIn & { readonly filing: string })[]
  readonly officer: SignedIn
  readonly filings: number
  readonly indicators: number
  readonly records: number
  readonly seconds: number
}

interface Variant {
  readonly draft: Draft
  readonly made: MadeFigures
}

const kinds = {
  department: { layout: 'shenzhen-department', edition: 'shenzhen-department-2021' },
  project: { layout: 'national-project', edition: 'national-project-2020' },
} as const
type Kind = keyof typeof kinds

function variantOf(kind: Kind, seed: number): Variant {
  const { layout, edition } = kinds[kind]
  const { form } = generateForm(seed, {
    edition: editionById(edition)!,
    layout: layoutById(layout)!,
    rows: VARIANT_ROWS,
    fiscalYear: NEWEST,
    place: '光明区',
  })
  let rows = 0
  const draft = draftOf(form, () => `r${++rows}`, edition)
  return { draft, made: figuresOf(judge(draft, { edition })) }
}

/** So many changes of every cell of every indicator: a row at a time, as people type. */
function changesOf({ indicators }: Draft, rounds: number): readonly (readonly Edit[])[] {
  return Array.from({ length: rounds }, (_, round) =>
    indicators.map(({ id, cells }) =>
      Object.entries(cells).map(([column, to]): Edit => {
        const text = (at: number) => (at === 0 ? '' : at === rounds ? to : `${to}（第${at}稿）`)
        return { kind: 'cell', row: id, column, from: text(round), to: text(round + 1) }
      }),
    ),
  ).flat()
}

function campaignOf(kind: Kind, year: number, at: string): Campaign {
  return {
    region,
    id: randomUUID(),
    title: `${year}年度自评`,
    fiscal_year: year,
    kind,
    layout: kinds[kind].layout,
    edition: null,
    opens: '2000-01-01',
    closes: '2099-12-31',
    recalled: false,
    created_at: at,
  }
}

class Filler {
  readonly #store: Store
  readonly #at: string
  readonly #author: string
  readonly #rounds: number
  readonly #changes = new Map<Draft, readonly (readonly Edit[])[]>()
  #waiting: { filing: NewFiling; records: NewRecord[] }[] = []
  filings = 0
  indicators = 0
  records = 0

  constructor(store: Store, at: string, author: string, rounds: number) {
    this.#store = store
    this.#at = at
    this.#author = author
    this.#rounds = rounds
  }

  async add(campaign: Campaign, unit: Organisation, title: string, { draft, made }: Variant, isOpen: boolean) {
    const known = this.#changes.get(draft) ?? changesOf(draft, this.#rounds)
    this.#changes.set(draft, known)
    const id = randomUUID()
    const entry = (event: object): NewRecord => ({
      region,
      at: this.#at,
      person: this.#author,
      filing: id,
      event,
    })
    const state = newFiling(true)
    const filing: NewFiling = {
      region,
      id,
      campaign: campaign.id,
      organisation: unit.id,
      path: unit.path,
      department: unit.path[1]!,
      fiscal_year: campaign.fiscal_year,
      kind: campaign.kind,
      title,
      stage: isOpen ? 'filling' : 'closed',
      state: isOpen ? state : { ...state, stage: 'closed' },
      revision: known.length,
      draft_revision: known.length,
      figures_revision: known.length,
      assessments: {},
      ...made.figures,
      updated_at: this.#at,
      published_at: null,
      submitted_at: isOpen ? null : this.#at,
      draft,
      sums: made.sums,
      rows: made.rows,
    }
    const records = [
      entry({ kind: 'issue', campaign: campaign.id, organisation: unit.id, title }),
      ...known.map((edits, index) => entry({ kind: 'edit', revision: index + 1, way: 'typed', edits })),
    ]
    this.#waiting.push({ filing, records })
    if (this.#waiting.length >= FILINGS_AT_ONCE) await this.flush()
    return id
  }

  async flush(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    await this.#store.write(async (tx, record) => {
      await insertFilings(
        tx,
        batch.map(({ filing }) => filing),
      )
      for (const { filing, records } of batch) {
        this.filings++
        this.indicators += filing.rows.length
        this.records += records.length
        for (const entry of records) record(entry)
      }
    })
  }
}

export interface LoadWish {
  readonly clerks: number
  /** In all, this year's of 94 rows among them. */
  readonly filings: number
  readonly years: number
  /** Changes of every cell in the record. */
  readonly rounds: number
}

export async function fillForLoad(data: string, { clerks, filings, years, rounds }: LoadWish): Promise<Filled> {
  const start = performance.now()
  const store = await openStore({ data })
  try {
    const office = await openOffice(store)
    await setUp(office, ADMIN_PASSWORD)
    const at = office.now()
    const root = randomUUID()
    const organisation = (kind: Organisation['kind'], name: string, above: readonly string[]): Organisation => {
      const id = randomUUID()
      return { region, id, kind, name, parent: above.at(-1) ?? null, path: [...above, id], active: true }
    }
    const bureau: Organisation = { ...organisation('financeBureau', '财政局', []), id: root, path: [root] }
    const departments = Array.from({ length: Math.ceil(clerks / UNITS_IN_DEPARTMENT) }, (_, index) =>
      organisation('department', `部门${index + 1}`, [root]),
    )
    const units = Array.from({ length: clerks }, (_, index) =>
      organisation('unit', `单位${index + 1}`, departments[Math.floor(index / UNITS_IN_DEPARTMENT)]!.path),
    )
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
    await putRegions(store.database, [{ code: region, name: '光明区', parent: null }])
    await insertOrganisations(store.database, [bureau, ...departments, ...units])
    await insertPeople(store.database, [officer, ...people])

    const { recognitions } = await readForms(await readFile(sample), 'form.txt')
    let rows = 0
    const draft = draftOf(recognitions[0]!.form, () => `r${++rows}`, kinds.department.edition)
    const own: Variant = { draft, made: figuresOf(judge(draft, { edition: kinds.department.edition })) }
    const variants = (kind: Kind) => Array.from({ length: VARIANTS }, (_, seed) => variantOf(kind, seed))
    const earlier = filings > clerks ? { department: variants('department'), project: variants('project') } : null

    const filler = new Filler(store, at, people[0]!.id, rounds)
    const mine: string[] = []
    let left = filings - clerks
    for (let year = NEWEST; year > NEWEST - years; year--) {
      const isNewest = year === NEWEST
      const campaign = campaignOf('department', year, at)
      await insertCampaign(store.database, campaign)
      if (isNewest) for (const unit of units) mine.push(await filler.add(campaign, unit, unit.name, own, true))
      if (earlier === null) continue
      // What is left is spread over the years that are left.
      let count = Math.ceil(left / (year - (NEWEST - years)))
      left -= count
      const projects = campaignOf('project', year, at)
      await insertCampaign(store.database, projects)
      if (!isNewest) {
        for (const [index, unit] of units.entries()) {
          if (count-- <= 0) break
          await filler.add(campaign, unit, unit.name, earlier.department[index % VARIANTS]!, false)
        }
      }
      for (let index = 0; count-- > 0; index++) {
        const unit = units[index % units.length]!
        const title = `项目${Math.floor(index / units.length) + 1}`
        await filler.add(projects, unit, title, earlier.project[index % VARIANTS]!, false)
      }
      process.stderr.write(`${year}: ${filler.filings} filings, ${filler.records} records\n`)
    }
    await filler.flush()
    // As the database does by itself within minutes of so much new.
    await sql`analyze`.execute(store.database)

    const session = async (who: { readonly id: string }): Promise<SignedIn> => {
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
    const signed: (SignedIn & { filing: string })[] = []
    for (const [index, one] of people.entries()) signed.push({ filing: mine[index]!, ...(await session(one)) })
    const seconds = Math.round((performance.now() - start) / 1000)
    const { filings: made, indicators, records } = filler
    return { clerks: signed, officer: await session(officer), filings: made, indicators, records, seconds }
  } finally {
    await store.close()
  }
}
