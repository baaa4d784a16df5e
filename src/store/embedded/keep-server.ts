/**
 * Keeps the embedded database running: where it ends by itself (killed, out of memory) it is started again, so that the next
 * request finds it. One that keeps ending is given up, and said so.
 */

import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { type RunningServer, startServer } from './server.ts'

export interface KeptServer {
  /** As it was started first; its address stays. */
  readonly first: RunningServer
  pid(): number
  /** Answers when it ended and could not be started again. */
  readonly lost: Promise<Error>
  stop(): Promise<void>
}

/** Starts within an hour before it is given up. */
const MOST_STARTS = 5
const HOUR = 3_600_000
/** Between its end and its start, times the number of starts. */
const PAUSE = 200

/** Its folder's lock must be held. Throws `StoreError`. */
export async function keepServer(folder: string, binaries: Binaries): Promise<KeptServer> {
  const first = await startServer(folder, binaries)
  let running = first
  let stopping = false
  let starting: Promise<void> = Promise.resolve()
  let give: (error: Error) => void = () => undefined
  const lost = new Promise<Error>((answer) => {
    give = answer
  })
  const starts: number[] = []
  const startAgain = async (how: string) => {
    starts.push(performance.now())
    const recent = starts.filter((at) => at > performance.now() - HOUR).length
    if (recent > MOST_STARTS) return give(new Error(`PostgreSQL ended ${recent} times within an hour: ${how}`))
    await pause(PAUSE * (recent - 1))
    if (stopping) return
    try {
      running = await startServer(folder, binaries, { port: first.port })
      watch()
    } catch (error) {
      give(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const watch = () => {
    void running.ended.then((how) => {
      if (!stopping) starting = startAgain(how)
    })
  }
  watch()
  return {
    first,
    pid: () => running.pid,
    lost,
    async stop() {
      stopping = true
      await starting
      await running.stop()
    },
  }
}
