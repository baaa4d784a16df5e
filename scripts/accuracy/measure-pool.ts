/** Several files measured at once, each in a process of its own: reading a picture keeps a processor busy. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FormChoice } from '../../tests/support/office/forms.ts'
import type { MadeFile } from '../../tests/support/office/make-files.ts'
import type { Measured } from '../../tests/support/office/measure.ts'
import type { MeasureAnswer, MeasureOrder } from './measure-worker.ts'

/** One for each processor of a small machine. */
const PROCESSES = 2

export class MeasurePool {
  readonly #idle: ChildProcess[]
  readonly #all: readonly ChildProcess[]
  readonly #waiting: ((child: ChildProcess) => void)[] = []

  constructor(choice: FormChoice) {
    const program = fileURLToPath(new URL('measure-worker.ts', import.meta.url))
    this.#all = Array.from({ length: PROCESSES }, () =>
      fork(program, [JSON.stringify(choice)], { execArgv: ['--import', 'tsx'], serialization: 'advanced' }),
    )
    this.#idle = [...this.#all]
  }

  #take(): Promise<ChildProcess> {
    const child = this.#idle.pop()
    return child === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(child)
  }

  #giveBack(child: ChildProcess): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(child)
    else next(child)
  }

  /** Null where `isLate` says, when its turn comes, that it is to be left. Throws when the process ends without an answer. */
  async measure({ office, format, path }: MadeFile, isLate: () => boolean): Promise<Measured | null> {
    const child = await this.#take()
    try {
      if (isLate()) return null
      child.send({ format, id: office.id, path } satisfies MeasureOrder)
      const ended = new AbortController()
      const answered = once(child, 'message', ended)
      const died = once(child, 'exit', ended)
      const first = await Promise.race([answered.then(([answer]) => answer as MeasureAnswer), died.then(() => null)])
      for (const left of [answered, died]) left.catch(() => undefined)
      ended.abort()
      if (first === null) throw new Error(`${path} ended the process that read it`)
      return { ...first, office }
    } finally {
      this.#giveBack(child)
    }
  }

  close(): void {
    for (const child of this.#all) if (child.connected) child.disconnect()
  }
}
