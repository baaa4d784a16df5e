/** Clauses in words. */

import type { Bilingual, Citation, Lang } from '../model/index.ts'
import { clauseById, documents } from '../rulebook/index.ts'
import { byAnalogyWords, evidenceWords } from '../texts/index.ts'

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
