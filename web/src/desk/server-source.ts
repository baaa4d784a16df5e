/** A filing of the server as the editor wants it: edits are answered when they are on the server's disk. */

import type { FilingView } from '../../../src/api/types.ts'
import { ask, Refused } from './api.ts'
import { type FormSource, SignedOut } from './source.ts'

/** Milliseconds until news are asked for again where the server refused them. */
const askAgainAfter = 10_000

/** `onView`: told of every answer that brought the whole filing. */
export function serverSource(id: string, onView: (view: FilingView) => void): FormSource {
  const view = async (): Promise<FilingView> => {
    const answer = await ask('GET /api/filings/:id', { params: { id } })
    onView(answer)
    return answer
  }
  return {
    key: `filing:${id}`,
    async load() {
      const { draft, summary, editable } = await view()
      return { draft, revision: summary.revision, isEditable: editable }
    },
    async take(edits, basis, _draft, key) {
      const sent = { params: { id }, body: { edits, basis }, key }
      const result = await ask('POST /api/filings/:id/edits', sent).catch((error: unknown) => {
        const isOut = error instanceof Refused && (error.code === 'not-signed-in' || error.code === 'csrf')
        throw isOut ? new SignedOut() : error
      })
      if (result.conflicts.length === 0 && result.changed.length === 0) {
        return { revision: result.revision, conflicts: [] }
      }
      const { draft, summary } = await view()
      return { revision: summary.revision, conflicts: result.conflicts, draft }
    },
    follow(changed) {
      let events: EventSource
      let timer: ReturnType<typeof setTimeout> | undefined
      const listen = (event: MessageEvent<string>) => {
        const said = JSON.parse(event.data) as { readonly id?: string; readonly filing?: string }
        if (said.id === id || said.filing === id) changed()
      }
      const open = () => {
        events = new EventSource('/api/events')
        events.addEventListener('filing', listen)
        events.addEventListener('comment', listen)
        // After a break what happened meanwhile is not told: it is looked up.
        events.addEventListener('hello', changed)
        // The browser asks again where the line broke, not where the server refused: one has to sign in first.
        events.addEventListener('error', () => {
          if (events.readyState === EventSource.CLOSED) timer = setTimeout(open, askAgainAfter)
        })
      }
      open()
      return () => {
        clearTimeout(timer)
        events.close()
      }
    },
  }
}
