/** What the server tells at once, wherever a page wants to hear it. */

import { useEffect } from 'react'

/** The kinds of news of `GET /api/events` that concern a person rather than one form. */
export type NewsKind = 'notice' | 'job'

/** Listens as long as the page stands; after a break what was missed is looked up. `onNews` is to stay the same function. */
export function useNews(onNews: (kind: NewsKind) => void): void {
  useEffect(() => {
    const events = new EventSource('/api/events')
    const both = () => {
      onNews('notice')
      onNews('job')
    }
    events.addEventListener('notice', () => onNews('notice'))
    events.addEventListener('job', () => onNews('job'))
    events.addEventListener('hello', both)
    return () => events.close()
  }, [onNews])
}
