/**
 * The operators of a page, no more than can be read. pdf.js gathers them all before it hands them out, and while it does,
 * no timer runs: drawings that draw one another a billion times would fill the memory. It tells whoever renders of each
 * thousand; this listens there.
 */

import type { PDFPageProxy } from 'pdfjs-dist'
import type { OperatorNumbers, Operators } from './drawing.ts'
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
export async function operatorsOf(page: PDFPageProxy, numbers: OperatorNumbers): Promise<Operators | null> {
  const started = performance.now()
  const all = page.getOperatorList()
  const watched: (() => void)[] = []
  const stopped = new Promise<null>((resolve) => {
    for (const { operatorList, renderTasks } of (page as unknown as WatchedPage)._intentStates?.values() ?? []) {
      let seen = 0
      let glyphs = 0
      let saved = 0
      let drawings = 0
      const watch = {
        operatorListChanged: () => {
          const { fnArray = [], argsArray = [] } = operatorList ?? {}
          for (; seen < fnArray.length; seen++) {
            const operator = fnArray[seen]
            if (operator === numbers.showText) glyphs += (argsArray[seen] as readonly [ArrayLike<unknown>])[0].length
            else if (operator === numbers.paintFormXObjectBegin) drawings++
            else if (operator === numbers.save) saved++
            else if (operator === numbers.restore) saved--
          }
          const late = performance.now() - started > limits.pageTime
          // Each state that is saved makes all that follows slower: pdf.js looks through those before it.
          const tooMany = seen > limits.operators || glyphs > limits.glyphs || drawings > limits.drawings
          if (tooMany || saved > limits.saved || late) resolve(null)
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
