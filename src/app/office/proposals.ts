/** What the figures propose and people decide: forms to review, next year's targets. Nothing here writes. */

import { formOf } from '../../core/draft/index.ts'
import { type Draw, proposeSample, type RowSuggestion, suggestTargets, summaryOf } from '../../core/insight/index.ts'
import { listFilings } from '../../store/index.ts'
import { filingInSight } from './access.ts'
import { campaignOf } from './campaigns.ts'
import { draftOf } from './drafts.ts'
import { judgeFiling } from './figures.ts'
import type { Office } from './office.ts'
import { demandBureau, sightOf, type Viewer } from './viewer.ts'

/** Forms of a campaign to be reviewed: by risk and by a lot that its seed repeats. Throws `forbidden`, `not-found`. */
export async function sampleOf(
  office: Office,
  viewer: Viewer,
  id: string,
  wish: { readonly percent: number; readonly seed: number },
): Promise<readonly Draw[]> {
  demandBureau(viewer)
  const campaign = await campaignOf(office, viewer, id)
  const { database } = office.store
  const accepted = await listFilings(database, {
    region: campaign.region,
    sight: sightOf(viewer),
    campaign: id,
    stages: ['accepted'],
  })
  const candidates = []
  for (const filing of accepted) {
    const draft = await draftOf(office, database, filing)
    const { form, evaluation } = await judgeFiling(office, database, filing, draft)
    if (evaluation === null) continue
    candidates.push({
      id: filing.id,
      group: filing.department ?? filing.organisation,
      summary: summaryOf({ form, ...evaluation }),
    })
  }
  return proposeSample(candidates, wish)
}

const PEERS = 12

/** Next year's targets as ranges with their reasons. Throws `not-found`. */
export async function suggestionsFor(office: Office, viewer: Viewer, id: string): Promise<readonly RowSuggestion[]> {
  const { filing } = await filingInSight(office, viewer, id)
  const { database } = office.store
  const { region, organisation, fiscal_year: year, kind } = filing
  const own = await listFilings(database, { region, sight: [organisation], organisation })
  const earlier = own.filter(
    (one) => one.kind === kind && one.fiscal_year < year && (kind === 'department' || one.title === filing.title),
  )
  const all = await listFilings(database, {
    region,
    sight: sightOf(viewer),
    campaign: filing.campaign,
    limit: PEERS + 1,
  })
  const formAt = async (one: typeof filing) => formOf(await draftOf(office, database, one))
  const years = await Promise.all(earlier.map(async (one) => ({ year: one.fiscal_year, form: await formAt(one) })))
  const peers = await Promise.all(all.filter((one) => one.id !== id).map(formAt))
  return suggestTargets({ year, form: await formAt(filing) }, years, peers)
}
