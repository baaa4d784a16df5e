/** One after another, by name: those who write into one chain wait here, where waiting costs the database nothing. */

export interface Turn {
  /** False where one's patience ended before: whoever is before us may be waiting for what we hold. */
  readonly isOurs: boolean
  /** Gives it on; a second time is nothing. */
  readonly give: () => void
}

export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Waits for one's turn, at most so many milliseconds. */
  async take(name: string, patience: number): Promise<Turn> {
    let done: () => void = () => undefined
    const mine = new Promise<void>((answer) => {
      done = answer
    })
    const before = this.#last.get(name)
    const last = before === undefined ? mine : before.then(() => mine)
    this.#last.set(name, last)
    const give = () => {
      if (this.#last.get(name) === last) this.#last.delete(name)
      done()
    }
    if (before === undefined) return { isOurs: true, give }
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((answer) => {
      timer = setTimeout(() => answer(false), patience)
    })
    const isOurs = await Promise.race([before.then(() => true), late])
    clearTimeout(timer)
    return { isOurs, give }
  }
}
