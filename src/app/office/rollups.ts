/** Many forms at once: by unit, department, region, year and level, for whoever sees them. */

import { type RollUpView, rollUpSchema, viewOf } from '../../core/insight/index.ts'
import type { Level1 } from '../../core/model/index.ts'
import {
  findIndicators,
  type IndicatorFound,
  type IndicatorQuery,
  type IndicatorYear,
  indicatorYears,
  listOrganisations,
  listRegions,
  type RollupKey,
  type RollupRow,
  type RollupScope,
  rollUp,
  type SumsKey,
  sumsOf,
} from '../../store/index.ts'
import { settleStale } from './figures.ts'
import type { Office } from './office.ts'
import { regionsBelow, sightOf, type Viewer } from './viewer.ts'

/** What is asked of all that adds up. */
export interface InsightAsked {
  readonly campaign?: string
  readonly year?: number
  readonly department?: string
  readonly kind?: 'department' | 'project'
  /** A bureau's: with the regions below its own. */
  readonly below?: boolean
}

/** What the viewer may add up; figures are brought up to date first: what was typed a moment ago is counted. */
async function scopeOf(office: Office, viewer: Viewer, { below, ...asked }: InsightAsked): Promise<RollupScope> {
  const { region } = viewer.person
  const regions = below === true ? await regionsBelow(office, viewer) : []
  for (const each of [region, ...regions]) await settleStale(office, each)
  return { ...asked, region, sight: sightOf(viewer), below: regions }
}

export interface InsightView {
  readonly key: string
  readonly name: string
  readonly view: RollUpView
}

async function viewsOf(office: Office, scope: RollupScope, by: SumsKey): Promise<InsightView[]> {
  const { database } = office.store
  const groups = await sumsOf(database, { ...scope, by })
  const names = new Map<string, string>()
  if (by === 'department')
    for (const { id, name } of await listOrganisations(database, { region: scope.region })) names.set(id, name)
  if (by === 'region') for (const { code, name } of await listRegions(database)) names.set(code, name)
  return groups.map(({ key, sums }) => ({
    key,
    name: names.get(key) ?? key,
    view: viewOf({ schema: rollUpSchema, figures: sums }),
  }))
}

/** What the forms in sight say together: losses, over-achievement, satisfaction, findings. */
export async function insightOf(
  office: Office,
  viewer: Viewer,
  { by, ...asked }: InsightAsked & { readonly by: SumsKey },
): Promise<InsightView[]> {
  return viewsOf(office, await scopeOf(office, viewer, asked), by)
}

/** Names of the first level where the form's own are left out. */
const level1Names: Readonly<Record<Level1, string>> = {
  execution: '预算执行',
  input: '投入指标',
  process: '过程指标',
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  other: '其他',
}

/** Blocks of the forms, added up: the average of a level is its score in percent of the weight that was scored. */
async function levelsOf(office: Office, scope: RollupScope, level: 1 | 2): Promise<RollupRow[]> {
  const [all] = await viewsOf(office, scope, 'all')
  if (all === undefined) return []
  return all.view.blocks
    .filter((block) => block.level === level)
    .map(({ kind, name, weight, score, lost, rate }) => ({
      key: `${kind}/${name}`,
      name: name === '' ? level1Names[kind] : name,
      filings: all.view.forms,
      submitted: null,
      accepted: null,
      published: null,
      average: rate,
      min: null,
      max: null,
      excellent: null,
      good: null,
      fair: null,
      poor: null,
      budgeted: null,
      executed: null,
      executionRate: null,
      errors: null,
      warnings: null,
      weight,
      score,
      lost,
    }))
}

export async function rollupOf(
  office: Office,
  viewer: Viewer,
  { by, ...asked }: InsightAsked & { readonly by: RollupKey },
): Promise<RollupRow[]> {
  const scope = await scopeOf(office, viewer, asked)
  if (by === 'level1' || by === 'level2') return levelsOf(office, scope, by === 'level1' ? 1 : 2)
  return rollUp(office.store.database, { ...scope, by })
}

export type IndicatorsAsked = InsightAsked & Omit<IndicatorQuery, keyof RollupScope>

/** Single indicators of the forms in sight, to look at what a sum is made of. */
export async function indicatorsOf(office: Office, viewer: Viewer, asked: IndicatorsAsked): Promise<IndicatorFound[]> {
  const { sort, limit, levelKind, level2, name, ...wish } = asked
  const scope = await scopeOf(office, viewer, { ...wish, below: false })
  return findIndicators(office.store.database, {
    ...scope,
    sort,
    limit,
    ...(levelKind === undefined ? {} : { levelKind }),
    ...(level2 === undefined ? {} : { level2 }),
    ...(name === undefined ? {} : { name }),
  })
}

const MOST = 2000

/** One indicator, or one organisation's, over the years. */
export async function historyOf(
  office: Office,
  viewer: Viewer,
  asked: { readonly organisation?: string; readonly name?: string },
): Promise<IndicatorYear[]> {
  await settleStale(office, viewer.person.region)
  return indicatorYears(office.store.database, {
    ...asked,
    region: viewer.person.region,
    sight: sightOf(viewer),
    limit: MOST,
  })
}
