/** How many answers of a kind are kept at least, and at most twice as many: more than the texts of a form of a thousand rows. */
const LIMIT = 4096

/**
 * Remembers answers of a pure function of a text: the same words are asked about again and again, row after row and form
 * after form. Bounded: when as many answers as the limit are new, those that were not asked for since the last time are
 * dropped.
 */
export function remember<T>(answer: (text: string) => T, limit: number = LIMIT): (text: string) => T {
  let recent = new Map<string, T>()
  let older = new Map<string, T>()
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const made = older.get(text) ?? answer(text)
    if (recent.size >= limit) {
      older = recent
      recent = new Map()
    }
    recent.set(text, made)
    return made
  }
}
