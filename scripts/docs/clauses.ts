/** How a clause is named on a page. */

import type { Citation } from '../../src/core/model/index.ts'
import { clauseById, documents } from '../../src/core/rulebook/index.ts'
import { evidenceWords } from '../../src/core/texts/index.ts'

export function clauseTitle(citation: Citation): string {
  const clause = clauseById(citation.clause)
  const document = documents.find(({ id }) => citation.clause.startsWith(`${id}/`))
  const summary = clause === undefined ? '' : ` ${clause.summary.zh} · ${clause.summary.en}`
  return `${document?.number || document?.title.zh || citation.clause}${summary} (\`${citation.clause}\`, ${evidenceWords[citation.evidence].zh})`
}
