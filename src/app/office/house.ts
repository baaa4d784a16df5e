/** What a running server does by itself: it warms up, what is over is dropped, figures that were left behind are made, jobs are carried out. */

import { deleteSessions, dropAnswers, storeErrorOf } from '../../store/index.ts'
import { figuresOfAll, stopFigures } from './figures.ts'
import { startWorker, tidyJobs } from './jobs/worker.ts'
import type { Office } from './office.ts'
import { warmUp } from './warm-up.ts'

const HOUR = 3_600_000
const ANSWER_HOURS = 24

async function tidy(office: Office): Promise<void> {
  const now = office.now()
  const { database } = office.store
  await deleteSessions(database, { before: now })
  await dropAnswers(database, new Date(Date.parse(now) - ANSWER_HOURS * HOUR).toISOString())
  await tidyJobs(office)
  await figuresOfAll(office)
}

export interface House {
  stop(): Promise<void>
}

/** Begins at once and goes on every hour. A database that is away for the moment is tried again the next time. */
export function keepHouse(office: Office): House {
  let last: Promise<void> = Promise.resolve()
  const run = () => {
    last = tidy(office).catch((error: unknown) => {
      if (storeErrorOf(error) === null) throw error
    })
  }
  run()
  let isOver = false
  const warm = warmUp(office, () => isOver)
  const worker = startWorker(office)
  const timer = setInterval(run, HOUR)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      isOver = true
      await warm
      await worker.stop()
      await last
      await stopFigures(office)
    },
  }
}
