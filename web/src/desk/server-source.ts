/** A filing of the server as the editor wants it: edits are answered when they are on the server's disk. */

import type { FilingView } from '../../../src/api/types.ts'
import { ask } from './api.ts'
import type { FormSource } from './source.ts'

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
      const result = await ask('POST /api/filings/:id/edits', { params: { id }, body: { edits, basis }, key })
      if (result.conflicts.length === 0 && result.changed.length === 0) {
        return { revision: result.revision, conflicts: [] }
      }
      const { draft, summary } = await view()
      return { revision: summary.revision, conflicts: result.conflicts, draft }
    },
    follow(changed) {
      const events = new EventSource('/api/events')
      const listen = (event: MessageEvent<string>) => {
        const said = JSON.parse(event.data) as { readonly id?: string; readonly filing?: string }
        if (said.id === id || said.filing === id) changed()
      }
      events.addEventListener('filing', listen)
      events.addEventListener('comment', listen)
      // After a break what happened meanwhile is not told: it is looked up.
      events.addEventListener('hello', changed)
      return () => events.close()
    },
  }
}
