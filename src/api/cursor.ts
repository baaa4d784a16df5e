/** Where a page of a list ends: opaque to whoever asks, so that the order may change. */

import { Problem } from '../app/office/index.ts'

/** Throws `bad-request` where the text is no cursor of as many parts. */
export function cursorOf(text: string, parts: number): readonly string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === parts && value.every((part) => typeof part === 'string')) return value
  } catch {
    // Falls through: not ours.
  }
  throw new Problem('bad-request', { detail: 'after' })
}

/** `found` holds one more than asked for where there are more. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  placeOf: (item: T) => readonly string[],
): { items: T[]; next: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  if (found.length <= limit || last === undefined) return { items, next: null }
  return { items, next: Buffer.from(JSON.stringify(placeOf(last))).toString('base64url') }
}
