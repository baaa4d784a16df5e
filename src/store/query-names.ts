/**
 * Names for queries that are asked again and again: the database reads and plans a named text once for each connection, which
 * is more work than carrying most of them out.
 */

/** A text that comes so often is named; lists of values of every length would only fill the table. */
const OFTEN = 3
/** Each is kept by each connection for as long as it lives. */
const MOST = 400
/** Of a text: what is longer was made for many rows. */
const LONGEST = 8000

export class QueryNames {
  readonly #names = new Map<string, string>()
  readonly #times = new Map<string, number>()

  /** Undefined for a text that is asked without a name. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= MOST || text.length > LONGEST) return name
    const times = (this.#times.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (this.#times.size >= MOST) this.#times.clear()
      this.#times.set(text, times)
      return undefined
    }
    this.#times.delete(text)
    const given = `ziping_${this.#names.size}`
    this.#names.set(text, given)
    return given
  }
}
