/**
 * What other forms know of a filing: the forms of the same unit of the years before, the forms of a department's projects, the
 * reviewer's points. The checks that compare with them read them from here, on the server and, handed over, in the browser.
 */

import { type Draft, formOf, readDraft } from '../../core/draft/index.ts'
import type { Beside } from '../../core/evaluate/index.ts'
import { type Form, type FormPath, indicatorPath } from '../../core/model/index.ts'
import { type FilingState, maySee, standing } from '../../core/review/index.ts'
import { approvedOf, type Database, type Filing, listFilings } from '../../store/index.ts'
import { filingInSight, lifeOf } from './access.ts'
import { readDraftOf } from './drafts.ts'
import type { Office } from './office.ts'
import { actorOf, type Viewer } from './viewer.ts'

export interface YearOf<T> {
  readonly year: number
  readonly of: T
}

/** Forms, or drafts of them, of the same unit and of its projects. */
export interface BesideOf<T> {
  /** Earlier years, the latest first. */
  readonly years: readonly YearOf<T>[]
  /** Of the same year, of a department's units. */
  readonly projects: readonly T[]
  /** The approved targets that the form was begun from. */
  readonly approved: T | null
}

export type BesideForms = BesideOf<Form>

export const noneBeside: BesideForms = { years: [], projects: [], approved: null }

/** Limits from history rest on three years; one more outlasts a year without a form. */
const YEARS = 4
const PROJECTS = 100

export interface BesideFilings {
  readonly years: readonly Filing[]
  readonly projects: readonly Filing[]
}

export async function besideFilings(db: Database, filing: Filing): Promise<BesideFilings> {
  const { region, organisation, fiscal_year: year, kind, title } = filing
  const own = await listFilings(db, { region, sight: [organisation], organisation })
  const years = own
    .filter((one) => one.kind === kind && one.stage !== 'recalled' && (kind === 'department' || one.title === title))
    .filter((one) => one.fiscal_year < year && one.fiscal_year >= year - YEARS)
    .sort((one, other) => other.fiscal_year - one.fiscal_year)
  if (kind === 'project') return { years, projects: [] }
  const below = await listFilings(db, { region, sight: [organisation], kind: 'project', year, limit: PROJECTS + 1 })
  // A part of the projects adds up to nothing.
  const projects = below.length > PROJECTS ? [] : below.filter(({ stage }) => stage !== 'recalled')
  return { years, projects }
}

interface Known {
  readonly revision: number
  readonly form: Form
}

/** Some 100 kB each. */
const KEPT = 400
const known = new WeakMap<Office['key'], Map<string, Known>>()

async function formAt(office: Office, db: Database, filing: Filing): Promise<Form> {
  const kept = known.get(office.key) ?? new Map<string, Known>()
  known.set(office.key, kept)
  const key = `${filing.region}/${filing.id}`
  const before = kept.get(key)
  kept.delete(key)
  const form = before?.revision === filing.revision ? before.form : formOf(await readDraftOf(office, db, filing))
  kept.set(key, { revision: filing.revision, form })
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return form
}

/** What is stored was checked when it was written: anything else is a fault. */
async function approvedDraft(db: Database, { region, id }: Filing): Promise<Draft | null> {
  const stored = await approvedOf(db, region, id)
  if (stored === null) return null
  const read = readDraft(stored)
  if (!('draft' in read)) throw new Error(`approved targets of ${id}: ${read.problem} at ${read.at}`)
  return read.draft
}

/** The forms beside a filing, made once for each of their revisions. */
export async function besideFiling(office: Office, db: Database, filing: Filing): Promise<BesideForms> {
  const { years, projects } = await besideFilings(db, filing)
  const forms: YearOf<Form>[] = []
  for (const one of years) forms.push({ year: one.fiscal_year, of: await formAt(office, db, one) })
  const of: Form[] = []
  for (const one of projects) of.push(await formAt(office, db, one))
  const approved = await approvedDraft(db, filing)
  return { years: forms, projects: of, approved: approved === null ? null : formOf(approved) }
}

/** Last year's form: where there is none of the year before, nothing is compared with. */
export function lastYearOf<T>({ years }: BesideOf<T>, year: number): T | null {
  return years.find((one) => one.year === year - 1)?.of ?? null
}

/** Rows of the draft that papers were put to, as paths: evidence names the id of a row, with or without a column. */
export function rowsWithEvidence(draft: Draft, places: readonly string[]): readonly FormPath[] {
  const rows = new Set(places.map((place) => place.split(' ')[0]))
  return draft.indicators.flatMap(({ id }, index): FormPath[] => (rows.has(id) ? [indicatorPath(index)] : []))
}

export function besideOf({ years, projects, approved }: BesideForms, evidence: readonly FormPath[]): Beside {
  return {
    evidence,
    ...(approved === null ? {} : { approved }),
    ...(years.length === 0 ? {} : { years: years.map(({ year, of }) => ({ year, form: of })) }),
    ...(projects.length === 0 ? {} : { projects }),
  }
}

/** The reviewer's points that stand, by row of the form; undefined where there are none. */
export function reviewedRows({ assessments, state }: Filing, draft: Draft): ReadonlyMap<number, string> | undefined {
  const values = standing(
    assessments as Readonly<Record<string, { readonly value: string | null }>>,
    (state as FilingState).points,
  )
  const rows = draft.indicators.flatMap(({ id }, index): [number, string][] => {
    const value = values[id]?.value ?? null
    return value === null ? [] : [[index, value]]
  })
  return rows.length === 0 ? undefined : new Map(rows)
}

/** The same as drafts, for a browser that judges by itself; only of forms that the viewer sees. Throws `not-found`. */
export async function draftsBeside(office: Office, viewer: Viewer, id: string): Promise<BesideOf<Draft>> {
  const { filing } = await filingInSight(office, viewer, id)
  const { database } = office.store
  const { years, projects } = await besideFilings(database, filing)
  const actor = actorOf(viewer)
  const seen = (all: readonly Filing[]) => all.filter((one) => maySee(actor, lifeOf(one)))
  const own: YearOf<Draft>[] = []
  for (const one of seen(years)) own.push({ year: one.fiscal_year, of: await readDraftOf(office, database, one) })
  const of: Draft[] = []
  // A part of the projects adds up to nothing.
  if (seen(projects).length === projects.length)
    for (const one of projects) of.push(await readDraftOf(office, database, one))
  return { years: own, projects: of, approved: await approvedDraft(database, filing) }
}
