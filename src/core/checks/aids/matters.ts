/** Which matters of a form a text speaks of: names looked for in running text, all of them in one run. */

const KEY = 4

/** Texts to look for, filed under their first signs, so that a long text is read once for any number of them. */
export class Matters<T> {
  readonly #filed = new Map<string, { readonly matter: string; readonly about: T }[]>()

  /** A text shorter than four signs is no matter and is left out. */
  add(matter: string, about: T): void {
    if (matter.length < KEY) return
    const key = matter.slice(0, KEY)
    const file = this.#filed.get(key)
    if (file === undefined) this.#filed.set(key, [{ matter, about }])
    else file.push({ matter, about })
  }

  /** What was filed of all matters that stand in the text, in the order they are met. */
  within(text: string): T[] {
    const found: T[] = []
    for (let at = 0; at + KEY <= text.length; at++) {
      const file = this.#filed.get(text.slice(at, at + KEY))
      if (file === undefined) continue
      for (const { matter, about } of file) if (text.startsWith(matter, at)) found.push(about)
    }
    return found
  }
}
