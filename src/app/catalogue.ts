/** All texts of all rules: those of the pure rooms, and those that speak of files and of work. */

import { pureRuleTexts, sayCitation, sayClause } from '../core/evaluate/index.ts'
import type { Finding, Lang } from '../core/model/index.ts'
import { type Catalogue, type RuleTexts, renderFinding } from '../core/texts/index.ts'
import { fileRules } from './many/messages.ts'
import { workRules } from './work/messages.ts'

export { sayCitation, sayClause }

export const catalogue: Catalogue = new Map([
  ...pureRuleTexts,
  ...Object.entries(fileRules),
  ...Object.entries(workRules),
])

/** `rules`: texts of the reader that took the file, where the finding may be its. */
export function sayFinding(
  finding: Finding,
  lang: Lang,
  rules: Readonly<Record<string, RuleTexts>> = {},
): ReturnType<typeof renderFinding> {
  const own = rules[finding.rule]
  return renderFinding(finding, lang, own === undefined ? catalogue : new Map([[finding.rule, own]]))
}
