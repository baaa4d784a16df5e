/** Names of rows that come near a name that fits none: what a person may have meant. */

import type { Form } from '../core/model/index.ts'

const MOST = 3
/** A name shares at least this part of its signs with what was written. */
const LEAST = 0.5

/** Names of indicators and tasks, nearest first; empty where none comes near. */
export function nearNames({ indicators, tasks }: Form, written: string): readonly string[] {
  const signs = new Set(written.replace(/\s/g, ''))
  const near = [...indicators, ...tasks].flatMap(({ name: { raw } }) => {
    const own = new Set(raw.replace(/\s/g, ''))
    const shared = [...own].filter((sign) => signs.has(sign)).length
    const likeness = (2 * shared) / Math.max(1, own.size + signs.size)
    return likeness >= LEAST ? [{ raw, likeness }] : []
  })
  const names = near.sort((a, b) => b.likeness - a.likeness).map(({ raw }) => raw)
  return [...new Set(names)].slice(0, MOST)
}
