/** Lists that the server gives page by page. */

import type { Page } from '../../../src/api/types.ts'
import { type AnswerOf, ask, type OperationName } from './api.ts'
import type { Operations } from './operations.ts'

/** The operations that answer with a page of a list. */
export type ListName = { [K in OperationName]: AnswerOf<K> extends Page<unknown> ? K : never }[OperationName]
type QueryOf<K extends ListName> = Omit<NonNullable<Operations[K]['query']>, 'limit' | 'after'>

/** Every page of a list, up to a bound that no person reads beyond. */
export async function all<K extends ListName>(
  operation: K,
  query?: QueryOf<K>,
): Promise<readonly AnswerOf<K>['items'][number][]> {
  const items: AnswerOf<K>['items'][number][] = []
  let after: string | null = null
  do {
    const more: QueryOf<K> & { limit: number; after?: string } = {
      ...query!,
      limit: 200,
      ...(after === null ? {} : { after }),
    }
    const page: AnswerOf<ListName> = await ask<ListName>(operation, { query: more })
    items.push(...page.items)
    after = page.next
  } while (after !== null && items.length < 2000)
  return items
}
