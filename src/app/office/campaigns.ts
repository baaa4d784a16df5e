/** The year's task: issued to units, extended, recalled. */

import { blankDraft } from '../../core/draft/index.ts'
import { newFiling } from '../../core/review/index.ts'
import { editionById, layoutById } from '../../core/rulebook/index.ts'
import {
  type Campaign,
  countStages,
  findCampaign,
  insertCampaign,
  insertFilings,
  listCampaigns,
  listFilings,
  listOrganisations,
  listRegions,
  type NewFiling,
  type Organisation,
  updateCampaign,
} from '../../store/index.ts'
import { figuresOf, judge } from './figures.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { demandBureau, sightOf, type Viewer } from './viewer.ts'

export interface CampaignInput {
  readonly title: string
  readonly fiscalYear: number
  readonly kind: 'department' | 'project'
  readonly layout: string
  readonly edition: string | null
  readonly opens: string
  readonly closes: string
}

export interface CampaignView extends Campaign {
  /** Filings in sight, by stage. */
  readonly counts: Readonly<Record<string, number>>
}

async function viewOf(office: Office, viewer: Viewer, campaign: Campaign): Promise<CampaignView> {
  return {
    ...campaign,
    counts: await countStages(office.store.database, campaign.region, campaign.id, sightOf(viewer)),
  }
}

export async function campaignsOf(office: Office, viewer: Viewer, year?: number): Promise<CampaignView[]> {
  const { region } = viewer.person
  const found = await listCampaigns(office.store.database, { region, ...(year === undefined ? {} : { year }) })
  return Promise.all(found.map((campaign) => viewOf(office, viewer, campaign)))
}

/** Throws `not-found`. */
export async function campaignOf(office: Office, viewer: Viewer, id: string): Promise<CampaignView> {
  const found = await findCampaign(office.store.database, viewer.person.region, id)
  if (found === null) throw new Problem('not-found')
  return viewOf(office, viewer, found)
}

function demandSpan(opens: string, closes: string): void {
  if (opens > closes) throw new Problem('bad-request', { detail: 'opens > closes' })
}

/** Throws `forbidden`, `bad-request`. */
export async function addCampaign(office: Office, viewer: Viewer, input: CampaignInput): Promise<CampaignView> {
  demandBureau(viewer)
  const layout = layoutById(input.layout)
  // Tables of targets and of monitoring are read beside a form; nobody evaluates himself in them.
  if (layout === undefined || layout.kind !== input.kind || layout.stage !== undefined)
    throw new Problem('bad-request', { detail: 'layout' })
  if (input.edition !== null && editionById(input.edition) === undefined)
    throw new Problem('bad-request', { detail: 'edition' })
  demandSpan(input.opens, input.closes)
  const { region, id: person } = viewer.person
  const at = office.now()
  const { title, fiscalYear, kind, edition, opens, closes } = input
  const campaign: Campaign = {
    region,
    id: office.newId(),
    title,
    fiscal_year: fiscalYear,
    kind,
    layout: input.layout,
    edition,
    opens,
    closes,
    recalled: false,
    created_at: at,
  }
  await office.store.write(async (tx, record) => {
    await insertCampaign(tx, campaign)
    record({
      region,
      at,
      person,
      filing: null,
      event: {
        kind: 'addCampaign',
        campaign: campaign.id,
        title,
        fiscalYear,
        formKind: kind,
        layout: input.layout,
        edition,
        opens,
        closes,
      },
    })
  })
  return viewOf(office, viewer, campaign)
}

/** Another title, other days: an extension for all. Throws `forbidden`, `not-found`, `not-allowed-now`. */
export async function changeCampaign(
  office: Office,
  viewer: Viewer,
  id: string,
  change: { readonly title?: string; readonly opens?: string; readonly closes?: string },
): Promise<CampaignView> {
  demandBureau(viewer)
  const before = await campaignOf(office, viewer, id)
  if (before.recalled) throw new Problem('not-allowed-now')
  demandSpan(change.opens ?? before.opens, change.closes ?? before.closes)
  const { region, id: person } = viewer.person
  await office.store.write(async (tx, record) => {
    await updateCampaign(tx, region, id, change)
    record({
      region,
      at: office.now(),
      person,
      filing: null,
      event: { kind: 'changeCampaign', campaign: id, ...change },
    })
  })
  tellCampaign(office, viewer, id)
  return campaignOf(office, viewer, id)
}

