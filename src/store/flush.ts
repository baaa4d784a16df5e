/**
 * Many writers, one flush. A transaction of a writer commits without waiting for the disk, so that the head of its region's
 * chain is free for the next one at once; nobody is answered before a later commit, shared by all who wait, has brought the
 * log to the disk up to and beyond his own.
 */

import { sql } from 'kysely'
import type { Database } from './database.ts'

export class Flusher {
  readonly #database: Database
  #running: Promise<void> | null = null
  #next: Promise<void> | null = null

  /** `database`: a connection of its own, whose commits wait for the disk. */
  constructor(database: Database) {
    this.#database = database
  }

  async #flush(): Promise<void> {
    // A transaction that writes nothing but a line of the log: its commit brings all before it to the disk.
    await sql`select pg_logical_emit_message(true, 'ziping', '')`.execute(this.#database)
  }

  #start(): Promise<void> {
    const run = this.#flush().finally(() => {
      if (this.#running === run) this.#running = null
    })
    this.#running = run
    return run
  }

  /** Answers when all that was committed before this call is on the disk. */
  async durable(): Promise<void> {
    if (this.#running === null) return this.#start()
    // The one under way may have begun before our commit.
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null
        return this.#start()
      })
    return this.#next
  }
}
