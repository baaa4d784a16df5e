/** Ctrl-C while many files are being worked on. */

import type { Lang } from '../core/model/index.ts'
import { exitCodes } from './exit-codes.ts'

/** A second Ctrl-C within this time is the first one, passed on by the program that started this one. */
const SAME_INTERRUPT_MS = 1000

/** The first Ctrl-C ends gracefully; the second at once. */
export function onInterrupt(lang: Lang): { readonly signal: AbortSignal; readonly stop: () => void } {
  const abort = new AbortController()
  let first = 0
  const listener = () => {
    if (abort.signal.aborted) {
      if (performance.now() - first > SAME_INTERRUPT_MS) process.exit(exitCodes.interrupted)
      return
    }
    first = performance.now()
    abort.abort()
    process.stderr.write(lang === 'zh' ? '\n正在停止…\n' : '\nstopping …\n')
  }
  process.on('SIGINT', listener).on('SIGTERM', listener)
  return { signal: abort.signal, stop: () => process.off('SIGINT', listener).off('SIGTERM', listener) }
}
