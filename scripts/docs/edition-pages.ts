/** A page per edition with all its numbers and cases, and all editions side by side. */

import type { Edition, EditionCase, IncompleteEdition } from '../../src/core/rulebook/edition.ts'
import { editions, incompleteEditions, parametersOf } from '../../src/core/rulebook/index.ts'
import { clauseTitle } from './clauses.ts'
import { table } from './markdown.ts'

function caseRow(each: EditionCase): string {
  return Object.entries(each)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ')
}

function yearsOf(edition: Edition | IncompleteEdition): string {
  return edition.status === 'complete' ? `${edition.firstYear.value}–${edition.lastYear?.value ?? ''}, ` : ''
}

function editionPage(edition: Edition | IncompleteEdition): string {
  return [
    `# ${edition.title.zh} · ${edition.title.en}`,
    `\`${edition.id}\` — ${edition.kind}, ${edition.place.name || '全国'}, ${yearsOf(edition)}${edition.status}`,
    ...(edition.note === undefined ? [] : [`${edition.note.zh}\n\n${edition.note.en}`]),
    `## 数值 · Numbers\n\n${table(
      ['parameter', 'value', '依据 · law'],
      parametersOf(edition).map(({ name, parameter }) => [`\`${name}\``, parameter.value, clauseTitle(parameter.law)]),
    )}`,
    `## 用例 · Cases\n\n${table(
      ['case'],
      edition.cases.map((each) => [caseRow(each)]),
    )}`,
  ].join('\n\n')
}

function sideBySide(): string {
  const names = [
    ...new Set(
      [...editions, ...incompleteEditions].flatMap((edition) => parametersOf(edition).map(({ name }) => name)),
    ),
  ]
  const methods: readonly [string, (edition: Edition) => string][] = [
    ['kind', (edition) => edition.kind],
    ['askedOnly', (edition) => (edition.askedOnly ? 'true' : '')],
    ['execution.method', (edition) => edition.execution.method],
    ['execution.distribution', (edition) => edition.execution.distribution],
    ['equal.method', (edition) => edition.equal.method],
    ['reverse.method', (edition) => edition.reverse.method],
    ['satisfaction.method', (edition) => edition.satisfaction.method],
    ['notApplicable.method', (edition) => edition.notApplicable.method],
    ['overAchievement.effect', (edition) => edition.overAchievement.effect],
    ['rounding.mode', (edition) => edition.rounding.mode],
  ]
  const listed = [...editions, ...incompleteEditions]
  const ofMethod = (edition: Edition | IncompleteEdition, of: (edition: Edition) => string) =>
    edition.status === 'complete' ? of(edition) : ''
  const rows = [
    ['status', ...listed.map(({ status }) => status)],
    ...methods.map(([name, of]) => [name, ...listed.map((edition) => ofMethod(edition, of))]),
    ...names.map((name) => [
      name,
      ...listed.map((edition) => parametersOf(edition).find((each) => each.name === name)?.parameter.value ?? ''),
    ]),
  ]
  return table(['', ...listed.map(({ id }) => `[${id}](${id}.md)`)], rows)
}

export function editionPages(): ReadonlyMap<string, string> {
  const pages = new Map(
    [...editions, ...incompleteEditions].map((edition) => [`editions/${edition.id}.md`, editionPage(edition)]),
  )
  pages.set('editions/README.md', `# 计分规则 · Editions\n\n${sideBySide()}`)
  return pages
}
