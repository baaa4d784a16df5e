/** The connection: one dialect over the embedded PostgreSQL and any other ≥ 15. */

import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { migrations } from './migrations/index.ts'
import { StoreError, storeErrorOf } from './problem.ts'
import { QueryNames } from './query-names.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

export interface Address {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  /** A whole `postgres://` address in place of the above. */
  readonly url?: string
}

const INT8 = 20
const NUMERIC = 1700

/** Counts are safe whole numbers; figures stay decimal texts, never binary floats. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === NUMERIC) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

export interface Opened {
  readonly database: Database
  /** PostgreSQL's own version: '18.4'. */
  readonly version: string
  close(): Promise<void>
}

/** Of a server's own process. */
const CONNECTIONS = 12

/**
 * What a commit waits for. `flush`: for nothing; whoever writes has it flushed before he answers anybody, or writes what can
 * be made again.
 */
export type CommitWait = 'disk' | 'flush'

/** The pool as the dialect asks it, with names for what is asked often. */
function naming(pool: pg.Pool): PostgresPool {
  const names = new QueryNames()
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = async (text: string, values: readonly unknown[]) => {
      const name = values.length === 0 ? undefined : names.nameOf(text)
      return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
    }
    // Without a cursor in its configuration the dialect asks in this one way.
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
  }
  return {
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? wrap(client)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/** Connects when it is first asked; its tables are taken as they are. */
export function connect(address: Address, connections: number, wait: CommitWait = 'disk'): Database {
  const pool = new pg.Pool({
    ...(address.url === undefined ? address : { connectionString: address.url }),
    options: `-c search_path=public${wait === 'disk' ? '' : ' -c synchronous_commit=off'}`,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: parsers,
  })
  // A connection that breaks while idle is replaced at the next use.
  pool.on('error', () => undefined)
  // One that breaks in use fails its query, which says so; its own event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: naming(pool) }) })
}

/** Opens, looks at the version, brings the tables up to date. Throws `StoreError`. */
export async function openDatabase(address: Address, options: { readonly partitions?: number } = {}): Promise<Opened> {
  const database = connect(address, CONNECTIONS)
  try {
    const shown = await sql<{ number: string; version: string }>`
      select current_setting('server_version_num') as number, current_setting('server_version') as version`.execute(
      database,
    )
    const { number, version } = shown.rows[0]!
    if (Number(number) < 150_000) throw new StoreError('database-old', version)
    await migrate(database, options.partitions ?? 0)
    return { database, version, close: () => database.destroy() }
  } catch (error) {
    await database.destroy().catch(() => undefined)
    throw storeErrorOf(error) ?? error
  }
}

const MIGRATION_LOCK = 7_431_908_264

/** A tenant's tables may be cut by region: the primary keys begin with it. */
function withPartitions(text: string, partitions: number): string {
  if (partitions === 0) return text
  const names = [...text.matchAll(/create table (\w+) \((?:(?!create table)[\s\S])*?\/\*partition\*\//g)].map(
    ([, name]) => name!,
  )
  const parts = names.flatMap((name) =>
    Array.from(
      { length: partitions },
      (_, at) =>
        `create table ${name}_${at} partition of ${name} for values with (modulus ${partitions}, remainder ${at});`,
    ),
  )
  return [text.replaceAll('/*partition*/', 'partition by hash (region)'), ...parts].join('\n')
}

async function migrate(database: Database, partitions: number): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
    await sql`create table if not exists migration (id integer primary key, name text not null, at timestamptz not null default now())`.execute(
      tx,
    )
    const done = await sql<{ id: number; name: string }>`select id, name from migration order by id`.execute(tx)
    const last = done.rows.at(-1)?.id ?? 0
    if (last > migrations.length) throw new StoreError('database-newer', done.rows.at(-1)!.name)
    for (const [at, { name, text }] of migrations.entries()) {
      if (at < last) continue
      await sql.raw(withPartitions(text, partitions)).execute(tx)
      await sql`insert into migration (id, name) values (${at + 1}, ${name})`.execute(tx)
    }
  })
}
