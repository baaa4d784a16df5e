/** Work on one file in bounded time and memory: small files in this process under a time limit, all others in a worker. */

import { type Answers, ChangeRefused, doJob, type Job, type Stopped, stoppedAnswer, type Task } from './job.ts'
import { isLight, millisecondsFor, type WorkLimits, workLimits } from './limits.ts'
import { isTimeUp, runWithin } from './time-limit.ts'

/** Never throws for what a file holds, and always comes back; throws `ChangeRefused`. */
export async function doGuarded<T extends Task>(task: T, job: Job, limits: WorkLimits = {}): Promise<Answers[T]> {
  const milliseconds = millisecondsFor(job.bytes, limits)
  const megabytes = limits.megabytes ?? workLimits.megabytes
  if (!(await isLight(job.bytes))) {
    const { Worker } = await import('./worker.ts')
    const worker = new Worker(megabytes)
    try {
      return await worker.run(task, job, milliseconds)
    } finally {
      await worker.close()
    }
  }
  const stop = (why: Stopped['why'], detail: string) =>
    stoppedAnswer(task, job, { why, detail, milliseconds, megabytes })
  try {
    return await doJob(task, job, runWithin(milliseconds))
  } catch (error) {
    if (error instanceof ChangeRefused) throw error
    if (isTimeUp(error)) return stop('time', '')
    return stop('crashed', error instanceof Error ? error.message : String(error))
  }
}
