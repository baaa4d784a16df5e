/** Filings: one unit's form in a campaign, its stage, its figures, and the draft as the record has it. */

import { sql } from 'kysely'
import type { Campaign } from './campaigns.ts'
import type { Database, Tx } from './database.ts'
import { addNewFigures, type Figures, type IndicatorRow, type Sums } from './figures.ts'
import { likePattern, pathHolds } from './organisations.ts'

export interface Filing extends Figures {
  readonly region: string
  readonly id: string
  readonly campaign: string
  readonly organisation: string
  /** The organisation's path when it was issued: rights go by it. */
  readonly path: readonly string[]
  readonly department: string | null
  readonly fiscal_year: number
  readonly kind: 'department' | 'project'
  readonly title: string
  readonly stage: string
  /** The life cycle's own state. */
  readonly state: unknown
  readonly revision: number
  readonly draft_revision: number
  readonly figures_revision: number
  /** The reviewer's own values by row id. */
  readonly assessments: unknown
  readonly updated_at: string
  readonly published_at: string | null
  /** Of the first submission. */
  readonly submitted_at: string | null
  /** After the review, by the reviewer's own values. */
  readonly reviewed_total: string | null
  readonly reviewed_grade: string | null
}

/** What is read of a filing; its draft is asked for apart. */
export const filingColumns = [
  'region',
  'id',
  'campaign',
  'organisation',
  'path',
  'department',
  'fiscal_year',
  'kind',
  'title',
  'stage',
  'state',
  'revision',
  'draft_revision',
  'figures_revision',
  'assessments',
  'total',
  'least',
  'most',
  'grade',
  'budgeted',
  'executed',
  'errors',
  'warnings',
  'updated_at',
  'published_at',
  'submitted_at',
  'reviewed_total',
  'reviewed_grade',
] as const

export interface NewFiling extends Omit<Filing, 'submitted_at' | 'reviewed_total' | 'reviewed_grade'> {
  readonly submitted_at?: string | null
  readonly draft: unknown
  readonly sums: Sums
  readonly rows: readonly IndicatorRow[]
}

export async function insertFilings(db: Database, filings: readonly NewFiling[]): Promise<void> {
  for (let from = 0; from < filings.length; from += 100) {
    const part = filings.slice(from, from + 100)
    const rows = part.map(({ state, draft, sums, assessments, path, rows: _rows, ...row }) => ({
      ...row,
      path: [...path],
      state: JSON.stringify(state),
      assessments: JSON.stringify(assessments),
      draft: JSON.stringify(draft),
      sums: JSON.stringify(sums),
    }))
    await db.insertInto('filing').values(rows).execute()
    await addNewFigures(db, part)
  }
}

export async function findFiling(db: Database, region: string, id: string): Promise<Filing | null> {
  const query = db.selectFrom('filing').select(filingColumns).where('region', '=', region).where('id', '=', id)
  return ((await query.executeTakeFirst()) as Filing | undefined) ?? null
}

