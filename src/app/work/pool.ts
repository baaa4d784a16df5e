/** Several workers: each takes the next job when it is free. */

import type { Answers, Job, Task } from './job.ts'
import { millisecondsFor, type WorkLimits, workLimits } from './limits.ts'
import { Worker } from './worker.ts'

export class Pool {
  readonly #limits: WorkLimits
  readonly #idle: Worker[]
  readonly #all: readonly Worker[]
  readonly #waiting: ((worker: Worker) => void)[] = []

  constructor(size: number, limits: WorkLimits = {}) {
    this.#limits = limits
    this.#all = Array.from({ length: size }, () => new Worker(limits.megabytes ?? workLimits.megabytes))
    this.#idle = [...this.#all].reverse()
  }

  /** The next free worker. Who takes it must give it a job or put it back. */
  async take(): Promise<Worker> {
    return this.#idle.pop() ?? new Promise((resolve) => this.#waiting.push(resolve))
  }

  #putBack(worker: Worker): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(worker)
    else next(worker)
  }

  /** Does a job on a worker that was taken, and puts it back. */
  async run<T extends Task>(worker: Worker, task: T, job: Job): Promise<Answers[T]> {
    try {
      return await worker.run(task, job, millisecondsFor(job.bytes, this.#limits))
    } finally {
      this.#putBack(worker)
    }
  }

  /** Ends all workers, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.close()))
  }
}
