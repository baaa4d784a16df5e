/** Pure results kept while their input stays the same objects: a form that is being edited is asked again and again. */

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Keeps the last result of `compute` as long as every part of its key is what it was. The key holds all it rests on. */
export function rememberLast<A, V>(keyOf: (about: A) => readonly unknown[], compute: (about: A) => V): (about: A) => V {
  let last: { readonly key: readonly unknown[]; readonly value: V } | null = null
  return (about) => {
    const key = keyOf(about)
    if (last === null || !sameParts(last.key, key)) last = { key, value: compute(about) }
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
