/** Splices of a text, gathered in any order and made at once. */

interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Insertions at one place stay in the order they came. */
  readonly order: number
}

export class TextEdits {
  readonly #splices: Splice[] = []

  get isEmpty(): boolean {
    return this.#splices.length === 0
  }

  replace(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text, order: this.#splices.length })
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text)
  }

  /** The text with all splices made. Two that touch the same signs are a mistake of the program. */
  apply(text: string): string {
    const inOrder = [...this.#splices].sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order)
    const pieces: string[] = []
    let at = 0
    for (const { from, to, text: replacement } of inOrder) {
      if (from < at) throw new Error(`two changes at offset ${from}`)
      pieces.push(text.slice(at, from), replacement)
      at = to
    }
    pieces.push(text.slice(at))
    return pieces.join('')
  }

  /** As `apply`, of the part of the text between two offsets; splices outside it are left out. */
  applyWithin(text: string, from: number, to: number): string {
    const inside = new TextEdits()
    for (const splice of this.#splices) {
      if (splice.from >= from && splice.to <= to) inside.replace(splice.from - from, splice.to - from, splice.text)
    }
    return inside.apply(text.slice(from, to))
  }
}
