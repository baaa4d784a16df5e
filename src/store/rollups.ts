/** Figures of many filings, added up by the database in exact decimals. */

import { type RawBuilder, sql } from 'kysely'
import { Exact } from '../core/model/index.ts'
import type { Database } from './database.ts'
import { pathHolds } from './organisations.ts'

export const rollupKeys = ['unit', 'department', 'region', 'year', 'level1', 'level2'] as const
export type RollupKey = (typeof rollupKeys)[number]

/** What somebody may add up, and what of it is asked for. */
export interface RollupScope {
  readonly region: string
  /** Organisations in sight. */
  readonly sight: readonly string[]
  /** Regions below, whose sums are seen and nothing else of them. */
  readonly below: readonly string[]
  readonly campaign?: string
  readonly year?: number
  readonly department?: string
  readonly kind?: string
}

export interface RollupQuery extends RollupScope {
  readonly by: Exclude<RollupKey, 'level1' | 'level2'>
}

/** Figures are decimal texts; money in 万元. Null where a row says nothing of it: a level has neither stages nor grades. */
export interface RollupRow {
  readonly key: string
  readonly name: string
  readonly filings: number
  readonly submitted: number | null
  readonly accepted: number | null
  readonly published: number | null
  readonly average: string | null
  readonly min: string | null
  readonly max: string | null
  readonly excellent: number | null
  readonly good: number | null
  readonly fair: number | null
  readonly poor: number | null
  readonly budgeted: string | null
  readonly executed: string | null
  /** In percent. */
  readonly executionRate: string | null
  readonly errors: number | null
  readonly warnings: number | null
  /** Of levels: weights and scores of all forms, and the points lost. */
  readonly weight: string | null
  readonly score: string | null
  readonly lost: string | null
}

const keys: Readonly<
  Record<
    RollupQuery['by'],
    { readonly key: RawBuilder<unknown>; readonly name: RawBuilder<unknown>; readonly join: RawBuilder<unknown> }
  >
> = {
  unit: {
    key: sql`f.organisation`,
    name: sql`o.name`,
    join: sql`join organisation o on o.region = f.region and o.id = f.organisation`,
  },
  department: {
    key: sql`coalesce(f.department, f.organisation)`,
    name: sql`o.name`,
    join: sql`join organisation o on o.region = f.region and o.id = coalesce(f.department, f.organisation)`,
  },
  region: { key: sql`f.region`, name: sql`r.name`, join: sql`join region r on r.code = f.region` },
  year: { key: sql`f.fiscal_year::text`, name: sql`f.fiscal_year::text`, join: sql`` },
}

/** What is asked for of filings named f. */
function wishOf({ campaign, year, department, kind }: RollupScope): RawBuilder<unknown>[] {
  return [
    ...(campaign === undefined ? [] : [sql`f.campaign = ${campaign}`]),
    ...(year === undefined ? [] : [sql`f.fiscal_year = ${year}`]),
    ...(department === undefined ? [] : [sql`coalesce(f.department, f.organisation) = ${department}`]),
    ...(kind === undefined ? [] : [sql`f.kind = ${kind}`]),
  ]
}

function whereOf(asked: RollupQuery): RawBuilder<unknown> {
  const { region, sight, below, by } = asked
  const own = sql`(f.region = ${region} and ${pathHolds(sight, 'f.path')})`
  // Names of another region's departments and units are not told.
  const isApart = below.length === 0 || by === 'unit' || by === 'department'
  const seen = isApart ? own : sql`(${own} or f.region = any(${[...below]}::text[]))`
  return sql.join([seen, sql`f.stage <> 'recalled'`, ...wishOf(asked)], sql` and `)
}

