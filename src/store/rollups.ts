/** Figures of many filings, added up by the database in exact decimals. */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import { pathHolds } from './organisations.ts'

export const rollupKeys = ['unit', 'department', 'region', 'year', 'level1', 'level2'] as const
export type RollupKey = (typeof rollupKeys)[number]

export interface RollupQuery {
  readonly by: RollupKey
  readonly region: string
  readonly sight: readonly string[]
  readonly campaign?: string
  readonly year?: number
}

/** Figures are decimal texts; money in 万元. */
export interface RollupRow {
  readonly key: string
  readonly name: string
  readonly filings: number
  readonly submitted: number
  readonly accepted: number
  readonly published: number
  readonly average: string | null
  readonly min: string | null
  readonly max: string | null
  readonly excellent: number
  readonly good: number
  readonly fair: number
  readonly poor: number
  readonly budgeted: string | null
  readonly executed: string | null
  /** In percent. */
  readonly executionRate: string | null
  readonly errors: number
  readonly warnings: number
}

const keys: Readonly<
  Record<
    Exclude<RollupKey, 'level1' | 'level2'>,
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

function whereOf({ region, sight, campaign, year }: RollupQuery): RawBuilder<unknown> {
  const parts = [
    sql`f.region = ${region}`,
    pathHolds(sight, 'f.path'),
    sql`f.stage <> 'recalled'`,
    ...(campaign === undefined ? [] : [sql`f.campaign = ${campaign}`]),
    ...(year === undefined ? [] : [sql`f.fiscal_year = ${year}`]),
  ]
  return sql.join(parts, sql` and `)
}

export async function rollUp(db: Database, asked: RollupQuery): Promise<RollupRow[]> {
  if (asked.by === 'level1' || asked.by === 'level2') return rollUpLevels(db, asked)
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
      sum(f.errors)::int as errors, sum(f.warnings)::int as warnings
    from filing f ${join} where ${whereOf(asked)} group by 1, 2
    ) t order by name collate "C", key collate "C"`.execute(db)
  return rows
}

/** Blocks of the forms: the average score of each against its weight. */
async function rollUpLevels(db: Database, asked: RollupQuery): Promise<RollupRow[]> {
  const level = asked.by === 'level1' ? 1 : 2
  const { rows } = await sql<RollupRow>`select * from (
    select b.name as key, b.name as name, count(*)::int as filings,
      count(*) filter (where f.stage <> 'filling')::int as submitted,
      count(*) filter (where f.stage not in ('filling', 'submitted', 'approved', 'passedOn', 'endorsed'))::int as accepted,
      count(*) filter (where f.stage = 'published')::int as published,
      round(avg(b.score * 100 / nullif(b.weight, 0)), 2) as average,
      round(min(b.score * 100 / nullif(b.weight, 0)), 2) as min, round(max(b.score * 100 / nullif(b.weight, 0)), 2) as max,
      0 as excellent, 0 as good, 0 as fair, 0 as poor,
      null as budgeted, null as executed, null as "executionRate", 0 as errors, 0 as warnings
    from filing f, jsonb_to_recordset(f.figures->'blocks') as b(level int, name text, weight numeric, score numeric)
    where ${whereOf(asked)} and b.level = ${level} group by 1
    ) t order by name collate "C"`.execute(db)
  return rows
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
    select f.id as filing, f.organisation, f.fiscal_year, i.name, i.kind, i.target, i.actual, i.weight, i.score, i.achievement
    from filing f, jsonb_to_recordset(f.figures->'indicators')
      as i(name text, kind text, target text, actual text, weight text, score text, achievement text)
    where f.region = ${asked.region} and ${pathHolds(asked.sight, 'f.path')} and f.stage <> 'recalled'
      ${asked.organisation === undefined ? sql`` : sql`and f.organisation = ${asked.organisation}`}
      ${asked.name === undefined ? sql`` : sql`and i.name = ${asked.name}`}
    order by i.name collate "C", f.fiscal_year, f.organisation collate "C", f.id limit ${asked.limit}`.execute(db)
  return rows
}
