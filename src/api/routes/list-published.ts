import { z } from 'zod'
import { publishedForms } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { publicRoute } from '../route.ts'
import { listQuery, page, regionCode } from '../schemas/common.ts'
import { publishedForm } from '../schemas/many.ts'

export const listPublished = publicRoute({
  method: 'GET',
  path: '/api/public/forms',
  summary: { zh: '已公开的自评表', en: 'Published forms' },
  query: listQuery.extend({
    region: regionCode.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    q: z.string().max(100).optional(),
  }),
  answer: page(publishedForm),
  async handle({ office, query }) {
    const { after, limit, ...asked } = query
    const found = await publishedForms(office, {
      ...asked,
      limit: limit + 1,
      ...(after === undefined ? {} : { after: cursorOf(after, 2) as unknown as readonly [string, string] }),
    })
    return pageOf(found, limit, (last) => [last.publishedAt, last.id])
  },
})
