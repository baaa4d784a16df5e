/** All texts of all rules, gathered from the rules' own files. */

import { checks } from '../core/checks/index.ts'
import { evaluateRules } from '../core/evaluate/index.ts'
import type { Bilingual, Citation, Finding, Lang } from '../core/model/index.ts'
import { recogniseRules } from '../core/recognise/index.ts'
import { clauseById, documents } from '../core/rulebook/index.ts'
import { byAnalogyWords, type Catalogue, evidenceWords, type RuleTexts, renderFinding } from '../core/texts/index.ts'
import { fileRules } from './many/messages.ts'
import { workRules } from './work/messages.ts'

const entries: readonly (readonly [string, RuleTexts])[] = [
  ...checks.map((check) => [check.id, { title: check.title.failed, messages: check.messages }] as const),
  ...Object.entries(evaluateRules),
  ...Object.entries(recogniseRules),
  ...Object.entries(fileRules),
  ...Object.entries(workRules),
]

export const catalogue: Catalogue = new Map(entries)

/** `rules`: texts of the reader that took the file, where the finding may be its. */
export function sayFinding(
  finding: Finding,
  lang: Lang,
  rules: Readonly<Record<string, RuleTexts>> = {},
): ReturnType<typeof renderFinding> {
  const own = rules[finding.rule]
  return renderFinding(finding, lang, own === undefined ? catalogue : new Map([[finding.rule, own]]))
}

/** '财预〔2020〕10号 分值设定': the document, the article where it was read, what the clause says. */
export function sayClause(citation: Citation, lang: Lang): string {
  const clause = clauseById(citation.clause)
  const document = documents.find(({ id }) => citation.clause.startsWith(`${id}/`))
  const name = document === undefined ? citation.clause : documentName(document, lang)
  const summary = clause === undefined ? '' : ` ${clause.summary[lang]}`
  const article = clause?.article === undefined ? '' : ` ${clause.article}`
  return `${name}${article}${summary}`
}

/** The clause with how far its text was read, and whether it holds by analogy. */
export function sayCitation(citation: Citation, lang: Lang): string {
  const marks = [evidenceWords[citation.evidence], ...(citation.byAnalogy ? [byAnalogyWords] : [])]
  const said = marks.map((mark: Bilingual) => mark[lang]).join(lang === 'zh' ? '；' : '; ')
  return lang === 'zh' ? `${sayClause(citation, lang)}（${said}）` : `${sayClause(citation, lang)} (${said})`
}

function documentName(document: { readonly number: string; readonly title: Bilingual }, lang: Lang): string {
  return document.number === '' ? document.title[lang] : document.number
}
