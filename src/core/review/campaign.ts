/** The campaign itself: prepared, issued to its units, ended or recalled; and what an administrator may do. */

import type { Bilingual } from '../model/index.ts'
import { type Actor, holds, type OrganisationRef, type Position, type Role } from './roles.ts'

export const campaignStages = ['prepared', 'issued', 'ended', 'recalled'] as const
export type CampaignStage = (typeof campaignStages)[number]

export const campaignStageNames: Readonly<Record<CampaignStage, Bilingual>> = {
  prepared: { zh: '未下达', en: 'prepared' },
  issued: { zh: '已下达', en: 'issued' },
  ended: { zh: '已结束', en: 'ended' },
  recalled: { zh: '已撤回', en: 'recalled' },
}

export const campaignEvents = ['change', 'issue', 'addUnits', 'extend', 'end', 'recall'] as const
export type CampaignEvent = (typeof campaignEvents)[number]

export const campaignEventNames: Readonly<Record<CampaignEvent, Bilingual>> = {
  change: { zh: '修改任务', en: 'change the campaign' },
  issue: { zh: '下达任务', en: 'issue the campaign' },
  addUnits: { zh: '增加填报单位', en: 'add units' },
  extend: { zh: '延期', en: 'extend' },
  end: { zh: '结束任务', en: 'end the campaign' },
  recall: { zh: '撤回任务', en: 'recall the campaign' },
}

/** From where to where; null: stays where it is. */
export const campaignSteps: readonly {
  readonly event: CampaignEvent
  readonly from: CampaignStage
  readonly to: CampaignStage | null
}[] = [
  { event: 'change', from: 'prepared', to: null },
  { event: 'issue', from: 'prepared', to: 'issued' },
  { event: 'addUnits', from: 'issued', to: null },
  { event: 'extend', from: 'issued', to: null },
  { event: 'end', from: 'issued', to: 'ended' },
  { event: 'recall', from: 'issued', to: 'recalled' },
]

/** The stage that follows; null where the event cannot happen. */
export function campaignAfter(stage: CampaignStage, event: CampaignEvent): CampaignStage | null {
  const step = campaignSteps.find((one) => one.event === event && one.from === stage)
  return step === undefined ? null : (step.to ?? stage)
}

export type CampaignDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: 'role' | 'step'; readonly reason: Bilingual }

const refusals: Readonly<Record<'role' | 'step', Bilingual>> = {
  role: { zh: '只有本级财政绩效科室可以办理', en: 'only the performance office of this bureau may do this' },
  step: { zh: '任务现在的状态不能办理这一步', en: 'this step cannot be taken at this stage of the campaign' },
}

/** Whether the actor may do this to a campaign of this bureau. */
export function mayRun(
  actor: Actor,
  campaign: { readonly organisation: OrganisationRef; readonly stage: CampaignStage },
  event: CampaignEvent,
): CampaignDecision {
  if (!holds(actor, 'performanceOfficer', campaign.organisation, ['own', 'below'])) {
    return { allowed: false, code: 'role', reason: refusals.role }
  }
  return campaignAfter(campaign.stage, event) === null
    ? { allowed: false, code: 'step', reason: refusals.step }
    : { allowed: true }
}

/** What is done to the house itself, not to a form. */
export const duties = [
  'people',
  'units',
  'regions',
  'editions',
  'layouts',
  'backup',
  'record',
  'insight',
  'handOver',
] as const
export type Duty = (typeof duties)[number]

type Holders = readonly (readonly [Role, readonly Position[]])[]

const ownAndBelow: readonly Position[] = ['own', 'below']
const administrator: Holders = [['administrator', ownAndBelow]]

const holders: Readonly<Record<Duty, Holders>> = {
  people: administrator,
  units: administrator,
  regions: administrator,
  editions: [...administrator, ['performanceOfficer', ['own']]],
  layouts: [...administrator, ['performanceOfficer', ['own']]],
  backup: administrator,
  record: [...administrator, ['performanceOfficer', ownAndBelow], ['unitHead', ['own']]],
  insight: [
    ['performanceOfficer', ownAndBelow],
    ['budgetOfficer', ownAndBelow],
    ['supervisorReviewer', ownAndBelow],
    ['unitHead', ownAndBelow],
    ['financeOfficer', ownAndBelow],
  ],
  // A head gives the work of a clerk who leaves to another; so may the administrator.
  handOver: [...administrator, ['unitHead', ['own']]],
}

/** Whether the actor has this duty over an organisation. */
export function hasDuty(actor: Actor, duty: Duty, organisation: OrganisationRef): boolean {
  return holders[duty].some(([role, positions]) => holds(actor, role, organisation, positions))
}
