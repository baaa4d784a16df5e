/** Pure results kept while their input stays the same objects: a form that is being edited is asked again and again. */

import { remember } from '../../model/remember.ts'

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Keeps the last result of `compute` as long as every part of its key is what it was. The key holds all it rests on; `help` are ways to compute it. */
export function rememberLast<A, H extends readonly unknown[], V>(
  keyOf: (about: A) => readonly unknown[],
  compute: (about: A, ...help: H) => V,
): (about: A, ...help: H) => V {
  let last: { readonly key: readonly unknown[]; readonly value: V } | null = null
  return (about, ...help) => {
    const key = keyOf(about)
    if (last === null || !sameParts(last.key, key)) last = { key, value: compute(about, ...help) }
    return last.value
  }
}

/** Keeps one result for each object, as long as the object lives. */
export function rememberEach<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const kept = known.get(key)
    if (kept !== undefined) return kept.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}

/** Asks a pure function of a text; where a form is being edited, texts that stayed are not asked about again. */
export type Recall = <T>(about: (text: string) => T, text: string) => T

/** For a form that is looked at once: what is kept is of no use to anyone, and keeping costs more than asking. */
export const recallNothing: Recall = (about, text) => about(text)

/** Keeps what functions of texts answered, each as `remember` does. */
export function newRecall(): Recall {
  const known = new Map<(text: string) => unknown, (text: string) => unknown>()
  return <T>(about: (text: string) => T, text: string): T => {
    let remembered = known.get(about)
    if (remembered === undefined) {
      remembered = remember(about)
      known.set(about, remembered)
    }
    return remembered(text) as T
  }
}
