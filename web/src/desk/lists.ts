/** Lists that the server gives page by page. */

import type { Page } from '../../../src/api/types.ts'
import { ask } from './api.ts'

/** Every page of a list, up to a bound that no person reads beyond. */
export async function all<T>(path: string): Promise<readonly T[]> {
  const items: T[] = []
  let after: string | null = null
  do {
    const more: string = after === null ? '' : `&after=${encodeURIComponent(after)}`
    const page: Page<T> = await ask<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}limit=200${more}`)
    items.push(...page.items)
    after = page.next
  } while (after !== null && items.length < 2000)
  return items
}