/** What filings are called by, by id: of whom, of which project, of which year. */
export async function filingNames(
  db: Database,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Filing, 'organisation' | 'kind' | 'title' | 'fiscal_year'>>> {
  if (ids.length === 0) return new Map()
  const query = db.selectFrom('filing').select(['id', 'organisation', 'kind', 'title', 'fiscal_year'])
  const rows = await query
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute()
  return new Map(
    rows.map(({ id, ...name }) => [id, name as Pick<Filing, 'organisation' | 'kind' | 'title' | 'fiscal_year'>]),
  )
}

/** Locks the row until the transaction ends: changes of one filing come one after another. */
export async function lockFiling(tx: Tx, region: string, id: string): Promise<Filing | null> {
  const query = tx.selectFrom('filing').select(filingColumns).where('region', '=', region).where('id', '=', id)
  return ((await query.forUpdate().executeTakeFirst()) as Filing | undefined) ?? null
}

export interface FilingInCampaign {
  readonly filing: Filing
  readonly campaign: Campaign
}

/** A filing and its campaign; `lock`: its row until the transaction ends. */
export async function findWithCampaign(
  db: Database,
  region: string,
  id: string,
  lock = false,
): Promise<FilingInCampaign | null> {
  const query = db
    .selectFrom('filing as f')
    .innerJoin('campaign as c', (join) => join.onRef('c.region', '=', 'f.region').onRef('c.id', '=', 'f.campaign'))
    .select(filingColumns.map((column) => `f.${column}` as const))
    .select(sql<Campaign>`to_jsonb(c)`.as('of_campaign'))
    .where('f.region', '=', region)
    .where('f.id', '=', id)
  const row = await (lock ? query.forUpdate('f') : query).executeTakeFirst()
  if (row === undefined) return null
  const { of_campaign: campaign, ...filing } = row
  return { filing: filing as Filing, campaign }
}

export interface FilingChange extends Partial<Figures> {
  readonly submitted_at?: string
  readonly reviewed_total?: string | null
  readonly reviewed_grade?: string | null
  readonly stage?: string
  readonly state?: unknown
  readonly revision?: number
  readonly draft?: unknown
  readonly draft_revision?: number
  readonly assessments?: unknown
  readonly approved?: unknown
  readonly updated_at?: string
  readonly published_at?: string | null
  readonly title?: string
}

export async function updateFiling(db: Database, region: string, id: string, change: FilingChange): Promise<void> {
  const { state, draft, assessments, approved, ...rest } = change
  await db
    .updateTable('filing')
    .set({
      ...rest,
      ...(state === undefined ? {} : { state: JSON.stringify(state) }),
      ...(draft === undefined ? {} : { draft: JSON.stringify(draft) }),
      ...(assessments === undefined ? {} : { assessments: JSON.stringify(assessments) }),
      ...(approved === undefined ? {} : { approved: JSON.stringify(approved) }),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

export interface FilingQuery {
  readonly region: string
  /** Organisations in sight. */
  readonly sight: readonly string[]
  /** Beside them, filings whose reviewers name this person. */
  readonly reviewer?: string
  readonly campaign?: string
  readonly organisation?: string
  readonly stages?: readonly string[]
  readonly year?: number
  readonly kind?: Filing['kind']
  readonly q?: string
  readonly ids?: readonly string[]
  readonly after?: string
  readonly limit?: number
}

export async function listFilings(db: Database, asked: FilingQuery): Promise<Filing[]> {
  let query = db
    .selectFrom('filing')
    .select(filingColumns)
    .where('region', '=', asked.region)
    .where(({ or }) =>
      or([
        pathHolds(asked.sight),
        ...(asked.reviewer === undefined ? [] : [sql<boolean>`state->'reviewers' ? ${asked.reviewer}`]),
      ]),
    )
  if (asked.campaign !== undefined) query = query.where('campaign', '=', asked.campaign)
  if (asked.organisation !== undefined) query = query.where('organisation', '=', asked.organisation)
  if (asked.stages !== undefined) query = query.where(sql<boolean>`stage = any(${[...asked.stages]}::text[])`)
  if (asked.year !== undefined) query = query.where('fiscal_year', '=', asked.year)
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.q !== undefined) query = query.where('title', 'like', likePattern(asked.q))
  if (asked.ids !== undefined) query = query.where('id', 'in', asked.ids.length === 0 ? [''] : [...asked.ids])
  if (asked.after !== undefined) query = query.where('id', '>', asked.after)
  query = query.orderBy('id')
  if (asked.limit !== undefined) query = query.limit(asked.limit)
  return (await query.execute()) as Filing[]
}

/** Filings whose figures are older than their draft. */
export async function staleFilings(
  db: Database,
  region: string,
  limit: number,
): Promise<{ region: string; id: string }[]> {
  return db
    .selectFrom('filing')
    .select(['region', 'id'])
    .where('region', '=', region)
    .whereRef('figures_revision', '<', 'revision')
    .limit(limit)
    .execute()
}

/** The same in every region. */
export async function allStale(db: Database): Promise<{ region: string; id: string }[]> {
  const query = db.selectFrom('filing').select(['region', 'id']).whereRef('figures_revision', '<', 'revision')
  return query.orderBy('region').orderBy('id').execute()
}

/** The filings that were last written in, of all regions. */
export async function newestFilings(db: Database, most: number): Promise<{ region: string; id: string }[]> {
  return db.selectFrom('filing').select(['region', 'id']).orderBy('updated_at', 'desc').limit(most).execute()
}

/** How many filings of a campaign are at each stage. */
export async function countStages(
  db: Database,
  region: string,
  campaign: string,
  sight: readonly string[],
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('filing')
    .select((query) => ['stage', query.fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .where('campaign', '=', campaign)
    .where(pathHolds(sight))
    .groupBy('stage')
    .orderBy('stage')
    .execute()
  return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]))
}

/** Stages of the filings of organisations directly below one, in a campaign. */
export async function stagesBelow(db: Database, filing: Filing): Promise<string[]> {
  const rows = await db
    .selectFrom('filing')
    .select('stage')
    .where('region', '=', filing.region)
    .where('campaign', '=', filing.campaign)
    .where(pathHolds([filing.organisation]))
    .where('organisation', '<>', filing.organisation)
    .execute()
  return rows.map(({ stage }) => stage)
}
