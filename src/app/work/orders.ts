/** What a worker process does: one job after the other, as its parent hands them over. */

import { ChangeRefused, doJob, type Job, type Task } from './job.ts'
import { pack } from './pack.ts'

export interface Order {
  readonly id: number
  readonly task: Task
  readonly job: Job
}

export type Reply =
  | { readonly kind: 'ready' }
  /** `packed` is the answer; `residentBytes` what the process has grown to. */
  | { readonly kind: 'answer'; readonly id: number; readonly packed: string; readonly residentBytes: number }
  | { readonly kind: 'refused'; readonly id: number; readonly refused: ChangeRefused['refused'] }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string }

function reply(message: Reply): void {
  process.send?.(message)
}

async function carryOut({ id, task, job }: Order): Promise<void> {
  try {
    const packed = pack(await doJob(task, job))
    reply({ kind: 'answer', id, packed, residentBytes: process.memoryUsage.rss() })
  } catch (error) {
    if (error instanceof ChangeRefused) reply({ kind: 'refused', id, refused: error.refused })
    else reply({ kind: 'failed', id, detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Takes orders until the parent lets go. */
export function takeOrders(): void {
  // The terminal tells all its processes to stop; this one stops when its parent has written down what is done.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit(0))
  process.on('message', (order: Order) => void carryOut(order))
  reply({ kind: 'ready' })
}
