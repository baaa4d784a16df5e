/**
 * Fills an empty store with a demo bureau: forty departments, three years of plausible forms by a seed, every stage of the
 * life cycle, no real person. The published sample stands among them.
 */

import { readFile } from 'node:fs/promises'
import { type Draft, draftOf } from '../../core/draft/index.ts'
import { type FilingState, type LifeEvent, newFiling, next } from '../../core/review/index.ts'
import { editionById, layoutById } from '../../core/rulebook/index.ts'
import {
  type Campaign,
  insertCampaign,
  insertFilings,
  insertOrganisations,
  insertPeople,
  type NewFiling,
  type NewPerson,
  type NewRecord,
  type Organisation,
  putRegions,
} from '../../store/index.ts'
import { figuresOf, judge } from '../office/figures.ts'
import type { Office } from '../office/office.ts'
import { hashPassword } from '../office/passwords.ts'
import { readForms } from '../read-forms.ts'
import { generateForm } from './forms/generate-form.ts'
import {
  demoAccounts,
  demoEdition,
  demoLayout,
  demoPassword,
  demoPlace,
  demoRegion,
  demoYears,
  type PlannedDepartment,
  plannedDepartments,
  sampleDepartment,
} from './plan.ts'

const region = demoRegion.code
const ROWS = 24

/** Beside the program, or in the repository. */
const samplePlaces = ['./sample.txt', '../sample.txt', '../../../tests/corpus/shenzhen-guangming-2021/form.txt']

async function sampleDraft(newId: () => string): Promise<Draft | null> {
  for (const place of samplePlaces) {
    const bytes = await readFile(new URL(place, import.meta.url)).catch(() => null)
    const form = bytes === null ? undefined : (await readForms(bytes, 'form.txt')).recognitions[0]?.form
    if (form !== undefined) return draftOf(form, newId, demoEdition)
  }
  return null
}

function generatedDraft(seed: number, department: PlannedDepartment, fiscalYear: number, newId: () => string): Draft {
  const { form } = generateForm(seed, {
    edition: editionById(demoEdition)!,
    layout: layoutById(demoLayout)!,
    rows: ROWS,
    fiscalYear,
    place: demoPlace,
    department: department.name,
    topics: department.topics,
  })
  return draftOf(form, newId, demoEdition)
}

/** How far a form has come, as the steps that led there. */
type Walk = readonly (readonly [kind: LifeEvent['kind'], hand: 'clerk' | 'head' | 'budget' | 'performance'])[]

const accepted: Walk = [
  ['submit', 'clerk'],
  ['approve', 'head'],
  ['endorse', 'budget'],
  ['accept', 'performance'],
]
const published: Walk = [
  ...accepted,
  ['finalise', 'performance'],
  ['close', 'performance'],
  ['checkPublication', 'head'],
  ['publish', 'performance'],
]

/** Earlier years are published; the last one is under way. */
function walkOf(year: number, index: number): Walk {
  if (year !== demoYears.at(-1)) return published
  return accepted.slice(0, [0, 0, 1, 2, 3, 4][index % 6])
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString()
}

interface People {
  readonly clerk: string
  readonly head: string
  readonly budget: string
  readonly performance: string
}

interface Filled {
  readonly filing: NewFiling
  readonly records: readonly NewRecord[]
}

function walked(
  office: Office,
  campaign: Campaign,
  organisation: Organisation,
  draft: Draft,
  walk: Walk,
  people: People,
): Filled {
  const id = office.newId()
  let at = addDays(campaign.opens, 3)
  const records: NewRecord[] = [
    {
      region,
      at,
      person: people.performance,
      filing: id,
      event: { kind: 'issue', campaign: campaign.id, organisation: organisation.id, title: organisation.name },
    },
  ]
  let state: FilingState = next(newFiling(false), { kind: 'edit', by: people.clerk })
  const say = (person: string, event: Readonly<Record<string, unknown>>, from: string) => {
    at = addDays(at, 1)
    records.push({ region, at, person, filing: id, event: { ...event, from, to: state.stage, round: state.round } })
  }
  for (const [kind, hand] of walk) {
    const from = state.stage
    state = next(state, { kind, by: people[hand] } as LifeEvent)
    say(people[hand], { kind }, from)
  }
  const { figures, sums, rows } = figuresOf(judge(draft, campaign))
  const submitted = records.find(({ event }) => (event as { kind: string }).kind === 'submit')?.at ?? null
  const filing: NewFiling = {
    region,
    id,
    campaign: campaign.id,
    organisation: organisation.id,
    path: organisation.path,
    department: organisation.id,
    fiscal_year: campaign.fiscal_year,
    kind: 'department',
    title: organisation.name,
    stage: state.stage,
    state,
    revision: 0,
    draft_revision: 0,
    figures_revision: 0,
    assessments: {},
    ...figures,
    updated_at: at,
    published_at: state.stage === 'published' ? at : null,
    submitted_at: submitted,
    draft,
    sums,
    rows,
  }
  return { filing, records }
}

