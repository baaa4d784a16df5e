/**
 * The operators of a page, no more than can be read. pdf.js gathers them all before it hands them out, and while it does,
 * no timer runs: drawings that draw one another a billion times would fill the memory. It tells whoever renders of each
 * thousand; this listens there.
 */

import type { PDFPageProxy } from 'pdfjs-dist'
import type { Operators } from './drawing.ts'
import { limits } from './limits.ts'

interface IntentState {
  readonly operatorList?: Operators
  readonly renderTasks?: Set<{ operatorListChanged(): void }>
}

/** What pdf.js 5.6 keeps of a page whose operators are asked for. */
interface WatchedPage {
  readonly _intentStates?: ReadonlyMap<string, IntentState>
}

/** Null where there are too many, or they take too long: the document has to be closed then, for pdf.js goes on else. */
export async function operatorsOf(page: PDFPageProxy, showText: number | undefined): Promise<Operators | null> {
  const started = performance.now()
  const all = page.getOperatorList()
  const watched: (() => void)[] = []
  const stopped = new Promise<null>((resolve) => {
    for (const { operatorList, renderTasks } of (page as unknown as WatchedPage)._intentStates?.values() ?? []) {
      let seen = 0
      let glyphs = 0
      const watch = {
        operatorListChanged: () => {
          const { fnArray = [], argsArray = [] } = operatorList ?? {}
          for (; seen < fnArray.length; seen++) {
            if (fnArray[seen] === showText) glyphs += (argsArray[seen] as readonly [ArrayLike<unknown>])[0].length
          }
          const late = performance.now() - started > limits.pageTime
          if (seen > limits.operators || glyphs > limits.glyphs || late) resolve(null)
        },
      }
      renderTasks?.add(watch)
      watched.push(() => renderTasks?.delete(watch))
    }
  })
  // A page that somebody watches is never cleaned up.
  return Promise.race([all, stopped]).finally(() => {
    for (const leave of watched) leave()
  })
}
