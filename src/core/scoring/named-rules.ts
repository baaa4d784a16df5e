/** Finds the rule that an edition has for an indicator of this name. */

import { gather } from '../model/gather.ts'
import type { Edition, NamedRule } from '../rulebook/edition.ts'

const ASIDE = /[\s\u3000"'“”‘’「」『』*]|[(（][^)）]*[)）]?/g

/** Quotation marks, blanks and brackets do not matter: “三公经费”控制率(%) is 三公经费控制率. */
function bareName(name: string): string {
  return name.replace(ASIDE, '')
}

const byName = new WeakMap<readonly NamedRule[], ReadonlyMap<string, NamedRule>>()

/** Null where the edition scores the indicator by target and actual, as nearly all do. */
export function namedRuleFor({ named }: Edition, name: string): NamedRule | null {
  if (named === undefined) return null
  let known = byName.get(named)
  if (known === undefined) {
    known = new Map(gather(named, (rule) => rule.names.map((one) => [one, rule] as const)))
    byName.set(named, known)
  }
  return known.get(bareName(name)) ?? null
}
