/** A page per scoring rule with its cases. */

import { editions } from '../../src/core/rulebook/index.ts'
import { scoringRules } from '../../src/core/scoring/index.ts'
import { clauseTitle } from './clauses.ts'
import { bullet, table } from './markdown.ts'

export function scoringPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const rule of scoringRules) {
    const law = new Map(
      editions.flatMap((edition) =>
        rule.law(edition).map((citation) => [citation.clause, clauseTitle(citation)] as const),
      ),
    )
    const rows = rule.cases.map((each) => [
      each.name ?? '',
      each.level1 ?? '',
      each.weight,
      each.target,
      each.actual,
      each.min === null ? '—' : each.min === each.max ? each.min : `${each.min}–${each.max}`,
      each.with === undefined ? '' : Object.keys(each.with).join(', '),
    ])
    pages.set(
      `scoring/${rule.id}.md`,
      [
        `# ${rule.title.zh} · ${rule.title.en}`,
        `\`${rule.id}\``,
        `## 依据 · Law\n\n${bullet([...law.values()])}`,
        `## 用例 · Cases\n\n${table(['指标 · name', 'level 1', '分值 · weight', '指标值 · target', '完成值 · actual', '得分 · score', 'edition differs in'], rows)}`,
      ].join('\n\n'),
    )
  }
  const list = scoringRules.map((rule) => [`[${rule.id}](${rule.id}.md)`, `${rule.title.zh} · ${rule.title.en}`])
  pages.set('scoring/README.md', `# 计分方法 · Scoring rules\n\n${table(['id', 'title'], list)}`)
  return pages
}
