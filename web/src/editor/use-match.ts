/** Whether a text holds what somebody looks for: the signs themselves, or the first letters of their pinyin. */

import { useCallback } from 'react'
import { usePinyin } from './pinyin.ts'

export function useMatch(query: string): (text: string) => boolean {
  const wanted = query.trim().toLowerCase()
  const spelling = usePinyin(/^[a-z]+$/.test(wanted))
  return useCallback(
    (text) => wanted === '' || text.toLowerCase().includes(wanted) || spelling?.(text).includes(wanted) === true,
    [wanted, spelling],
  )
}
