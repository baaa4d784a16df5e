/** Names of rows that come near a name that fits none: what a person may have meant. */

import { bigramsOf, normaliseWording, similarityPercent } from '../core/checks/aids/wording.ts'
import type { Form } from '../core/model/index.ts'

const MOST = 3
/** Words that are mistyped or left out cost many pairs of so short a text: far less than of near-duplicates. */
const LEAST_PERCENT = 40

/** Names of indicators and tasks, nearest first; empty where none comes near. */
export function nearNames({ indicators, tasks }: Form, written: string): readonly string[] {
  const grams = bigramsOf(normaliseWording(written))
  const near = [...indicators, ...tasks].map(({ name: { raw } }) => ({
    raw,
    likeness: similarityPercent(bigramsOf(normaliseWording(raw)), grams),
  }))
  const names = near
    .filter(({ likeness }) => likeness >= LEAST_PERCENT)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ raw }) => raw)
  return [...new Set(names)].slice(0, MOST)
}
