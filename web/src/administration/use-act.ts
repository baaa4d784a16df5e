/** One act of the administration: what it refused, whether it is under way, which lists it makes anew. */

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

export interface Act {
  readonly error: unknown
  readonly isBusy: boolean
  /** Whether it was done. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useAct(...lists: readonly string[]): Act {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const names = lists.join(' ')
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      setBusy(true)
      setError(null)
      try {
        await work()
        for (const name of names.split(' ')) await client.invalidateQueries({ queryKey: [name] })
        return true
      } catch (problem) {
        setError(problem)
        return false
      } finally {
        setBusy(false)
      }
    },
    [client, names],
  )
  return { error, isBusy, run }
}
