/**
 * Remembers answers of a pure function of a short text: the same words are asked about again and again, row after row.
 * Bounded: when it is full it starts anew.
 */
export function remember<T>(answer: (key: string) => T, limit = 4000): (key: string) => T {
  let known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = answer(key)
    if (known.size >= limit) known = new Map()
    known.set(key, made)
    return made
  }
}