export async function rollUp(db: Database, asked: RollupQuery): Promise<RollupRow[]> {
  const { key, name, join } = keys[asked.by]
  const { rows } = await sql<RollupRow>`select * from (
    select ${key} as key, ${name} as name, count(*)::int as filings,
      count(*) filter (where f.stage <> 'filling')::int as submitted,
      count(*) filter (where f.stage not in ('filling', 'submitted', 'approved', 'passedOn', 'endorsed'))::int as accepted,
      count(*) filter (where f.stage = 'published')::int as published,
      round(avg(f.total), 2) as average, min(f.total) as min, max(f.total) as max,
      count(*) filter (where f.grade = 'excellent')::int as excellent, count(*) filter (where f.grade = 'good')::int as good,
      count(*) filter (where f.grade = 'fair')::int as fair, count(*) filter (where f.grade = 'poor')::int as poor,
      sum(f.budgeted) as budgeted, sum(f.executed) as executed,
      round(sum(f.executed) * 100 / nullif(sum(f.budgeted), 0), 2) as "executionRate",
      sum(f.errors)::int as errors, sum(f.warnings)::int as warnings,
      null as weight, null as score, null as lost
    from filing f ${join} where ${whereOf(asked)} group by 1, 2
    ) t order by name collate "C", key collate "C"`.execute(db)
  return rows
}

export type SumsKey = 'all' | 'department' | 'region' | 'year'

export interface SumsGroup {
  /** An organisation's id, a region's code, a year; '' of all. */
  readonly key: string
  /** Decimal texts by name. */
  readonly sums: Readonly<Record<string, string>>
}

interface Bag {
  readonly region: string
  readonly department: string
  readonly fiscal_year: number
  readonly sums: Readonly<Record<string, string>>
}

function keyOf(by: SumsKey, { region, department, fiscal_year }: Bag): string {
  if (by === 'department') return department
  if (by === 'region') return region
  return by === 'year' ? String(fiscal_year) : ''
}

