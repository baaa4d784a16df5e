/** Findings in words: the texts of all pure rules, gathered from the rules' own files. */

import { checks } from '../checks/index.ts'
import type { Finding, Lang } from '../model/index.ts'
import { recogniseRules } from '../recognise/index.ts'
import { type Catalogue, type RuleTexts, renderFinding } from '../texts/index.ts'
import { evaluateRules } from './messages.ts'

/** Texts of every rule that speaks without a file: checks, the choice of rules, recognition. */
export const pureRuleTexts: readonly (readonly [string, RuleTexts])[] = [
  ...checks.map((check) => [check.id, { title: check.title.failed, messages: check.messages }] as const),
  ...Object.entries(evaluateRules),
  ...Object.entries(recogniseRules),
]

const pureCatalogue: Catalogue = new Map(pureRuleTexts)

/** A finding of a pure rule in words. */
export function sayPureFinding(finding: Finding, lang: Lang): ReturnType<typeof renderFinding> {
  return renderFinding(finding, lang, pureCatalogue)
}
