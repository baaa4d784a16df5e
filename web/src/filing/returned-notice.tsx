/** Why a form came back: the last return of the record, in the words of who returned it. */

import { useQuery } from '@tanstack/react-query'
import type { FilingView } from '../../../src/api/types.ts'
import { ask } from '../desk/api.ts'
import { useSay } from '../texts/index.ts'

export function ReturnedNotice({ view: { summary, state } }: { view: FilingView }) {
  const say = useSay()
  const isBack = summary.stage === 'filling' && state.round > 0
  const { data } = useQuery({
    queryKey: ['record', summary.id, 'returned', state.round],
    queryFn: () => ask('GET /api/filings/:id/record', { params: { id: summary.id }, query: { limit: 500 } }),
    enabled: isBack,
  })
  const last = data?.items.find(({ event }) => event.kind === 'return')
  if (!isBack || last === undefined) return null
  return (
    <p className="notice warning">
      <strong>{say('filing.returned')}</strong> {String(last.event.reason ?? '')}
    </p>
  )
}
