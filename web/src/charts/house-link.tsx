/** A link within the pages whose address is known only as text: opened without loading the pages anew. */

import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useCallback } from 'react'

/** What a click on such a link does; with a key held down the browser does what it always does. */
export function useOpen(): (event: MouseEvent, href: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (event, href) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void navigate({ href })
    },
    [navigate],
  )
}

export function HouseLink({ href, children }: { href: string; children: ReactNode }) {
  const open = useOpen()
  return (
    <a href={href} onClick={(event) => open(event, href)}>
      {children}
    </a>
  )
}
