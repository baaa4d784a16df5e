/** A page per check, and the list of all rules. */

import { catalogue } from '../../src/core/checks/catalogue.ts'
import type { Check, Example } from '../../src/core/checks/check.ts'
import { checks } from '../../src/core/checks/index.ts'
import { evidenceWords, severityWords } from '../../src/core/texts/index.ts'
import { clauseTitle } from './clauses.ts'
import { bullet, fence, table } from './markdown.ts'

const over = { indicator: '逐个指标 · each indicator', task: '逐项任务 · each task', form: '整张表 · the whole form' }

function example(each: Example): string {
  const verdict = each.flagged.length === 0 ? '通过 · clean' : `标出 · flagged: \`${each.flagged.join('`, `')}\``
  const shown = each.text ?? JSON.stringify(each.form ?? {}, null, 1)
  const beside =
    each.beside === undefined ? '' : `\n\n另有 · beside it:\n\n${fence(JSON.stringify(each.beside, null, 1))}`
  return `${each.from}${each.edition === undefined ? '' : ` (${each.edition})`}: ${verdict}\n\n${fence(shown)}${beside}`
}

function checkPage(check: Check): string {
  const entry = catalogue.find(({ id }) => id === check.id)!
  const messages = Object.entries(check.messages).map(([id, { text, advice }]) => [
    `\`${id}\``,
    `${text.zh}<br>${text.en}`,
    `${advice.zh}<br>${advice.en}`,
  ])
  return [
    `# ${check.code} ${check.title.failed.zh} · ${check.title.failed.en}`,
    `\`${check.id}\` — ${severityWords[check.severity].zh} · ${check.severity}; ${over[check.over]}; ${evidenceWords[entry.evidence].zh} · ${entry.evidence}`,
    `通过时 · when it passes: ${check.title.passed.zh} · ${check.title.passed.en}`,
    `## 为什么 · Why\n\n${check.why.zh}\n\n${check.why.en}`,
    `## 依据 · Law\n\n${bullet(check.law.map(clauseTitle))}`,
    `## 说法与改法 · Messages and advice\n\n${table(['id', '说法 · message', '改法 · advice'], messages)}`,
    `## 例 · Examples\n\n${check.examples.map(example).join('\n\n')}`,
  ].join('\n\n')
}

export function checkPages(): ReadonlyMap<string, string> {
  const pages = new Map(checks.map((check) => [`checks/${check.id}.md`, checkPage(check)]))
  const built = new Set(checks.map(({ id }) => id))
  const rows = catalogue.map(({ id, code, severity, evidence, needs, title, because }) => [
    code,
    built.has(id) ? `[${id}](${id}.md)` : id,
    `${title.zh} · ${title.en}`,
    severity,
    evidence,
    needs,
    built.has(id) ? 'built' : `later: ${because?.zh}<br>${because?.en}`,
  ])
  pages.set(
    'checks/README.md',
    `# 检查规则 · Checks\n\n${catalogue.length} rules are known, ${built.size} are built.\n\n${table(['code', 'id', 'title', 'severity', 'evidence', 'needs', 'status'], rows)}`,
  )
  return pages
}