/** Writes the demo into a store that has nobody but the administrator. Takes some seconds. */
export async function fillDemo(office: Office): Promise<void> {
  const now = office.now()
  const password = await hashPassword(demoPassword)
  const organisation = (kind: Organisation['kind'], name: string, parent: Organisation | null): Organisation => {
    const id = office.newId()
    return { region, id, kind, name, parent: parent?.id ?? null, path: [...(parent?.path ?? []), id], active: true }
  }
  const bureau = organisation('financeBureau', `${demoPlace}财政局`, null)
  const firm = organisation('unit', `${demoPlace}某会计师事务所`, bureau)
  const planned = plannedDepartments()
  const departments = planned.map(({ name }) => organisation('department', name, bureau))
  const sample = organisation('department', sampleDepartment, bureau)
  const person = (login: string, name: string, role: string, at: Organisation): NewPerson => ({
    region,
    id: office.newId(),
    login,
    name,
    organisation: at.id,
    roles: [{ role, organisation: at.id }],
    active: true,
    must_change: false,
    password,
    created_at: now,
  })
  const places = { bureau, sample, firm }
  const accounts = demoAccounts.map(({ login, name, role, at }) => person(login, name, role, places[at]))
  const byLogin = new Map(accounts.map((one) => [one.login, one.id]))
  const clerks = departments.map((at, index) =>
    person(`tianbao${index + 1}`, `填报人${index + 1}（演示）`, 'clerk', at),
  )
  const heads = departments.map((at, index) => person(`fuze${index + 1}`, `负责人${index + 1}（演示）`, 'unitHead', at))
  const filled: Filled[] = []
  const campaigns: Campaign[] = demoYears.map((year) => ({
    region,
    id: office.newId(),
    title: `${year}年度部门整体支出绩效自评`,
    fiscal_year: year,
    kind: 'department',
    layout: demoLayout,
    edition: demoEdition,
    opens: `${year + 1}-01-10`,
    closes: year === demoYears.at(-1) ? '2099-12-31' : `${year + 1}-04-30`,
    recalled: false,
    created_at: now,
  }))
  let rows = 0
  const newId = () => `r${++rows}`
  const office2 = { budget: byLogin.get('yewu')!, performance: byLogin.get('jixiao')! }
  for (const campaign of campaigns) {
    const year = campaign.fiscal_year
    for (const [index, department] of planned.entries()) {
      rows = 0
      const draft = generatedDraft(year * 1000 + index, department, year, newId)
      const people = { clerk: clerks[index]!.id, head: heads[index]!.id, ...office2 }
      filled.push(walked(office, campaign, departments[index]!, draft, walkOf(year, index), people))
    }
    rows = 0
    const draft =
      year === demoYears[0]
        ? await sampleDraft(newId)
        : generatedDraft(year, { name: sampleDepartment, topics: planned[0]!.topics }, year, newId)
    if (draft !== null) {
      const people = { clerk: byLogin.get('tianbao')!, head: byLogin.get('fuze')!, ...office2 }
      // The sample itself can be filled in and tried.
      const isOpen = year === demoYears[0] || year === demoYears.at(-1)
      filled.push(
        walked(
          office,
          isOpen ? { ...campaign, closes: '2099-12-31' } : campaign,
          sample,
          draft,
          isOpen ? [] : published,
          people,
        ),
      )
    }
  }
  await office.store.write(async (tx, record) => {
    await putRegions(tx, [demoRegion])
    await insertOrganisations(tx, [bureau, firm, ...departments, sample])
    await insertPeople(tx, [...accounts, ...clerks, ...heads])
    for (const campaign of campaigns) {
      await insertCampaign(tx, campaign.fiscal_year === demoYears[0] ? { ...campaign, closes: '2099-12-31' } : campaign)
    }
    await insertFilings(
      tx,
      filled.map(({ filing }) => filing),
    )
    for (const entry of filled.flatMap(({ records }) => records).sort((one, other) => (one.at < other.at ? -1 : 1)))
      record(entry)
  })
}
