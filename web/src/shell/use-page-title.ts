/** The title of the page in the window and its history: what one sees first, then the product. */

import { useEffect } from 'react'
import { useSay } from '../texts/index.ts'

/** Says it as long as the page is shown; empty while the page is not known yet. */
export function usePageTitle(title: string): void {
  const product = useSay()('product.name')
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`
    return () => {
      document.title = product
    }
  }, [title, product])
}
