/** Every document of the rulebook, and the one way to cite a clause. */

import { gather } from '../../model/gather.ts'
import type { Citation } from '../../model/index.ts'
import type { Clause, LegalDocument } from '../document.ts'
import { document as caiyu201353 } from './caiyu-2013-53.ts'
import { document as caiyu201588 } from './caiyu-2015-88.ts'
import { document as caiyu202010 } from './caiyu-2020-10.ts'
import { document as caiyu2021101 } from './caiyu-2021-101.ts'
import { document as finalAccountsChecks } from './final-accounts-checks.ts'
import { document as guangxiSelfEvaluation } from './guangxi-self-evaluation.ts'
import { document as hebeiTianjinPractice } from './hebei-tianjin-practice.ts'
import { document as henan2024 } from './henan-2024.ts'
import { document as hubei2020 } from './hubei-2020.ts'
import { document as hunanYueyang } from './hunan-yueyang.ts'
import { document as integratedPlatform } from './integrated-platform.ts'
import { document as piduReview2025 } from './pidu-review-2025.ts'
import { document as platformManual2022 } from './platform-manual-2022.ts'
import { document as reviewPractice } from './review-practice.ts'
import { document as shenzhenDepartmentForm } from './shenzhen-department-form.ts'
import { document as sichuan2023 } from './sichuan-2023.ts'
import { document as zipingProposal } from './ziping-proposal.ts'

export const documents: readonly LegalDocument[] = [
  caiyu202010,
  caiyu2021101,
  caiyu201588,
  caiyu201353,
  henan2024,
  hubei2020,
  sichuan2023,
  guangxiSelfEvaluation,
  integratedPlatform,
  platformManual2022,
  hebeiTianjinPractice,
  piduReview2025,
  reviewPractice,
  finalAccountsChecks,
  hunanYueyang,
  shenzhenDepartmentForm,
  zipingProposal,
]

const clauses: ReadonlyMap<string, Clause> = new Map(
  gather(documents, (document) => document.clauses.map((clause) => [clause.id, clause] as const)),
)

/** The clause of this id; undefined where the rulebook has none. */
export function clauseById(id: string): Clause | undefined {
  return clauses.get(id)
}

/**
 * A citation of a clause, with its evidence. Throws on an unknown id, a fault of the program. `byAnalogy` where a rule
 * made for one kind of form is used on another.
 */
export function cite(clauseId: string, options?: { readonly byAnalogy?: true }): Citation {
  const clause = clauses.get(clauseId)
  if (clause === undefined) throw new Error(`no such clause: ${clauseId}`)
  return { clause: clause.id, evidence: clause.evidence, ...(options?.byAnalogy ? { byAnalogy: true } : {}) }
}
