/** Findings become words here, at the edge: the rule's message in the asked language, its placeholders filled. */

import type { Bilingual, Finding, Lang, Scalar } from '../model/index.ts'

/** What a rule says: kept in the rule's own file, gathered into a catalogue by who renders. */
export interface RuleTexts {
  readonly title: Bilingual
  readonly messages: Readonly<Record<string, { readonly text: Bilingual; readonly advice?: Bilingual }>>
}

export type Catalogue = ReadonlyMap<string, RuleTexts>

export interface RenderedFinding {
  readonly title: string
  readonly text: string
  readonly advice: string | null
}

const PLACEHOLDER = /\{(\w+)\}/g

/** Names of the placeholders of a template, in order. */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1]!)
}

/** A cell may print 24分 where others print 24: the unit of the sentence is not said twice. */
const FILLED = /\{(\w+)\}(分?)/g

/** A placeholder without data stays visible as `{name}`: a gate finds it. */
export function fill(template: string, data: Readonly<Record<string, Scalar>>): string {
  return template.replace(FILLED, (whole, name: string, unit: string) => {
    if (!(name in data)) return whole
    const said = String(data[name])
    return unit !== '' && said.endsWith(unit) ? said : `${said}${unit}`
  })
}

/** Unknown rules and messages render as their ids, so that nothing said is lost. */
export function renderFinding(finding: Finding, lang: Lang, catalogue: Catalogue): RenderedFinding {
  const rule = catalogue.get(finding.rule)
  const message = rule?.messages[finding.message]
  const advice = finding.fix?.advice ?? message?.advice
  return {
    title: rule === undefined ? finding.rule : rule.title[lang],
    text: message === undefined ? `${finding.rule}/${finding.message}` : fill(message.text[lang], finding.data),
    advice: advice === undefined ? null : fill(advice[lang], finding.data),
  }
}
