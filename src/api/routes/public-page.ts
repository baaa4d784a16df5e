import { z } from 'zod'
import { publishedForms } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { publicPage as page } from '../pages.ts'
import { publicRoute } from '../route.ts'
import { listQuery } from '../schemas/common.ts'

export const publicPage = publicRoute({
  method: 'GET',
  path: '/public',
  summary: { zh: '公开页：已公开的自评表', en: 'The public page of published forms' },
  query: listQuery.extend({
    year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
    q: z.string().max(100).optional(),
  }),
  answer: 'file',
  async handle({ office, query }) {
    const { after, limit, year, q } = query
    const found = await publishedForms(office, {
      limit: limit + 1,
      ...(year === undefined ? {} : { year }),
      ...(q === undefined || q === '' ? {} : { q }),
      ...(after === undefined ? {} : { after: cursorOf(after, 2) as unknown as readonly [string, string] }),
    })
    const shown = pageOf(found, limit, (last) => [last.publishedAt, last.id])
    return { type: 'text/html; charset=utf-8', body: page(shown.items, { year, q, next: shown.next }) }
  },
})
