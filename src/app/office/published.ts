/** Forms that were published: for whoever asks, without a name or a password. */

import type { Lang, Report } from '../../core/model/index.ts'
import { type Filing, findPublished, listPublished, listRegions, publishedKeys } from '../../store/index.ts'
import { planPrint } from '../print/index.ts'
import { filingInSight } from './access.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { reportOf } from './reports.ts'
import type { Viewer } from './viewer.ts'

export interface PublishedForm {
  readonly id: string
  readonly region: string
  readonly regionName: string
  readonly fiscalYear: number
  readonly title: string
  readonly kind: 'department' | 'project'
  readonly total: string | null
  readonly grade: string | null
  readonly publishedAt: string
}

export interface PublishedAsked {
  readonly region?: string
  readonly year?: number
  readonly q?: string
  readonly after?: readonly [string, string]
  readonly limit: number
}

export async function publishedForms(office: Office, asked: PublishedAsked): Promise<PublishedForm[]> {
  return named(office, await listPublished(office.store.database, asked))
}

async function named(office: Office, filings: readonly Filing[]): Promise<PublishedForm[]> {
  const names = new Map((await listRegions(office.store.database)).map(({ code, name }) => [code, name]))
  return filings.map(({ id, region, fiscal_year, title, kind, total, grade, published_at }) => ({
    id,
    region,
    regionName: names.get(region) ?? region,
    fiscalYear: fiscal_year,
    title,
    kind,
    total,
    grade,
    publishedAt: published_at!,
  }))
}

/** Throws `not-found`. */
export async function publishedForm(office: Office, id: string): Promise<PublishedForm> {
  return (await named(office, [await publishedFiling(office, id)]))[0]!
}

/** Regions and years that have published forms, for the ways into the public pages. */
export async function publishedShelves(office: Office): Promise<{
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly years: readonly number[]
}> {
  const { regions, years } = await publishedKeys(office.store.database)
  const names = new Map((await listRegions(office.store.database)).map(({ code, name }) => [code, name]))
  return { regions: regions.map((code) => ({ code, name: names.get(code) ?? code })), years }
}

async function publishedFiling(office: Office, id: string): Promise<Filing> {
  const found = await findPublished(office.store.database, id)
  if (found === null) throw new Problem('not-found')
  return found
}

/** Throws `not-found`. */
export async function publishedReport(office: Office, id: string): Promise<Report> {
  return reportOf(office, office.store.database, await publishedFiling(office, id))
}

export interface PrintedForm {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
}

/** What a filing is printed as: a product and one of its formats; the first of them where none is named. */
export interface PrintWanted {
  readonly what?: string
  readonly to?: string
}

async function printed(
  report: Report,
  { title, fiscal_year: year }: Filing,
  wanted: PrintWanted,
  lang: Lang,
): Promise<PrintedForm> {
  const plan = planPrint(wanted)
  if (plan.product === null) throw new Problem('bad-request', { detail: plan.refused.en })
  const bytes = Buffer.from(JSON.stringify(report))
  const name = plan.product.id === 'form' ? `${title}${year}年度自评表` : `${title}${year}年度${plan.product.title.zh}`
  const source = { bytes, name: `${name}.json`, hash: report.stamp.sourceHash, format: 'form', findings: [], rules: {} }
  const { files } = await plan.product.print({ source, reports: [report], to: plan.to, options: { lang } })
  const [file] = files
  if (file === undefined) throw new Problem('unreadable')
  const ending = file.tail.slice(file.tail.lastIndexOf('.') + 1)
  return { name: `${name}${file.tail}`, type: types[ending] ?? 'application/octet-stream', content: file.content }
}

/** Throws `not-found`, `bad-request`. */
export async function printPublished(office: Office, id: string, to: string, lang: Lang): Promise<PrintedForm> {
  const filing = await publishedFiling(office, id)
  return printed(await reportOf(office, office.store.database, filing), filing, { to }, lang)
}

/** Throws `not-found`, `bad-request`, `blocked`. */
export async function printFiling(
  office: Office,
  viewer: Viewer,
  id: string,
  wanted: PrintWanted,
  lang: Lang,
): Promise<PrintedForm> {
  const { filing } = await filingInSight(office, viewer, id)
  return printed(await reportOf(office, office.store.database, filing), filing, wanted, lang)
}
