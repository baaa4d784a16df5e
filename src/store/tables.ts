/**
 * The tables as the driver sees them. The region code leads every key of a tenant's table, so that each may be partitioned
 * or moved by region. Figures are decimal texts; times are ISO texts in UTC.
 */

import type { ColumnType, Generated } from 'kysely'

/** Written as JSON text, read as the value. */
type Json<T> = ColumnType<T, string, string>

export interface RegionTable {
  code: string
  name: string
  parent: string | null
}

export interface OrganisationTable {
  region: string
  id: string
  kind: string
  name: string
  parent: string | null
  /** Ids from the region's root down to itself. */
  path: string[]
  active: Generated<boolean>
}

export interface PersonTable {
  region: string
  id: string
  login: string
  name: string
  organisation: string | null
  roles: Json<{ role: string; organisation: string }[]>
  password: string
  must_change: Generated<boolean>
  active: Generated<boolean>
  failures: Generated<number>
  locked_until: string | null
  created_at: string
}

export interface SessionTable {
  /** SHA-256 of what the cookie holds. */
  hash: string
  region: string
  person: string
  csrf: string
  created_at: string
  expires_at: string
}

export interface TokenTable {
  region: string
  id: string
  person: string
  name: string
  hash: string
  created_at: string
  expires_at: string
}

export interface CampaignTable {
  region: string
  id: string
  title: string
  fiscal_year: number
  kind: string
  layout: string
  edition: string | null
  opens: string
  closes: string
  recalled: Generated<boolean>
  created_at: string
}

export interface FilingTable {
  region: string
  id: string
  campaign: string
  organisation: string
  /** The organisation's path when it was issued: rights go by it. */
  path: string[]
  department: string | null
  fiscal_year: number
  kind: string
  title: string
  stage: string
  state: Json<unknown>
  /** Counts the accepted changes of the draft. */
  revision: number
  /** A whole draft, as of `draft_revision`; later changes stand in the record. */
  draft: Json<unknown>
  draft_revision: number
  total: string | null
  least: string | null
  most: string | null
  grade: string | null
  budgeted: string | null
  executed: string | null
  errors: number
  warnings: number
  /** What the filing adds to the roll-ups, by name. */
  sums: Json<Record<string, string> | null>
  /** The revision that the figures were made of; -1: of none. */
  figures_revision: number
  /** The reviewer's own values by row id. */
  assessments: ColumnType<unknown, string | undefined, string>
  updated_at: string
  published_at: string | null
  /** Of the first submission. */
  submitted_at: string | null
  /** The form of the approved targets, as a draft; null where none was taken in. */
  approved: ColumnType<unknown, string | null | undefined, string>
  /** After the review, by the reviewer's own values. */
  reviewed_total: string | null
  reviewed_grade: string | null
}

export interface RollupSumTable {
  region: string
  /** '': all campaigns together; year 0 and kind '' then. */
  campaign: string
  /** Or the organisation itself where it belongs to none; '': the whole region. */
  department: string
  fiscal_year: number
  kind: string
  /** Decimal texts by name, none of them zero. */
  sums: Json<Record<string, string>>
}

export interface IndicatorTable {
  region: string
  filing: string
  /** Its place in the form, from 0. */
  row: number
  campaign: string
  organisation: string
  fiscal_year: number
  name: string
  kind: string
  level2: string
  target: string
  actual: string
  weight: string
  score: string
  lost: string | null
  achievement: string | null
}

export interface StepTable {
  region: string
  filing: string
  person: string
  seq: Generated<number>
  edits: Json<unknown>
  inverse: Json<unknown>
  undone: Generated<boolean>
}

export interface CommentTable {
  region: string
  id: string
  filing: string
  place: string
  text: string
  answers: string | null
  person: string
  name: string
  at: string
  resolved_at: string | null
  resolved_by: string | null
}

export interface EvidenceTable {
  region: string
  id: string
  filing: string
  name: string
  type: string
  size: number
  hash: string
  places: string[]
  person: string
  at: string
}

export interface RecordTable {
  region: string
  seq: number
  at: string
  person: string | null
  filing: string | null
  event: Json<unknown>
  previous: string
  hash: string
  key: string
  signature: string
}

export interface ChainTable {
  region: string
  seq: number
  hash: string
}

export interface KeyTable {
  id: string
  public_key: string
  since: string
}

export interface AnswerTable {
  region: string
  person: string
  key: string
  route: string
  status: number
  body: string
  at: string
}

export interface JobTable {
  region: string
  id: string
  kind: string
  campaign: string
  input: Json<unknown>
  state: string
  attempts: Generated<number>
  person: string | null
  at: string
  run_at: string
  locked_until: string | null
  ended_at: string | null
  problem: string | null
  result: string | null
}

export interface JobItemTable {
  region: string
  job: string
  seq: number
  name: string
  filing: string | null
  state: string
  attempts: Generated<number>
  detail: Generated<string>
  file: string | null
}

export interface NoticeTable {
  region: string
  id: string
  person: string
  kind: string
  campaign: string
  filing: string | null
  words: Json<{ zh: string; en: string }>
  at: string
  read_at: string | null
}

export interface SettingTable {
  name: string
  value: string
}

export interface Tables {
  region: RegionTable
  organisation: OrganisationTable
  person: PersonTable
  session: SessionTable
  token: TokenTable
  campaign: CampaignTable
  filing: FilingTable
  rollup_sum: RollupSumTable
  indicator: IndicatorTable
  step: StepTable
  comment: CommentTable
  evidence: EvidenceTable
  record: RecordTable
  chain: ChainTable
  signer: KeyTable
  answer: AnswerTable
  job: JobTable
  job_item: JobItemTable
  notice: NoticeTable
  setting: SettingTable
}