export function tellCampaign(office: Office, viewer: Viewer, id: string): void {
  const { region } = viewer.person
  const path = viewer.posts.map(({ organisation }) => organisation.path[0]!).slice(0, 1)
  office.tell({ kind: 'campaign', region, path, id })
}

export interface Issued {
  readonly issued: number
  /** Units that had it already. */
  readonly kept: number
}

/** Names on a form as its organisation has them; several project forms of one unit differ by their project. */
async function blankFor(
  office: Office,
  campaign: Campaign,
  organisation: Organisation,
  byId: ReadonlyMap<string, Organisation>,
  regionName: string,
  project: string | null,
): Promise<NewFiling> {
  const department =
    [...organisation.path]
      .reverse()
      .map((id) => byId.get(id))
      .find((one) => one?.kind === 'department') ?? null
  const supervisor = department ?? organisation
  let rows = 0
  const draft = blankDraft(
    {
      layout: campaign.layout,
      edition: campaign.edition,
      fiscalYear: campaign.fiscal_year,
      head: {
        region: regionName,
        supervisor: supervisor.name,
        ...(campaign.kind === 'department' ? { department: organisation.name } : { implementer: organisation.name }),
        ...(project === null ? {} : { project }),
      },
    },
    () => `r${++rows}`,
  )
  const state = newFiling(department !== null && department.id !== organisation.id)
  const { figures, sums, rows: indicators } = figuresOf(judge(draft, campaign))
  const at = office.now()
  return {
    region: campaign.region,
    id: office.newId(),
    campaign: campaign.id,
    organisation: organisation.id,
    path: organisation.path,
    department: department?.id ?? null,
    fiscal_year: campaign.fiscal_year,
    kind: campaign.kind,
    title: project ?? organisation.name,
    stage: state.stage,
    state,
    revision: 0,
    draft_revision: 0,
    figures_revision: 0,
    assessments: {},
    ...figures,
    sums,
    rows: indicators,
    updated_at: at,
    published_at: null,
    draft,
  }
}

export interface IssueInput {
  /** Ids, or all units and departments of the region. */
  readonly organisations: readonly string[] | 'all'
  /** Of a project campaign: one form for each project. */
  readonly projects?: readonly string[]
}

/** One form for each unit (and project). Throws `forbidden`, `not-found`, `not-allowed-now`. */
export async function issueCampaign(office: Office, viewer: Viewer, id: string, input: IssueInput): Promise<Issued> {
  demandBureau(viewer)
  const campaign = await campaignOf(office, viewer, id)
  if (campaign.recalled) throw new Problem('not-allowed-now')
  const { region, id: person } = viewer.person
  const { database } = office.store
  const all = (await listOrganisations(database, { region })).filter(({ active }) => active)
  const byId = new Map(all.map((one) => [one.id, one]))
  const chosen =
    input.organisations === 'all'
      ? all.filter(({ kind }) => kind !== 'financeBureau')
      : input.organisations.map((one) => byId.get(one) ?? null)
  if (chosen.some((one) => one === null || one.kind === 'financeBureau')) throw new Problem('not-found')
  const projects = campaign.kind === 'project' ? (input.projects ?? [null]) : [null]
  const regionName = (await listRegions(database)).find(({ code }) => code === region)?.name ?? ''
  const result = await office.store.write(async (tx, record) => {
    const there = await listFilings(tx, { region, sight: all.map((one) => one.id), campaign: id })
    const known = new Set(there.map(({ organisation, title }) => `${organisation} ${title}`))
    const made: NewFiling[] = []
    for (const organisation of chosen as Organisation[]) {
      for (const project of projects) {
        if (known.has(`${organisation.id} ${project ?? organisation.name}`)) continue
        made.push(await blankFor(office, campaign, organisation, byId, regionName, project))
      }
    }
    await insertFilings(tx, made)
    for (const filing of made) {
      record({
        region,
        at: office.now(),
        person,
        filing: filing.id,
        event: { kind: 'issue', campaign: id, organisation: filing.organisation, title: filing.title },
      })
    }
    return { issued: made.length, kept: chosen.length * projects.length - made.length }
  })
  tellCampaign(office, viewer, id)
  return result
}
