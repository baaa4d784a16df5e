/**
 * What the record keeps: who, when and where are said by its entry; what happened, by one of these events. An entry is text
 * of one spelling (`canonicalJson`), hashed and signed by whoever keeps it.
 */

import type { Edit } from '../draft/index.ts'
import type { CampaignEvent } from './campaign.ts'
import type { Stage } from './stages.ts'
import type { LifeEvent } from './state.ts'

/** How a change came about. */
export type Way = 'typed' | 'undo' | 'redo' | 'import' | 'copy' | 'execution'

/** A role at an organisation (id). */
export interface Seat {
  readonly role: string
  readonly organisation: string | null
}

type WithoutBy<E> = E extends unknown ? Omit<E, 'by'> : never

/** A step of the life cycle, with the stages it led from and to. */
export type StepEvent = WithoutBy<LifeEvent> & { readonly from: Stage; readonly to: Stage; readonly round: number }

export type RecordEvent =
  | StepEvent
  | {
      readonly kind: 'edit'
      readonly revision: number
      readonly way: Way
      readonly edits: readonly Edit[]
      readonly reason?: string
      /** The file that an import came from. */
      readonly file?: string
    }
  /** The reviewer's value of a row (or 'execution') beside the unit's; null: none. */
  | {
      readonly kind: 'assess'
      readonly row: string
      readonly from: string | null
      readonly to: string | null
      readonly reason: string
      readonly phrase?: string
    }
  | {
      readonly kind: 'comment'
      readonly comment: string
      readonly place: string
      readonly text: string
      readonly answers?: string | null
    }
  | { readonly kind: 'resolveComment'; readonly comment: string }
  | {
      readonly kind: 'addEvidence' | 'dropEvidence'
      readonly evidence: string
      readonly name: string
      readonly hash: string
    }
  | { readonly kind: 'issue'; readonly campaign: string; readonly organisation: string; readonly title: string }
  | {
      readonly kind: 'addCampaign'
      readonly campaign: string
      readonly title: string
      readonly fiscalYear: number
      readonly opens: string
      readonly closes: string
    }
  | {
      readonly kind: 'changeCampaign'
      readonly campaign: string
      readonly title?: string
      readonly opens?: string
      readonly closes?: string
    }
  | { readonly kind: 'campaign'; readonly campaign: string; readonly event: CampaignEvent; readonly reason?: string }
  | {
      readonly kind: 'addPerson'
      readonly person: string
      readonly login: string
      readonly name: string
      readonly roles: readonly Seat[]
    }
  | {
      readonly kind: 'changePerson'
      readonly person: string
      readonly name?: string
      readonly active?: boolean
      readonly roles?: readonly Seat[]
    }
  | { readonly kind: 'resetPassword' | 'changePassword'; readonly person: string }
  | { readonly kind: 'handOver'; readonly from: string; readonly to: string; readonly roles: readonly Seat[] }
  | {
      readonly kind: 'addOrganisation'
      readonly organisation: string
      readonly name: string
      readonly organisationKind: string
    }
  | {
      readonly kind: 'changeOrganisation'
      readonly organisation: string
      readonly name?: string
      readonly active?: boolean
    }
  | { readonly kind: 'loadRegions'; readonly count: number }
  /** Work on many forms was begun; `job`: import, print, nudge. */
  | { readonly kind: 'startJob'; readonly job: string; readonly campaign: string; readonly parts: number }
  | { readonly kind: 'signIn' | 'setUp' | 'backup' | 'restore' }

export type RecordKind = RecordEvent['kind']
