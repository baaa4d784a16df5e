/** The report as one self-contained page: the official form, findings beside their cells, the way of every point. */

import { catalogue as ruleCatalogue } from '../core/checks/catalogue.ts'
import { layOut } from '../core/layout/index.ts'
import type { Lang, Report } from '../core/model/index.ts'
import { layoutById } from '../core/rulebook/index.ts'
import { scoringRules } from '../core/scoring/index.ts'
import { type ReportTexts, writeHtml } from '../writers/html/index.ts'
import { sayClause, sayFinding } from './catalogue.ts'
import { editionTitle } from './rulebook-pages.ts'

function textsIn(lang: Lang): ReportTexts {
  return {
    finding: (finding) => sayFinding(finding, lang),
    clause: (citation) => sayClause(citation, lang),
    check: (id) => {
      const entry = ruleCatalogue.find((each) => each.id === id)
      return entry === undefined ? null : { code: entry.code, title: entry.title[lang] }
    },
    method: (id) => scoringRules.find((rule) => rule.id === id)?.title[lang] ?? id,
    edition: (id) => editionTitle(id, lang),
    layout: (id) => layoutById(id)?.title[lang] ?? id,
  }
}

/** Null where no layout of that id exists. */
export function reportPage(report: Report, lang: Lang): string
export function reportPage(report: Report, lang: Lang, layoutId: string | undefined): string | null
export function reportPage(report: Report, lang: Lang, layoutId?: string): string | null {
  if (layoutId !== undefined && layoutById(layoutId) === undefined) return null
  return writeHtml(report, layOut(report, layoutId), lang, textsIn(lang))
}