/** Names in one order, so that the same forms give the same bag; what is zero is not there. */
function added(bags: readonly Bag['sums'][]): SumsGroup['sums'] {
  const sums = new Map<string, Exact>()
  const [only] = bags
  if (bags.length > 1) {
    for (const bag of bags) {
      for (const [name, text] of Object.entries(bag)) {
        const before = sums.get(name)
        sums.set(name, before === undefined ? Exact.of(text) : before.plus(Exact.of(text)))
      }
    }
  }
  const entries: [string, string][] =
    bags.length > 1
      ? [...sums].filter(([, value]) => !value.isZero).map(([name, value]) => [name, value.toString()])
      : Object.entries(only ?? {})
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * The kept sums: of whole departments as they stand; of filings in sight whose department is not, from the filings themselves.
 */
export async function sumsOf(db: Database, asked: RollupScope & { readonly by: SumsKey }): Promise<SumsGroup[]> {
  const { region, sight, by, campaign, year, department, kind } = asked
  const whole = sql`select o.id from organisation o where o.region = ${region} and ${pathHolds(sight, 'o.path')}`
  const below = by === 'department' ? [] : [...asked.below]
  // Whoever sees the bureau sees the sums of its whole region, which stand under no department.
  const root = sql`exists (select 1 from organisation o where o.region = ${region} and o.kind = 'financeBureau'
    and o.id = any(${[...sight]}::text[]))`
  const isApart = by === 'department' || department !== undefined
  const own = isApart
    ? sql`s.department in (${whole})`
    : sql`case when ${root} then s.department = '' else s.department in (${whole}) end`
  // What no campaign, year or kind is asked of stands in one bag of all campaigns.
  const isAll = by !== 'year' && campaign === undefined && year === undefined && kind === undefined
  const wish = [
    isAll ? sql`s.campaign = ''` : campaign === undefined ? sql`s.campaign <> ''` : sql`s.campaign = ${campaign}`,
    ...(department === undefined ? [] : [sql`s.department = ${department}`]),
    ...(year === undefined ? [] : [sql`s.fiscal_year = ${year}`]),
    ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
  ]
  const { rows: kept } = await sql<Bag>`select s.region, s.department, s.fiscal_year, s.sums from rollup_sum s
    where (s.region = ${region} and ${own} or s.region = any(${below}::text[]) and s.department = '')
      and ${sql.join(wish, sql` and `)}`.execute(db)
  const { rows: single } = await sql<Bag>`
    select f.region, f.department, f.fiscal_year, f.sums from filing f
    where not ${root} and f.region = ${region} and ${pathHolds(sight, 'f.path')} and f.department is not null
      and f.department not in (${whole}) and f.sums is not null
      and ${sql.join([sql`true`, ...wishOf(asked)], sql` and `)}`.execute(db)
  const groups = new Map<string, Bag['sums'][]>()
  for (const bag of [...kept, ...single]) {
    const key = keyOf(by, bag)
    const bags = groups.get(key)
    if (bags === undefined) groups.set(key, [bag.sums])
    else bags.push(bag.sums)
  }
  return [...groups]
    .map(([key, bags]) => ({ key, sums: added(bags) }))
    .filter(({ sums }) => Object.keys(sums).length > 0)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}

export interface IndicatorYear {
  readonly filing: string
  readonly organisation: string
  readonly fiscal_year: number
  readonly name: string
  readonly kind: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  readonly achievement: string | null
}

/** The same indicator over the years, by its name. */
export async function indicatorYears(
  db: Database,
  asked: {
    readonly region: string
    readonly sight: readonly string[]
    readonly organisation?: string
    readonly name?: string
    readonly limit: number
  },
): Promise<IndicatorYear[]> {
  const { rows } = await sql<IndicatorYear>`
    select i.filing, i.organisation, i.fiscal_year, i.name, i.kind, i.target, i.actual, i.weight, i.score,
      i.achievement::text as achievement
    from indicator i join filing f on f.region = i.region and f.id = i.filing
    where i.region = ${asked.region} and ${pathHolds(asked.sight, 'f.path')} and f.stage <> 'recalled'
      ${asked.organisation === undefined ? sql`` : sql`and f.organisation = ${asked.organisation}`}
      ${asked.name === undefined ? sql`` : sql`and left(i.name, 60) = left(${asked.name}, 60) and i.name = ${asked.name}`}
    order by i.name collate "C", i.fiscal_year, i.organisation collate "C", i.filing limit ${asked.limit}`.execute(db)
  return rows
}

export interface IndicatorFound extends Omit<IndicatorYear, 'achievement'> {
  readonly title: string
  readonly organisation_name: string
  /** Its place in the form, from 0. */
  readonly row: number
  readonly level2: string
  readonly lost: string | null
  readonly achievement: string | null
}

export interface IndicatorQuery extends RollupScope {
  /** Most points lost, or farthest above the target, or least of it reached, first. */
  readonly sort: 'lost' | 'over' | 'least'
  readonly levelKind?: string
  readonly level2?: string
  readonly name?: string
  readonly limit: number
}

const sorts = {
  lost: { holds: sql`i.lost > 0`, order: sql`i.lost desc` },
  over: { holds: sql`i.achievement > 1`, order: sql`i.achievement desc` },
  least: { holds: sql`i.achievement is not null`, order: sql`i.achievement asc` },
} as const

/** Single indicators of the forms in sight. */
export async function findIndicators(db: Database, asked: IndicatorQuery): Promise<IndicatorFound[]> {
  const { region, sight, sort, levelKind, level2, name, limit } = asked
  const { holds, order } = sorts[sort]
  const where = sql.join(
    [
      sql`i.region = ${region}`,
      holds,
      pathHolds(sight, 'f.path'),
      sql`f.stage <> 'recalled'`,
      ...wishOf(asked),
      ...(asked.campaign === undefined ? [] : [sql`i.campaign = ${asked.campaign}`]),
      ...(asked.year === undefined ? [] : [sql`i.fiscal_year = ${asked.year}`]),
      ...(levelKind === undefined ? [] : [sql`i.kind = ${levelKind}`]),
      ...(level2 === undefined ? [] : [sql`i.level2 = ${level2}`]),
      ...(name === undefined ? [] : [sql`left(i.name, 60) = left(${name}, 60) and i.name = ${name}`]),
    ],
    sql` and `,
  )
  const { rows } = await sql<IndicatorFound>`
    select i.filing, i.row, f.title, f.organisation, o.name as organisation_name, i.fiscal_year, i.name, i.kind, i.level2,
      i.target, i.actual, i.weight, i.score, i.lost::text as lost, i.achievement::text as achievement
    from indicator i join filing f on f.region = i.region and f.id = i.filing
      join organisation o on o.region = f.region and o.id = f.organisation
    where ${where} order by ${order}, i.filing, i.row limit ${limit}`.execute(db)
  return rows
}
