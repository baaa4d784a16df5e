/**
 * A filing's figures, and what follows from them in the same transaction: the sums of its department and of its whole region in its campaign, to which
 * it adds what it has become and from which it takes what it was, and its indicators as rows.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from './database.ts'

/** What a roll-up adds up; figures are decimal texts. */
export interface Figures {
  readonly total: string | null
  /** The recomputed total's band. */
  readonly least: string | null
  readonly most: string | null
  readonly grade: string | null
  readonly budgeted: string | null
  readonly executed: string | null
  readonly errors: number
  readonly warnings: number
}

/** Decimal texts by name: what one filing adds to the roll-ups. */
export type Sums = Readonly<Record<string, string>>

/** An indicator of a filing; `lost` and `achievement` are decimal texts. */
export interface IndicatorRow {
  readonly name: string
  /** Of the first level: output, satisfaction, … */
  readonly kind: string
  readonly level2: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  /** Weight − score; null where either cannot be read. */
  readonly lost: string | null
  /** Actual ÷ target. */
  readonly achievement: string | null
}

export interface MadeFigures {
  readonly figures: Figures
  readonly sums: Sums
  readonly rows: readonly IndicatorRow[]
}

export interface FiguresOf {
  readonly region: string
  readonly id: string
  readonly campaign: string
  readonly organisation: string
  readonly department: string | null
  readonly fiscal_year: number
  readonly kind: string
}

function rowsOf({ region, id, campaign, organisation, fiscal_year }: FiguresOf, rows: readonly IndicatorRow[]) {
  return rows.map((row, index) => ({ region, filing: id, row: index, campaign, organisation, fiscal_year, ...row }))
}

/** What is to be put on sums: rows of region, campaign, department, fiscal_year, kind, name, value. */
async function addToSums(db: Database, change: RawBuilder<unknown>): Promise<void> {
  // Each change counts four times: for its department and for the region, in its campaign and in all of them.
  await sql`insert into rollup_sum as r (region, campaign, department, fiscal_year, kind, sums)
    select region, campaign, department, fiscal_year, kind, jsonb_object_agg(name, trim_scale(value)::text) from (
      select c.region, k.campaign, d.department, k.fiscal_year, k.kind, c.name, sum(c.value) as value
      from (${change}) c,
        lateral (values (c.campaign, c.fiscal_year, c.kind), ('', 0, '')) as k(campaign, fiscal_year, kind),
        lateral (values (c.department), ('')) as d(department)
      group by 1, 2, 3, 4, 5, 6 having sum(c.value) <> 0
    ) s group by 1, 2, 3, 4, 5 order by 1, 2, 3
    on conflict (region, campaign, department) do update set sums = (
      select coalesce(jsonb_object_agg(name, trim_scale(value)::text), '{}') from (
        select name, sum(value) as value from (
          select key as name, value::numeric as value from jsonb_each_text(r.sums)
          union all select key, value::numeric from jsonb_each_text(excluded.sums)
        ) both_sides group by name having sum(value) <> 0
      ) added)`.execute(db)
}

/** All sums anew from the filings: of a store that was restored from before there were any. */
export async function makeSums(db: Database): Promise<void> {
  await sql`delete from rollup_sum`.execute(db)
  await addToSums(
    db,
    sql`select f.region, f.campaign, coalesce(f.department, f.organisation) as department, f.fiscal_year, f.kind,
      e.key as name, e.value::numeric as value from filing f, jsonb_each_text(f.sums) e`,
  )
}

/** Of filings that were just inserted. */
export async function addNewFigures(
  db: Database,
  filings: readonly (FiguresOf & { readonly rows: readonly IndicatorRow[] })[],
): Promise<void> {
  const [one] = filings
  if (one === undefined) return
  await addToSums(
    db,
    sql`select f.region, f.campaign, coalesce(f.department, f.organisation) as department, f.fiscal_year, f.kind,
      e.key as name, e.value::numeric as value from filing f, jsonb_each_text(f.sums) e
      where f.region = ${one.region} and f.id = any(${filings.map(({ id }) => id)}::text[])`,
  )
  await putRows(
    db,
    filings.flatMap((filing) => rowsOf(filing, filing.rows)),
  )
}

/** Rows that say what they said are left alone. */
async function putRows(db: Database, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into indicator as i select * from json_populate_recordset(null::public.indicator, ${JSON.stringify(rows)}::json)
    on conflict (region, filing, row) do update set name = excluded.name, kind = excluded.kind, level2 = excluded.level2,
      target = excluded.target, actual = excluded.actual, weight = excluded.weight, score = excluded.score,
      lost = excluded.lost, achievement = excluded.achievement
    where (i.name, i.kind, i.level2, i.target, i.actual, i.weight, i.score, i.lost, i.achievement) is distinct from
      (excluded.name, excluded.kind, excluded.level2, excluded.target, excluded.actual, excluded.weight, excluded.score,
       excluded.lost, excluded.achievement)`.execute(db)
}

/** Writes what was made of a filing at `revision`; the row of the filing is locked until the transaction ends. */
export async function writeFigures(
  tx: Tx,
  filing: FiguresOf,
  { figures, sums, rows }: MadeFigures,
  revision: number,
): Promise<void> {
  const { region, id, campaign, organisation, department, fiscal_year, kind } = filing
  const mine = tx.selectFrom('filing').select('sums').where('region', '=', region).where('id', '=', id).forUpdate()
  const before = (await mine.executeTakeFirstOrThrow()).sums ?? {}
  await addToSums(
    tx,
    sql`select ${region}::text as region, ${campaign}::text as campaign, ${department ?? organisation}::text as department,
      ${fiscal_year}::int as fiscal_year, ${kind}::text as kind, name, value from (
      select key as name, value::numeric as value from jsonb_each_text(${JSON.stringify(sums)}::jsonb)
      union all select key, -(value::numeric) from jsonb_each_text(${JSON.stringify(before)}::jsonb)
    ) change`,
  )
  await tx
    .updateTable('filing')
    .set({ ...figures, sums: JSON.stringify(sums), figures_revision: revision })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
  await putRows(tx, rowsOf(filing, rows))
  await tx
    .deleteFrom('indicator')
    .where('region', '=', region)
    .where('filing', '=', id)
    .where('row', '>=', rows.length)
    .execute()
}
