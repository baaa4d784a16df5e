/** Who sits before the page: asked once, shared by all pages. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Me } from '../../../src/api/types.ts'
import { ask, logOut, whoAmI } from '../desk/api.ts'

/** `undefined` while it is asked, null where nobody is signed in (or there is no server at all). */
export function useMe(): Me | null | undefined {
  const { data, isError } = useQuery({ queryKey: ['me'], queryFn: whoAmI, staleTime: 300_000, retry: false })
  return isError ? null : data
}

/** Whether this installation still waits for its administrator's password; null where there is no server. */
export function useSetupNeeded(): boolean | null | undefined {
  const { data, isError } = useQuery({
    queryKey: ['setup'],
    queryFn: () => ask('GET /api/setup'),
    staleTime: 60_000,
    retry: false,
  })
  return isError ? null : data?.needed
}

export function useSignedIn(): (me: Me) => void {
  const client = useQueryClient()
  return useCallback(
    (me) => {
      client.setQueryData(['me'], me)
      client.setQueryData(['setup'], { needed: false })
    },
    [client],
  )
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await logOut()
    client.clear()
    client.setQueryData(['me'], null)
  }, [client])
}
