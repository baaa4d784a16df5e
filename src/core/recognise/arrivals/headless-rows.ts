/** The rest of a form whose first pages are not there: rows of indicators below no header. */

import type { SourceRow } from '../source.ts'

const NAME = /^(?![≥≤<>=\d]).*\p{Script=Han}{3}/u
const TARGET = /^[≥≤≧≦<>=＞＜]|^(?:不低于|不少于|不超过|不高于)\d/
const POINTS = /^\d{1,3}(?:\.\d{1,4})?$/
/** So many such rows are no accident. */
const ENOUGH = 3

/** A name before a target with its sign, and the points and the score of the row beside them. */
function isIndicatorRow({ cells }: SourceRow): boolean {
  const texts = cells.map(({ text }) => text.trim())
  const name = texts.findIndex((text) => NAME.test(text))
  const target = texts.findIndex((text) => TARGET.test(text))
  return name >= 0 && name < target && texts.filter((text) => POINTS.test(text)).length >= 2
}

/** The first of them; null where fewer stand there than make a form likely. */
export function firstHeadlessRow(rows: readonly SourceRow[]): SourceRow | null {
  const found = rows.filter(isIndicatorRow)
  return found.length >= ENOUGH ? found[0]! : null
}
