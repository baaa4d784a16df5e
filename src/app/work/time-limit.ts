/** A time limit on work that does not wait: the engine itself interrupts it, wherever it stands. */

import { Script } from 'node:vm'
import type { Run } from '../read-source.ts'

const KEY = Symbol.for('ziping.work')
const holder = globalThis as unknown as Record<symbol, unknown>
let script: Script | null = null

/** What `runWithin` throws when time is up. */
export function isTimeUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/**
 * Runs work under a limit that all its steps share. Loops and regular expressions are interrupted; a native call is not
 * (none of those that run here takes long on the sizes that `isLight` allows).
 */
export function runWithin(milliseconds: number): Run {
  let left = milliseconds
  return <T>(work: () => T): T => {
    script ??= new Script(`globalThis[Symbol.for(${JSON.stringify(KEY.description)})]()`)
    const begun = performance.now()
    const outer = holder[KEY]
    holder[KEY] = work
    try {
      return script.runInThisContext({ timeout: Math.max(1, Math.floor(left)) }) as T
    } finally {
      holder[KEY] = outer
      left -= performance.now() - begun
    }
  }
}
