/** What the rulebook holds, as lists that command line, documents and screens show. */

import { type CatalogueEntry, catalogue as ruleCatalogue } from '../core/checks/catalogue.ts'
import { checks } from '../core/checks/index.ts'
import type { Bilingual, Lang } from '../core/model/index.ts'
import { editionById, editions, incompleteEditions, layouts } from '../core/rulebook/index.ts'

export interface RuleListing {
  readonly id: string
  readonly code: string
  readonly group: string
  readonly severity: string
  readonly evidence: string
  readonly needs: CatalogueEntry['needs']
  /** Editions under which it runs; a check reads its thresholds from the edition, so all that score. */
  readonly editions: readonly string[]
  readonly status: 'built' | 'later'
  readonly title: Bilingual
  /** Of a rule for later: what it waits for. */
  readonly because?: Bilingual
}

/** All rules of the catalogue, those not built marked `later`. */
export function listRules(): readonly RuleListing[] {
  const built = new Set(checks.map(({ id }) => id))
  const complete = editions.map(({ id }) => id)
  return ruleCatalogue.map(({ id, code, group, severity, evidence, needs, title, because }) => ({
    id,
    code,
    group,
    severity,
    evidence,
    needs,
    editions: complete,
    status: built.has(id) ? 'built' : 'later',
    title,
    ...(because === undefined ? {} : { because }),
  }))
}

export { editions, incompleteEditions, layouts }

export function editionTitle(id: string, lang: Lang): string {
  return editionById(id)?.title[lang] ?? id
}
